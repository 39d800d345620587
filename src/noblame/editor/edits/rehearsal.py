"""A finished example, put back to the moment before its meeting."""

from datetime import datetime

from noblame.model import PRESETS, Action, Record, Rehearsal, planned


def ahead(record: Record) -> Record:
    """Return the record with the meeting still to come: draft, clock at zero, nobody ticked, nothing accepted."""
    preset = record.agenda.preset if record.agenda.preset in PRESETS else "standard"
    return record.but(
        incident=record.incident.but(status="draft"),
        agenda=planned(preset),
        meeting=record.meeting.but(norms=(), done=(), follow_up=None, learned=None, again=None),
        people=tuple(person.but(present=False, turns=0) for person in record.people),
        actions=tuple(_promised_again(action) for action in record.actions),
    )


def rehearsed(record: Record, speed: float, now: datetime) -> Record:
    """Return the record with a clock that runs `speed` times faster from now on; at 1 it is the ordinary clock."""
    rehearsal = Rehearsal(speed=speed, since=now) if speed != 1 else None
    return record.but(agenda=record.agenda.but(rehearsal=rehearsal))


def _promised_again(action: Action) -> Action:
    return action.but(consent="", status="open", verified_by="") if action.intended else action
