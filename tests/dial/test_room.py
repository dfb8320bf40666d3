"""Nothing around the dial lies on anything else: names, badges, stars, arrows and bookmarks."""

import math
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompasskive.dial.drawing import draw
from kompasskive.dial.geometry import BEZEL_OUTER
from kompasskive.dial.labels import SMALLEST
from kompasskive.dial.metrics import text_width
from kompasskive.dial.options import DialOptions
from kompasskive.dial.picture import Circle, Path, Picture, Shape, Text
from kompasskive.profile.model import CellState, Profile

DANISH = (
    "Beskæftigelseslovgivningsmæssig sagsbehandlingskompetence",
    "Virksomhedskonsulentuddannelsesplanlægning",
    "Arbejdsmarkedsuddannelsesvejledning & Opkvalificering",
    "Rehabiliteringsteamkoordination og helhedsorienteret indsats",
    "Ungdomsuddannelsesvejledning",
    "Sygedagpengeopfølgning, ressourceforløb og jobafklaring",
    "Integrationsgrunduddannelse",
    "Netværk, Facilitering og Samarbejde på Tværs af Forvaltning",
)
WORD = st.text("abdefghiklmnoprstuvyæøåABDM&-", min_size=1, max_size=26)
NAME = st.lists(WORD, min_size=1, max_size=6).map(" ".join).filter(lambda n: len(n) <= 60)
SIZES = st.sampled_from([240, 420, 700, 1400])
Box = tuple[float, float, float, float]


def _box(shape: Shape) -> Box:
    if isinstance(shape, Text):
        width = text_width(shape.text, shape.size, shape.weight)
        left = shape.x - width * {"start": 0, "middle": 0.5, "end": 1}[shape.anchor]
        return left, shape.y - shape.size * 0.72, left + width, shape.y + shape.size * 0.22
    if isinstance(shape, Circle):
        return shape.x - shape.r, shape.y - shape.r, shape.x + shape.r, shape.y + shape.r
    numbers = [[float(v) for v in s[1:]] for s in shape.segments]
    xs, ys = ([v for row in numbers for v in row[i::2]] for i in (0, 1))
    return min(xs), min(ys), max(xs), max(ys)


def _apart(one: Box, other: Box) -> bool:
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def _around(picture: Picture) -> dict[str, list[Shape]]:
    """Names, badges and the signs beside the badges."""
    kinds: dict[str, list[Shape]] = {}
    for shape in picture.shapes:
        kind, _, rest = shape.role.partition(":")
        if kind in ("label", "badge", "strength", "direction", "parked") and ":" not in rest:
            kinds.setdefault(kind, []).append(shape)
    return kinds


def _named(profile: Profile, names: list[str]) -> Profile:
    pairs = zip(profile.fields, names, strict=False)
    fields = tuple(
        replace(f, name=name, strength=True, direction=True, parked=True) for f, name in pairs
    )
    return replace(profile, fields=fields)


def _outline(shape: Shape) -> list[tuple[float, float]]:
    """Points all along the edge of a badge or a sign."""
    if isinstance(shape, Circle):
        turns = [math.radians(a) for a in range(0, 360, 4)]
        return [(shape.x + shape.r * math.sin(a), shape.y + shape.r * math.cos(a)) for a in turns]
    assert isinstance(shape, Path)
    corners = [(float(n[0]), float(n[1])) for _, *n in shape.segments if n]
    sides = zip(corners, [*corners[1:], corners[0]], strict=True)
    steps = [i / 8 for i in range(8)]
    return [(x + (u - x) * t, y + (v - y) * t) for (x, y), (u, v) in sides for t in steps]


def _covers(box: Box, shape: Shape) -> bool:
    """Whether any of the shape lies in the box, or the box in the shape."""
    spots = [*_outline(shape), _spot(shape)[:2]]
    return any(box[0] < x < box[2] and box[1] < y < box[3] for x, y in spots)


def _meetings(picture: Picture) -> list[tuple[str, str]]:
    around = _around(picture)
    labels = [(s.role, _box(s)) for s in around.pop("label", [])]
    lines = combinations(labels, 2)
    met = [(a[0], b[0]) for a, b in lines if a[0] != b[0] and not _apart(a[1], b[1])]
    signs = [s for shapes in around.values() for s in shapes]
    return met + [(role, s.role) for role, box in labels for s in signs if _covers(box, s)]


@given(st.lists(NAME, min_size=3, max_size=8), SIZES, st.sampled_from([1.0, 2.0]), st.booleans())
def test_names_lie_on_no_badge_and_no_sign(
    with_fields: Callable[[int], Profile], names: list[str], size: int, text: float, legend: bool
) -> None:
    profile = _named(with_fields(len(names)), names)
    picture = draw(profile, size, size, DialOptions(label_size=13 * text))
    assert not _meetings(picture)


@pytest.mark.parametrize("count", range(3, 9))
@pytest.mark.parametrize("text", [1.0, 2.0])
@pytest.mark.parametrize("size", [240, 420, 700, 1400])
def test_danish_compounds_fit_or_stand_in_the_list(
    with_fields: Callable[[int], Profile], count: int, text: float, size: int
) -> None:
    names = list(DANISH[:count])
    picture = draw(_named(with_fields(count), names), size, size, DialOptions(label_size=13 * text))
    told: dict[str, list[str]] = {}
    for shape in picture.shapes:
        if isinstance(shape, Text) and shape.role.startswith("label"):
            told.setdefault(shape.role, []).append(shape.text.replace("\u00a0", " "))
    assert [" ".join(lines) for lines in told.values()] == ([] if picture.names_beside else names)
    assert not _meetings(picture)
    if told:
        assert 2 * BEZEL_OUTER * picture.unit >= SMALLEST * size
    if size == 240:
        assert picture.names_beside


@pytest.mark.parametrize("count", range(3, 9))
def test_badges_and_their_signs_are_apart(
    with_fields: Callable[[int], Profile], count: int
) -> None:
    picture = draw(_named(with_fields(count), list(DANISH)), 900, 900, DialOptions())
    spots = [
        _spot(s) for kind, shapes in _around(picture).items() for s in shapes if kind != "label"
    ]
    assert len(spots) == 4 * count
    for (ax, ay, ar), (bx, by, br) in combinations(spots, 2):
        assert math.hypot(ax - bx, ay - by) >= ar + br - 0.6 * picture.unit


def _spot(shape: Shape) -> tuple[float, float, float]:
    """The middle of a round-about shape and how far it reaches."""
    left, top, right, bottom = _box(shape)
    if isinstance(shape, Path) and shape.role.startswith("parked"):
        return (left + right) / 2, (top + bottom) / 2, (right - left) / 2
    return (left + right) / 2, (top + bottom) / 2, max(right - left, bottom - top) / 2


@pytest.mark.parametrize("count", range(3, 9))
@pytest.mark.parametrize("level", range(7))
@pytest.mark.parametrize("agreed", [True, False])
def test_starting_points_lie_on_no_other_marker(
    with_fields: Callable[[int], Profile], count: int, level: int, agreed: bool
) -> None:
    state = CellState.PLACED if agreed else CellState.LET_STAND
    profile = with_fields(count)
    fields = tuple(
        replace(
            f,
            cells=tuple(
                replace(c, state=state, level=3 if agreed else None, employee=level, leader=level)
                for c in f.cells
            ),
        )
        for f in profile.fields
    )
    dimensions = tuple(replace(d, strength=True) for d in profile.dimensions)
    options = DialOptions(starting_points=True)
    shown = draw(replace(profile, fields=fields, dimensions=dimensions), 900, 900, options)
    kinds = {"employee", "leader", "sign", "strength", "bead"}
    markers = [s for s in shown.shapes if s.role.partition(":")[0] in kinds]
    spots = [(s.role, *_spot(s)) for s in markers if s.role.count(":") != 1 or "bead" in s.role]
    points = [spot for spot in spots if spot[0].startswith(("employee", "leader"))]
    assert len(points) == 6 * count
    for role, x, y, reach in points:
        for other, u, v, far in spots:
            if role != other:
                assert math.hypot(x - u, y - v) >= 0.92 * (reach + far), (role, other)
