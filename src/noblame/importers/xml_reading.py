"""XML as plain elements that know their line; nothing is expanded, nothing is fetched.

A document type is refused whatever it says: entities can be nested into gigabytes or point at other files, and no
format that is read here needs one.
"""

from dataclasses import dataclass, field
from xml.parsers import expat

from noblame.importers.refusal import Refused
from noblame.model import clean_line

MOST_ELEMENTS = 300_000
DEEPEST = 100


@dataclass(slots=True)
class Element:
    """A tag with what stands in it."""

    tag: str
    attributes: dict[str, str]
    line: int
    children: list["Element"] = field(default_factory=list["Element"])
    text: str = ""

    def named(self, name: str) -> str:
        """Return an attribute on one clean line; empty where there is none."""
        return clean_line(self.attributes.get(name, ""))


class _Stop(Exception):
    """The file goes over a limit or uses what is refused."""


def read_xml(name: str, content: bytes) -> Element:
    """Return the root element; raises Refused with file and line for what is no XML, and for document types."""
    root = Element("", {}, 0)
    open_elements = [root]
    count = 0
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        if count > MOST_ELEMENTS:
            raise _Stop(f"holds more than {MOST_ELEMENTS:,} elements; take a part of it")
        if len(open_elements) > DEEPEST:
            raise _Stop(f"nests elements more than {DEEPEST} deep; write it flatter")
        element = Element(tag, attributes, parser.CurrentLineNumber)
        open_elements[-1].children.append(element)
        open_elements.append(element)

    def words(text: str) -> None:
        if len(open_elements[-1].text) < 10_000:
            open_elements[-1].text += text

    def doctype(*_: object) -> None:
        raise _Stop("has a document type or entities, which are not read; delete the <!DOCTYPE …> part")

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: open_elements.pop()
    parser.CharacterDataHandler = words
    parser.StartDoctypeDeclHandler = doctype
    parser.EntityDeclHandler = doctype
    try:
        parser.Parse(content, True)
    except _Stop as stop:
        raise Refused(f"{name}: line {parser.CurrentLineNumber}: {stop}") from None
    except expat.ExpatError as problem:
        why = expat.ErrorString(problem.code)
        raise Refused(f"{name}: line {problem.lineno}: is not well-formed XML ({why}); check that line") from None
    except (LookupError, ValueError):
        raise Refused(f"{name}: line 1: names a character encoding that is not known; save the file as UTF-8") from None
    return root.children[0]


def shown(text: str) -> str:
    """Return a name from a file as a message shows it."""
    line = clean_line(text)
    return f"“{line if len(line) <= 60 else line[:59] + '…'}”"
