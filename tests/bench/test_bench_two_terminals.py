"""How soon a second terminal on the same file shows an edit."""

import statistics
import time
from pathlib import Path

from figures import NOBLAME, told
from long_sessions import long_record, on_disk
from pseudo_terminal import Running

ROUNDS = 9


def test_an_edit_appears_in_the_other_terminal(tmp_path: Path):
    path = on_disk(tmp_path, "shared", long_record(200))
    with (
        Running([NOBLAME, "open", str(path), "--at", "opening"], tmp_path) as meeting,
        Running([NOBLAME, "cockpit", str(path)], tmp_path, fresh=False) as cockpit,
    ):
        meeting.shows("Read aloud")
        cockpit.shows("Ask the room")
        for name, here, there in (("to the cockpit", meeting, cockpit), ("to the meeting", cockpit, meeting)):
            taken: list[float] = []
            for number in range(ROUNDS):
                seen, began = there.written, time.perf_counter()
                here.press(f"/person {name[7]}{chr(97 + number)}ro as observer\r")
                taken.append(there.began + there.shows(f"{name[7].upper()}{chr(97 + number)}ro", after=seen) - began)
            told(f"an edit {name}, median of {ROUNDS}", statistics.median(taken), " s", "<= 1 s")
            told(f"an edit {name}, the slowest", max(taken), " s", "<= 1 s")
