"""The drawings of the causal graph as text for a document."""

from dataclasses import dataclass

from noblame.analysis import faulttree, fishbone
from noblame.analysis.bones import bones
from noblame.analysis.consequence import consequence, ways
from noblame.analysis.fishbone_tree import tree
from noblame.analysis.logic import logic
from noblame.model import Cause, Record

WIDTH = 96
"""Columns; what a page of code shows without scrolling."""
_FEW = 3
"""Bones up to which a tree is shorter."""
_MOST_ROWS = 20
"""Rows up to which slanted bones are easier to read than a tree."""


@dataclass(frozen=True)
class Picture:
    """The drawings of one effect; empty where the graph has nothing to show in that form."""

    effect: str
    """Id of the effect."""
    fishbone: str
    fault_tree: str
    consequence: str
    """What the joins say about the effect, in sentences."""


def pictures(record: Record) -> tuple[Picture, ...]:
    """Return the drawings of every effect that has causes with categories or decided joins."""
    plain = record.but(actions=(), causes=tuple(cause.but(events=()) for cause in record.causes))
    found = [
        Picture(effect.id, _fishbone(plain, effect), *_fault_tree(plain, effect))
        for effect in record.causes
        if effect.kind == "effect"
    ]
    return tuple(picture for picture in found if picture.fishbone or picture.fault_tree)


def _fishbone(record: Record, effect: Cause) -> str:
    """Return slanted bones where they stay flat, else the tree of seed A without its empty bones."""
    filled = [bone for bone in bones(record, effect.id) if bone.ribs]
    if not any(bone.category for bone in filled):
        return ""
    slanted = fishbone.drawing(record, effect.id, WIDTH).text
    return slanted if slanted.count("\n") < _MOST_ROWS and len(filled) > _FEW else tree(filled, effect, WIDTH, each=True).text


def _fault_tree(record: Record, effect: Cause) -> tuple[str, str]:
    """Return the fault tree and what follows from it, if somebody has decided a join."""
    gates = logic(record, effect.id).gates.values()
    if not any(len(gate.inputs) > 1 and gate.join != "undecided" for gate in gates):
        return "", ""
    count = ways(record, effect.id)
    drawn = faulttree.drawing(record, effect.id, WIDTH).text
    return drawn.removeprefix(f"{count}\n"), consequence(record, effect.id).removesuffix(count).strip()
