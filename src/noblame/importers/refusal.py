"""The exceptions for files that cannot be imported."""

from noblame.model import clean_line


class Refused(Exception):
    """The source cannot be read. The message is one sentence: file, place, what is there, what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(clean_line(sentence))


class NeedsHint(Refused):
    """The file does not say something that only the user knows.

    `missing` names the field of `Hints` to give; `offers` are likely values, best first.
    """

    def __init__(self, missing: str, sentence: str, offers: tuple[str, ...] = ()) -> None:
        super().__init__(sentence)
        self.missing = missing
        self.offers = offers

    @property
    def why(self) -> str:
        """What the file leaves out, without the option that answers it on the command line."""
        return str(self).partition("; say")[0]
