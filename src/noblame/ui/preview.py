"""What Enter will do, in words and in the tones of the line."""

from bisect import bisect_right

from noblame.analysis.cells import fit
from noblame.capture.context import Context
from noblame.capture.grammar import Captured
from noblame.capture.making import fields
from noblame.capture.preview import preview as in_words
from noblame.editor.situation import Situation, explained, unsaid_time
from noblame.editor.taking import dated
from noblame.model import Action, Record, moment
from noblame.model.secrets import secret_in
from noblame.ui.ink import Line, Span

_TONES = {
    "time": "good", "kind": "warn", "person": "teal", "category": "warn", "evidence": "teal", "priority": "bad", "due": "good",
    "muted": "muted", "warn": "warn", "accent": "accent", "": "text",
}  # fmt: skip


def preview(captured: Captured, record: Record, situation: Situation, context: Context, *, anew: bool = True) -> Line:
    """Return the preview of a captured line; only an action that is made `anew` gets the day that its priority says."""
    if captured.problem:
        return (Span(captured.problem, "warn"),)
    if kind := secret_in(captured.text):
        return (Span(f"That holds a secret ({kind}); it can be entered, and stays out of exports.", "warn"),)
    said, captured = captured, dated(captured, situation) if anew else captured
    neighbours = _neighbours(record, captured, situation) if captured.target == "event" else ("", "")
    named = captured.target in ("cause", "action")
    texts = {cause.id: fit(cause.text, 40) for cause in record.causes} if named else {}
    parent = texts.get(explained(record, situation), "") if captured.target == "cause" else ""
    spans = tuple(
        Span(part.text, _TONES.get(part.tone, "text")) for part in in_words(captured, context, neighbours, texts, parent)
    )
    if captured.target == "action":
        from noblame.lint.actions.categories import suggested_kind
        from noblame.lint.readiness import readiness

        ready = readiness(Action(id="a0", **fields(captured)))
        letters = tuple(Span(letter, "good" if flag else "wrong") for letter, flag in zip("SATVP", ready.flags, strict=True))
        by = Span(f", as {captured.priority} says" if captured.due != said.due else "", "muted")
        kind = Span("" if captured.action_kind else f" · {suggested_kind(captured.text)}?", "muted")
        return (*spans, by, kind, Span(" · ", "muted"), *letters, Span(f"  {ready.asks}", "muted"))
    return spans


def _neighbours(record: Record, captured: Captured, situation: Situation) -> tuple[str, str]:
    """Return the times of the shown events before and behind a new one."""
    at = captured.at or unsaid_time(record, situation)
    following = bisect_right(record.events, at, key=moment)
    before = next((event.at for event in reversed(record.events[:following]) if event.shown), None)
    after = next((event.at for event in record.events[following:] if event.shown), None)
    zone = at.tzinfo
    return tuple(f"{time.astimezone(zone):%H:%M}" if time else "" for time in (before, after))  # pyright: ignore[reportReturnType] two of them
