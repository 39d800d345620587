"""Circles among links, which neither a causal graph nor a fault tree may have."""

from collections.abc import Mapping


def circle(links: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return the names along one circle of links, its first again at the end; empty where there is none."""
    done: set[str] = set()
    for first in links:
        path: dict[str, None] = {}
        waiting = [(first, False)]
        while waiting:
            here, leaving = waiting.pop()
            if leaving:
                done.add(path.popitem()[0])
            elif here in path:
                walked = list(path)
                return [*walked[walked.index(here) :], here]
            elif here not in done:
                path[here] = None
                waiting.append((here, True))
                waiting += [(name, False) for name in links[here]]
    return []
