"""Colours: five sets under the same names, so that styles never name a colour."""

from textual.theme import Theme


def _theme(name: str, *, dark: bool, back: str, text: str, muted: str, lit: str, line: str, hues: tuple[str, ...]) -> Theme:
    """Return a theme; `hues` are accent, good, warn, bad, violet, teal."""
    accent, good, warn, bad, violet, teal = hues
    return Theme(
        name=f"noblame-{name}",
        primary=accent, secondary=violet, accent=teal, success=good, warning=warn, error=bad,
        foreground=text, background=back, surface=back, panel=lit, dark=dark,
        variables={"muted": muted, "violet": violet, "teal": teal, "lit": lit, "line": line, "on-accent": back},
    )  # fmt: skip


THEMES: tuple[Theme, ...] = (
    _theme("dark", dark=True, back="#15171c", text="#e4e6eb", muted="#8b92a1", lit="#20252e", line="#363b45",
           hues=("#6db3ff", "#7bd88f", "#e8b65a", "#f47d74", "#c49af8", "#5fd0cb")),
    _theme("light", dark=False, back="#fbfaf7", text="#1f1f1c", muted="#62625b", lit="#ece9e1", line="#cfccc3",
           hues=("#1d63b8", "#1e7833", "#8a5a00", "#b3261e", "#7038b8", "#0b7070")),
    _theme("projector", dark=False, back="#ffffff", text="#000000", muted="#444444", lit="#e6e6e6", line="#999999",
           hues=("#003f99", "#00561d", "#6b3d00", "#8f0000", "#52188f", "#004f4f")),
    _theme("okabe-ito", dark=True, back="#000000", text="#f2f2f2", muted="#a6a6a6", lit="#262626", line="#4d4d4d",
           hues=("#56b4e9", "#2bc79a", "#f0e442", "#ff8c42", "#e094c0", "#e69f00")),
    _theme("mono", dark=True, back="#101010", text="#eeeeee", muted="#9a9a9a", lit="#2a2a2a", line="#555555",
           hues=("#ffffff", "#d0d0d0", "#e8e8e8", "#ffffff", "#c8c8c8", "#d8d8d8")),
)  # fmt: skip
