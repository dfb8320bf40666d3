"""Small dials: one per dimension, and last time beside now."""

import math
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompasskive.dial.drawing import draw
from kompasskive.dial.geometry import point, sector_angles
from kompasskive.dial.hit import hit, placement_at
from kompasskive.dial.multiples import (
    columns_of,
    dimension_panels,
    draw_multiples,
    since_panels,
)
from kompasskive.dial.options import DialOptions, DialWords
from kompasskive.dial.picture import Path, Picture, Shape, Text
from kompasskive.dial.sheet import Subject, View, draw_sheet
from kompasskive.framework.model import Dimension
from kompasskive.profile.model import Profile


def _texts(picture: Picture) -> list[str]:
    return [s.text for s in picture.shapes if isinstance(s, Text)]


def _width(shape: Shape) -> float:
    """How wide a petal is at its base."""
    assert isinstance(shape, Path)
    lines = [n for kind, *n in shape.segments if kind in "ML"]
    return math.dist([float(v) for v in lines[0]], [float(v) for v in lines[2]])


@pytest.mark.parametrize("dimension", Dimension)
def test_a_dial_of_one_dimension_has_a_petal_as_wide_as_its_sector(
    jens: Profile, dimension: Dimension
) -> None:
    picture = draw(jens, 500, 500, DialOptions(only=dimension))
    assert [a.dimension for a in picture.areas] == [dimension] * 6
    told = {s.role.split(":")[2] for s in picture.shapes if s.role.startswith("petal:")}
    assert told == {dimension.value}
    assert not [s for s in picture.shapes if s.role.startswith(("bead", "needle", "rose"))]
    narrow, wide = (
        next(s for s in p.shapes if s.role.startswith(f"petal:0:{dimension}"))
        for p in (draw(jens, 500, 500, DialOptions()), picture)
    )
    assert _width(wide) > 2.5 * _width(narrow)


@given(st.integers(0, 5), st.floats(0.05, 0.95))
def test_the_whole_sector_can_be_hit(jens: Profile, index: int, across: float) -> None:
    picture = draw(jens, 500, 500, DialOptions(only=Dimension.REFLEXIVE))
    start, end = sector_angles(6, index)
    x, y = point(50 * picture.unit, start + (end - start) * across)
    found = hit(picture, 6, picture.cx + x, picture.cy + y)
    assert found == (index, Dimension.REFLEXIVE, 2)
    assert placement_at(picture, 6, picture.cx + x, picture.cy + y) == found


def test_three_captions_one_legend_and_all_names(jens: Profile, words: DialWords) -> None:
    options = DialOptions(label_size=13, legend=words)
    picture = draw_multiples(dimension_panels(jens, options), 900, 470, options)
    texts = _texts(picture)
    assert {"Praktisk", "Refleksiv", "Relationel"} <= set(texts)
    assert texts.count("Grundlinjen") == 1
    assert {f.name for f in jens.fields} <= set(texts)
    assert texts.count("1") == 4
    assert len(picture.description.splitlines()) >= 18


def test_last_time_stands_to_the_left_of_now(jens: Profile, words: DialWords) -> None:
    before = replace(jens, needle=None)
    options = DialOptions(label_size=13, legend=words)
    picture = draw_multiples(since_panels(before, "Sidst", jens, "Nu", options), 900, 640, options)
    captions = [s for s in picture.shapes if isinstance(s, Text) and s.text in ("Sidst", "Nu")]
    assert [c.text for c in captions] == ["Sidst", "Nu"]
    assert captions[0].x < captions[1].x
    assert captions[0].y == captions[1].y
    roles = {s.role for s in picture.shapes}
    assert {"needle", "rose"} <= roles


@given(st.integers(2, 3), st.integers(200, 2000), st.integers(200, 2000))
def test_rows_are_full_and_dials_as_large_as_can_be(count: int, width: int, height: int) -> None:
    columns = columns_of(count, width, height, 30)
    assert count % columns == 0
    other = 1 if columns == count else count

    def diameter(c: int) -> float:
        return min(width / c, height / (count // c) - 30)

    assert diameter(columns) >= diameter(other)


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("width", [120, 420, 900, 4000])
def test_every_view_is_drawn_within_its_sheet(
    jens: Profile, words: DialWords, view: View, width: int
) -> None:
    picture = draw_sheet(Subject(jens, jens, words), view, width, patterns=True)
    assert picture.width == width
    for shape in picture.shapes:
        if isinstance(shape, Text):
            assert -1 <= shape.x <= width + 1
            assert 0 <= shape.y <= picture.height + 1


def test_a_draft_says_so_in_every_view(jens: Profile, words: DialWords) -> None:
    subject = Subject(replace(jens, draft=True), jens, words)
    for view in View:
        assert "KLADDE" in _texts(draw_sheet(subject, view, 900, patterns=False))


def test_without_an_earlier_talk_there_is_nothing_to_lay_beside(
    jens: Profile, words: DialWords, with_fields: Callable[[int], Profile]
) -> None:
    with pytest.raises(ValueError, match="earlier"):
        draw_sheet(Subject(with_fields(4), None, words), View.SINCE, 900, patterns=False)
