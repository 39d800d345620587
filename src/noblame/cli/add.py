"""``noblame add``: lines with the grammar of the capture line."""

import argparse
import sys

from noblame.capture.grammar import parse
from noblame.cli import exits
from noblame.cli.clock import now
from noblame.cli.main import tell
from noblame.cli.sessions import opened, settings_of
from noblame.cli.standard_input import whole
from noblame.editor.editor import Editor
from noblame.editor.situation import Situation, context
from noblame.editor.taking import take
from noblame.store.refusal import SessionRefused

MOST_LINES = 2_000
"""Each line is read in the place that the one before leaves; longer lists are rows to import."""


def run(arguments: argparse.Namespace) -> int:
    """Add one line, or a line each from standard input; print the id of each entry."""
    file = opened(arguments, arguments.session)
    editor = Editor(file.record)
    words = " ".join(arguments.line)
    lines = _piped() if words == "-" else [words]
    moment, horizons = now(), settings_of(arguments, file.path).actions
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


def _piped() -> list[str]:
    """Return the lines of standard input; raises SessionRefused for more than a person types."""
    lines = whole().decode("utf-8", "replace").split("\n")
    if len(lines) > MOST_LINES:
        raise SessionRefused(
            f"standard input: has more than {MOST_LINES:,} lines; 'noblame import - --into SESSION' takes long lists"
        )
    return lines
