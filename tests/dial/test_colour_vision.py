"""The dimensions' tones can be told apart by every kind of colour vision."""

from itertools import combinations

import numpy as np
import pytest
from tests.dial.colour_vision import SIGHT, appearance, distance

from kompasskive.dial.palette import THEMES

DIMENSIONS = ("practical", "reflexive", "relational")
LEAST = {"light": 18.0, "dark": 10.6, "contrast": 8.0}
"""The design's 18 and 11, and what the window's own high contrast colours leave room for."""


def test_the_model_gives_the_published_values() -> None:
    white = np.array([95.05, 100.0, 108.88])
    j, m, hue = appearance(np.array([19.01, 20.0, 21.78]), white, 318.31, 20.0)
    assert j == pytest.approx(41.73, abs=0.01)
    assert m == pytest.approx(0.1088, abs=0.001)
    assert np.degrees(hue) % 360 == pytest.approx(219.0, abs=0.1)
    j, m, hue = appearance(np.array([57.06, 43.06, 31.96]), white, 31.83, 20.0)
    assert j == pytest.approx(65.96, abs=0.01)
    assert m == pytest.approx(41.67, abs=0.01)
    assert np.degrees(hue) == pytest.approx(19.6, abs=0.1)


@pytest.mark.parametrize("sight", SIGHT)
def test_a_colour_is_no_distance_from_itself_and_black_is_far_from_white(sight: str) -> None:
    assert distance("#2E7AD1", "#2E7AD1", sight) == 0
    assert distance("#000000", "#FFFFFF", sight) > 95


@pytest.mark.parametrize("theme", LEAST)
@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("tone", ["inner", "outer"])
def test_dimensions_are_told_apart(theme: str, sight: str, tone: str) -> None:
    palette = THEMES[theme]
    for one, other in combinations(DIMENSIONS, 2):
        found = distance(palette[f"{one}_{tone}"], palette[f"{other}_{tone}"], sight)
        assert found >= LEAST[theme], (one, other, found)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_the_two_tones_of_a_dimension_are_told_apart(
    theme: str, sight: str, dimension: str
) -> None:
    palette = THEMES[theme]
    assert distance(palette[f"{dimension}_inner"], palette[f"{dimension}_outer"], sight) >= 9
