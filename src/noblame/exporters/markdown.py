"""Markdown documents, made by Jinja2 templates.

Whatever a template prints is escaped on its way out (`escaping.finalize`), so a template cannot forget
it. A team's own template runs in Jinja2's sandbox, may extend or include the templates of noblame, and
sees the `Document` only.
"""

import traceback
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from noblame.exporters.document import FACETS, GROUPS, RANKS, document
from noblame.exporters.escaping import Escaped, finalize, md_block, md_cell, md_link, md_prose
from noblame.exporters.profiles import PROFILES, Profile
from noblame.exporters.refusal import ExportRefused, UnknownProfile
from noblame.model import Record, clean_line

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = Path(__file__).with_name("templates")


def _indent(columns: int) -> Escaped:
    """Return blanks, to put a list into a list."""
    return Escaped(" " * columns)


_NAMES: dict[str, object] = {
    "link": md_link,
    "indent": _indent,
    "br": Escaped("  "),
    "groups": GROUPS,
    "facets": FACETS,
    "ranks": RANKS,
}
"""What templates can use beside ``doc`` and ``status``; `br` is a line end that Markdown keeps."""


def markdown(record: Record, profile: str) -> str:
    """Return the document of a record: line feeds only, one at the end, the same bytes for the same record.

    `profile` is a name in `PROFILES` or the path of a Jinja2 file. Raises UnknownProfile where it is
    neither, ExportRefused with file and line where a template does not work.
    """
    known = PROFILES.get(profile)
    if known:
        return _rendered(record, known, _environment(_TEMPLATES), known.template)
    path = Path(profile)
    if not path.is_file():
        raise UnknownProfile(f"There is no profile {profile!r}: take {', '.join(PROFILES)}, or the path of a Jinja2 file.")
    return _rendered(record, PROFILES["standard"], _environment(path.resolve().parent), path.name)


@cache
def _environment(folder: Path) -> "Environment":
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([folder, _TEMPLATES]),
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    environment.filters.update(cell=md_cell, prose=md_prose, block=md_block)
    return environment


def _rendered(record: Record, profile: Profile, environment: "Environment", name: str) -> str:
    from jinja2 import TemplateError, TemplateSyntaxError

    doc = document(record, profile.names)
    try:
        text = environment.get_template(name).render(_NAMES, doc=doc, status=profile.statuses[record.incident.status])
    except TemplateSyntaxError as problem:
        raise ExportRefused(_sentence(problem.filename or name, problem.lineno, problem)) from None
    except (
        TemplateError,
        ArithmeticError,
        AttributeError,
        LookupError,
        OSError,
        RecursionError,
        TypeError,
        ValueError,
    ) as problem:
        frames = traceback.extract_tb(problem.__traceback__)
        places = [(frame.filename, frame.lineno) for frame in frames if not frame.filename.endswith((".py", ">"))]
        raise ExportRefused(_sentence(*(places[-1] if places else (name, None)), problem)) from None
    return text.strip("\n") + "\n"


def _sentence(file: str, line: int | None, problem: Exception) -> str:
    """Say in one sentence where a template does not work, and what is wrong."""
    where = f"{file}, line {line}" if line else file
    what = clean_line(str(problem)).rstrip(".") or type(problem).__name__
    return f"{where}: {what}; mend the template there."
