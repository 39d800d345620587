"""The questions of ``noblame new`` on a terminal: seed B's triggers and the size of the incident, in half a minute."""

import re
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
    said = _fitting(asking, "Minutes that people felt it, such as 48: ", r"(\d{0,6}) *(?:m|min|minutes)?")
    minutes = int(said[1]) if said[1] else None
    for number, name in enumerate(_TICKED, 1):
        sys.stderr.write(f"  {number} {TRIGGERS[name]}\n")
    said = _fitting(asking, "Which of these apply? Numbers such as 2 3, or Enter for none: ", rf"[1-{len(_TICKED)} ,]*")
    ticked = [name for number, name in enumerate(_TICKED, 1) if str(number) in said[0]]
    if minutes and minutes > 15:
        ticked.insert(0, "customers")
    incident = record.incident.but(service=service, severity=severity, declared_minutes=minutes, triggers=tuple(ticked))
    record = record.but(incident=incident)
    return record.but(agenda=plans.plan(given or _plan(record, plans, asking)))


def _plan(record: Record, plans: AgendaSettings, asking: Ask) -> str:
    """Return the name of a plan: the one that fits, or another that is named."""
    fits = template(record)
    sys.stderr.write(f"  {fits.agenda} fits: {fits.why}\n")
    names = "|".join(map(re.escape, plans.names))
    said = _fitting(asking, f"Agenda ({', '.join(plans.names)}), or Enter for {fits.agenda}: ", f"(?:{names})?")[0]
    return next((name for name in plans.names if name.casefold() == said.casefold()), fits.agenda)


def _fitting(asking: Ask, question: str, pattern: str) -> re.Match[str]:
    """Ask until the answer has the form of `pattern`."""
    while (said := re.fullmatch(pattern, asking(question), re.IGNORECASE)) is None:
        pass
    return said
