"""The team's settings: ``noblame.toml`` beside the session over that of the workspace over the user's own."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from pydantic import ValidationError

from noblame.model.settings import Settings
from noblame.store.codec import first_problem, parse
from noblame.store.reading import decode, read_bytes
from noblame.store.refusal import SessionRefused
from noblame.store.workspace import SETTINGS


def places(environment: Mapping[str, str], *folders: Path) -> tuple[Path, ...]:
    """Return where settings may stand, the weakest first: the user's config folder, then the folders given."""
    home = environment.get("XDG_CONFIG_HOME") or str(Path(environment.get("HOME", ".")) / ".config")
    return tuple(dict.fromkeys(folder / SETTINGS for folder in (Path(home) / "noblame", *folders)))


def read_settings(paths: tuple[Path, ...]) -> Settings:
    """Return the settings of every file that is there, key by key, a later file over an earlier one.

    Raises SessionRefused with file, line and key where one cannot be used.
    """
    tree: dict[str, Any] = {}
    for path in paths:
        if not os.path.lexists(path):
            continue
        text = decode(read_bytes(path), path)
        tree = _over(tree, parse(text, path))
        try:
            agenda = Settings.model_validate(tree).agenda
        except ValidationError as problem:
            raise SessionRefused(f"{path}: {first_problem(problem, text)}") from None
        if agenda.card and "card_words" not in tree["agenda"]:
            card = path.parent / agenda.card
            tree["agenda"] = {**tree["agenda"], "card": str(card), "card_words": _sentences(card)}
    return Settings.model_validate(tree)


def _sentences(card: Path) -> list[str]:
    """Return the lines of the card that hold anything; raises SessionRefused."""
    if not card.exists():
        raise SessionRefused(f"{card}: there is no such file; agenda.card of {SETTINGS} names it")
    return [text for text in decode(read_bytes(card), card).split("\n") if text.strip()]


def _over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Return two trees as one; tables are joined, anything else is replaced."""
    joined = dict(below)
    for key, value in above.items():
        old = joined.get(key)
        if isinstance(value, dict) and isinstance(old, dict):
            joined[key] = _over(cast("dict[str, Any]", old), cast("dict[str, Any]", value))
        else:
            joined[key] = value
    return joined
