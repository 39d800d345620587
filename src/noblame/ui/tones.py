"""Which tone each kind, status and priority has on the screen; the glyph and the word stand beside it."""

KIND_TONES = {
    "change": "accent", "impact": "bad", "detected": "bad", "acknowledged": "good", "declared": "violet", "observed": "text",
    "hypothesis": "warn", "ruled out": "muted", "finding": "warn", "decision": "violet", "action": "accent", "comms": "text",
    "escalated": "violet", "mitigating": "teal", "mitigated": "teal", "resolved": "good", "stable": "good",
}  # fmt: skip

PHASE_TONES = {"undetected": "bad", "acknowledge": "good", "diagnose": "warn", "mitigate": "violet", "confirm": "teal"}

PRIORITY_TONES = {"P0": "bad", "P1": "bad", "P2": "warn", "P3": "muted", "P4": "muted"}

LESSON_MARKS = {
    "well": ("+", "good"), "poorly": ("−", "bad"), "lucky": ("!", "warn"), "surprise": ("*", "violet"),
    "takeaway": ("›", "accent"), "gap": ("−", "bad"),
}  # fmt: skip
