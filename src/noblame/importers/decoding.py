"""From bytes to text: byte order mark, UTF-8, then Windows-1252."""

from codecs import BOM_UTF8
from typing import NamedTuple


class Decoded(NamedTuple):
    """Text, the encoding it was in, and why there is none."""

    text: str = ""
    encoding: str = ""
    trouble: str = ""
    """What is there and what to do, without the file's name; empty when the text could be read."""


def decode(content: bytes) -> Decoded:
    """Return the text of a file; never raises.

    Lines that are not UTF-8 are read as Windows-1252, in which almost any byte is a character: old
    exports of spreadsheets are written so, and chats keep the lines of each person as they came.
    """
    if content[:4] in (b"\xff\xfe\0\0", b"\0\0\xfe\xff"):
        return Decoded(content.decode("utf-32", errors="replace"), "UTF-32")
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return Decoded(content.decode("utf-16", errors="replace"), "UTF-16")
    if b"\0" in content:
        if content[:200].count(b"\0") * 3 > len(content[:200]):
            return Decoded(trouble="looks like UTF-16 without its byte order mark; save it as UTF-8")
        return Decoded(trouble="holds NUL bytes, so it is not text; name the text file that was exported")
    try:
        text = content.decode("utf-8-sig")
        return Decoded(text if text.isascii() else text.replace("\u200b", "").replace("\ufeff", ""), "UTF-8")
    except UnicodeDecodeError:
        lines = content.removeprefix(BOM_UTF8).splitlines(keepends=True)
        return Decoded("".join(map(_line, lines)), "Windows-1252")


def _line(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
