"""People as a document calls them."""

import re
from typing import Literal

from noblame.model import Person, Record

Names = Literal["handle", "name"]
"""``@alice``, or ``Alice``."""


class Naming:
    """Says a person's handle, or a bot's name, in the way of one profile."""

    def __init__(self, record: Record, names: Names) -> None:
        self._record = record
        self._names: Names = names

    def call(self, who: str) -> str:
        """Return what to call somebody; a name that no person of the record has stays as it is."""
        person = self._record.person(who)
        if person is None:
            return who
        return f"@{person.id}" if self._names == "handle" else person.shown

    def introduce(self, person: Person) -> str:
        """Return a person's name, with the handle where that is another word."""
        return person.shown if person.id == person.shown.casefold() else f"{person.shown} @{person.id}"

    def role(self, role: str) -> str:
        """Return everybody in a role, with commas; empty where nobody is."""
        return ", ".join(self.call(person.id) for person in self._record.people if role in person.roles)

    def after(self, text: str, who: tuple[str, ...]) -> str:
        """Return `text` with those in brackets behind it whom it does not name itself."""
        missing = [self.call(name) for name in dict.fromkeys(who) if not self._named(text, name)]
        return f"{text} ({', '.join(missing)})" if missing else text

    def _named(self, text: str, who: str) -> bool:
        person = self._record.person(who)
        names = {who.removeprefix("@"), *((person.id, person.shown) if person else ())}
        return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) for name in names)
