"""The commands that mean the same in every part of the meeting."""

from pathlib import Path
from typing import get_args

from noblame.editor.edits.entries import list_of, remove
from noblame.model import Incident, Record
from noblame.model.incident import Status
from noblame.store.workspace import SETTINGS
from noblame.ui.screens.facilitating import Facilitating


class Everywhere(Facilitating):
    """Does what a key asks for, whichever pane is in view."""

    def do_show_opening(self) -> None:
        """Look at Opening."""
        self._screen.view("opening")

    def do_show_timeline(self) -> None:
        """Look at the timeline."""
        self._screen.view("timeline")

    def do_show_analysis(self) -> None:
        """Look at Analysis."""
        self._screen.view("analysis")

    def do_show_actions(self) -> None:
        """Look at Actions."""
        self._screen.view("actions")

    def do_show_closing(self) -> None:
        """Look at Closing."""
        self._screen.view("closing")

    # The record.

    def do_undo(self) -> None:
        """Take back the last step."""
        self._screen.say(f"Undone: {self._screen.editor.undo()}.")

    def do_redo(self) -> None:
        """Repeat what was undone."""
        self._screen.say(f"Done again: {self._screen.editor.redo()}.")

    def do_edit(self) -> None:
        """Change the entry under the cursor."""
        self._screen.edit(self._screen.pane.selected)

    def do_delete(self) -> None:
        """Remove the entry under the cursor."""
        chosen = self._screen.pane.selected
        kind = list_of(self._screen.record, chosen).removesuffix("s")
        self._screen.editor.apply(f"delete {kind} {chosen}", lambda record: remove(record, chosen))
        self._screen.say(f"Removed {chosen}; ctrl+z brings it back.")

    def do_incident(self, words: str) -> None:
        """Set a field of the incident: its name, then its value."""
        name, _, value = words.strip().partition(" ")
        fields = [field for field in Incident.model_fields if field.startswith(name.casefold())] if name else []
        plain = [field for field in fields if field != "triggers"]
        if len(plain) != 1:
            self._screen.say("Say what to set: title, severity, status, service, zone, summary…")
            return
        field = plain[0]
        if not value:
            old = getattr(self._screen.record.incident, field)
            self._screen.dock.ask(
                field.replace("_", " "), lambda text: self._set(field, text), given="" if old is None else str(old)
            )
        else:
            self._set(field, value)

    def _set(self, field: str, value: str) -> None:
        """Set one field, or say why it cannot have that value."""
        incident = self._screen.record.incident
        wanted: str | int | None = value
        if field == "declared_minutes":
            digits = value.strip().removesuffix("min").strip()
            if not digits.isdecimal() and value.strip():
                self._screen.say("Minutes are a whole number, such as 47.")
                return
            wanted = int(digits) if digits else None
        if field == "status" and value not in get_args(Status):
            self._screen.say(f"The status is one of {', '.join(get_args(Status))}.")
            return
        try:
            changed = incident.but(**{field: wanted})
        except ValueError:
            self._screen.say(
                f"{value} cannot be the {field}; write UTC or a name such as Europe/Prague."
                if field == "zone"
                else f"{value} does not fit {field}."
            )
            return
        self._screen.editor.apply(f"set {field.replace('_', ' ')}", lambda record: record.but(incident=changed))

    # Advice.

    def do_take_advice(self) -> None:
        """Take what the quiet line offers."""
        self._screen.advising.take()

    def do_not_here(self) -> None:
        """Say no more about it."""
        self._screen.advising.wave_off()

    def do_fine_with_us(self) -> None:
        """Put the words on the team's list."""
        self._screen.advising.allow(self.app.file.path.with_name(SETTINGS))

    def do_findings(self) -> None:
        """List what the document lacks."""
        from noblame.ui.screens.findings import FindingsList

        FindingsList(self._screen).show()

    # In and out.

    def do_import(self, words: str) -> None:
        """Choose records to bring in."""
        from noblame.ui.importing import Importing

        Importing(self._screen).begin(words.strip())

    def do_export(self, words: str = "") -> None:
        """Write the document beside the session."""
        from noblame.ui.exporting import REDACT, write_document

        wanted = words.strip() or "standard"
        if wanted.split()[0] == REDACT:
            self._export_redacted(wanted)
        else:
            self._screen.say(write_document(self._screen.record, self.app.file.path, wanted))

    def _export_redacted(self, wanted: str) -> None:
        """Show what redaction changes; Enter writes."""
        from noblame.exporters.redacting import redacted
        from noblame.ui.exporting import redaction_page, write_document
        from noblame.ui.screens.page import PageScreen

        found = redacted(self._screen.record)
        if not found.changed:
            self._screen.say(write_document(found.record, self.app.file.path, wanted))
            return
        page = redaction_page(found, self._screen.size.width - 2)

        def chosen(answer: str | None) -> None:
            said = write_document(found.record, self.app.file.path, wanted) if answer else "Nothing was written."
            self._screen.say(said)

        self._screen.over(PageScreen("what readers outside will not see", page, enter="write it"), chosen)

    def do_document(self) -> None:
        """Show the document."""
        from noblame.ui.exporting import document_page
        from noblame.ui.screens.page import PageScreen

        self._screen.over(PageScreen("the document as it stands", document_page(self._screen.record, self.app.size.width)))

    def do_conflicts(self) -> None:
        """Choose between two versions."""
        from noblame.ui.screens.conflicts import Conflicts

        Conflicts(self._screen).show()

    def do_save_to(self, words: str) -> None:
        """Save to another file from now on."""
        if not words.strip():
            self._screen.dock.ask("Save to", self.do_save_to)
            return
        path = Path(words.strip()).expanduser()
        if path.suffix != ".toml":
            path = path.with_name(f"{path.name}.toml")
        if path.exists():
            self._screen.say(f"There is a {path.name} already; name a new file.")
            return
        self.app.sitting.writer.move(path)
        self._screen.say(f"From now on the session is saved to {path}.")

    do_export_here = do_export
    do_document_here = do_document

    # The program.

    def do_theme(self) -> None:
        """Turn to the next set of colours."""
        self._screen.say(f"Colours: {self.app.next_theme()}.")

    def do_palette(self) -> None:
        """Open the palette."""
        self.app.action_command_palette()

    def do_help(self) -> None:
        """Show the keys of this place."""
        from noblame.ui.screens.help import page
        from noblame.ui.screens.page import PageScreen

        self._screen.over(PageScreen(f"help for {self._screen.viewed.title()}", page(self._screen.viewed, self.app.size.width)))

    def do_quit(self) -> None:
        """Leave; while something is not saved, only when asked twice."""
        editor = self._screen.editor
        if editor.trouble and self._asked_of is not editor.record:
            self._asked_of = editor.record
            self._screen.say("This is not saved yet. ctrl+q again leaves, with a copy put aside.")
            return
        self.app.exit()

    _asked_of: Record | None = None
    """The record that is not saved and that leaving was asked for once."""
