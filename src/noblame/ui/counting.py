"""Cut sets of large trees, counted beside the program, so that nobody's typing waits for them."""

import asyncio
import sys
from collections.abc import Callable

from noblame.analysis.elsewhere import COMMAND, LENGTH, packed, unpacked
from noblame.analysis.known import KNOWN, Question


class Counting:
    """One process at a time, for the newest questions; `told` is called whenever an answer has grown."""

    def __init__(self, told: Callable[[], None]) -> None:
        self._told = told
        self._asked: tuple[Question, ...] = ()
        self._task: asyncio.Task[None] | None = None

    @property
    def busy(self) -> bool:
        """Whether more may come."""
        return bool(self._asked)

    def ask(self, asked: tuple[Question, ...]) -> None:
        """Look longer for these answers and no longer for those of before."""
        if asked == self._asked:
            return
        if self._task is not None:
            self._task.cancel()
        self._asked = asked
        self._task = asyncio.create_task(self._count(asked)) if asked and sys.executable else None

    async def stop(self) -> None:
        """End it."""
        task = self._task
        self.ask(())
        if task is not None:
            await asyncio.gather(task, return_exceptions=True)

    async def _count(self, asked: tuple[Question, ...]) -> None:
        pipe = asyncio.subprocess.PIPE
        try:
            process = await asyncio.create_subprocess_exec(
                sys.executable, *COMMAND, stdin=pipe, stdout=pipe, stderr=asyncio.subprocess.DEVNULL
            )
        except OSError:  # none to be had: what is known has to do
            self._finished(asked)
            return
        given, heard = process.stdin, process.stdout
        if given is None or heard is None:  # never: both were asked for
            return
        try:
            given.write(packed(asked))
            while True:
                length = int.from_bytes(await heard.readexactly(LENGTH), "big")
                KNOWN.take(*unpacked(await heard.readexactly(length)))
                self._told()
        except (asyncio.IncompleteReadError, ConnectionError):
            self._finished(asked)
        finally:
            given.close()
            if process.returncode is None:
                process.kill()
            await process.wait()

    def _finished(self, asked: tuple[Question, ...]) -> None:
        KNOWN.settle(asked)
        self._asked = ()
        self._told()
