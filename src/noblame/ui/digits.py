"""Figures three lines high, to be read from the back of a room."""

_STROKES = {
    "0": ("┏━┓", "┃ ┃", "┗━┛"), "1": ("╺┓ ", " ┃ ", "╺┻╸"), "2": ("╺━┓", "┏━┛", "┗━╸"), "3": ("╺━┓", " ━┫", "╺━┛"),
    "4": ("╻ ╻", "┗━┫", "  ╹"), "5": ("┏━╸", "┗━┓", "╺━┛"), "6": ("┏━╸", "┣━┓", "┗━┛"), "7": ("╺━┓", "  ┃", "  ╹"),
    "8": ("┏━┓", "┣━┫", "┗━┛"), "9": ("┏━┓", "┗━┫", "╺━┛"), ":": (" ", ":", " "),
}  # fmt: skip


def large(figures: str) -> tuple[str, str, str]:
    """Return figures and colons as three lines; anything else is left out."""
    shapes = [_STROKES[figure] for figure in figures if figure in _STROKES]
    return (" ".join(s[0] for s in shapes), " ".join(s[1] for s in shapes), " ".join(s[2] for s in shapes))
