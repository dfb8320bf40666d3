"""Work tells how far it is, part by part and share by share, and ends where it is stopped."""

import pytest

from kompasskive.errors import ExpectedError
from kompasskive.telling import EVERY, WHOLE, passing, quietly, share


class StoppedError(ExpectedError):
    """What the one who waits may raise."""


def test_work_is_told_now_and_then() -> None:
    told: list[tuple[int, int]] = []
    many = 2 * EVERY + 1
    parts = list(passing(range(many), many, lambda done, whole: told.append((done, whole))))
    assert parts == list(range(many))
    assert told == [(0, many), (EVERY, many), (2 * EVERY, many)]


def test_work_ends_where_it_is_stopped() -> None:
    def stop(done: int, _whole: int) -> None:
        if done:
            raise StoppedError

    parts = passing(range(10 * EVERY), 10 * EVERY, stop)
    with pytest.raises(StoppedError):
        list(parts)
    assert list(passing(range(EVERY), EVERY, quietly)) == list(range(EVERY))


def test_a_share_is_of_the_whole() -> None:
    told: list[tuple[int, int]] = []
    half = share(lambda done, whole: told.append((done, whole)), 500, WHOLE)
    for done in (0, 1, 4):
        half(done, 4)
    half(0, 0)
    assert told == [(500, WHOLE), (625, WHOLE), (WHOLE, WHOLE), (500, WHOLE)]
