"""The documents of the example session, as a reader sees them in a diff.

``NOBLAME_REGENERATE=1 pytest tests/exporters/test_exporters_golden.py`` writes them anew.
"""

import os
from pathlib import Path

import pytest
from seed_incidents import payments

from noblame.exporters import export
from noblame.exporters.profiles import PROFILES

GOLDEN = Path(__file__).parent.parent / "golden"


@pytest.mark.parametrize("profile", PROFILES)
def test_the_example_reads_as_before(profile: str):
    path = GOLDEN / f"payments-outage.{profile}.md"
    made = export(payments(), profile=profile).encode()
    if os.environ.get("NOBLAME_REGENERATE"):
        path.write_bytes(made)
    assert path.read_bytes() == made
