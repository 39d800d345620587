"""``noblame new``: a session to begin with."""

import argparse
import sys

from noblame.cli import exits
from noblame.cli.clock import now
from noblame.cli.main import tell
from noblame.cli.sessions import folder_of
from noblame.model import PRESETS, Incident, Record, planned
from noblame.store.session import SessionFile
from noblame.store.workspace import path_for


def run(arguments: argparse.Namespace) -> int:
    """Create the session, print its path, open it where there is a screen."""
    if arguments.agenda not in PRESETS:
        tell(f"there is no agenda {arguments.agenda}; choose {', '.join(PRESETS)}")
        return exits.USAGE
    record = Record(incident=Incident(title=arguments.title), agenda=planned(arguments.agenda))
    if arguments.sources:
        from noblame.cli.importing import hints_of, rows_into

        record = rows_into(
            record, arguments.sources, hints_of(argparse.Namespace(zone=None, date=None, year=None, start=None)), None
        )
    path = path_for(folder_of(arguments), arguments.title, now().wall.date())
    SessionFile.create(path, record)
    sys.stdout.write(f"{path}\n")
    sys.stdout.flush()
    if arguments.no_open or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return exits.DONE
    from noblame.cli.opening import meeting

    return meeting(path)
