"""Fuller answers about fault trees, found in a process of their own and told as soon as there is more to tell.

The process reads questions from standard input and writes to standard output what it finds, the sets of one event
first, then those of up to two and three, then all. It ends when it has nothing more to find, or when nobody is left
to tell: standard input stays open for as long as somebody waits.
"""

import os
import pickle
import sys
import threading
from collections.abc import Iterable, Iterator

from noblame.analysis.known import Question
from noblame.analysis.reckoning import Answer, answers

LENGTH = 4
"""Bytes before each message that say how long it is."""
COMMAND = ("-P", "-m", "noblame.analysis.elsewhere")
"""What Python is told, to be that process."""

Told = tuple[Question, Answer]


def packed(message: tuple[Question, ...] | Told) -> bytes:
    """Return a message as it is sent."""
    content = pickle.dumps(message)
    return len(content).to_bytes(LENGTH, "big") + content


def unpacked(content: bytes) -> Told:
    """Return what the process said in a message, its length taken off; it is our own and can be trusted."""
    return pickle.loads(content)  # noqa: S301


def found(asked: Iterable[Question]) -> Iterator[Told]:
    """Yield fuller and fuller answers, the short sets of every question before the long ones of any."""
    waiting = {one: answers(one.tree, one.top, limit_order=one.limit_order, max_sets=one.max_sets) for one in asked}
    while waiting:
        for one, growing in list(waiting.items()):
            better = next(growing, None)
            if better is None:
                del waiting[one]
            else:
                yield one, better


def main() -> None:
    """Answer the questions on standard input."""
    given = sys.stdin.buffer
    length = int.from_bytes(given.read(LENGTH), "big")
    asked: tuple[Question, ...] = pickle.loads(given.read(length))  # noqa: S301

    def wait() -> None:
        given.read()
        os._exit(0)

    threading.Thread(target=wait, daemon=True).start()
    for told in found(asked):
        sys.stdout.buffer.write(packed(told))
        sys.stdout.buffer.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
