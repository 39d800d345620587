"""Exit codes; scripts rely on them."""

DONE = 0
FOUND = 1
"""A check found something."""
USAGE = 2
REFUSED = 3
"""The input could not be used; one line on stderr says why."""
NOT_WRITTEN = 4
INTERNAL = 70
