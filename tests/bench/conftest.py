"""Benchmarks run only when asked for, and end in one table.

Every figure is noted first and held to its bound at the end of its test, so that the table is whole
even where a bound is missed.
"""

import os
from collections.abc import Iterator

import pytest
from figures import FIGURES, missed


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bench", action="store_true", help="measure; takes a minute or two and wants a quiet machine")


def pytest_runtest_setup(item: pytest.Item) -> None:
    if not item.config.getoption("--bench", False):
        pytest.skip("'make bench' measures")


@pytest.fixture(autouse=True)
def _held_to_bounds() -> Iterator[None]:
    first = len(FIGURES)
    yield
    assert not missed(first)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not FIGURES:
        return
    terminalreporter.section(f"figures (load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors)")
    wide = max(len(figure.name) for figure in FIGURES)
    terminalreporter.line(f"{'figure':<{wide}}  {'measured':>12}  {'bound':>12}")
    for figure in FIGURES:
        mark = "" if figure.kept else "  MISSED"
        terminalreporter.line(f"{figure.name:<{wide}}  {figure.measured:>12}  {figure.bound:>12}{mark}")
