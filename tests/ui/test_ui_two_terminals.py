"""The meeting and the cockpit as two real programs on one file: what either takes, the other shows."""

import sys
from pathlib import Path

import pytest
from pseudo_terminal import Running

from noblame.model import Record
from noblame.store.session import SessionFile

PATIENCE = 20.0
"""A second is promised, and `make bench` measures; a busy machine keeps nobody's promises."""
STAGE = "\x0c"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")


def passed_on(there: Running, words: str, here: Running, keys: str) -> None:
    """Press keys here and wait for the words in the other terminal."""
    seen = there.written
    here.press(keys)
    there.shows(words, PATIENCE, after=seen)


def test_two_terminals_show_what_either_takes(tmp_path: Path, record: Record):
    path = tmp_path / "mail.toml"
    SessionFile.create(path, record).save(record)
    noblame = [sys.executable, "-m", "noblame"]
    with (
        Running([*noblame, "open", str(path), "--at", "timeline"], tmp_path) as meeting,
        Running([*noblame, "cockpit", str(path)], tmp_path, fresh=False) as cockpit,
    ):
        meeting.shows("Queue drained")
        cockpit.shows("Ask the room")
        passed_on(cockpit, "Zoe", meeting, "/person zoe as observer\r")
        passed_on(meeting, "Support is called", cockpit, "/e 14:40 Support is called\r")
        meeting.press(STAGE)
        meeting.shows("leave the stage")
        passed_on(meeting, "Mail is slow", cockpit, "/e 14:19 Mail is slow\r")
