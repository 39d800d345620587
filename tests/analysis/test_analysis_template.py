"""Which plan fits an incident, by its size and the triggers that fired."""

import pytest

from noblame.analysis.template import template
from noblame.model import Incident, Record


@pytest.mark.parametrize(
    ("incident", "agenda"),
    [
        (Incident(), "quick"),
        (Incident(severity="SEV3", declared_minutes=12), "quick"),
        (Incident(severity="SEV2", declared_minutes=47), "standard"),
        (Incident(severity="SEV1", declared_minutes=5), "extended"),
        (Incident(severity="SEV3", declared_minutes=120), "extended"),
        (Incident(triggers=("data",)), "extended"),
        (Incident(triggers=("near miss",)), "learning"),
        (Incident(triggers=("novel",), declared_minutes=14), "learning"),
        (Incident(triggers=("novel",), declared_minutes=15), "standard"),
        (Incident(triggers=("unusual",)), "standard"),
    ],
)
def test_size_and_triggers_choose_the_plan(incident: Incident, agenda: str):
    found = template(Record(incident=incident))
    assert found.agenda == agenda
    assert found.why
