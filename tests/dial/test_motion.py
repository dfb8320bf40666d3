"""Between two profiles: what grows and drops, and that it ends as the picture itself."""

import math
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompasskive.dial.drawing import draw
from kompasskive.dial.geometry import level_radius
from kompasskive.dial.motion import Changes, changes, frame
from kompasskive.dial.options import DialOptions
from kompasskive.dial.picture import Path, Picture, Shape
from kompasskive.framework.model import Dimension, Mark
from kompasskive.profile.model import CellState, Profile

WithCell = Callable[..., Profile]
OPTIONS = DialOptions()


def _moved(before: Profile, after: Profile) -> Changes:
    moved = changes(before, after, OPTIONS)
    assert moved is not None
    return moved


def _placed(with_cell: WithCell, level: int) -> Profile:
    return with_cell(state=CellState.PLACED, level=level, previous=None)


def _reach(picture: Picture, shapes: tuple[Shape, ...]) -> float:
    """How far out the petals' fills reach, in dial units."""
    outer = [
        max(
            math.hypot(float(numbers[-2]) - picture.cx, float(numbers[-1]) - picture.cy)
            for _, *numbers in s.segments
            if numbers
        )
        for s in shapes
        if isinstance(s, Path) and s.role.startswith("petal:0:practical")
    ]
    return max(outer, default=0.0) / picture.unit


@given(st.integers(0, 6), st.integers(0, 6), st.floats(0, 1))
def test_a_petal_is_between_its_levels_at_every_moment(
    with_cell: WithCell, start: int, end: int, moment: float
) -> None:
    before, after = _placed(with_cell, start), _placed(with_cell, end)
    moved = changes(before, after, OPTIONS)
    if start == end:
        assert moved is None
        return
    assert moved is not None
    picture = draw(after, 700, 700, OPTIONS)
    shapes = frame(picture, after, OPTIONS, moved, moment)
    level = start + (end - start) * moment
    assert _reach(picture, shapes) == pytest.approx(level_radius(level) if level else 0, abs=0.01)


@pytest.mark.parametrize(("start", "end"), [(1, 4), (5, 2), (3, 6)])
def test_a_movement_ends_as_the_picture_itself(with_cell: WithCell, start: int, end: int) -> None:
    before, after = _placed(with_cell, start), _placed(with_cell, end)
    picture = draw(after, 700, 700, OPTIONS)
    last = frame(picture, after, OPTIONS, _moved(before, after), 1.0)
    assert set(last) <= set(picture.shapes)


def test_only_the_cell_that_changed_moves(with_cell: WithCell) -> None:
    moved = _moved(_placed(with_cell, 1), _placed(with_cell, 2))
    assert [(p.index, p.cell.dimension, p.start) for p in moved.petals] == [
        (0, Dimension.PRACTICAL, 1)
    ]
    assert not moved.beads


def test_a_cleared_cell_shrinks_to_nothing(with_cell: WithCell) -> None:
    after = with_cell(state=CellState.NOT_DISCUSSED, level=None, previous=None)
    moved = _moved(_placed(with_cell, 3), after)
    picture = draw(after, 700, 700, OPTIONS)
    reaches = [
        _reach(picture, frame(picture, after, OPTIONS, moved, at)) for at in (0.0, 0.5, 0.99)
    ]
    assert reaches == sorted(reaches, reverse=True)
    assert not _reach(picture, frame(picture, after, OPTIONS, moved, 1.0))


@pytest.mark.parametrize("basic", [True, False])
def test_a_marked_item_drops_its_bead_from_outside(jens: Profile, basic: bool) -> None:
    first = jens.fields[0]
    row = first.basic if basic else first.specialised
    bare = (replace(row[0], mark=None), *row[1:])
    changed = replace(first, basic=bare) if basic else replace(first, specialised=bare)
    before = replace(jens, fields=(changed, *jens.fields[1:]))
    after_row = (replace(row[0], mark=Mark.SHARES), *row[1:])
    changed = replace(first, basic=after_row) if basic else replace(first, specialised=after_row)
    after = replace(jens, fields=(changed, *jens.fields[1:]))
    moved = _moved(before, after)
    assert [(d.index, d.basic, d.at, d.mark) for d in moved.beads] == [(0, basic, 0, Mark.SHARES)]
    picture = draw(after, 700, 700, OPTIONS)
    start, end = (frame(picture, after, OPTIONS, moved, at)[-1] for at in (0.0, 1.0))
    here = [s for s in picture.shapes if s.role == f"bead:{row[0].item_id}"][-1]
    assert isinstance(here, Path)
    assert isinstance(end, Path)
    assert end.segments == here.segments
    assert start != end
    assert changes(after, before, OPTIONS) is None


def test_another_talk_or_another_framework_is_simply_shown(jens: Profile) -> None:
    other = replace(jens, title="Kompetenceprofil for Ida Lund", needle=None)
    fewer = replace(jens, fields=jens.fields[:5])
    first = jens.fields[0]
    cell = replace(first.cells[0], level=1)
    moved = replace(jens, fields=(replace(first, cells=(cell, *first.cells[1:])), *jens.fields[1:]))
    assert changes(jens, moved, OPTIONS)
    assert changes(other, moved, OPTIONS) is None
    assert changes(fewer, moved, OPTIONS) is None


def test_a_dial_of_one_dimension_moves_only_that(with_cell: WithCell) -> None:
    before, after = _placed(with_cell, 1), _placed(with_cell, 2)
    assert changes(before, after, DialOptions(only=Dimension.PRACTICAL))
    assert changes(before, after, DialOptions(only=Dimension.REFLEXIVE)) is None
