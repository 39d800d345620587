"""A finished example, put back to the moment before its meeting."""

from noblame.model import PRESETS, Action, Record, planned


def ahead(record: Record) -> Record:
    """Return the record with the meeting still to come: draft, clock at zero, nobody ticked, nothing accepted."""
    preset = record.agenda.preset if record.agenda.preset in PRESETS else "standard"
    return record.but(
        incident=record.incident.but(status="draft"),
        agenda=planned(preset),
        meeting=record.meeting.but(norms=(), done=()),
        people=tuple(person.but(present=False, turns=0) for person in record.people),
        actions=tuple(_promised_again(action) for action in record.actions),
    )


def _promised_again(action: Action) -> Action:
    return action.but(consent="", status="open", verified_by="") if action.intended else action
