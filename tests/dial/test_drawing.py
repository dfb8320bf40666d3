"""The finished picture: every state has its own look, and nothing is cut off."""

import math
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompasskive.dial.drawing import draw
from kompasskive.dial.laid_over import focus_shapes, hover_shapes
from kompasskive.dial.metrics import text_width
from kompasskive.dial.options import DialOptions, DialWords
from kompasskive.dial.palette import THEMES
from kompasskive.dial.picture import Circle, Path, Picture, Shape, Text
from kompasskive.framework.model import Dimension, Mark
from kompasskive.profile.model import CellState, Profile

PRACTICAL = "0:practical"
WithCell = Callable[..., Profile]


def _plain(profile: Profile, **options: object) -> Picture:
    return draw(profile, 700, 700, DialOptions(**options))  # type: ignore[arg-type]


def _roles(picture: Picture, part: str = "") -> list[str]:
    return [s.role for s in picture.shapes if part in s.role]


def _texts(picture: Picture) -> list[str]:
    return [s.text for s in picture.shapes if isinstance(s, Text)]


def _extent(shape: Shape) -> tuple[float, float, float, float]:
    if isinstance(shape, Text):
        width = text_width(shape.text, shape.size, shape.weight)
        left = shape.x - width * {"start": 0, "middle": 0.5, "end": 1}[shape.anchor]
        return left, shape.y - shape.size * 0.75, left + width, shape.y + shape.size * 0.24
    edge = shape.width / 2 if shape.stroke else 0
    if isinstance(shape, Circle):
        r = shape.r + edge
        return shape.x - r, shape.y - r, shape.x + r, shape.y + r
    numbers = [[float(v) for v in s[1:]] for s in shape.segments]
    xs, ys = ([v for row in numbers for v in row[i::2]] for i in (0, 1))
    return min(xs) - edge, min(ys) - edge, max(xs) + edge, max(ys) + edge


@given(
    st.integers(3, 8),
    st.integers(120, 1100),
    st.integers(120, 900),
    st.sampled_from([9.0, 13.0, 20.0, 32.0]),
    st.booleans(),
)
def test_nothing_is_cut_off_at_any_size(
    with_fields: Callable[[int], Profile],
    words: DialWords,
    count: int,
    width: int,
    height: int,
    size: float,
    legend: bool,
) -> None:
    options = DialOptions(
        label_size=size, legend=words if legend else None, organisation=True, starting_points=True
    )
    picture = draw(with_fields(count), width, height, options)
    for shape in picture.shapes:
        left, top, right, bottom = _extent(shape)
        assert left >= -0.5, shape
        assert top >= -0.5, shape
        assert right <= width + 0.5, shape
        assert bottom <= height + 0.5, shape


def test_pictures_use_only_tokens_of_the_palette(jens: Profile, words: DialWords) -> None:
    picture = _plain(jens, legend=words, patterns=True, organisation=True, starting_points=True)
    used = {s.fill for s in picture.shapes}
    used |= {s.stroke for s in picture.shapes if not isinstance(s, Text)}
    assert used - {None} <= THEMES["light"].keys()


STATES: dict[str, dict[str, object]] = {
    "undiscussed": {"state": CellState.NOT_DISCUSSED, "level": None},
    "notrelevant": {"state": CellState.NOT_RELEVANT, "level": None},
    "letstand": {"state": CellState.LET_STAND, "level": None, "employee": 3, "leader": 1},
    "newarea": {"state": CellState.PLACED, "level": 0},
    "petal": {"state": CellState.PLACED, "level": 1},
}


@pytest.mark.parametrize("state", STATES)
def test_each_state_has_its_own_look(with_cell: WithCell, state: str) -> None:
    picture = _plain(with_cell(previous=None, **STATES[state]))
    shown = {other for other in STATES if _roles(picture, f"{other}:{PRACTICAL}")}
    assert shown == {state}


def _look(profile: Profile, **options: object) -> frozenset[Shape]:
    return frozenset(_plain(profile, **options).shapes)


def test_all_states_and_levels_differ_from_each_other(with_cell: WithCell) -> None:
    cells: list[dict[str, object]] = [
        *STATES.values(),
        *({"state": CellState.PLACED, "level": level} for level in range(2, 7)),
        {"state": CellState.LET_STAND, "level": None, "employee": None, "leader": None},
        {"state": CellState.LET_STAND, "level": None, "employee": 1, "leader": 3},
    ]
    looks = [_look(with_cell(**{"previous": None, **cell})) for cell in cells]
    assert len(set(looks)) == len(cells)


def test_an_untouched_sector_has_one_outline_in_each_ring(untouched: Profile) -> None:
    assert len(_roles(_plain(untouched), "undiscussed:")) == 2 * len(untouched.fields)


def test_no_petal_is_drawn_where_both_views_stand(with_cell: WithCell) -> None:
    picture = _plain(with_cell(**STATES["letstand"]))
    assert not _roles(picture, f"petal:{PRACTICAL}")
    assert _roles(picture, f"employee:{PRACTICAL}")
    assert _roles(picture, f"leader:{PRACTICAL}")


def test_starting_points_show_when_asked_for_and_fade_once_agreed(with_cell: WithCell) -> None:
    agreed = with_cell(state=CellState.PLACED, level=2, employee=3, leader=1)
    assert not _roles(_plain(agreed), f"employee:{PRACTICAL}")
    open_cell = with_cell(state=CellState.NOT_DISCUSSED, level=None, employee=3, leader=1)
    radii = [
        shape.r
        for profile in (agreed, open_cell)
        for shape in _plain(profile, starting_points=True).shapes
        if isinstance(shape, Circle) and shape.role == f"employee:{PRACTICAL}"
    ]
    assert radii[0] < radii[1]


@pytest.mark.parametrize(("previous", "shown"), [(None, 0), (3, 0), (2, 1), (0, 1)])
def test_last_time_shows_only_where_it_changed(
    with_cell: WithCell, previous: int | None, shown: int
) -> None:
    picture = _plain(with_cell(state=CellState.PLACED, level=3, previous=previous))
    assert len(_roles(picture, f"previous:{PRACTICAL}")) == shown


def test_the_organisation_is_a_bracket_at_its_fraction(with_cell: WithCell) -> None:
    def radius(level: float) -> float:
        picture = _plain(with_cell(organisation=level), organisation=True)
        found = next(s for s in picture.shapes if s.role == f"organisation:{PRACTICAL}")
        assert isinstance(found, Path)
        x, y = (float(v) for v in found.segments[0][1:])
        return math.hypot(x - picture.cx, y - picture.cy) / picture.unit

    assert radius(2.0) < radius(2.4) < radius(3.0) < radius(3.6)
    assert not _roles(_plain(with_cell(organisation=2.4)), "organisation")


def test_signs_stand_at_the_badge_of_their_field(jens: Profile) -> None:
    first = replace(jens.fields[0], strength=True, direction=True, parked=True)
    picture = _plain(replace(jens, fields=(first, *jens.fields[1:])))
    assert {"strength:0", "direction:0", "parked:0"} <= set(_roles(picture))


@pytest.mark.parametrize("sign", ["strength", "direction"])
def test_a_dimensions_sign_is_in_every_field(jens: Profile, sign: str) -> None:
    dimensions = tuple(
        replace(
            d,
            strength=sign == "strength" and d.dimension is Dimension.REFLEXIVE,
            direction=sign == "direction" and d.dimension is Dimension.REFLEXIVE,
        )
        for d in jens.dimensions
    )
    picture = _plain(replace(jens, dimensions=dimensions))
    told = [r for r in _roles(picture, f"{sign}:") if r.endswith(":reflexive")]
    assert len(told) == len(jens.fields)


def test_a_dimensions_sign_is_set_free_of_the_engraving(jens: Profile) -> None:
    plain = tuple(replace(d, strength=False) for d in jens.dimensions)
    signed = tuple(replace(d, strength=True) for d in jens.dimensions)
    counts = [
        len(_roles(_plain(replace(jens, dimensions=d), patterns=True), "pattern"))
        for d in (plain, signed)
    ]
    assert counts[1] - counts[0] == 18


@pytest.mark.parametrize(("needle", "role"), [(1, "needle"), (None, "rose")])
def test_the_hub_holds_needle_or_rose(jens: Profile, needle: int | None, role: str) -> None:
    picture = _plain(replace(jens, needle=needle))
    assert {"needle", "rose"} & set(_roles(picture)) == {role}


def test_the_needle_can_be_turned(jens: Profile) -> None:
    def tip(picture: Picture) -> Shape:
        return next(s for s in picture.shapes if s.role == "needle")

    assert tip(_plain(jens)) != tip(_plain(jens, needle_angle=200.0))


def test_patterns_are_engraved_only_when_asked_for(jens: Profile) -> None:
    assert not _roles(_plain(jens), "pattern")
    assert _roles(_plain(jens, patterns=True), "pattern")


def test_below_360_pixels_beads_and_last_time_are_left_out(with_cell: WithCell) -> None:
    profile = with_cell(state=CellState.PLACED, level=3, previous=1)
    large, small = draw(profile, 400, 400, DialOptions()), draw(profile, 355, 400, DialOptions())
    assert _roles(large, "bead:")
    assert _roles(large, "previous:")
    assert not _roles(small, "bead:") + _roles(small, "previous:")


def test_a_picture_in_points_counts_its_screen_pixels(jens: Profile) -> None:
    assert _roles(draw(jens, 300, 300, DialOptions(pixel=0.75)), "bead:")


def test_below_240_pixels_only_petals_and_numbers_are_left(jens: Profile, words: DialWords) -> None:
    options = DialOptions(legend=words, starting_points=True, organisation=True)
    picture = draw(jens, 230, 230, options)
    told = ("bead", "previous", "strength", "direction", "needle", "label", "legend", "employee")
    assert not [r for r in _roles(picture) if r.split(":")[0] in told]
    assert _roles(picture, "petal:")
    assert picture.names_beside


def test_names_go_beside_the_dial_when_they_do_not_fit(jens: Profile) -> None:
    large_text = draw(jens, 420, 420, DialOptions(label_size=30))
    assert large_text.names_beside
    assert not _roles(large_text, "label:")
    assert [t for t in _texts(large_text) if t.isdigit()] == ["1", "2", "3", "4", "5", "6"]


def test_numbers_only_is_a_choice_that_needs_no_list(jens: Profile) -> None:
    picture = _plain(jens, labels=False)
    assert not _roles(picture, "label:")
    assert not picture.names_beside


def test_the_legend_names_all_six_levels(jens: Profile, words: DialWords) -> None:
    texts = _texts(_plain(jens, legend=words))
    assert [f"{i}  {words.levels[i]}" in texts for i in range(1, 7)] == [True] * 6
    assert {"Grundlæggende", "Specialiseret", "Grundlinjen", "Praktisk"} <= set(texts)


def test_the_legend_of_a_dial_shaded_by_hand_has_signs_and_no_tones(
    untouched: Profile, words: DialWords
) -> None:
    plain, toned = (_plain(untouched, legend=words, shades=on) for on in (False, True))
    tones = {f"{dimension}_{tone}" for dimension in Dimension for tone in ("inner", "outer")}
    fills = [{getattr(s, "fill", None) for s in picture.shapes} for picture in (plain, toned)]
    assert not fills[0] & tones
    assert fills[1] & tones == tones
    assert _texts(plain) == _texts(toned)


def test_a_narrow_legend_names_the_rings_instead(jens: Profile, words: DialWords) -> None:
    texts = _texts(draw(jens, 420, 620, DialOptions(legend=words)))
    assert "Grundlæggende (inderst)" in texts
    assert f"6  {words.levels[6]}" not in texts


def test_the_legend_explains_only_what_occurs(
    untouched: Profile, with_cell: WithCell, words: DialWords
) -> None:
    empty = set(_texts(_plain(untouched, legend=words)))
    assert "Ikke drøftet" in empty
    signs = {"Styrkeposition", "Retning", "Sidste samtale", "Ikke relevant", "Parkeret"}
    assert not empty & (signs | set(words.marks.values()))
    told = set(_texts(_plain(with_cell(**STATES["newarea"]), legend=words)))
    assert words.levels[0] in told
    assert words.marks[Mark.SHARES] in told
    assert "Ikke drøftet" not in told


def test_a_legend_without_room_gives_way_to_the_dial(jens: Profile, words: DialWords) -> None:
    picture = draw(jens, 420, 260, DialOptions(legend=words, label_size=20))
    assert not _roles(picture, "legend")


def test_a_long_legend_entry_is_set_smaller_rather_than_cut(
    with_cell: WithCell, words: DialWords
) -> None:
    picture = draw(
        with_cell(**STATES["letstand"]), 300, 900, DialOptions(legend=words, label_size=26)
    )
    long = next(s for s in picture.shapes if getattr(s, "text", "") == "Lederens udgangspunkt")
    assert _extent(long)[2] <= 300


def test_a_stamp_is_set_apart_from_the_dial(jens: Profile) -> None:
    picture = _plain(jens, stamp="KLADDE")
    stamp = next(s for s in picture.shapes if s.role == "stamp")
    assert isinstance(stamp, Text)
    assert stamp.text == "KLADDE"
    tops = [_extent(s)[1] for s in picture.shapes if s.role != "stamp"]
    assert min(tops) >= _extent(stamp)[3] - 0.01


def test_every_cell_has_an_area_with_its_name(jens: Profile) -> None:
    picture = _plain(jens)
    assert len(picture.areas) == 18
    word = jens.fields[1].cells[0].word
    assert picture.areas[3].name == f"Lov & Myndighed, Praktisk, {word}"
    assert picture.areas[3].field_id == jens.fields[1].field_id


def test_focus_and_hover_lie_over_their_cell(jens: Profile) -> None:
    picture = _plain(jens)
    focus = focus_shapes(picture, 6, 2, Dimension.REFLEXIVE)
    assert focus[-1].role == "focus:2:reflexive"
    assert hover_shapes(picture, 6, 2, Dimension.REFLEXIVE)[-1].role == "hover:2:reflexive"
    drawn = _plain(jens, focus=(2, Dimension.REFLEXIVE)).shapes
    assert [s for s in drawn if s.role.startswith("focus")] == [focus[-1]]
