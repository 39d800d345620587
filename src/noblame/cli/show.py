"""``noblame show``: the whole record."""

import argparse
import sys

from noblame.cli import exits
from noblame.cli.sessions import opened
from noblame.store.codec import Codec


def run(arguments: argparse.Namespace) -> int:
    """Print the record as the session file has it, or as JSON."""
    record = opened(arguments, arguments.session).record
    sys.stdout.write(record.model_dump_json(indent=2) + "\n" if arguments.json else Codec().dump(record))
    return exits.DONE
