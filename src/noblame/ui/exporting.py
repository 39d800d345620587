"""Writing the document from inside the program, and reading it there."""

from pathlib import Path

from noblame.analysis.cells import wrap
from noblame.exporters.registry import export
from noblame.model import Record, clean_line
from noblame.model.secrets import record_without_secrets
from noblame.store.atomic import write_atomically
from noblame.ui.ink import Line, line
from noblame.ui.rows import Lines


def write_document(record: Record, session: Path, profile: str) -> str:
    """Write the document beside the session file and say where it is, or why it is not there."""
    path = session.with_suffix(".md") if profile == "standard" else session.with_suffix(f".{profile}.md")
    try:
        text = export(record_without_secrets(record), "md", profile)
        write_atomically(path, text.encode())
    except KeyError as problem:
        return str(problem.args[0])
    except OSError as problem:
        return f"The document could not be written to {path}: {problem.strerror}."
    return f"Written: {_shown(path)}"


def _shown(path: Path) -> str:
    """Return a path as it would be typed in the folder the program was started from."""
    for base, lead in ((Path.cwd(), ""), (Path.home(), "~/")):
        if path.is_relative_to(base):
            return clean_line(f"{lead}{path.relative_to(base)}")
    return clean_line(str(path))


def document_page(record: Record, width: int) -> Lines:
    """Return the Markdown of the standard document as a page."""
    lines: list[Line] = []
    drawn = False
    for text in export(record_without_secrets(record), "md", "standard").split("\n"):
        drawn ^= text.startswith("```")
        tone = "accent" if text.startswith("#") else "muted" if text.startswith(("|", "<", "```")) else "text"
        whole = drawn or text.startswith("|") or not text.strip()
        lines += [line((f"  {part}", tone)) for part in ([text] if whole else wrap(text, width - 4))]
    return Lines(tuple(lines))
