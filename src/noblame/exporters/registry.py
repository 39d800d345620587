"""The formats a record can be exported to, by name."""

from collections.abc import Callable
from typing import NamedTuple

from noblame.exporters.refusal import ExportRefused
from noblame.model import Record


class Exporter(NamedTuple):
    """A format. What it needs is imported when it runs."""

    about: str
    suffix: str
    export: Callable[[Record, str, str], str]
    """Takes a record, a profile and a target; raises ExportRefused."""


TARGETS: dict[str, str] = {"github": "GitHub, GitLab and everything else that reads CommonMark with tables"}
"""Where a document is pasted, which can change how it is written."""


def _markdown(record: Record, profile: str, target: str) -> str:
    from noblame.exporters.markdown import markdown

    if target not in TARGETS:
        raise ExportRefused(f"Markdown has no target {target!r}: take {', '.join(TARGETS)}.")
    return markdown(record, profile)


EXPORTERS: dict[str, Exporter] = {"md": Exporter("Markdown document", ".md", _markdown)}


def export(record: Record, to: str = "md", profile: str = "standard", target: str = "github", *, turns: bool = False) -> str:
    """Return a record in a format: the same text for the same record, ending in one line feed.

    How often each person was heard is private and stays out unless `turns` asks for it.
    Raises UnknownProfile where no profile and no file has that name, ExportRefused where the format or the target is
    unknown or a template does not work.
    """
    exporter = EXPORTERS.get(to)
    if exporter is None:
        raise ExportRefused(f"There is no format {to!r}: take {', '.join(EXPORTERS)}.")
    told = record if turns else record.but(people=tuple(person.but(turns=0) for person in record.people))
    return exporter.export(told, profile, target)
