"""The least that a Textual application can be: what no screen of ours can be quicker than.

``python floor.py`` shows one Static that names each key; ``python floor.py field`` shows one Input of
Textual's own.
"""

import sys

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Input, Static


class Floor(App[None]):
    """Counts keys."""

    count = 0

    def compose(self) -> ComposeResult:
        yield Static("READY 0")

    def on_key(self, event: events.Key) -> None:
        self.count += 1
        self.query_one(Static).update(f"READY {self.count} {event.character}")


class FieldFloor(App[None]):
    """Holds one field, its cursor still."""

    def compose(self) -> ComposeResult:
        field = Input(placeholder="> READY")
        field.cursor_blink = False
        yield field


if __name__ == "__main__":
    (FieldFloor if sys.argv[1:] == ["field"] else Floor)().run()
