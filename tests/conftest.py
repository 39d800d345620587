"""What all tests share: a clock that stands still and a record to begin with."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import settings

from noblame.editor.situation import Situation
from noblame.model import Cause, Event, Incident, Now, Person, Record

settings.register_profile("same every time", derandomize=True, deadline=None, max_examples=60, stateful_step_count=25)
settings.register_profile("fuzz", deadline=None, max_examples=2_000, stateful_step_count=60)
settings.load_profile("same every time")

NOW = datetime(2024, 1, 18, 10, 0, tzinfo=UTC)


def pytest_configure(config: pytest.Config) -> None:
    """Name the mark of the tests that `make fuzz` gives more time."""
    config.addinivalue_line("markers", "fuzz: searches with made-up input, longer in `make fuzz`")


@pytest.fixture(autouse=True, scope="session")
def _state_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what noblame remembers on a machine out of the home of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture
def now() -> Now:
    return Now(NOW, "boot", 1000.0)


@pytest.fixture
def situation(now: Now) -> Situation:
    return Situation(now)


@pytest.fixture
def record() -> Record:
    """A small incident: three events, a little graph, two people."""
    return Record(
        incident=Incident(title="Mail queue stuck", severity="SEV2"),
        people=(Person(id="ana", name="Ana", roles=("responder",)), Person(id="dana", name="Dana", roles=("facilitator",))),
        events=(
            Event(id="e1", at=datetime(2024, 1, 15, 14, 20, tzinfo=UTC), kind="change", text="Config pushed"),
            Event(id="e2", at=datetime(2024, 1, 15, 14, 30, tzinfo=UTC), kind="detected", text="Queue alert"),
            Event(id="e3", at=datetime(2024, 1, 15, 15, 0, tzinfo=UTC), kind="resolved", text="Queue drained", who=("ana",)),
        ),
        causes=(
            Cause(id="c1", kind="effect", text="Mail was late"),
            Cause(id="c2", text="Queue was full", parents=("c1",)),
            Cause(id="c3", text="Consumer stopped", parents=("c2",)),
            Cause(id="c4", text="No alert on age", parents=("c1",)),
        ),
    )
