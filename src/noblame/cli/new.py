"""``noblame new``: a session to begin with."""

import argparse
import os
import sys

from noblame.cli import exits
from noblame.cli.clock import now
from noblame.cli.main import tell
from noblame.cli.sessions import folder_of, settings_of
from noblame.model import Incident, Record
from noblame.store.session import SessionFile
from noblame.store.workspace import path_for


def run(arguments: argparse.Namespace) -> int:
    """Create the session, print its path, open it where there is a screen; on a terminal ask a few things first."""
    settings = settings_of(arguments)
    plans = settings.agenda
    given: str | None = arguments.agenda
    if (given or plans.default) not in plans.names:
        tell(f"there is no agenda {given or plans.default}; choose {', '.join(plans.names)}")
        return exits.USAGE
    record = Record(
        incident=Incident(title=arguments.title, gap_minutes=settings.timeline.gap_minutes),
        agenda=plans.plan(given or plans.default),
    )
    screen = sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") not in (None, "", "dumb")
    if screen and not arguments.no_open:
        from noblame.cli.asking import walked

        record = walked(record, plans, given)
    if arguments.sources:
        from noblame.cli.importing import hints_of, rows_into

        record = rows_into(
            record, arguments.sources, hints_of(argparse.Namespace(zone=None, date=None, year=None, start=None)), None
        )
    path = path_for(folder_of(arguments), arguments.title, now().wall.date())
    SessionFile.create(path, record)
    sys.stdout.write(f"{path}\n")
    sys.stdout.flush()
    if arguments.no_open or not screen:
        return exits.DONE
    from noblame.cli.opening import meeting

    return meeting(path, arguments)
