"""What the facilitator may ask the room: by part of the meeting, by kind of event, by what a cause lacks.

How and what, never why or who, until the story is told (Etsy's debriefing guide; seed B's agenda). A
question is for the stage and the cockpit: it is offered, not required.
"""

from collections.abc import Mapping

from noblame.analysis.questions import next_question
from noblame.model import Action, Block, Cause, Event, Kind, Part, Record

PROMPTS: dict[Part, tuple[str, ...]] = {
    "opening": (
        "Read the card aloud.",
        "Does everyone agree to notes being kept?",
        "Who is missing, and who speaks for them?",
    ),
    "timeline": (
        "What did you see first, and where did you look?",
        "What happened between these two rows?",
        "Who knew something that the others did not?",
        "What looked normal and was not?",
    ),
    "analysis": (
        "What failed?",
        "How did that become possible?",
        "Which conditions allowed it?",
        "What would have prevented it, and what made it less bad?",
    ),
    "actions": (
        "Which of the held remedies still make sense?",
        "Which of these has the most effect for its effort?",
        "Who will do it, by when, and how will we know?",
    ),
    "closing": (
        "What will you do differently tomorrow?",
        "Does each owner accept?",
        "What is still parked, and where does it go?",
        "When do we look at the actions again?",
    ),
}
"""Seed B's prompts for its five parts, in our words."""

BLOCK_PROMPTS: dict[str, tuple[str, ...]] = {
    "contributing factors": ("What made it worse, or harder to resolve?", "What was missing that would have helped?"),
    "what went well": ("What worked, and should stay?", "Who did something that nobody had written down?"),
}
"""The blocks of the extended agenda inside Analysis (seed A)."""

KIND_QUESTIONS: dict[Kind, str] = {
    "change": "What was expected of this change, and what was watched?",
    "impact": "How did this look to somebody outside?",
    "detected": "What told you that this one mattered?",
    "acknowledged": "What did you know at this moment?",
    "declared": "What made this the moment to declare it?",
    "observed": "What drew your attention there?",
    "hypothesis": "What spoke for it, and what against?",
    "ruled out": "What convinced you that it was not this?",
    "finding": "What else looked plausible at that moment?",
    "decision": "What other options were on the table?",
    "action": "What did you expect to happen next?",
    "comms": "Who needed to know, and how did they hear?",
    "escalated": "What made it clear that more hands were needed?",
    "mitigating": "How sure were you that it would help?",
    "mitigated": "How did you know that it had worked?",
    "resolved": "What told you that it was over?",
    "stable": "What would have told you that it was coming back?",
}
"""One question for each kind of event, after Etsy's table of cues, options and expectations."""


def prompts(block: Block | None, part: Part) -> tuple[str, ...]:
    """Return what to ask in a block, or in a part where no block is on."""
    if block is None or block.part != part:
        return PROMPTS[part]
    return block.prompts or BLOCK_PROMPTS.get(block.name.casefold()) or PROMPTS[part]


def event_question(event: Event, own: Mapping[Kind, tuple[str, ...]]) -> str:
    """Return the question for an event, of the team's `own` where there are any for its kind; what was asked gives way."""
    ahead = (question for question in own.get(event.kind) or (KIND_QUESTIONS[event.kind],) if question not in event.asked)
    return next(ahead, "What else should we know about this moment?")


def cause_question(record: Record, cause: Cause) -> str:
    """Return the next why of a cause, or what its evidence is where it is only suspected."""
    if cause.status == "suspected" and not cause.evidence:
        return "What would show whether this is so?"
    return next_question(record, cause)


def action_question(action: Action) -> str:
    """Return what is still open about an action: who takes it, whether they accept, what could hinder them."""
    if not action.owner:
        return "Who will do it?"
    asked = {"accepted": f"{action.owner}, what could get in the way?", "declined": "Who else could take it?"}
    return asked.get(action.consent, f"{action.owner}, do you accept?")
