"""The instrument around the petals: bezel, beads, badges, hub, needle and rose."""

from collections.abc import Iterable, Sequence

from kompasskive.dial.geometry import (
    BADGE,
    BADGE_RING,
    BASELINE_RING,
    BASIC_BEADS,
    BEZEL_INNER,
    BEZEL_OUTER,
    HUB,
    SATELLITE,
    SPECIALISED_BEADS,
    arc,
    joined,
    line,
    point,
    polygon,
    sector_angles,
)
from kompasskive.dial.marks import arrow, bead, bookmark, dimension_sign, star
from kompasskive.dial.picture import Circle, Path, Shape, Text
from kompasskive.framework.model import Dimension
from kompasskive.profile.model import Bead, FieldProfile


def bezel() -> tuple[Shape, ...]:
    """The disc, its two rings and a tick every 5°."""
    major = range(0, 360, 30)
    minor = [a for a in range(0, 360, 5) if a not in major]
    return (
        Circle(0, 0, BEZEL_OUTER, fill="disc", role="disc"),
        Circle(0, 0, BEZEL_OUTER, stroke="bezel", width=0.55, role="bezel"),
        Circle(0, 0, BEZEL_INNER, stroke="bezel", width=0.35, role="bezel"),
        _ticks(minor, BEZEL_INNER + 1.2, BEZEL_OUTER, 0.32),
        _ticks(major, BEZEL_INNER, BEZEL_OUTER, 0.5),
    )


def _ticks(angles: Iterable[float], inner: float, outer: float, width: float) -> Shape:
    strokes = joined(line(point(inner, a), point(outer, a)) for a in angles)
    return Path(strokes, None, "bezel", width, role="tick")


def baseline(n_fields: int, index: int, untouched: bool) -> Shape:
    """Grundlinjen across one sector, thinner and paler where nothing was discussed."""
    stroke = arc(BASELINE_RING, *sector_angles(n_fields, index))
    colour, width = ("undiscussed", 0.7) if untouched else ("baseline", 1.05)
    return Path(stroke, None, colour, width, role=f"baseline:{index}")


def beads(field: FieldProfile, n_fields: int, index: int) -> tuple[Shape, ...]:
    """One bead per item: basic ones outside Grundlinjen, specialised ones at the rim."""
    return (
        *_bead_row(field.basic, n_fields, index, True),
        *_bead_row(field.specialised, n_fields, index, False),
    )


def bead_place(n_fields: int, index: int, basic: bool, at: int, count: int) -> tuple[float, float]:
    """Radius and angle of bead number `at`, from 0, of `count` in a field's row."""
    start, end = sector_angles(n_fields, index)
    return BASIC_BEADS if basic else SPECIALISED_BEADS, start + (end - start) * (at + 0.5) / count


def _bead_row(row: Sequence[Bead], n_fields: int, index: int, basic: bool) -> tuple[Shape, ...]:
    spots = (point(*bead_place(n_fields, index, basic, at, len(row))) for at in range(len(row)))
    return tuple(
        shape
        for item, (x, y) in zip(row, spots, strict=True)
        for shape in bead(item.mark, item.not_relevant, x, y, f"bead:{item.item_id}")
    )


def badge(field: FieldProfile, n_fields: int, index: int) -> tuple[Shape, ...]:
    """The field's number."""
    middle = index * 360 / n_fields
    x, y = point(BADGE_RING, middle)
    number = str(field.number)
    return (
        Circle(x, y, BADGE, fill="ink", stroke="page", width=1.2, role=f"badge:{index}"),
        Text(
            number, x, y + BADGE * 0.47, BADGE * 1.34, "bold", "middle", "page", f"number:{index}"
        ),
    )


def satellites(field: FieldProfile, n_fields: int, index: int) -> tuple[Shape, ...]:
    """Star, arrow and bookmark beside the number, as they apply."""
    shapes: list[Shape] = []
    middle = index * 360 / n_fields
    after = middle + SATELLITE
    if field.strength:
        x, y = point(BADGE_RING + 0.2, middle - SATELLITE)
        shapes.append(star(x, y, 5.0, "strength", "page", f"strength:{index}"))
    if field.direction:
        x, y = point(BADGE_RING + 0.6, after)
        shapes.append(arrow(x, y, 4.7, after, "direction", "page", f"direction:{index}"))
    if field.parked:
        beyond = middle + SATELLITE * (2 if field.direction else 1)
        x, y = point(BADGE_RING + 0.4, beyond)
        shapes.append(bookmark(x, y, 4.3, "ink2", "page", f"parked:{index}"))
    return tuple(shapes)


def hub(n_fields: int) -> tuple[Shape, ...]:
    """The hub with a tick per field."""
    angles = (i * 360 / n_fields for i in range(n_fields))
    disc = Circle(0, 0, HUB, fill="paper", stroke="bezel", width=0.5, role="hub")
    return disc, _ticks(angles, HUB - 3.2, HUB - 0.8, 0.7)


def hub_sign(dimension: Dimension) -> Shape:
    """The sign of the one dimension that the dial shows."""
    return dimension_sign(dimension, 0, 0, HUB * 0.36, f"{dimension}_inner", "hub_sign")


def needle_or_rose(angle: float | None) -> tuple[Shape, ...]:
    """The needle at an angle in degrees, or an eight-point rose when there is no direction."""
    return _rose() if angle is None else _needle(angle)


def _needle(angle: float) -> tuple[Shape, ...]:
    tip, tail = point(HUB - 2.2, angle), point(HUB - 2.2, angle + 180)
    right, left, centre = point(4.4, angle + 90), point(4.4, angle - 90), (0.0, 0.0)
    return (
        Path(polygon(tip, right, centre), "direction_shade", role="needle"),
        Path(polygon(tip, left, centre), "direction", role="needle"),
        Path(polygon(tail, right, centre), "tail_shade", role="needle"),
        Path(polygon(tail, left, centre), "tail", role="needle"),
        Circle(0, 0, 1.9, fill="paper", stroke="ink", width=0.7, role="needle"),
    )


def _rose() -> tuple[Shape, ...]:
    shapes: list[Shape] = []
    for angle in range(0, 360, 45):
        tip = point(HUB * 0.45 if angle % 90 else HUB - 4.5, angle)
        right, left = (point(2.1, angle + side) for side in (45, -45))
        shapes.append(Path(polygon(tip, right, (0.0, 0.0)), "rose", role="rose"))
        shapes.append(Path(polygon(tip, left, (0.0, 0.0)), "paper", "rose", 0.4, role="rose"))
    return tuple(shapes)
