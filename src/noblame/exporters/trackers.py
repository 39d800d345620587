"""Actions on their way into a tracker: tables for Jira, Linear and any other, and a script for GitHub's ``gh``.

Text never acts where it arrives: a cell that a spreadsheet would compute gets an apostrophe in front, the
script quotes for the shell, and what is Markdown or Jira's markup there is escaped.
"""

import csv
import io
import re
import shlex
from collections.abc import Iterable, Sequence

from noblame.exporters.escaping import md_text
from noblame.exporters.naming import Naming
from noblame.exporters.promises import Promise, promises
from noblame.exporters.refusal import ExportRefused
from noblame.model import Record

_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?%?")
_COMPUTED = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
"""How a cell begins that a spreadsheet takes for a formula, behind whatever it passes over."""
_JIRA_ACTIVE = re.compile(r"[\[{|]|!(?=\S)")
_JIRA = {"P0": "Highest", "P1": "Highest", "P2": "High", "P3": "Medium", "P4": "Low"}
_LINEAR = {"P0": "Urgent", "P1": "Urgent", "P2": "High", "P3": "Medium", "P4": "Low"}
_LINEAR_STATUS = {"Open": "Todo", "Started": "In Progress", "Done": "Done", "Verified": "Done", "Later": "Backlog"}
_LINEAR_HEAD = (
    "Id", "Team", "Title", "Description", "Status", "Estimate", "Priority", "Project", "Creator", "Assignee", "Labels",
    "Cycle Number", "Cycle Name", "Cycle Start", "Cycle End", "Created", "Updated", "Started", "Completed", "Canceled",
    "Archived",
)  # fmt: skip


def table(record: Record) -> str:
    """Return the actions as CSV, a row each; those that will not be done are there, too, with their status."""
    head = ("id", "action", "owner", "priority", "due", "kind", "status", "done when", "answers", "ticket", "notes")
    every = promises(record, Naming(record, "name"), every=True)
    rows = [
        (_id(record, p), p.text, p.owner, p.priority, p.due, p.kind, p.status, p.done_when, p.answers, p.ticket, p.notes)
        for p in every
    ]
    return _csv(head, rows)


def jira(record: Record) -> str:
    """Return the actions that no tracker has yet as Jira's CSV import reads them; dates are ``yyyy-MM-dd``."""
    head = ("Summary", "Issue Type", "Priority", "Due Date", "Description", "Labels", "Labels")
    rows = [
        (p.text, "Task", _JIRA.get(p.priority, ""), _day(record, p), _JIRA_ACTIVE.sub(r"\\\g<0>", _body(record, p)), *_labels(p))
        for p in _untracked(record)
    ]
    return _csv(head, rows)


def linear(record: Record) -> str:
    """Return the actions that no tracker has yet as Linear's importer reads them; it has no due date but in words."""
    rows: list[Sequence[str]] = []
    for p in _untracked(record):
        told = {
            "Id": _id(record, p),
            "Title": p.text,
            "Description": _markdown_body(record, p),
            "Status": _LINEAR_STATUS.get(p.status, "Todo"),
            "Priority": _LINEAR.get(p.priority, "No priority"),
            "Labels": ", ".join(filter(None, _labels(p))),
        }
        rows.append([told.get(name, "") for name in _LINEAR_HEAD])
    return _csv(_LINEAR_HEAD, rows)


def gh(record: Record) -> str:
    """Return a shell script that opens an issue for each action that no tracker has yet."""
    lines = [
        "#!/bin/sh",
        f"# Issues for the actions of {_said(record)}, one for each without a ticket.",
        "# Read it first, then run it in a clone of the repository.",
        "set -eu",
        "gh label create postmortem --force --description 'From a blameless postmortem'",
    ]
    for p in _untracked(record):
        words = {"title": p.text, "label": "postmortem", "body": _markdown_body(record, p)}
        lines += [
            "",
            f"# {_id(record, p)}",
            " \\\n  ".join(["gh issue create", *(shlex.quote(f"--{k}={v}") for k, v in words.items())]),
        ]
    return "\n".join([*lines, ""])


def _untracked(record: Record) -> list[Promise]:
    """Return the actions that are still to be done and have no ticket; raises ExportRefused where there is none."""
    found = [p for p in promises(record, Naming(record, "name")) if not p.ticket and p.status not in ("Done", "Verified")]
    if not found:
        raise ExportRefused("No open action is without a ticket, so there is nothing to hand over.")
    return found


def _id(record: Record, promise: Promise) -> str:
    return record.actions[promise.number - 1].id


def _day(record: Record, promise: Promise) -> str:
    return str(record.actions[promise.number - 1].due or "")


def _labels(promise: Promise) -> tuple[str, str]:
    return "postmortem", promise.kind.lower()


def _said(record: Record) -> str:
    """Return the incident in words, on one line."""
    return " ".join(filter(None, (record.incident.reference, record.incident.title or "an incident")))


def _facts(promise: Promise) -> list[tuple[str, str]]:
    told = (
        ("Done when", promise.done_when),
        ("Owner", promise.owner),
        ("Due", promise.due),
        ("Priority", promise.priority),
        ("Answers", promise.answers),
        ("Notes", promise.notes),
    )
    return [(name, words) for name, words in told if words]


def _whence(record: Record, promise: Promise) -> str:
    """Say where an action is from. Descriptions begin with it: a cell must not begin with a dash, as formulas do."""
    return f"From the postmortem of {_said(record)}, action {_id(record, promise)}."


def _body(record: Record, promise: Promise) -> str:
    facts = (f"{name}: {words}" for name, words in _facts(promise))
    return "\n".join((_whence(record, promise), *facts))


def _markdown_body(record: Record, promise: Promise) -> str:
    facts = (f"- **{name}**: {md_text(words)}" for name, words in _facts(promise))
    return "\n".join((md_text(_whence(record, promise)), "", *facts))


def _csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([_inert(cell) for cell in row] for row in rows)
    return out.getvalue()


def _inert(cell: str) -> str:
    """Return a cell that a spreadsheet shows and does not compute; a plain number stays one."""
    return f"'{cell}" if _COMPUTED.match(cell) and not _NUMBER.fullmatch(cell) else cell
