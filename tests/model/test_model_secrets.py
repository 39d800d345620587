import pytest

from noblame.model import Event, Record
from noblame.model.secrets import (
    REMOVED,
    Secret,
    kinds,
    record_without_secrets,
    secret_in,
    secret_of,
    secrets_in,
    without_secrets,
)


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
def test_each_kind_takes_and_leaves_what_it_says(kind: Secret):
    assert kind.takes
    for said in kind.takes:
        shown = without_secrets(f"before {said} behind")
        assert REMOVED in shown
        assert shown.startswith("before ")
        assert secret_in(said) == kind.name
        assert secret_of(Event(id="e1", text="plain", evidence=("plain", said))) == kind.name
        ((start, end),) = secrets_in(f"before {said} behind")
        assert shown == f"before {said} behind"[:start] + REMOVED + f"before {said} behind"[end:]
        assert without_secrets(shown) == shown
    for said in kind.leaves:
        assert without_secrets(said) == said
        assert not secret_in(said)
        assert not secrets_in(said)


def test_the_shortest_secret_is_one_and_nothing_shorter_is_looked_at():
    shortest = min((said for kind in kinds() for said in ("x://y:z@", *kind.takes)), key=len)
    assert secret_in(shortest)
    assert secret_of(shortest)
    assert without_secrets(shortest) != shortest
    ((start, end),) = secrets_in(shortest)
    assert shortest[start:end]


def test_secrets_that_overlap_are_one_place_and_others_each_their_own():
    token, key = "xoxb-12345678-abcdef", "AKIAABCDEFGHIJKLMNOP"
    both = f"password={token}, then {key} and {key}"
    places = secrets_in(both)
    assert [both[start:end] for start, end in places][1:] == [key, key]
    assert places[0] == (both.index(token), both.index(token) + len(token)) or both[slice(*places[0])].startswith(token)
    within = f"https://me:{token}@host.example/{key}"
    assert [within[start:end] for start, end in secrets_in(within)] == [token, key]
    overlong = f"Bearer {key}.{token}"
    ((start, end),) = secrets_in(overlong)
    assert overlong[start:end] == f"{key}.{token}"


def test_a_record_loses_nothing_but_its_secrets(record: Record):
    assert record_without_secrets(record) is record
    leaky = record.but(
        events=(*record.events, Event(id="e9", text="pw=x", evidence=("run --token abc123",), raw="xoxb-12345678-a"))
    )
    clean = record_without_secrets(leaky)
    assert clean.events[:-1] == record.events
    assert clean.events[-1] == Event(id="e9", text="pw=x", evidence=(f"run --token {REMOVED}",), raw=REMOVED)
