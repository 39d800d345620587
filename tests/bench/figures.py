"""What is measured, against what, and the table of it."""

import statistics
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

PYTHON = sys.executable
NOBLAME = str(Path(PYTHON).with_name("noblame"))
FLOOR = str(Path(__file__).with_name("floor.py"))


class Figure(NamedTuple):
    """A row of the table."""

    name: str
    measured: str
    bound: str
    kept: bool = True


FIGURES: list[Figure] = []


def bounded(name: str, measured: float, bound: float, unit: str = " x") -> None:
    """Note a figure that must not be above `bound`."""
    FIGURES.append(Figure(name, f"{measured:.3g}{unit}", f"<= {bound:g}{unit}", measured <= bound))


def told(name: str, measured: float, unit: str, aim: str = "") -> None:
    """Note a figure that nothing is held to, because it depends on the machine."""
    FIGURES.append(Figure(name, f"{measured:.3g}{unit}", aim))


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """Return the median of the ratios taken round by round."""
    return statistics.median(a / b for a, b in zip(ours, theirs, strict=True))


def missed(since: int) -> list[str]:
    """Return the figures noted from the number `since` on that are above their bounds."""
    return [f"{figure.name}: {figure.measured}, {figure.bound}" for figure in FIGURES[since:] if not figure.kept]
