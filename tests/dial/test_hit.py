"""A point on a petal leads back to its field, dimension and level."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompasskive.dial.drawing import draw
from kompasskive.dial.geometry import DIMENSIONS, petal_angles, point, step_ring
from kompasskive.dial.hit import hit
from kompasskive.dial.options import DialOptions
from kompasskive.dial.picture import Picture
from kompasskive.profile.model import Profile

PICTURE = Picture(300, 200, (), cx=140.0, cy=90.0, unit=0.8, title="", description="")


@given(
    st.integers(3, 8).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n - 1))),
    st.sampled_from(DIMENSIONS),
    st.integers(1, 6),
    st.floats(0.02, 0.98),
    st.floats(0.02, 0.98),
)
def test_every_point_of_a_step_finds_it(field, dimension, level, across, along) -> None:  # type: ignore[no-untyped-def]
    count, index = field
    start, end = petal_angles(count, index, dimension)
    inner, outer = step_ring(level)
    x, y = point(inner + (outer - inner) * along, start + (end - start) * across)
    found = hit(PICTURE, count, 140 + 0.8 * x, 90 + 0.8 * y)
    assert found == (index, dimension, level)


@pytest.mark.parametrize("index", range(6))
def test_the_badge_belongs_to_its_field(index: int) -> None:
    x, y = point(110, index * 60)
    found = hit(PICTURE, 6, 140 + 0.8 * x, 90 + 0.8 * y)
    assert found is not None
    assert found[0] == index
    assert found[2] is None


def test_the_air_between_petals_has_no_dimension() -> None:
    x, y = point(50, 30)
    assert hit(PICTURE, 6, 140 + 0.8 * x, 90 + 0.8 * y) == (1, None, None)


@pytest.mark.parametrize("radius", [0, 19, 117, 300])
def test_hub_and_surroundings_are_nothing(radius: float) -> None:
    assert hit(PICTURE, 6, 140 + 0.8 * radius, 90) is None


def test_a_drawn_picture_answers_in_its_own_coordinates(
    with_fields: Callable[[int], Profile],
) -> None:
    picture = draw(with_fields(5), 700, 500, DialOptions())
    x, y = point(50 * picture.unit, 72)
    assert hit(picture, 5, picture.cx + x, picture.cy + y) == (1, DIMENSIONS[1], 2)
