"""The causal graph as a graph that other programs lay out: Mermaid and Graphviz, each with its escapes.

Every drawing shows all effects and the tray, each cause once, under all that it explains.
"""

import re
from collections.abc import Iterator

from noblame.analysis import categories
from noblame.analysis.bones import bones
from noblame.analysis.branches import DEEPEST_SHOWN, worded
from noblame.analysis.graph import graph_of
from noblame.analysis.left_out import DrawingKind
from noblame.analysis.logic import gate_words
from noblame.analysis.questions import why
from noblame.exporters.refusal import ExportRefused
from noblame.model import Cause, Record

_MERMAID = re.compile(r'["#&<>`\\;]|^\s*(?:-|\d+[.)])(?=\s)')
_ACTIVE_IN_ISHIKAWA = re.compile(r"^(?=ishikawa|%%)", re.IGNORECASE)


def mermaid_text(text: str) -> str:
    """Return words for a quoted label; what Mermaid, its Markdown or a browser would act on becomes a character code."""
    return _MERMAID.sub(lambda found: "".join(f"#{ord(c)};" for c in found[0]), text)


def ishikawa_text(text: str) -> str:
    """Return words for a line of a Mermaid fishbone, which has no quotes; what would be a tag or a keyword is defused."""
    plain = re.sub(r"\s+", " ", text.replace("<", "‹").replace(">", "›")).strip() or "…"
    return _ACTIVE_IN_ISHIKAWA.sub("\u2013 ", plain)


def dot_text(text: str) -> str:
    """Return words in quotes for Graphviz, where a backslash begins an escape."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


class _Nodes:
    """What a graph consists of: causes by plain names, gates where there are several inputs, links."""

    def __init__(self, record: Record, kind: DrawingKind) -> None:
        if not record.causes:
            raise ExportRefused("There is no cause yet, so there is nothing to draw.")
        self.graph = graph_of(record)
        self.names = {cause.id: f"n{number}" for number, cause in enumerate(self.graph.by_id.values(), 1)}
        self.gates = kind == "fault tree"

    def gate(self, cause: Cause) -> str:
        """Return the words of the gate below a cause; empty where it has none."""
        count = sum(child.kind != "safeguard" for child in self.graph.children(cause.id))
        return gate_words(cause.join, cause.k, count, negated=cause.negated) if self.gates else ""

    def links(self) -> Iterator[tuple[str, str, Cause, Cause]]:
        """Yield the names at both ends of each link, from what is explained or its gate, and the causes."""
        for cause in self.graph.by_id.values():
            name = self.names[cause.id]
            for child in self.graph.children(cause.id):
                beside = not self.gate(cause) or child.kind == "safeguard"
                yield name if beside else f"{name}g", self.names[child.id], cause, child

    def leaf(self, cause: Cause) -> bool:
        """Whether a cause is a basic event."""
        return cause.kind == "cause" and not self.graph.children(cause.id)


def mermaid(record: Record, kind: DrawingKind = "fault tree") -> str:
    """Return a flowchart of the whys or the fault tree, or for the first effect a fishbone (Mermaid 11.13 and later)."""
    if kind == "fishbone":
        return "\n".join(["ishikawa-beta", *_ishikawa(record), ""])
    nodes = _Nodes(record, kind)
    lines = ["flowchart TD"]
    for cause in nodes.graph.by_id.values():
        name, words = nodes.names[cause.id], mermaid_text(worded(cause))
        begin, end = (
            ("((", "))") if nodes.gates and nodes.leaf(cause) else ("[/", "/]") if cause.kind == "safeguard" else ("[", "]")
        )
        lines.append(f'  {name}{begin}"{words}"{end}')
        if gate := nodes.gate(cause):
            lines += [f'  {name}g{{{{"{mermaid_text(gate)}"}}}}', f"  {name} --- {name}g"]
    for parent, child, above, below in nodes.links():
        asked = below.question or why(above.text)
        arrow = "-.-" if below.status == "ruled out" or below.kind == "safeguard" else "---"
        label = f'|"{mermaid_text(asked)}"|' if kind == "whys" and below.parents[:1] == (above.id,) else ""
        lines.append(f"  {parent} {arrow}{label} {child}")
    return "\n".join([*lines, ""])


def _ishikawa(record: Record) -> Iterator[str]:
    """Yield effect, categories, causes, each a level further in."""
    effect = next((cause for cause in record.causes if cause.kind == "effect"), None)
    if effect is None:
        raise ExportRefused("There is no effect yet, so a fishbone has no head.")
    yield f"  {ishikawa_text(worded(effect))}"
    for bone in bones(record, effect.id):
        if bone.ribs:
            yield f"    {ishikawa_text(categories.title(bone.category))}"
        for rib in bone.ribs:
            yield f"      {ishikawa_text(worded(rib.cause))}"
            for depth, cause in rib.below:
                yield f"{' ' * (6 + 2 * min(DEEPEST_SHOWN, depth))}{ishikawa_text(worded(cause))}"


def dot(record: Record, kind: DrawingKind = "fault tree") -> str:
    """Return a graph for Graphviz; the fishbone lies on its side, causes of one category in one box."""
    nodes = _Nodes(record, kind)
    lines = ["digraph causes {", f"  rankdir={'RL' if kind == 'fishbone' else 'TB'}; node [shape=box, fontname=Helvetica];"]
    for cause in nodes.graph.by_id.values():
        look = f"label={dot_text(worded(cause))}{_look(nodes, cause)}"
        lines.append(f"  {nodes.names[cause.id]} [{look}];")
        if gate := nodes.gate(cause):
            lines.append(f"  {nodes.names[cause.id]}g [label={dot_text(gate)}, shape=ellipse, height=0.3];")
            lines.append(f"  {nodes.names[cause.id]} -> {nodes.names[cause.id]}g [dir=none];")
    for parent, child, above, below in nodes.links():
        tail, end = (child, parent) if kind == "fishbone" else (parent, child)
        look = [] if kind == "fishbone" else ["dir=none"]
        look += ["style=dashed"] if below.status == "ruled out" or below.kind == "safeguard" else []
        look += [f"label={dot_text(below.question or why(above.text))}"] if kind == "whys" else []
        lines.append(f"  {tail} -> {end} [{', '.join(look)}];")
    if kind == "fishbone":
        lines += _boxes(nodes)
    return "\n".join([*lines, "}", ""])


def _look(nodes: _Nodes, cause: Cause) -> str:
    if cause.kind == "safeguard":
        return ", style=rounded"
    if not nodes.gates or not nodes.leaf(cause):
        return ", penwidth=2" if cause.kind == "effect" else ""
    return ", shape=house" if cause.switch else ", shape=diamond" if cause.stop == "not pursued" else ", shape=ellipse"


def _boxes(nodes: _Nodes) -> Iterator[str]:
    """Yield a box for each category with the causes in it."""
    found: dict[str, list[str]] = {}
    for cause_id, category in nodes.graph.categories().items():
        if category:
            found.setdefault(categories.title(category), []).append(nodes.names[cause_id])
    for number, (title, names) in enumerate(found.items()):
        yield f"  subgraph cluster_{number} {{ label={dot_text(title)}; color=gray; {' '.join(f'{name};' for name in names)} }}"
