"""Time is told in whole minutes and asks once four fifths are used."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompasskive.dialogue.timing import asks, left_words, minutes_left, question

BEGUN = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)


@given(st.integers(1, 480), st.integers(-10_000, 100_000))
def test_what_is_left_is_never_negative_nor_more_than_planned(minutes: int, seconds: int) -> None:
    left = minutes_left(minutes, BEGUN, BEGUN + timedelta(seconds=seconds))
    assert 0 <= left <= minutes
    assert (left == 0) == (seconds >= minutes * 60)


@given(st.integers(5, 480).map(lambda n: n - n % 5))
def test_it_asks_from_four_fifths_on(minutes: int) -> None:
    assert asks(minutes, minutes // 5)
    assert not asks(minutes, minutes // 5 + 1)


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (55, "Der er 55 minutter tilbage"),
        (1, "Der er 1 minut tilbage"),
        (0, "Den planlagte tid er gået"),
    ],
)
def test_the_words(left: int, words: str) -> None:
    assert left_words(left) == words
    assert question(left) == f"{words}. Vil I runde af eller tage mere tid?"
