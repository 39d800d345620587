"""The questions of ``noblame new`` on a terminal: seed B's triggers and the size of the incident, in half a minute."""

import sys
from collections.abc import Callable

from noblame.analysis.template import template
from noblame.analysis.triggers import TRIGGERS
from noblame.model import Record
from noblame.model.settings import AgendaSettings

Ask = Callable[[str], str]
_TICKED = ("data", "near miss", "novel", "unusual")
"""What nobody can read from severity and minutes."""


def ask(question: str) -> str:
    """Ask on standard error, so that standard output stays data; the end of input answers nothing."""
    sys.stderr.write(question)
    sys.stderr.flush()
    return sys.stdin.readline().strip()


def walked(record: Record, plans: AgendaSettings, given: str | None, asking: Ask = ask) -> Record:
    """Return the record with what the person answered; Enter leaves any question out."""
    service = asking("Service (for what earlier incidents left): ")
    severity = asking("Severity, as your team says it, such as SEV2: ")
    minutes = asking("Minutes that people felt it: ").removesuffix("min").strip()
    for number, name in enumerate(_TICKED, 1):
        sys.stderr.write(f"  {number} {TRIGGERS[name]}\n")
    chosen = asking("Which of these apply? Numbers, or Enter: ")
    ticked = [name for number, name in enumerate(_TICKED, 1) if str(number) in chosen]
    if minutes.isdecimal() and int(minutes) > 15:
        ticked.insert(0, "customers")
    incident = record.incident.but(
        service=service,
        severity=severity,
        declared_minutes=int(minutes[:6]) if minutes.isdecimal() else None,
        triggers=tuple(ticked),
    )
    record = record.but(incident=incident)
    return record.but(agenda=plans.plan(given or _chosen(record, plans, asking)))


def _chosen(record: Record, plans: AgendaSettings, asking: Ask) -> str:
    """Return the name of a plan: the one that fits, or another that is named."""
    fits = template(record)
    names = ", ".join(plans.names)
    while True:
        said = asking(f"Agenda ({names}) [{fits.agenda}: {fits.why}]: ").casefold()
        if not said or said in plans.names:
            return said or fits.agenda
