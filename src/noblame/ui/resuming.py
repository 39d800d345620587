"""Keeping where the room was, and going back there."""

import hashlib
from typing import TYPE_CHECKING

from noblame.capture.grammar import parse
from noblame.model import Now, Record
from noblame.store.draft import Draft

if TYPE_CHECKING:
    from noblame.ui.screens.meeting import MeetingScreen


def fingerprint(content: bytes) -> str:
    """Return what tells whether a draft was typed over this very file."""
    return hashlib.sha256(content).hexdigest()


def draft_of(screen: "MeetingScreen", content: bytes) -> Draft:
    """Return what would be lost and where the eyes are."""
    asking = screen.dock.asking
    return Draft(
        text=screen.dock.draft,
        aside=screen.dock.aside,
        part=screen.viewed,
        selected=screen.pane.selected,
        editing=asking.entry_id if asking else "",
        edit=screen.dock.field.text if asking else "",
        question=asking.question if asking else "",
        base=fingerprint(content),
        at=_time(screen.now()),
    )


def resume(screen: "MeetingScreen", draft: Draft, content: bytes) -> None:
    """Put the cursor and the half-typed line back, and say so in one sentence."""
    record = screen.record
    if record.entry(draft.selected):
        screen.look_at(draft.selected)
    changed = " The session has changed since." if draft.base != fingerprint(content) else ""
    text = "" if changed and _entered(draft.text, record, screen) else draft.text
    aside = "" if changed and _entered(draft.aside, record, screen) else draft.aside
    text, aside = (text, aside) if text.strip() else (aside, "")
    if text.strip():
        screen.prefill(text)
        screen.dock.aside = aside
    if draft.edit.strip() and draft.editing and record.entry(draft.editing):
        screen.edit(draft.editing)
        screen.dock.field.replace_text(draft.edit)
        screen.say(f"Back where it stopped at {draft.at}, with this change open.{changed}")
    elif draft.edit.strip() and not text.strip():
        screen.prefill(draft.edit)
        screen.say(f"This was being typed at {draft.at} as the answer to “{draft.question}”.{changed}")
    elif text.strip():
        answer = f" “{draft.edit}” was the answer to “{draft.question}”." if draft.edit.strip() else ""
        screen.say(f"This line was typed at {draft.at} and not entered; enter takes it, ctrl+u clears it.{answer}{changed}")


def _entered(text: str, record: Record, screen: "MeetingScreen") -> bool:
    """Whether a line reached the record before the program ended, perhaps with words that came after the draft was kept."""
    if not text.strip():
        return False
    words = parse(text, screen.context()).text
    entries = (*record.events, *record.causes, *record.actions, *record.lessons, *record.notes)
    return any(entry.text.startswith(words) for entry in entries)


def _time(now: Now) -> str:
    return f"{now.wall:%H:%M}"
