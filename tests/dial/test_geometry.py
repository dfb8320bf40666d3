"""The laws of the dial's geometry."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompasskive.dial.geometry import (
    BASIC_RING,
    DIMENSIONS,
    RIM,
    SPECIALISED_RING,
    annular,
    arc,
    level_radius,
    petal_angles,
    placed,
    point,
    step_ring,
)
from kompasskive.dial.picture import Path

FIELDS = st.integers(3, 8)


def test_radii_are_those_of_the_design() -> None:
    radii = [*BASIC_RING, *SPECIALISED_RING]
    assert radii == pytest.approx([22, 41.44, 54.31, 64.67, 71.67, 79.81, 87.20, 94.00], abs=0.01)


def test_all_six_steps_have_the_same_area() -> None:
    areas = [outer**2 - inner**2 for inner, outer in map(step_ring, range(1, 7))]
    assert areas == pytest.approx([areas[0]] * 6)


@given(st.floats(0, 6), st.floats(0, 6))
def test_a_higher_level_reaches_further(low: float, high: float) -> None:
    if low < high:
        assert level_radius(low) <= level_radius(high) <= RIM + 1e-9


@pytest.mark.parametrize("level", range(1, 7))
def test_a_whole_level_fills_its_step(level: int) -> None:
    assert level_radius(level) == pytest.approx(step_ring(level)[1])


@given(FIELDS)
def test_petals_follow_each_other_without_touching(count: int) -> None:
    petals = [petal_angles(count, i, d) for i in range(count) for d in DIMENSIONS]
    gaps = [after[0] - before[1] for before, after in pairwise(petals)]
    assert min(gaps) >= 1.2 - 1e-9
    assert petals[-1][1] - petals[0][0] < 360
    widths = [end - start for start, end in petals]
    assert widths == pytest.approx([widths[0]] * len(widths))


@given(FIELDS)
def test_the_first_field_is_centred_on_north_in_the_sources_order(count: int) -> None:
    first, second, third = (petal_angles(count, 0, d) for d in DIMENSIONS)
    assert sum(second) == pytest.approx(0)
    assert first[1] < 0 < third[0]
    assert first[0] == pytest.approx(-third[1])


@given(st.floats(1, 500), st.floats(-360, 360), st.floats(1, 350))
def test_arcs_stay_on_their_circle(radius: float, start: float, sweep: float) -> None:
    x, y = arc(radius, start, start + sweep)[0][1:]
    for kind, *numbers in arc(radius, start, start + sweep)[1:]:
        assert kind == "C"
        x1, y1, x2, y2, x3, y3 = map(float, numbers)
        middle = (float(x) + 3 * x1 + 3 * x2 + x3) / 8, (float(y) + 3 * y1 + 3 * y2 + y3) / 8
        assert math.hypot(*middle) == pytest.approx(radius, rel=1e-6)
        x, y = x3, y3
    assert (x, y) == pytest.approx(point(radius, start + sweep), abs=radius * 1e-6)


def test_placing_scales_about_the_origin_and_then_moves() -> None:
    shape = Path(annular(1, 2, 0, 90), stroke="ink", width=0.5, dash=(1, 2))
    moved = placed(shape, 10, 20, 4)
    assert isinstance(moved, Path)
    assert moved.segments[0][1:] == pytest.approx((10, 16))
    assert (moved.width, moved.dash) == (2.0, (4, 8))
