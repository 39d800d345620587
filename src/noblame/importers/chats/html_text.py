"""The words of a message that is kept as HTML, as Teams and Zulip do."""

from html.parser import HTMLParser

_BREAKS = {"br", "p", "div", "li", "tr", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6"}
_SILENT = {"script", "style", "head", "title"}
LONGEST = 200_000
"""Characters of one message; what is longer is cut before it is read."""


class _Words(HTMLParser):
    """Collects text, line breaks and the words that stand for pictures."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Break the line at blocks; let emoji and pictures say what they are."""
        if tag in _SILENT:
            self._silent += 1
        if tag in _BREAKS:
            self.parts.append("\n")
        said = dict(attrs)
        if tag in ("img", "customemoji", "emoji"):
            name = said.get("alt") or said.get("title") or ""
            self.parts.append(f":{name}:" if tag == "customemoji" and name else name)
        if tag == "a" and (url := said.get("href") or "").startswith(("http://", "https://")):
            self._link = url

    _link = ""

    def handle_endtag(self, tag: str) -> None:
        """Put the address behind the words of a link that do not say it."""
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        if tag == "a" and self._link:
            shown = "".join(self.parts[-1:])
            if "://" not in shown and "." not in shown:
                self.parts.append(f" ({self._link})")
            self._link = ""
        if tag in _BREAKS and tag != "br":
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        """Take the words."""
        if not self._silent:
            self.parts.append(data)


def text_of(html: str) -> str:
    """Return the words of a piece of HTML with its line breaks; never raises for broken tags."""
    if "<" not in html and "&" not in html:
        return html
    words = _Words()
    words.feed(html[:LONGEST])
    words.close()
    lines = ("".join(words.parts)).split("\n")
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)
