"""How long records of other programs take to become rows, against plainly reading the same bytes."""

import gc
import json
import resource
import time
from datetime import UTC, datetime

from figures import bounded, told

from noblame.importers.base import Hints
from noblame.importers.merging import into
from noblame.importers.registry import read
from noblame.importers.source import source_from_bytes
from noblame.model import Record

ROUNDS = 3
BEGAN = 1705327200
HINTS = Hints(zone="UTC", year=2024)


def slack(messages: int) -> bytes:
    """Return a channel with mentions, links, bots, threads and joins, as Slack writes it."""
    made: list[dict[str, object]] = []
    for n in range(messages):
        message: dict[str, object] = {"type": "message", "user": f"U{n % 40:03}", "ts": f"{BEGAN + n * 3}.{n % 1_000_000:06}",
                                      "text": f"<@U{n % 7:03}> error rate is {n % 90}% &amp; rising, see <https://graphs.example.com/d/{n}|graph>"}  # fmt: skip
        if n % 50 == 0:
            message |= {"subtype": "channel_join", "text": "has joined the channel"}
        if n % 9 == 0:
            message |= {"subtype": "bot_message", "text": "", "attachments": [{"fallback": f"[FIRING:1] PoolEmpty #{n}"}]}
        if n % 11 == 0:
            message["thread_ts"] = f"{BEGAN}.000000"
        made.append(message)
    return json.dumps(made).encode()


def syslog(lines: int) -> bytes:
    """Return a log with stamps that say neither year nor zone."""
    stamps = (datetime.fromtimestamp(BEGAN + n, UTC) for n in range(lines))
    return "".join(f"{at:%b %d %H:%M:%S} web{n % 4} checkout[{n % 90}]: request {n} took {n % 700} ms\n" for n, at in enumerate(stamps)).encode()  # fmt: skip


def measured(name: str, content: bytes, plain, bound: float) -> None:
    """Read and merge some rounds in turn with the plain reading of the same bytes; note the best of both."""
    ours: list[float] = []
    floor: list[float] = []
    merged: list[float] = []
    for _ in range(ROUNDS):
        gc.collect()
        began = time.perf_counter()
        kept = plain(content)
        floor.append(time.perf_counter() - began)
        del kept
        began = time.perf_counter()
        reading = read(source_from_bytes("file", content), HINTS)
        ours.append(time.perf_counter() - began)
        record, added = into(Record(), reading)
        merged.append(time.perf_counter() - began)
        assert added.new == reading.records == len(record.events)
    told(f"{name}: read plainly", min(floor) * 1000, " ms")
    told(f"{name}: as rows", min(ours) * 1000, " ms")
    told(f"{name}: in the record", min(merged) * 1000, " ms", "aim 3,000 ms for 50,000")
    bounded(f"{name}: as rows / read plainly", min(ours) / min(floor), bound)


def test_ten_thousand_slack_messages():
    measured("10,000 Slack messages", slack(10_000), json.loads, 60)


def test_fifty_thousand_slack_messages_fit_into_memory():
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    content = slack(50_000)
    began = time.perf_counter()
    record, _ = into(Record(), read(source_from_bytes("file", content), HINTS))
    took = time.perf_counter() - began
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    assert len(record.events) == 50_000
    told("50,000 Slack messages in the record", took * 1000, " ms", "aim 3,000 ms")
    bounded("50,000 Slack messages: memory more, MiB", grown, 400)


def test_fifty_thousand_lines_of_a_log():
    measured(
        "50,000 lines of syslog", syslog(50_000), lambda content: [line.split() for line in content.decode().splitlines()], 80
    )
