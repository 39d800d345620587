"""``noblame export``: the document."""

import argparse
import sys

from noblame.cli import exits
from noblame.cli.main import tell
from noblame.cli.sessions import opened
from noblame.exporters.registry import export


def run(arguments: argparse.Namespace) -> int:
    """Write the document to standard output or a file; both get the same bytes."""
    record = opened(arguments, arguments.session).record
    text = export(record, to=arguments.to, profile=arguments.profile, target=arguments.target)
    if arguments.output is None or str(arguments.output) == "-":
        sys.stdout.buffer.write(text.encode())
        sys.stdout.flush()
    else:
        from noblame.store.atomic import write_atomically

        write_atomically(arguments.output, text.encode())
        tell(f"written: {arguments.output}")
    return exits.DONE
