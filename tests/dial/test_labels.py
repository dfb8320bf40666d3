"""Names around the dial: whole, horizontal, apart from each other and inside the picture."""

from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kompasskive.dial.geometry import BADGE, BADGE_RING, BEZEL_OUTER, LABEL_RING
from kompasskive.dial.labels import (
    SMALLEST,
    Label,
    Layout,
    arrange,
    label_texts,
    numbers_only,
    wrappings,
)
from kompasskive.dial.metrics import text_width

WORD = st.text("abdefghiklmnoprstuvyæøåABDM&-/", min_size=1, max_size=16)
NAME = st.lists(WORD, min_size=1, max_size=6).map(" ".join).filter(lambda n: len(n) <= 60)
NAMES = st.lists(NAME, min_size=3, max_size=8)
SIZES = st.sampled_from([(420, 400), (600, 560), (900, 760), (473, 357), (1200, 700), (700, 1100)])
SIX = (
    "Arbejdsmarked & Uddannelse",
    "Lov & Myndighed",
    "IT & Digital",
    "Borgernære Metoder & Virkning",
    "Virksomhedsvendte Metoder & Virkning",
    "Netværk & Facilitering",
)


def _box(label: Label) -> tuple[float, float, float, float]:
    right, bottom = label.left + label.block.width, label.y + label.block.height
    return label.left, label.y, right, bottom


def _distance(box: tuple[float, float, float, float], x: float, y: float) -> float:
    left, top, right, bottom = box
    dx, dy = max(left - x, 0, x - right), max(top - y, 0, y - bottom)
    return float((dx * dx + dy * dy) ** 0.5)


def _apart(one: Label, other: Label) -> bool:
    a, b = _box(one), _box(other)
    return a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


@given(NAMES, SIZES, st.sampled_from([9.8, 12.5, 16.5]))
def test_labels_never_clip_overlap_or_touch_the_dial(
    names: list[str], box: tuple[int, int], size: float
) -> None:
    layout = arrange(tuple(names), *box, size)
    assume(layout is not None)
    assert isinstance(layout, Layout)
    for label in layout.labels:
        left, top, right, bottom = _box(label)
        assert left >= -0.01
        assert top >= -0.01
        assert right <= box[0] + 0.01
        assert bottom <= box[1] + 0.01
        assert _distance(_box(label), layout.cx, layout.cy) >= LABEL_RING * layout.unit - 0.01
    assert all(_apart(a, b) for a, b in combinations(layout.labels, 2))


@given(NAMES, SIZES)
def test_names_are_whole_and_broken_only_between_words(
    names: list[str], box: tuple[int, int]
) -> None:
    layout = arrange(tuple(names), *box, 13)
    assume(layout is not None)
    assert isinstance(layout, Layout)
    told = [" ".join(label.block.lines).replace("\u00a0", " ") for label in layout.labels]
    assert told == names


@given(st.integers(3, 8), SIZES)
def test_numbers_only_keeps_badges_inside(count: int, box: tuple[int, int]) -> None:
    layout = numbers_only(count, *box)
    reach = (BADGE_RING + BADGE) * layout.unit
    assert layout.cy - reach >= -0.01
    assert layout.cy + BEZEL_OUTER * layout.unit <= box[1] + 0.01
    assert layout.cx - BEZEL_OUTER * layout.unit >= -0.01


@pytest.mark.parametrize("box", [(900, 760), (420, 400), (473, 357), (640, 700)])
def test_the_sources_six_names_fit_where_the_design_shows_them(box: tuple[int, int]) -> None:
    layout = arrange(SIX, *box, box[0] / 50)
    assert layout is not None
    assert 2 * BEZEL_OUTER * layout.unit >= SMALLEST * min(box)


def test_more_room_gives_a_larger_dial() -> None:
    small, large = arrange(SIX, 600, 560, 13), arrange(SIX, 900, 840, 13)
    assert small is not None
    assert large is not None
    assert small.unit < large.unit


def test_too_long_names_do_not_fit() -> None:
    assert arrange(("x" * 60,) * 6, 420, 400, 13) is None


def test_an_ampersand_stays_with_the_word_after_it() -> None:
    lines = {block.lines for block in wrappings("Lov & Myndighed", 13)}
    assert lines == {("Lov &\u00a0Myndighed",), ("Lov", "&\u00a0Myndighed")}


def test_lines_are_placed_below_each_other() -> None:
    block = wrappings("Lov & Myndighed", 10)[-1]
    first, second = label_texts(Label(block, 5, 20, "start", 5), 10, 3)
    assert second.y - first.y == pytest.approx(12.2)
    assert {first.role, second.role} == {"label:3"}


def test_unknown_characters_take_room() -> None:
    assert text_width("\U0001f600", 10) == 10
    assert text_width("", 10) == 0
