"""Every command, declared once.

Key bindings, the footer, help, the palette, the slash list and the README's table are all made
from this list. What a command does is a method of that name in the screen or the pane; a test
holds that each declared command has one.
"""

from collections.abc import Callable
from dataclasses import dataclass

from noblame.editor.editor import Editor
from noblame.model import PARTS, Cause, Event, Part

Unavailable = Callable[[Editor, str], str]
"""Given the editor and the id under the cursor: why the command cannot run now, or nothing."""


def _always(editor: Editor, selected: str) -> str:
    return ""


def _on_event(editor: Editor, selected: str) -> str:
    return "" if isinstance(editor.record.entry(selected), Event) else "Put the cursor on an event first."


def _on_cause(editor: Editor, selected: str) -> str:
    return "" if isinstance(editor.record.entry(selected), Cause) else "Put the cursor on a cause first."


def _on_entry(editor: Editor, selected: str) -> str:
    return "" if editor.record.entry(selected) else "Put the cursor on a line that can be changed first."


def _on_action(editor: Editor, selected: str) -> str:
    return "" if editor.record.action(selected) else "Put the cursor on an action first."


def _started(editor: Editor, selected: str) -> str:
    agenda = editor.record.agenda
    if agenda.block:
        return ""
    return "The meeting is over; ctrl+n lets it go on." if agenda.ended else "The meeting has not started yet; ctrl+n starts it."


def _can_undo(editor: Editor, selected: str) -> str:
    return "" if editor.undoable else "There is nothing to undo."


def _can_redo(editor: Editor, selected: str) -> str:
    return "" if editor.redoable else "There is nothing to redo."


@dataclass(frozen=True)
class Command:
    """Something the user can have done."""

    id: str
    title: str
    """One or two words for the footer."""
    help: str
    keys: tuple[str, ...] = ()
    parts: tuple[Part, ...] = PARTS
    browse: bool = False
    """Whether it needs the cursor in the list above the line; keys that are letters always do."""
    footer: int = 0
    """Place in the footer of the list; 0 is not there."""
    unavailable: Unavailable = _always
    takes_words: bool = False
    """Whether what follows its slash word belongs to it."""

    @property
    def slash(self) -> str:
        """The word by which the capture line runs it: ``/next-part``."""
        return self.id.replace("_", "-")


def _everywhere() -> tuple[Command, ...]:
    return (
        Command(
            "next_part",
            "next part",
            "Go to the next part of the agenda; starts the meeting.",
            ("ctrl+n", "f8"),
            footer=6,
        ),
        Command("previous_part", "back a part", "Go back to the part before; its clock runs on.", ("f7",)),
        Command(
            "jump",
            "go to a part",
            "Let the clock go on in another part, ahead or behind: /jump actions",
            unavailable=_started,
            takes_words=True,
        ),
        Command("extend", "+5 min", "Give the running part five more minutes.", ("ctrl+t", "f9"), unavailable=_started),
        Command(
            "vote",
            "vote",
            "Count thumbs for more minutes, up, down, aside: /vote 7 2 1 gives 5, then 3, then 1.",
            ("alt+t",),
            unavailable=_started,
            takes_words=True,
        ),
        Command("timebox", "time-box", "Give a tangent a few minutes inside the block: /timebox 3", takes_words=True),
        Command(
            "rebalance",
            "rebalance",
            "Take what is owed from what is ahead; Actions and Closing keep their floors.",
            ("ctrl+r", "alt+r"),
            unavailable=_started,
        ),
        Command("pause", "pause", "Stop the clock, or let it run on.", ("f10",), unavailable=_started),
        *(
            Command(
                f"show_{part}", part.title(), f"Look at {part.title()} without moving the clock.", (f"f{i + 2}", f"alt+{i + 1}")
            )
            for i, part in enumerate(PARTS)
        ),
        Command("stage", "stage", "One event, cause or action for the whole room, with one question.", ("ctrl+l", "alt+l")),
        Command("tour", "tour", "A walk of ninety seconds through a meeting; any key leaves it."),
        Command("turn", "count a turn", "Count that somebody was heard: /turn chen", takes_words=True),
        Command("planned", "meeting date", "Say when the meeting is held: /planned fri 14:00", takes_words=True),
        Command("follow_up", "follow-up", "Say when the actions are looked at again: /follow-up 31 jan", takes_words=True),
        Command("hands", "show of hands", "Count who learned something and who would come again: /hands 6 8", takes_words=True),
        Command("preread", "pre-read", "Write the draft to send round, and remember what stood in it."),
        Command("inbox", "inbox", "Screen notes that were dropped without a name; not for the shared page."),
        Command("checklist", "checklist", "What to do before and after the meeting, by date."),
        Command(
            "take_advice",
            "take it",
            "Take what the quiet line offers: ask it, fill in the better form, or make two actions of one.",
            ("alt+a", "ctrl+o"),
        ),
        Command("not_here", "not here", "Let the quiet line say no more about these words.", ("alt+x",)),
        Command(
            "fine_with_us",
            "fine with us",
            "Put the words on the team's list, so that nobody is asked about them again.",
            ("alt+w",),
        ),
        Command("findings", "findings", "What the document lacks or contradicts; Enter goes there.", ("alt+c",)),
        Command("undo", "undo", "Take back the last step, wherever it was made.", ("ctrl+z",), unavailable=_can_undo),
        Command("redo", "redo", "Repeat what was undone.", ("ctrl+y",), unavailable=_can_redo),
        Command("import", "import", "Bring records in: chat, alerts, a table.", takes_words=True),
        Command(
            "export",
            "export",
            "Write the document and say where it is: /export classic, /export html, /export redact",
            takes_words=True,
        ),
        Command("conflicts", "conflicts", "Choose between two versions, where two hands changed the same thing at once."),
        Command("save_to", "save to", "Save to another file from now on: /save-to ~/incident.toml", takes_words=True),
        Command("document", "document", "Read the document as it stands."),
        Command(
            "incident",
            "incident",
            "Set title, severity, status, service, zone, summary or declared minutes: /incident severity SEV2",
            takes_words=True,
        ),
        Command(
            "agenda", "agenda", "Choose the plan: /agenda standard, extended, quick, learning or your own.", takes_words=True
        ),
        Command("theme", "theme", "Turn to the next set of colours.", ("f12",)),
        Command("palette", "palette", "Find any command by its name.", ("ctrl+p", "ctrl+k")),
        Command("help", "help", "All keys of this place.", ("f1",)),
        Command("quit", "quit", "Leave; everything is saved.", ("ctrl+q",)),
    )


def _listed() -> tuple[Command, ...]:
    return (
        Command("edit", "edit", "Change the line under the cursor in the capture line.", ("enter", "e"), browse=True, footer=1, unavailable=_on_entry),
        Command("delete", "delete", "Remove the line under the cursor; undo brings it back.", ("D", "delete"), browse=True, unavailable=_on_entry),
        Command("evidence", "evidence", "Add a link, a ticket or a quote.", ("v",), ("timeline",), browse=True, unavailable=_on_event),
        Command("evidence_cause", "evidence", "Add a link, a ticket or a quote.", ("E",), ("analysis",), browse=True, unavailable=_on_cause),
    )  # fmt: skip


def _opening() -> tuple[Command, ...]:
    here: tuple[Part, ...] = ("opening",)
    return (
        Command(
            "tick", "tick", "Tick or untick the line under the cursor.", ("space",), ("opening", "closing"), browse=True, footer=2
        ),
        Command("heard", "heard", "Count a turn for the person under the cursor.", ("h",), here, browse=True, footer=3),
    )


def _timeline() -> tuple[Command, ...]:
    here: tuple[Part, ...] = ("timeline",)
    return (
        Command("insert", "insert", "Type an event behind this one, with the time in the middle.", ("o",), here, browse=True, footer=2, unavailable=_on_event),
        Command("earlier", "-1 min", "Move the event a minute back.", ("left_square_bracket",), here, browse=True, footer=3, unavailable=_on_event),
        Command("later", "+1 min", "Move the event a minute on.", ("right_square_bracket",), here, browse=True, footer=4, unavailable=_on_event),
        Command("star", "star", "Star the event: it belongs to the story.", ("s",), here, browse=True, footer=5, unavailable=_on_event),
        Command("retime", "retime", "Give the event another time.", ("r",), here, browse=True, unavailable=_on_event),
        Command("day_back", "-1 day", "Move the event to the day before.", ("left_curly_bracket",), here, browse=True, unavailable=_on_event),
        Command("day_on", "+1 day", "Move the event to the next day.", ("right_curly_bracket",), here, browse=True, unavailable=_on_event),
        Command("kind", "kind", "Turn to the next kind.", ("c",), here, browse=True, unavailable=_on_event),
        Command("kinds", "any kind", "Choose the kind from a list.", ("t",), here, browse=True, unavailable=_on_event),
        Command("hide", "hide", "Keep the event aside as evidence, or show it again.", ("h",), here, browse=True, unavailable=_on_event),
        Command("join", "join", "Join the event into the one above.", ("J",), here, browse=True, unavailable=_on_event),
        Command("split", "split", "Make two events of one.", ("S",), here, browse=True, unavailable=_on_event),
        Command("fold_events", "fold", "Fold the marked rows into one, or take a folded row apart.", ("C",), here, browse=True, unavailable=_on_event),
        Command("dispute", "other version", "Keep the other version, where people remember differently.", ("d",), here, browse=True, unavailable=_on_event),
        Command("lane", "lane", "Say from whose side it was seen.", ("l",), here, browse=True, unavailable=_on_event),
        Command("answer", "answer", "Write down the answer to its open question.", ("x",), here, browse=True, unavailable=_on_event),
        *(Command(f"ask_{n}", f"ask {n}", f"Tick question {n}: asked, then open, then not asked.", (str(n),), here, browse=True, unavailable=_on_event) for n in (1, 2, 3)),
        Command("filter", "filter", "See only rows with these words, people, kinds or sources.", ("f",), here, browse=True),
        Command("mark", "mark", "Begin a stretch of rows to star, hide, move or fold at once.", ("m",), here, browse=True, unavailable=_on_event),
        Command("mark_down", "mark down", "Mark down to the next row.", ("shift+down",), here, browse=True, unavailable=_on_event),
        Command("mark_up", "mark up", "Mark up to the row above.", ("shift+up",), here, browse=True, unavailable=_on_event),
        Command("next_candidate", "candidate", "Go to the next imported row that may matter.", ("n",), here, browse=True),
        Command("previous_candidate", "back a candidate", "Go back to the imported row before that may matter.", ("N",), here, browse=True),
        Command("walk", "walk", "Walk through the story, one whole event at a time.", ("space",), here, browse=True),
        Command("all", "all rows", "Show imported rows that are not starred, or leave them out.", ("a",), here, browse=True),
        Command("aside", "set aside", "List what is not in sight, by reason, and open it.", ("b",), here, browse=True),
        Command("figures", "figures", "Intervals and their events, contradictions, quiet stretches, density.", ("w",), here, browse=True),
        Command("lanes", "lanes", "What each knew when: a column a role or system.", ("L",), here, browse=True),
        Command("zone", "zone", "Turn from the session's zone to UTC to minutes from the start.", ("z",), here, browse=True),
        Command("gaps", "gaps", "Set from how many quiet minutes on to ask: /gaps 5", ("g",), here, takes_words=True),
        Command("shift", "shift source", "Set the clock of an imported source right: /shift -40s or /shift Europe/Prague", (), here, unavailable=_on_event, takes_words=True),
    )  # fmt: skip


def _analysis() -> tuple[Command, ...]:
    here: tuple[Part, ...] = ("analysis",)
    return (
        Command("deeper", "deeper", "Make it a why of the line above.", ("tab", "greater_than_sign", "alt+right"), here, browse=True, footer=2, unavailable=_on_cause),
        Command("shallower", "shallower", "Move it out by one why.", ("shift+tab", "less_than_sign", "alt+left"), here, browse=True, unavailable=_on_cause),
        Command("move_up", "up", "Move it above its neighbour.", ("alt+up", "K"), here, browse=True, unavailable=_on_cause),
        Command("move_down", "down", "Move it below its neighbour.", ("alt+down", "J"), here, browse=True, unavailable=_on_cause),
        Command("join_causes", "AND/OR", "Turn how its causes combine: any, all, k of them, undecided.", ("g",), here, browse=True, footer=3, unavailable=_on_cause),
        Command("drawing", "next drawing", "Turn from whys to fishbone to fault tree.", ("v", "ctrl+g", "alt+v"), here, footer=4),
        Command("act", "action for this", "Type an action that answers it.", ("a",), here, browse=True, footer=5, unavailable=_on_cause),
        Command("category", "category", "Turn to the next category.", ("c",), here, browse=True, unavailable=_on_cause),
        Command("status", "status", "Turn to the next status: occurred, suspected, ruled out, potential.", ("s",), here, browse=True, unavailable=_on_cause),
        Command("role", "role", "Turn to the next role: contributing, root, proximate, none.", ("r",), here, browse=True, unavailable=_on_cause),
        Command("fold", "fold", "Fold or unfold what is below it.", ("space", "f"), here, browse=True, unavailable=_on_cause),
        Command("fold_all", "fold all", "Fold everything below the first whys, or unfold it.", ("F",), here, browse=True),
        Command("beside", "add beside", "Type a cause beside this one.", ("o",), here, browse=True, unavailable=_on_cause),
        Command("before", "add above", "Type a cause above this one.", ("O",), here, browse=True, unavailable=_on_cause),
        Command("mark", "mark", "Mark the branch, to put it elsewhere or to link it.", ("x",), here, browse=True, unavailable=_on_cause),
        Command("put", "put here", "Put the marked branch below the cursor.", ("p",), here, browse=True, unavailable=_on_cause),
        Command("link", "link here", "Let the marked cause explain this one as well.", ("l",), here, browse=True, unavailable=_on_cause),
        Command("unlink", "unlink", "Take back its last link to a second effect or cause.", ("u",), here, browse=True, unavailable=_on_cause),
        Command("tray", "tray", "Lay it in the tray until it has a place.", ("t",), here, browse=True, unavailable=_on_cause),
        Command("split_cause", "split", "Split it into several that stand side by side.", ("S",), here, browse=True, unavailable=_on_cause),
        Command("merge_causes", "merge", "Join it into the line above, or the marked one into it.", ("M",), here, browse=True, unavailable=_on_cause),
        Command("find_cause", "find a cause", "Go to a cause by letters in its words.", ("ctrl+f",), here),
        Command("find_next", "find next", "Go to the next cause with those letters.", ("n",), here, browse=True),
        Command("loose_end", "loose end", "Go to the next cause without an answer, a category, or what shows it.", ("L",), here, browse=True),
        Command("stop", "stop here", "Say why nobody asks further: we can change it, outside, unknown, not pursued.", ("w",), here, browse=True, unavailable=_on_cause),
        Command("confidence", "how sure", "Turn how sure the room is: a guess, likely, certain.", ("y",), here, browse=True, unavailable=_on_cause),
        Command("rank", "rank up", "Rank a root cause before the one in front of it.", ("R",), here, browse=True, unavailable=_on_cause),
        Command("safeguard", "safeguard", "Make it a safeguard, which is no cause, or a cause again.", ("h",), here, browse=True, unavailable=_on_cause),
        Command("ask_about", "question", "Type an open question about it.", ("q",), here, browse=True, unavailable=_on_cause),
        Command("diagram", "gates", "Draw the fault tree as gates, or as a tree of text.", ("d",), here, browse=True),
    )  # fmt: skip


def _actions() -> tuple[Command, ...]:
    here: tuple[Part, ...] = ("actions",)
    return (
        Command("owner", "owner", "Say who will do it.", ("o",), here, browse=True, footer=2, unavailable=_on_action),
        Command("due", "due", "Say by when.", ("d",), here, browse=True, footer=3, unavailable=_on_action),
        Command("board", "impact × effort", "Show the board of impact and effort, or the table again.", ("m",), here, footer=4),
        Command("answers", "answers", "Say which causes it answers.", ("c",), here, browse=True, unavailable=_on_action),
        Command("done_when", "done when", "Say how anybody can tell that it is done.", ("w",), here, browse=True, unavailable=_on_action),
        Command("priority", "priority", "Turn to the next priority.", ("p",), here, browse=True, unavailable=_on_action),
        Command("action_kind", "kind", "Turn to the next kind.", ("t",), here, browse=True, unavailable=_on_action),
        Command("action_status", "status", "Turn from open to started, done, verified.", ("s",), here, browse=True, unavailable=_on_action),
        Command("put_off", "later", "Let it wait, with the reason.", ("L",), here, browse=True, unavailable=_on_action),
        Command("matrix", "coverage", "Show which action answers which cause, or the table again.", ("v",), here),
        Command("history", "history", "Show what was changed in the action, or not.", ("h",), here, browse=True, unavailable=_on_action),
        Command("impact_more", "more impact", "Move it up on the board.", ("K", "alt+up"), here, browse=True, unavailable=_on_action),
        Command("impact_less", "less impact", "Move it down on the board.", ("J", "alt+down"), here, browse=True, unavailable=_on_action),
        Command("effort_less", "less effort", "Move it to the left on the board.", ("less_than_sign", "alt+left"), here, browse=True, unavailable=_on_action),
        Command("effort_more", "more effort", "Move it to the right on the board.", ("greater_than_sign", "alt+right"), here, browse=True, unavailable=_on_action),
        Command("merge_remedy", "merge", "Let an action take in the held remedy under the cursor.", ("g",), here, browse=True, unavailable=_on_entry),
        Command("decline", "won't do", "Give the reason for leaving it: an action, a cause to accept, a remedy that is moot.", ("x",), here, browse=True, footer=5, unavailable=_on_entry),
        Command("promote", "make action", "Make an action of the remedy or cause under the cursor.", ("r",), here, browse=True, unavailable=_on_entry),
    )  # fmt: skip


def _closing() -> tuple[Command, ...]:
    here: tuple[Part, ...] = ("closing",)
    return (
        Command("accept", "accept", "The owner accepts.", ("y",), here, browse=True, footer=1, unavailable=_on_action),
        Command("refuse", "decline", "The owner declines.", ("n",), here, browse=True, footer=2, unavailable=_on_action),
        Command("postpone", "other date", "The owner names another date.", ("d",), here, browse=True, footer=3, unavailable=_on_action),
        Command("settle", "settle", "Say what becomes of a parked line, a question or a dissent.", ("x",), here, browse=True, footer=4, unavailable=_on_entry),
        Command("review", "meeting review", "Planned and spent minutes, votes, what was parked, who was heard.", ("m",), here),
        Command("export_here", "export", "Write the document and say where it is.", ("E",), here, browse=True, footer=5),
        Command("document_here", "view document", "Read the document as it stands.", ("v",), here, browse=True),
    )  # fmt: skip


COMMANDS: tuple[Command, ...] = (
    *_everywhere(), *_opening(), *_timeline(), *_analysis(), *_actions(), *_closing(), *_listed(),
)  # fmt: skip


def command(command_id: str) -> Command:
    """Return the command of that id; raises KeyError."""
    return next((c for c in COMMANDS if c.id == command_id), None) or _unknown(command_id)


def _unknown(command_id: str) -> Command:
    raise KeyError(command_id)


def named(word: str) -> Command | None:
    """Return the command that a slash word means: its name, or a beginning that only it has."""
    wanted = word.casefold().replace("-", "_")
    exact = [c for c in COMMANDS if c.id == wanted and not c.browse]
    begins = [c for c in COMMANDS if c.id.startswith(wanted) and not c.browse]
    hits = exact or begins
    return hits[0] if len(hits) == 1 else None


def footer(part: Part) -> tuple[Command, ...]:
    """Return the commands that the footer of a list names, in order, at most six."""
    here = [item for item in COMMANDS if part in item.parts and item.footer]
    return tuple(sorted(here, key=lambda item: item.footer)[:6])


_PRINTED = {
    "left_square_bracket": "[", "right_square_bracket": "]", "greater_than_sign": ">", "less_than_sign": "<",
    "left_curly_bracket": "{", "right_curly_bracket": "}",
}  # fmt: skip


def shown_key(key: str) -> str:
    """Return a key as it is printed on a keyboard."""
    return _PRINTED.get(key, key)


def keys_of(item: Command) -> str:
    """Return the keys of a command, e.g. ``ctrl+n f8``."""
    return " ".join(shown_key(key) for key in item.keys)
