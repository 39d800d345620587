"""``noblame keys``: every command and its keys."""

import argparse
import sys

from noblame.cli import exits
from noblame.editor.commands import COMMANDS, keys_of


def run(arguments: argparse.Namespace) -> int:
    """Print the commands, as columns or as a Markdown table."""
    rows = [
        (
            keys_of(item) or f"/{item.slash}",
            item.title,
            "everywhere" if len(item.parts) == 5 else ", ".join(item.parts),
            item.help,
        )
        for item in COMMANDS
    ]
    if arguments.markdown:
        lines = ["| keys | command | where | what |", "|---|---|---|---|"]
        lines += [
            f"| {' '.join(f'`{key}`' for key in keys.split())} | {title} | {where} | {help_text} |"
            for keys, title, where, help_text in rows
        ]
    else:
        lines = [f"{keys:<18} {title:<16} {where:<20} {help_text}" for keys, title, where, help_text in rows]
    sys.stdout.write("\n".join(lines) + "\n")
    return exits.DONE
