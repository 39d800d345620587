"""Questions for the moment: what to ask the room about an event, by its kind.

They begin with how and what, because why asks for a defence. A team may put its own in their place.
"""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import cast

import tomli

from noblame.model import Event, Kind

MOST = 3
"""As many as there are keys for, and as a room has patience for."""


@cache
def ours() -> dict[str, tuple[str, ...]]:
    """Return the questions that come with noblame, by kind."""
    text = resources.files("noblame.analysis").joinpath("moment.toml").read_text(encoding="utf-8")
    return {kind: tuple(cast("list[str]", said)) for kind, said in tomli.loads(text).items()}


def questions(event: Event, own: Mapping[Kind, tuple[str, ...]]) -> tuple[str, ...]:
    """Return at most three questions about an event; the team's `own` for a kind replace ours."""
    return (own.get(event.kind) or ours().get(event.kind, ()))[:MOST]
