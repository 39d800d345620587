"""Start-up: what must be quick is answered before anything else is imported."""

import os
import sys

from noblame import __version__

_FULL_SCREEN = {"demo": "opening the example meeting …", "open": "opening …", "cockpit": "opening …"}


def main() -> None:
    """Run the command line; the entry point of ``noblame``."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by a caller who wants to hear nothing
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
    words = sys.argv[1:]
    if words in (["--version"], ["-V"]):
        sys.stdout.write(f"noblame {__version__}\n")
        return
    if words and words[0] in _FULL_SCREEN and _terminal() and not {"-h", "--help"} & set(words):
        import gc

        from noblame.ui import signals, skeleton

        gc.disable()  # until the screen is ready: starting makes much and throws nothing away
        signals.hold()
        skeleton.paint(_FULL_SCREEN[words[0]])
        code = _run(words)
        skeleton.away()
        _leave(code)
    _leave(_run(words))


def _terminal() -> bool:
    there = all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))  # pyright: ignore[reportUnnecessaryComparison] a closed one is none
    return there and os.environ.get("TERM") not in (None, "", "dumb")


def _run(words: list[str]) -> int:
    # Pydantic looks through every installed package for plugins before its first model: a tenth of a start, for none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from noblame.cli.main import main as run

    return run(words)


def _leave(code: int) -> None:
    """End at once: everything is on the disk, and taking Textual's modules down takes longer than all else."""
    import contextlib

    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError):  # the terminal may be gone
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
