"""The command line as argparse sees it. Building it imports none of the commands."""

import argparse
from pathlib import Path
from typing import Any


def parser(command: str = "") -> argparse.ArgumentParser:
    """Return the parser of one command, or of all: where `command` is none, it is for help, or to say what there is."""
    top = argparse.ArgumentParser(
        prog="noblame",
        description="Run a blameless postmortem meeting from one terminal.",
        epilog="A SESSION is a path, an id, or a part of a title that only one session has.",
    )
    top.add_argument("-V", "--version", action="store_true", help="print the version")
    top.add_argument("--dir", type=Path, metavar="FOLDER", help="the workspace (else $NOBLAME_DIR, ./sessions, the data folder)")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", title="commands")

    for add_one in (_ADDED[command],) if command in _ADDED else _ADDED.values():
        add_one(commands)
    return top


def _demo(commands: Any) -> None:
    """Add the rehearsal with the example."""
    demo = _command(commands, "demo", "open a copy of the example meeting", "noblame demo", "noblame demo --fast 20")
    demo.add_argument("--fast", type=_speed, default=1.0, metavar="N", help="let the clock run N times faster")
    _theme(demo)


def _new(commands: Any) -> None:
    """Add the making of a session."""
    new = _command(
        commands,
        "new",
        "create a session",
        'noblame new "Checkout payments outage"',
        'noblame new "Search slow" --agenda quick --import export.zip --no-open',
    )
    new.add_argument("title", metavar="TITLE")
    new.add_argument("--agenda", metavar="NAME", help="standard, extended, quick, learning or your own; else asked for")
    new.add_argument("--import", dest="sources", nargs="+", type=Path, default=[], metavar="FILE", help="records to begin with")
    new.add_argument("--no-open", action="store_true", help="only print the path")


def _open(commands: Any) -> None:
    """Add the meeting."""
    opened = _command(commands, "open", "open the meeting", "noblame open payments", "noblame open sessions/x.toml --at analysis")
    opened.add_argument("session", metavar="SESSION")
    opened.add_argument(
        "--at", choices=("opening", "timeline", "analysis", "actions", "closing"), metavar="PANE", help="which part to look at"
    )
    opened.add_argument("--stage", action="store_true", help="begin on the stage, in the projector theme")
    _theme(opened)


def _cockpit(commands: Any) -> None:
    """Add the facilitator's second screen."""
    cockpit = _command(
        commands,
        "cockpit",
        "the facilitator's private second screen",
        "noblame cockpit payments",
        "noblame cockpit sessions/x.toml --theme light",
    )
    cockpit.add_argument("session", metavar="SESSION")
    _theme(cockpit)


def _add(commands: Any) -> None:
    """Add the capture line without a screen."""
    add = _command(
        commands,
        "add",
        "add lines, as typed in the meeting",
        'noblame add payments "14:31 first alert #detected"',
        "noblame add payments - < lines.txt",
    )
    add.add_argument("session", metavar="SESSION")
    add.add_argument("line", nargs="+", metavar="LINE", help="the words of one line, or - for a line each from standard input")


def _show(commands: Any) -> None:
    """Add the reading of a record."""
    show = _command(commands, "show", "print the whole record", "noblame show payments", "noblame show payments --json")
    show.add_argument("session", metavar="SESSION")
    show.add_argument("--json", action="store_true", help="the record as JSON")


def _import(commands: Any) -> None:
    """Add the bringing in of rows."""
    imported = _command(
        commands,
        "import",
        "add timeline rows from records",
        "noblame import export.zip --into payments --dry-run",
        "noblame import notes.csv --into payments --zone Europe/Prague",
    )
    imported.add_argument("sources", nargs="+", type=Path, metavar="SOURCE", help="file or folder; - is standard input")
    imported.add_argument("--into", metavar="SESSION", help="where the rows go")
    imported.add_argument("--format", metavar="NAME", help="instead of finding the format by content")
    imported.add_argument("--zone", metavar="ZONE", help="zone of times that have none, e.g. UTC")
    imported.add_argument("--date", metavar="DATE", help="day of times that have none")
    imported.add_argument("--year", type=int, metavar="YEAR", help="year of dates that have none")
    imported.add_argument("--start", metavar="TIME", help="when the recording began")
    imported.add_argument("--shift", metavar="STEP", help="set clocks that were wrong right: -40s, +2m, +1h or their zone")
    imported.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="ROLE=COLUMN",
        help="for tables: time, date, zone, end, author, text, kind, link",
    )
    imported.add_argument("--dry-run", action="store_true", help="say what would be added, add nothing")
    imported.add_argument("--json", action="store_true", help="print what was read as JSON")


def _export(commands: Any) -> None:
    """Add the writing of the document."""
    export = _command(
        commands,
        "export",
        "write the document",
        "noblame export payments -o postmortem.md",
        "noblame export payments --to svg --drawing faulttree -o causes.svg",
    )
    export.add_argument("session", metavar="SESSION")
    export.add_argument(
        "--to",
        default="md",
        metavar="FORMAT",
        help="md, html, json; actions as csv, jira, linear, gh, ics; causes as mermaid, dot, svg, openpsa, whys, fishbone, "
        "faulttree, list",
    )
    export.add_argument("--drawing", default="", metavar="NAME", help="for mermaid, dot, svg: whys, fishbone or faulttree")
    export.add_argument("--profile", default="standard", metavar="NAME", help="standard, classic, or a Jinja2 file")
    export.add_argument("--target", default="github", metavar="NAME", help="where it will be pasted")
    export.add_argument("--turns", action="store_true", help="tell how often each person was heard, which is private else")
    export.add_argument("--with-secrets", action="store_true", help="keep passwords, keys and tokens, which are left out else")
    export.add_argument(
        "--redact", action="store_true", help="roles for names, no addresses; says on standard error what it changes"
    )
    export.add_argument("-o", "--output", type=Path, metavar="FILE", help="instead of standard output")


def _check(commands: Any) -> None:
    """Add the advice on whole documents."""
    check = _command(
        commands, "check", "say what a document lacks", "noblame check payments", "noblame check sessions/*.toml --level error"
    )
    check.add_argument("sessions", nargs="+", metavar="SESSION")
    check.add_argument("--json", action="store_true", help="the findings as JSON")
    check.add_argument(
        "--level",
        choices=("note", "warning", "error"),
        default="note",
        metavar="LEVEL",
        help="the mildest that counts: note, warning or error",
    )


def _lint(commands: Any) -> None:
    """Add the advice on language alone."""
    lint = _command(
        commands,
        "lint",
        "judge sentences, or list and explain the rules",
        "noblame lint --jsonl < sentences.jsonl",
        "noblame lint --explain failed-to",
    )
    lint.add_argument("--jsonl", action="store_true", help='a line each in, {"id","text","kind"}, a line each out')
    lint.add_argument("--explain", metavar="RULE", help="what a rule looks for, with examples")


def _faulttree(commands: Any) -> None:
    """Add the arithmetic of fault trees."""
    tree = _command(
        commands,
        "faulttree",
        "compute minimal cut sets, probability and importance",
        "noblame faulttree model.xml",
        "noblame faulttree payments --json --limit-order 3",
    )
    tree.add_argument("file", metavar="FILE", help="Open-PSA XML or a session; - is XML on standard input")
    tree.add_argument("--json", action="store_true", help="print what was found as JSON")
    tree.add_argument("--to", default="", metavar="FORMAT", help="write it in another form instead, as export does")
    tree.add_argument("--top", default="", metavar="NAME", help="the gate or cause to explain, else the first top event")
    tree.add_argument("--limit-order", type=_count, metavar="N", help="leave out sets of more than N events")
    tree.add_argument("--max-sets", type=_count, default=10_000, metavar="N", help="list at most N sets (10000)")


def _merge(commands: Any) -> None:
    """Add the merging of three versions."""
    merge = _command(
        commands,
        "merge",
        "merge two versions of a session; a git merge driver",
        "noblame merge base.toml ours.toml theirs.toml -o both.toml",
        "git config merge.noblame.driver 'noblame merge %O %A %B -o %A'",
    )
    for name, about in (("base", "what both began with"), ("ours", "one version"), ("theirs", "the other")):
        merge.add_argument(name, type=Path, metavar=name.upper(), help=about)
    merge.add_argument("-o", "--output", type=Path, metavar="FILE", help="instead of standard output")


def _schema(commands: Any) -> None:
    """Add the schema of the file."""
    _command(commands, "schema", "print the JSON Schema of a session", "noblame schema", "noblame schema > session.schema.json")


def _keys(commands: Any) -> None:
    """Add the table of keys."""
    keys = _command(commands, "keys", "print every command and its keys", "noblame keys", "noblame keys --markdown")
    keys.add_argument("--markdown", action="store_true", help="as a table for a document")


def _command(commands: Any, name: str, help_text: str, *examples: str) -> argparse.ArgumentParser:
    """Add a command with its examples."""
    return commands.add_parser(
        name,
        help=help_text,
        description=help_text[:1].upper() + help_text[1:] + ".",
        epilog="examples:\n" + "\n".join(f"  {example}" for example in examples),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _theme(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--theme",
        choices=("dark", "light", "projector", "okabe-ito", "mono"),
        metavar="NAME",
        help="dark (else), light, projector, okabe-ito or mono",
    )


def _count(text: str) -> int:
    """Read a whole number from 1."""
    if not text.isdecimal() or not 0 < int(text[:9]) < 10**8:
        raise argparse.ArgumentTypeError("takes a whole number from 1")
    return int(text)


def _speed(text: str) -> float:
    """Read a factor between 1 and 1000."""
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 1 <= value <= 1000:
        raise argparse.ArgumentTypeError("the clock runs 1 to 1000 times faster")
    return value


_ADDED = {
    "demo": _demo, "new": _new, "open": _open, "cockpit": _cockpit, "add": _add, "show": _show, "import": _import,
    "export": _export, "check": _check, "lint": _lint, "faulttree": _faulttree, "merge": _merge, "schema": _schema, "keys": _keys,
}  # fmt: skip
