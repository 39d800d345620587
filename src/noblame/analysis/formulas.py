"""A fault tree with all that Open-PSA allows: gates over gates, basic events, switches and constants."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple, Union

from noblame.analysis.circles import circle

Connective = Literal["and", "or", "not", "nand", "nor", "xor", "iff", "imply", "atleast", "cardinality", "pass"]
CONNECTIVES: dict[Connective, tuple[int, float]] = {
    "and": (1, float("inf")), "or": (1, float("inf")), "nand": (1, float("inf")), "nor": (1, float("inf")),
    "atleast": (1, float("inf")), "cardinality": (1, float("inf")), "not": (1, 1), "pass": (1, 1),
    "xor": (2, 2), "iff": (2, 2), "imply": (2, 2),
}  # fmt: skip
"""How many inputs each takes, from and to."""

Input = Union[str, bool, "Formula"]
"""The name of a gate, basic event or switch; a constant; or a formula of its own."""


class Formula(NamedTuple):
    """What a gate says about its inputs."""

    connective: Connective
    inputs: tuple[Input, ...]
    least: int = 0
    """For ``atleast`` and ``cardinality``: how many inputs have to be true."""
    most: int = 0
    """For ``cardinality``: how many may be true."""

    def names(self) -> Iterator[str]:
        """Yield the names it refers to, from the left, those of inner formulas among them."""
        for entry in self.inputs:
            if isinstance(entry, str):
                yield entry
            elif isinstance(entry, Formula):
                yield from entry.names()


class FaultTree(NamedTuple):
    """Gates by name over basic events and switches; names are unique across the three."""

    gates: dict[str, Formula]
    events: dict[str, float | None]
    """The basic events with their probabilities, None where nobody gave one."""
    switches: dict[str, bool]
    """House events: true or false beforehand."""
    labels: dict[str, str]
    """The words of gates and events that have some."""
    notes: Mapping[str, str] = MappingProxyType({})
    """What noblame wrote about those that it defined itself, in the order of the file."""

    @property
    def tops(self) -> tuple[str, ...]:
        """The gates that no gate refers to, in order."""
        used = {name for formula in self.gates.values() for name in formula.names()}
        return tuple(name for name in self.gates if name not in used)

    def circle(self) -> list[str]:
        """Return the gates along one circle, its first again at the end; empty where there is none."""
        return circle({name: tuple(f for f in formula.names() if f in self.gates) for name, formula in self.gates.items()})
