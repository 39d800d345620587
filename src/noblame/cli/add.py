"""``noblame add``: lines with the grammar of the capture line."""

import argparse
import sys

from noblame.capture.grammar import parse
from noblame.cli import exits
from noblame.cli.clock import now
from noblame.cli.main import tell
from noblame.cli.sessions import opened, settings_of
from noblame.editor.editor import Editor
from noblame.editor.situation import Situation, context
from noblame.editor.taking import take


def run(arguments: argparse.Namespace) -> int:
    """Add one line, or a line each from standard input; print the id of each entry."""
    file = opened(arguments, arguments.session)
    editor = Editor(file.record)
    words = " ".join(arguments.line)
    lines = sys.stdin.buffer.read().decode("utf-8", "replace").split("\n") if words == "-" else [words]
    moment, horizons = now(), settings_of(arguments).actions
    made: list[str] = []
    refused = 0
    for number, text in enumerate(lines, 1):
        if not text.strip():
            continue
        situation = Situation(moment, horizons=horizons)
        captured = parse(text, context(editor.record, situation))
        taken = take(editor.record, captured, situation)
        if not taken.entry_id:
            refused += 1
            why = f"/{captured.command} works in the meeting only" if captured.target == "command" else captured.problem
            tell(f"line {number}: {why}; it was not added: {text}")
            continue
        editor.apply(taken.label, lambda record, taken=taken: taken.record)
        made.append(taken.entry_id)
    if made:
        renamed = file.save(editor.record).renamed
        sys.stdout.write("".join(f"{renamed.get(entry_id, entry_id)}\n" for entry_id in made))
    return exits.REFUSED if refused else exits.DONE
