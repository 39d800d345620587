"""The documents of the example session, and every other format of a small record, as a reader sees them in a diff.

``NOBLAME_REGENERATE=1 pytest tests/exporters/test_exporters_golden.py`` writes them anew.
"""

import os
from pathlib import Path

import pytest
from every_join import EVERY_JOIN
from seed_incidents import payments

from noblame.exporters import export
from noblame.exporters.profiles import PROFILES
from noblame.model import Record

GOLDEN = Path(__file__).parent.parent / "golden"
OTHERS = ("csv", "jira", "linear", "gh", "ics", "openpsa", "whys", "fishbone", "faulttree", "list", "html")
DRAWN = [(to, drawing) for to in ("mermaid", "dot", "svg") for drawing in ("whys", "fishbone", "faulttree")]


def reads_as_before(name: str, record: Record, **how: str) -> None:
    path = GOLDEN / name
    made = export(record, **how).encode()
    if os.environ.get("NOBLAME_REGENERATE"):
        path.write_bytes(made)
    assert path.read_bytes() == made


@pytest.mark.parametrize("profile", PROFILES)
def test_the_example_reads_as_before(profile: str):
    reads_as_before(f"payments-outage.{profile}.md", payments(), profile=profile)


@pytest.mark.parametrize("profile", PROFILES)
def test_every_join_and_state_is_told_as_before(profile: str):
    reads_as_before(f"every-join.{profile}.md", EVERY_JOIN, profile=profile)


@pytest.mark.parametrize("to", OTHERS)
def test_every_join_and_state_is_written_as_before(to: str):
    reads_as_before(f"every-join.{to}", EVERY_JOIN, to=to)


@pytest.mark.parametrize(("to", "drawing"), DRAWN)
def test_every_join_and_state_is_drawn_as_before(to: str, drawing: str):
    reads_as_before(f"every-join.{drawing}.{to}", EVERY_JOIN, to=to, drawing=drawing)
