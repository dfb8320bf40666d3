"""The text alternative says what the dial shows."""

from collections.abc import Callable
from dataclasses import replace

from kompasskive.dial.options import DialOptions, DialWords
from kompasskive.dial.wording import picture_description, picture_title
from kompasskive.profile.model import CellState, Profile


def test_every_word_of_every_cell_is_told(jens: Profile) -> None:
    lines = picture_description(jens, DialOptions()).splitlines()
    for line, field in zip(lines, jens.fields, strict=False):
        assert line.startswith(f"{field.number} {field.name}.")
        assert all(cell.word in line for cell in field.cells)


def test_the_needle_and_signs_about_dimensions_are_told(jens: Profile) -> None:
    dimensions = tuple(replace(d, strength=True, direction=True) for d in jens.dimensions)
    told = picture_description(replace(jens, dimensions=dimensions, needle=1), DialOptions())
    assert "Nålen peger på Lov & Myndighed." in told
    assert "Refleksiv: Styrkeposition." in told
    assert "Relationel: Kursen er sat hertil." in told


def test_both_starting_points_are_told_where_both_views_stand(
    with_cell: Callable[..., Profile], words: DialWords
) -> None:
    profile = with_cell(state=CellState.LET_STAND, level=None, employee=3, leader=1)
    told = picture_description(profile, DialOptions(legend=words))
    assert (
        "Praktisk, medarbejderens udgangspunkt: Mestrer og lederens udgangspunkt: I gang." in told
    )


def test_the_organisation_is_told_only_when_it_is_shown(
    with_cell: Callable[..., Profile],
) -> None:
    profile = with_cell(organisation=3.5)
    assert "organisationen: 3,5" in picture_description(profile, DialOptions(organisation=True))
    assert "organisationen" not in picture_description(profile, DialOptions())


def test_a_draft_says_so(jens: Profile) -> None:
    assert "KLADDE" in picture_title(replace(jens, draft=True))
    assert "KLADDE" not in picture_title(replace(jens, draft=False))
