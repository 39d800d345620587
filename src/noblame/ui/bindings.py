"""The keys of the screen, made from the commands."""

from textual.binding import Binding, BindingType

from noblame.editor.commands import COMMANDS


def bindings() -> list[BindingType]:
    """Return the keys that work everywhere, made from the commands; with alt, those of a list do while typing too."""
    held = {key for item in COMMANDS if item.browse for key in item.keys if key.startswith("alt+")}
    by_hand: list[BindingType] = [Binding(key, f"here('{key}')", show=False, priority=True) for key in sorted(held)]
    return by_hand + [
        Binding(key, f"run('{item.id}')", item.title, show=False, priority=True, id=f"{item.id}.{number}")
        for item in COMMANDS
        if not item.browse
        for number, key in enumerate(item.keys)
        if len(key) > 1
    ]
