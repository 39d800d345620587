"""What is known of a long list is asked again only where the next list differs."""

from collections.abc import Sequence

import pytest

from noblame.analysis.keeping import Flags
from noblame.model.stretch import Kept, stretch

ONE, TWO, THREE, FOUR = ([n] for n in range(1, 5))


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        ((ONE, TWO, THREE), (ONE, TWO, THREE), slice(3, 3), slice(3, 3)),
        ((ONE, TWO, THREE), (ONE, FOUR, THREE), slice(1, 2), slice(1, 2)),
        ((ONE, TWO), (ONE, FOUR, TWO), slice(1, 1), slice(1, 2)),
        ((ONE, TWO, THREE), (ONE, THREE), slice(1, 2), slice(1, 1)),
        ((ONE, TWO, THREE), (TWO, ONE, THREE), slice(0, 2), slice(0, 2)),
        ((), (ONE,), slice(0, 0), slice(0, 1)),
        ((ONE, ONE), (ONE,), slice(1, 2), slice(1, 1)),
    ],
)
def test_the_stretch_in_which_lists_differ(old: tuple, new: tuple, before: slice, after: slice):
    assert stretch(old, new) == (before, after)


def test_only_what_differs_is_asked_again():
    asked: list[Sequence[int]] = []

    def of(item: list[int]) -> int:
        asked.append(item)
        return item[0]

    kept, even = Kept(of), Flags(lambda item: of(item) % 2 == 0)
    assert kept((ONE, TWO, THREE)) == [1, 2, 3]
    assert even((ONE, TWO, THREE)) == b"\0\1\0"
    asked.clear()
    assert kept((ONE, FOUR, THREE)) == [1, 4, 3]
    assert even((ONE, FOUR, THREE)) == b"\0\1\0"
    assert even((ONE, THREE)) == b"\0\0"
    assert asked == [FOUR, FOUR]
