"""The documents that can be made of a record, each a template over the same `Document`.

A profile orders and names; it drops nothing: what it has no heading for stands in its appendix.
"""

from collections.abc import Mapping
from typing import NamedTuple

from noblame.exporters.document import Names


class Profile(NamedTuple):
    """A kind of document."""

    about: str
    template: str
    """The name of a Jinja2 file in ``templates``."""
    statuses: Mapping[str, str]
    """What the states of a document are called."""
    names: Names = "handle"


PROFILES: dict[str, Profile] = {
    "standard": Profile(
        "the full postmortem, with detection, response and a list of whys (seed B)",
        "standard.md.j2",
        {"draft": "Draft", "review": "In Review", "final": "Final"},
    ),
    "classic": Profile(
        "summary, impact, timeline, root cause, what went well and poorly (seed A)",
        "classic.md.j2",
        {"draft": "Draft", "review": "Review", "final": "Final"},
        names="name",
    ),
    "preread": Profile(
        "the draft to send round before the meeting, with what is to be asked and what the timeline does not tell",
        "preread.md.j2",
        {"draft": "Draft", "review": "In Review", "final": "Final"},
    ),
}
