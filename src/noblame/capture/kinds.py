"""A glyph for every kind of event: one column wide, and always beside its word."""

from noblame.model import Kind

GLYPHS: dict[Kind, str] = {
    "change": "◆", "impact": "✖", "detected": "▲", "acknowledged": "●", "declared": "■", "observed": "○", "hypothesis": "◌",
    "ruled out": "⊘", "finding": "◉", "decision": "◇", "action": "▸", "comms": "◁", "escalated": "△", "mitigating": "▼",
    "mitigated": "▼", "resolved": "✔", "stable": "═",
}  # fmt: skip
