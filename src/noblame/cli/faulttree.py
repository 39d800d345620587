"""``noblame faulttree``: minimal cut sets, probability and importance of a fault tree."""

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from noblame.analysis.consequence import first_effect
from noblame.analysis.explained import fault_tree
from noblame.analysis.formulas import FaultTree
from noblame.analysis.graph import check
from noblame.analysis.logic import logic
from noblame.analysis.reckoning import PATIENT, Answer, answer
from noblame.cli import exits
from noblame.cli.main import tell
from noblame.cli.sessions import opened
from noblame.cli.standard_input import whole
from noblame.exporters.registry import export
from noblame.importers.causes.trees_of_gates import causes_of
from noblame.importers.openpsa import read_fault_tree
from noblame.importers.refusal import Refused
from noblame.importers.source import LARGEST, Source, read_source, source_from_bytes
from noblame.model import Record
from noblame.model.secrets import record_without_secrets

_LISTED = 20
"""Sets that are printed for people."""


def run(arguments: argparse.Namespace) -> int:
    """Compute the tree and print what was found, or write it in another form."""
    if arguments.to:
        sys.stdout.buffer.write(export(_record(arguments), arguments.to, drawing="faulttree").encode())
        return exits.DONE
    tree, top = _tree(arguments)
    found = answer(tree, top, steps=PATIENT, limit_order=arguments.limit_order, max_sets=arguments.max_sets)
    if arguments.json:
        sys.stdout.write(json.dumps(as_json(found), ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write("".join(f"{line}\n" for line in in_words(found, tree)))
    if found.note:
        tell(found.note)
    return exits.DONE


def _tree(arguments: argparse.Namespace) -> tuple[FaultTree, str]:
    """Return the tree and the name of its top event; a file that begins as XML is Open-PSA, all else a session."""
    source = _source(arguments.file)
    if source is not None:
        tree = read_fault_tree(source)
        return tree, _top(source.name, tree, arguments.top)
    record = opened(arguments, arguments.file).record
    effect = record.cause(arguments.top) if arguments.top else first_effect(record)
    if effect is None or not record.children(effect.id):
        what = f"has no cause {arguments.top} with causes of its own" if arguments.top else "explains no effect yet"
        raise Refused(f"{arguments.file}: {what}; add causes first, or name one with --top")
    if trouble := check(record):
        raise Refused(f"{arguments.file}: {trouble}")
    if undecided := logic(record, effect.id).undecided:
        tell(f"{undecided} undecided {'join was' if undecided == 1 else 'joins were'} read as OR")
    return fault_tree(record, effect.id), effect.id


def _record(arguments: argparse.Namespace) -> Record:
    """Return the causes of the file."""
    source = _source(arguments.file)
    if source is None:
        return record_without_secrets(opened(arguments, arguments.file).record)
    return Record(causes=causes_of(read_fault_tree(source)))


def _source(file: str) -> Source | None:
    """Return the file if it is XML."""
    if file == "-":
        return source_from_bytes("standard input", whole(LARGEST))
    if not Path(file).is_file():
        if file.endswith(".xml"):
            raise Refused(f"{file}: there is no such file; name one of Open-PSA XML, or a session")
        return None
    source = read_source(Path(file))
    start = source.members[0].content[:64].decode("utf-8", "replace").replace("\0", "").lstrip("\ufeff\ufffd \t\r\n")
    return source if start.startswith("<") or file.endswith(".xml") else None


def _top(file: str, tree: FaultTree, wanted: str) -> str:
    """Return the top event: the one asked for, else the first that nothing refers to."""
    if wanted:
        if wanted not in tree.gates:
            raise Refused(f"{file}: has no gate {wanted}; take one of {', '.join(tree.tops[:5])}")
        return wanted
    first, *others = tree.tops
    if others:
        more = f" and {len(others) - 4} more" if len(others) > 4 else ""
        tell(f"{len(others) + 1} top events; computed {first}. Others: {', '.join(others[:4])}{more} (--top NAME)")
    return first


def as_json(found: Answer) -> dict[str, Any]:
    """Return the answer with its stable keys; what is not known is null, and so is an `rrw` without end."""
    return {
        "top": found.top,
        "cut_sets": found.total,
        "by_order": {str(size): count for size, count in found.by_order.items()},
        "sets": [list(one) for one in found.sets],
        "truncated": found.truncated,
        "probability": {"exact": found.exact, "rare_event": found.rare_event, "mcub": found.mcub},
        "importance": {name: one._asdict() for name, one in found.importance.items()},
        "note": found.note,
    }


def in_words(found: Answer, tree: FaultTree) -> Iterable[str]:
    """Yield the answer as lines for people: how many sets, the shortest of them, how likely, what matters most."""
    label = tree.labels.get(found.top, "")
    yield f"{found.top}  {label}".rstrip()
    sizes = ", ".join(f"{count:,} of {size}" for size, count in found.by_order.items())
    yield f"{found.total:,} minimal cut {'set' if found.total == 1 else 'sets'}{': ' + sizes if sizes else ''}"
    alone = [one[0] for one in found.sets if len(one) == 1]
    if found.order:
        yield f"enough alone: {', '.join(alone) or 'none'}"
    for one in found.sets[:_LISTED]:
        yield "  " + " + ".join(one)
    if found.total > _LISTED:
        yield f"  … {found.total - _LISTED:,} more (--json lists them)"
    figures = (("exact", found.exact), ("rare-event", found.rare_event), ("min-cut upper bound", found.mcub))
    if known := [f"{name} {value:.6g}" for name, value in figures if value is not None]:
        yield f"probability: {', '.join(known)}"
    ranked = sorted(found.importance.items(), key=lambda pair: -(pair[1].criticality or 0))[:_LISTED]
    if ranked:
        yield f"{'importance':<24}{'Birnbaum':>12}{'criticality':>12}{'FV':>12}{'RAW':>12}{'RRW':>12}"
    for name, one in ranked:
        values = (one.birnbaum, one.criticality, one.fussell_vesely_mcs, one.raw, one.rrw)
        columns = "".join(f"{'∞' if value is None else format(value, '.4g'):>12}" for value in values)
        yield f"{name[:23]:<24}{columns}"
