"""``noblame check``: what documents lack or contradict, without a screen."""

import argparse
import json
import sys
from typing import Any

from noblame.cli import exits
from noblame.cli.clock import now
from noblame.cli.main import tell
from noblame.cli.sessions import opened, settings_of
from noblame.lint.finding import Finding
from noblame.lint.findings import at_least, findings
from noblame.lint.rules import unknown
from noblame.model.settings import Settings
from noblame.store.workspace import SETTINGS


def run(arguments: argparse.Namespace) -> int:
    """Print a line a finding, or JSON; exit 1 where something was found at the level or above."""
    today = now().wall.date()
    trees: list[dict[str, Any]] = []
    lines: list[str] = []
    strange: dict[str, None] = {}
    for wanted in arguments.sessions:
        file = opened(arguments, wanted)
        settings = settings_of(arguments, file.path)
        strange |= dict.fromkeys(_strange(settings))
        found = at_least(findings(file.record, settings, today), arguments.level)
        trees += [as_json(str(file.path), finding) for finding in found]
        lines += [f"{file.path}: {in_words(finding)}" for finding in found]
    for sentence in strange:
        tell(f"{SETTINGS}: {sentence}")
    if arguments.json:
        sys.stdout.write(json.dumps(trees, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write("".join(f"{line}\n" for line in lines))
    return exits.FOUND if trees else exits.DONE


def _strange(settings: Settings) -> list[str]:
    """Say what in the settings has no effect: a slip of the pen would else go unnoticed."""
    keys = [f"{key} is no setting that noblame knows" for key in settings.unknown]
    return keys + [f"lint.off: “{name}” is no rule; 'noblame lint' lists them" for name in unknown(settings.lint.off)]


def as_json(file: str, finding: Finding) -> dict[str, Any]:
    """Return a finding with stable keys."""
    return {
        "file": file,
        "place": finding.place,
        "rule": finding.rule,
        "level": finding.level,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "span": list(finding.span) if finding.span else None,
    }


def in_words(finding: Finding) -> str:
    """Return a finding in one line: ``a2: warning: “Improve it” … (change ‹what› …) [action.anti-pattern.improve]``."""
    suggestion = f" ({finding.suggestion})" if finding.suggestion else ""
    return f"{finding.place}: {finding.level}: {finding.message}{suggestion} [{finding.rule}]"
