"""``noblame export``: the document, and its causes in other forms."""

import argparse
import sys

from noblame.analysis.categories import chosen
from noblame.cli import exits
from noblame.cli.main import tell
from noblame.cli.sessions import opened, settings_of
from noblame.exporters.registry import export
from noblame.model import Record
from noblame.model.secrets import record_without_secrets

_TOLD = 40
"""Changed texts that are told."""


def run(arguments: argparse.Namespace) -> int:
    """Write the document to standard output or a file; both get the same bytes."""
    file = opened(arguments, arguments.session)
    whole = file.record
    record: Record = whole if arguments.with_secrets else record_without_secrets(whole)
    if record is not whole:
        tell("passwords, keys or tokens in the session were left out; --with-secrets writes them too")
    if arguments.redact:
        record = _redacted(record)
    own = chosen(settings_of(arguments, file.path).analysis.categories)
    text = export(record, arguments.to, arguments.profile, arguments.target, arguments.drawing, own, turns=arguments.turns)
    if arguments.output is None or str(arguments.output) == "-":
        sys.stdout.buffer.write(text.encode())
        sys.stdout.flush()
    else:
        from noblame.store.atomic import write_atomically

        write_atomically(arguments.output, text.encode())
        tell(f"written: {arguments.output}")
    return exits.DONE


def _redacted(record: Record) -> Record:
    """Return the record for readers outside, and say first what that changes."""
    from noblame.exporters.redacting import redacted

    found = redacted(record)
    for old, new in found.changed[:_TOLD]:
        tell(f"- {old}")
        tell(f"+ {new}")
    if len(found.changed) > _TOLD:
        tell(f"and {len(found.changed) - _TOLD:,} more texts")
    if found.left:
        tell(f"left as they are, because they may be machines: {', '.join(found.left)}; on the roster they count as people")
    return found.record
