"""Length decides; more is said only of what is plainly easy to guess."""

import pytest

from kompasskive.storage.password_rules import advice, too_short


@pytest.mark.parametrize("password", ["", "kort", "a" * 11, "a\u030a" * 11])
def test_shorter_than_twelve_is_refused_with_its_length(password: str) -> None:
    assert "mindst 12 tegn" in too_short(password)
    assert advice(password) == ""


def test_twelve_letters_are_enough_however_they_are_typed() -> None:
    assert too_short("å" * 12) == too_short("a\u030a" * 12) == ""


@pytest.mark.parametrize(
    "password",
    [
        "aaaaaaaaaaaa",
        "abababababab",
        "123456789012",
        "abcdefghijkl",
        "qwertyuiopåa",
        "Adgangskode2026",
        "Kompasskive!!",
        "jobcenter 123",
        "hemmelighemmelig",
        "lakrids-lakrids-",
    ],
)
def test_the_obvious_is_said_to_be_so(password: str) -> None:
    assert "let at gætte" in advice(password)


@pytest.mark.parametrize(
    "password",
    ["rød cykel på Æbelø", "korrekt hest batteri", "T7!kvæ9zRm2#", "sommerhuset ved Vejers"],
)
def test_of_the_rest_nothing_is_said(password: str) -> None:
    assert advice(password) == ""
