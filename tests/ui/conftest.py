"""How the tests of the screen come by an open program."""

from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest
from driving import Open, Room, opened

from noblame.model import Now, Record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "session.toml"


@pytest.fixture
def open_room(path: Path, record: Record, now: Now) -> Open:
    def opener(given: Record | None = record, **how: Any) -> AbstractAsyncContextManager[Room]:
        return opened(path, given, now, **how)

    return opener
