"""Text can be read in every set of colours: contrast as WCAG 2.2 computes it."""

import pytest
from driving import LARGE, Open
from textual.color import Color
from textual.theme import Theme

from noblame.ui import tones
from noblame.ui.ink import TONES
from noblame.ui.themes import THEMES

INKS = {
    "text": "foreground", "muted": "muted", "strong": "foreground", "accent": "primary", "good": "success", "warn": "warning",
    "bad": "error", "violet": "violet", "teal": "teal", "ask": "warning", "heading": "muted",
}  # fmt: skip
"""What each tone of words is called in a theme; the other tones are lines, grounds and bars."""


def colour(theme: Theme, name: str) -> Color:
    return Color.parse(theme.variables.get(name) or getattr(theme, name))


def luminance(of: Color) -> float:
    channels = [c / 255 for c in (of.r, of.g, of.b)]
    r, g, b = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: Color, other: Color) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_words_stand_out_from_every_ground(theme: Theme):
    wanted = 7.0 if theme.name == "noblame-projector" else 4.5
    pairs = [(name, ground) for name in INKS.values() for ground in ("background", "lit")]
    pairs += [("on-accent", "primary"), ("on-accent", "error")]
    found = {pair: contrast(colour(theme, pair[0]), colour(theme, pair[1])) for pair in pairs}
    assert {pair: round(value, 2) for pair, value in found.items() if value < wanted} == {}


def test_every_tone_that_is_named_exists():
    named = {*tones.KIND_TONES.values(), *tones.PHASE_TONES.values(), *tones.PRIORITY_TONES.values()}
    named |= {tone for _, tone in tones.LESSON_MARKS.values()}
    assert named <= set(INKS) <= set(TONES)


async def test_the_key_turns_through_all_of_them_and_each_reaches_the_screen(open_room: Open):
    async with open_room(part="timeline", size=LARGE, theme=THEMES[1].name.removeprefix("noblame-")) as room:
        for theme in (*THEMES[1:], THEMES[0]):
            assert room.app.theme == theme.name
            for tone, name in INKS.items():
                drawn = room.rows.style_of(tone).color
                assert drawn is not None
                found, meant = Color.from_rich_color(drawn), colour(theme, name)
                assert all(abs(a - b) <= 1 for a, b in zip(found.rgb, meant.rgb, strict=True)), (theme.name, tone)
            kind = next(segment for segment in room.rows.render_line(0) if "change" in segment.text)
            assert kind.style is not None
            assert kind.style.color == room.rows.style_of("accent").color, theme.name
            await room.press("f12")
