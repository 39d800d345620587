"""A document as one HTML file that asks for nothing from outside and runs nothing.

It is made of the Markdown of the profile, in which everything that somebody typed is escaped already; raw HTML in it, which
can only stand in a team's own template, is shown as text. Drawings of causes are pictures.
"""

import re
from base64 import b64encode
from hashlib import sha256
from html import escape

from markdown_it import MarkdownIt

from noblame.analysis.categories import CategorySet
from noblame.analysis.left_out import DrawingKind
from noblame.exporters import svg
from noblame.exporters.drawings import pictures
from noblame.exporters.markdown import markdown
from noblame.model import Record

_ADDRESS = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
STYLE = """
:root { color-scheme: light dark; --ground: #ffffff; --text: #1f2430; --muted: #626a7a; --line: #d9dde5; --accent: #1d5fbf }
@media (prefers-color-scheme: dark) {
:root { --ground: #15181f; --text: #dfe3ea; --muted: #9aa3b5; --line: #343a46; --accent: #7fb4ff }
}
body { background: var(--ground); color: var(--text); font: 16px/1.55 system-ui, sans-serif; margin: 0 auto; max-width: 60rem;
padding: 2rem 1.25rem 4rem; overflow-wrap: anywhere }
h1, h2, h3, h4 { line-height: 1.25; margin: 1.8em 0 .5em } h1 { margin-top: 0 }
h2 { border-bottom: 1px solid var(--line); padding-bottom: .2em }
a { color: var(--accent) }
blockquote { border-left: 3px solid var(--line); margin: 1em 0; padding-left: 1em; color: var(--muted) }
table { border-collapse: collapse; width: 100%; margin: 1em 0 }
th, td { border-bottom: 1px solid var(--line); padding: .35em .7em .35em 0; text-align: left; vertical-align: top }
pre { border-left: 3px solid var(--line); overflow-x: auto; padding-left: 1em } code, pre { font-family: ui-monospace, monospace }
svg { height: auto; max-width: 100% }
@media print { body { max-width: none } h2, h3 { break-after: avoid } tr, svg { break-inside: avoid } }
"""


def html(record: Record, profile: str, own: CategorySet) -> str:
    """Return the document of a profile; raises what `markdown` raises."""
    reader = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    reader.validateLink = _harmless
    tokens = reader.parse(markdown(record, profile))
    drawn = _drawn(record, own)
    for token in (each for outer in tokens for each in (outer, *(outer.children or ()))):
        token.attrs.pop("style", None)
        if token.type == "link_open":
            token.attrSet("rel", "noopener noreferrer")
        elif token.type == "fence":
            text = token.content.strip("\n")
            token.type, token.content = "html_block", drawn.get(text) or f"<pre>{escape(text)}</pre>\n"
    body: str = reader.renderer.render(tokens, reader.options, {})
    styles = " ".join(f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'" for style in (STYLE, svg.STYLE))
    policy = f"default-src 'none'; style-src {styles}; base-uri 'none'; form-action 'none'"
    head = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{escape(record.incident.title or 'Postmortem')}</title>",
        f"<style>{STYLE}</style>",
    ]
    return "\n".join([*head, body.strip("\n"), "</html>", ""])


def _harmless(url: str) -> bool:
    return bool(_ADDRESS.match(url))


def _drawn(record: Record, own: CategorySet) -> dict[str, str]:
    """Return the pictures of causes by the text that stands for each in the Markdown."""
    kinds: tuple[tuple[DrawingKind, str], ...] = (("fishbone", "fishbone"), ("fault tree", "fault_tree"))
    return {
        text.strip("\n"): svg.svg(record, kind, own, effect=picture.effect)
        for picture in pictures(record)
        for kind, field in kinds
        if (text := getattr(picture, field))
    }
