"""Every call of a save fails in turn, with every answer that a kernel gives: the old or the new version stands there, whole."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from noblame.model import Incident, Record
from noblame.store.session import SessionFile

CALLS = ("open", "write", "fsync", "fchmod", "fstat", "close", "replace", "stat")
ANSWERS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EINTR, errno.EROFS, errno.EDQUOT)


class Failing:
    """Lets one call of the disk fail, counted from the first."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, number: int, answer: int) -> None:
        self.seen: list[str] = []
        self._number, self._answer = number, answer
        for name in CALLS:
            monkeypatch.setattr(os, name, self._failing(name, getattr(os, name)))

    def _failing(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            self.seen.append(name)
            if len(self.seen) == self._number:
                if name == "close":  # the descriptor is gone all the same
                    real(*arguments, **named)
                raise OSError(self._answer, os.strerror(self._answer))
            return real(*arguments, **named)

        return call


def titled(title: str) -> Record:
    return Record(incident=Incident(title=title * 200))


def faults(path: Path, answer: int) -> int:
    """Save with the first call failing, then with the second, until none is left to fail; return how many did."""
    number = 0
    while True:
        number += 1
        path.unlink(missing_ok=True)
        file = SessionFile.create(path, titled("old"))
        told = ""
        with pytest.MonkeyPatch.context() as broken:
            failing = Failing(broken, number, answer)
            try:
                file.save(titled("new"))
            except OSError as problem:
                told = str(problem)
        stands = SessionFile.open(path).record
        assert stands in (titled("old"), titled("new")), failing.seen
        assert told or stands == titled("new"), "what was said to be saved is there"
        assert [item.name for item in path.parent.iterdir() if item.name.endswith(".tmp")] == []
        file.save(titled("newest"))
        assert SessionFile.open(path).record == titled("newest")
        if len(failing.seen) < number:
            return number - 1


@pytest.mark.parametrize("answer", ANSWERS, ids=[errno.errorcode[answer] for answer in ANSWERS])
def test_every_call_of_a_save_may_fail(tmp_path: Path, answer: int):
    assert faults(tmp_path / "s.toml", answer) > 8


@pytest.mark.parametrize("most", [1, 7, 100])
def test_a_disk_that_takes_little_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int):
    file = SessionFile.create(tmp_path / "s.toml", titled("old"))
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, content: real(descriptor, bytes(content[:most])))
    file.save(titled("new"))
    assert SessionFile.open(tmp_path / "s.toml").record == titled("new")
