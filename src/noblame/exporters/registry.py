"""The formats a record can be exported to, by name."""

from collections.abc import Callable
from typing import NamedTuple

from noblame.analysis.categories import SIX, CategorySet
from noblame.analysis.left_out import DrawingKind
from noblame.exporters.refusal import ExportRefused
from noblame.model import Record


class Wish(NamedTuple):
    """How a format shall be written; each looks at what concerns it."""

    profile: str = "standard"
    target: str = "github"
    drawing: str = ""
    """One of `DRAWINGS`; empty for the one that suits the format."""
    own: CategorySet = SIX
    """The categories that the team sorts by."""


class Exporter(NamedTuple):
    """A format. What it needs is imported when it runs."""

    about: str
    suffix: str
    export: Callable[[Record, Wish], str]
    """Raises ExportRefused."""


TARGETS: dict[str, str] = {"github": "GitHub, GitLab and everything else that reads CommonMark with tables"}
"""Where a document is pasted, which can change how it is written."""
DRAWINGS: dict[str, DrawingKind] = {"whys": "whys", "fishbone": "fishbone", "faulttree": "fault tree"}


def _markdown(record: Record, wish: Wish) -> str:
    from noblame.exporters.markdown import markdown

    if wish.target not in TARGETS:
        raise ExportRefused(f"Markdown has no target {wish.target!r}: take {', '.join(TARGETS)}.")
    return markdown(record, wish.profile)


def _html(record: Record, wish: Wish) -> str:
    from noblame.exporters.html import html

    return html(record, wish.profile, wish.own)


def _json(record: Record, _: Wish) -> str:
    return record.but(events=tuple(event for event in record.events if event.shown)).model_dump_json(indent=2) + "\n"


def _tracker(form: str) -> Callable[[Record, Wish], str]:
    def written(record: Record, _: Wish) -> str:
        from noblame.exporters import trackers

        return {"csv": trackers.table, "jira": trackers.jira, "linear": trackers.linear, "gh": trackers.gh}[form](record)

    return written


def _ics(record: Record, _: Wish) -> str:
    from noblame.exporters.calendar import ics

    return ics(record)


def _mermaid(record: Record, wish: Wish) -> str:
    from noblame.exporters.graphs import mermaid

    return mermaid(record, _drawing(wish, "fault tree"))


def _dot(record: Record, wish: Wish) -> str:
    from noblame.exporters.graphs import dot

    return dot(record, _drawing(wish, "fault tree"))


def _svg(record: Record, wish: Wish) -> str:
    from noblame.exporters.svg import svg

    return svg(record, _drawing(wish, "fishbone"), wish.own)


def _openpsa(record: Record, _: Wish) -> str:
    from noblame.exporters.openpsa import openpsa

    return openpsa(record)


def _text(form: str) -> Callable[[Record, Wish], str]:
    def written(record: Record, _: Wish) -> str:
        from noblame.exporters.cause_texts import FORMS

        return FORMS[form](record)

    return written


def _drawing(wish: Wish, otherwise: DrawingKind) -> DrawingKind:
    if wish.drawing and wish.drawing not in DRAWINGS:
        raise ExportRefused(f"There is no drawing {wish.drawing!r}: take {', '.join(DRAWINGS)}.")
    return DRAWINGS.get(wish.drawing, otherwise)


EXPORTERS: dict[str, Exporter] = {
    "md": Exporter("Markdown document", ".md", _markdown),
    "html": Exporter("document as one HTML file, its drawings as pictures", ".html", _html),
    "json": Exporter("the record as JSON, without what is private or was never starred", ".json", _json),
    "csv": Exporter("actions as a table", ".csv", _tracker("csv")),
    "jira": Exporter("actions without a ticket, for Jira's CSV import", ".jira.csv", _tracker("jira")),
    "linear": Exporter("actions without a ticket, for Linear's importer", ".linear.csv", _tracker("linear")),
    "gh": Exporter("actions without a ticket, as a script for GitHub's gh", ".gh.sh", _tracker("gh")),
    "ics": Exporter("dates of actions, meeting and checklist, as a calendar", ".ics", _ics),
    "mermaid": Exporter("Mermaid flowchart, or its fishbone", ".mmd", _mermaid),
    "dot": Exporter("graph for Graphviz", ".dot", _dot),
    "svg": Exporter("picture of a drawing", ".svg", _svg),
    "openpsa": Exporter("fault tree in Open-PSA XML", ".xml", _openpsa),
    "whys": Exporter("whys in text", ".whys.txt", _text("whys")),
    "fishbone": Exporter("fishbone in text", ".fishbone.txt", _text("fishbone")),
    "faulttree": Exporter("fault tree in text", ".faulttree.txt", _text("fault tree")),
    "list": Exporter("causes as a nested list in Markdown", ".causes.md", _text("list")),
}


def export(
    record: Record,
    to: str = "md",
    profile: str = "standard",
    target: str = "github",
    drawing: str = "",
    own: CategorySet = SIX,
    *,
    turns: bool = False,
) -> str:
    """Return a record in a format: the same text for the same record, ending in one line end.

    The facilitator's notes stay out; so does how often each person was heard, unless `turns` asks for it.
    Raises UnknownProfile where no profile and no file has that name, ExportRefused where the format, target or drawing
    is unknown, a template does not work, or there is nothing to draw.
    """
    exporter = EXPORTERS.get(to)
    if exporter is None:
        raise ExportRefused(f"There is no format {to!r}: take {', '.join(EXPORTERS)}.")
    told = record.but(meeting=record.meeting.but(private_notes=""))
    if not turns:
        told = told.but(people=tuple(person.but(turns=0) for person in told.people))
    return exporter.export(told, Wish(profile, target, drawing, own))
