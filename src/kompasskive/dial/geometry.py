"""Where everything on the dial lies, in dial units: centre (0, 0), y down, angles from north."""

import math
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain, pairwise

from kompasskive.dial.picture import Circle, Path, Segment, Shape, Text
from kompasskive.framework.model import BASELINE, PLACEMENT_LEVELS, Dimension

HUB = 20.0
PETAL_BASE = 22.0
BEAD_BAND = 7.0
RIM = 94.0
BEZEL_INNER, BEZEL_OUTER = 101.2, 104.2
BADGE_RING = 109.8
BADGE = 6.4
SATELLITE = 7.3
LABEL_RING = 118.0
SECTOR_AIR = 2.0
PETAL_AIR = 1.2
TOP_LEVEL = PLACEMENT_LEVELS[-1]
DIMENSIONS = tuple(Dimension)


def _ring(base: float, edge: float) -> tuple[float, ...]:
    """Four radii that cut the ring between `base` and `edge` into three equal areas."""
    step = (edge**2 - base**2) / BASELINE
    return tuple(math.sqrt(base**2 + k * step) for k in range(BASELINE + 1))


def _basic_edge() -> float:
    """The radius at which the basic and the specialised ring have the same area."""
    b, c = 2 * BEAD_BAND, BEAD_BAND**2 - PETAL_BASE**2 - RIM**2
    return (-b + math.sqrt(b * b - 8 * c)) / 4


BASIC_RING = _ring(PETAL_BASE, _basic_edge())
SPECIALISED_RING = _ring(_basic_edge() + BEAD_BAND, RIM)
BASELINE_RING = BASIC_RING[-1] + 0.55
BASIC_BEADS = (BASIC_RING[-1] + SPECIALISED_RING[0]) / 2 + 0.45
SPECIALISED_BEADS = (RIM + BEZEL_INNER) / 2


def level_radius(level: float) -> float:
    """Outer radius of a level 0-6 (fractions allowed, others clamped); equal area per step."""
    level = max(0.0, min(float(TOP_LEVEL), level))
    ring, above = (BASIC_RING, level) if level <= BASELINE else (SPECIALISED_RING, level - BASELINE)
    step = (ring[-1] ** 2 - ring[0] ** 2) / BASELINE
    return math.sqrt(ring[0] ** 2 + above * step)


def step_ring(level: int) -> tuple[float, float]:
    """Inner and outer radius of the step that leads to `level` 1-6."""
    ring, k = (BASIC_RING, level) if level <= BASELINE else (SPECIALISED_RING, level - BASELINE)
    return ring[k - 1], ring[k]


def sector_angles(n_fields: int, index: int) -> tuple[float, float]:
    """Start and end of a field's sector in degrees clockwise from north, air left out."""
    step = 360 / n_fields
    return index * step - step / 2 + SECTOR_AIR, index * step + step / 2 - SECTOR_AIR


def petal_angles(n_fields: int, index: int, dimension: Dimension) -> tuple[float, float]:
    """Start and end of one petal in degrees; practical, reflexive, relational clockwise."""
    start, end = sector_angles(n_fields, index)
    width = (end - start - 2 * PETAL_AIR) / 3
    first = start + DIMENSIONS.index(dimension) * (width + PETAL_AIR)
    return first, first + width


def cell_angles(
    n_fields: int, index: int, dimension: Dimension, only: Dimension | None
) -> tuple[float, float]:
    """Start and end of a cell: a petal, or the whole sector where one dimension is shown."""
    if only is not None:
        return sector_angles(n_fields, index)
    return petal_angles(n_fields, index, dimension)


def point(radius: float, degrees: float) -> tuple[float, float]:
    """The point at a radius and an angle clockwise from north."""
    angle = math.radians(degrees)
    return radius * math.sin(angle), -radius * math.cos(angle)


def arc(radius: float, start: float, end: float) -> tuple[Segment, ...]:
    """An open arc from one angle to another, either way round."""
    return (("M", *point(radius, start)), *_curves(radius, start, end))


def annular(inner: float, outer: float, start: float, end: float) -> tuple[Segment, ...]:
    """The closed outline of a ring piece between two radii and two angles."""
    return (
        ("M", *point(inner, start)),
        ("L", *point(outer, start)),
        *_curves(outer, start, end),
        ("L", *point(inner, end)),
        *_curves(inner, end, start),
        ("Z",),
    )


def polygon(*points: tuple[float, float]) -> tuple[Segment, ...]:
    """The closed outline through the points."""
    first, *others = points
    return (("M", *first), *(("L", *p) for p in others), ("Z",))


def line(start: tuple[float, float], end: tuple[float, float]) -> tuple[Segment, ...]:
    """A straight stroke."""
    return (("M", *start), ("L", *end))


def joined(outlines: Iterable[tuple[Segment, ...]]) -> tuple[Segment, ...]:
    """Several outlines as one path."""
    return tuple(chain.from_iterable(outlines))


def _curves(radius: float, start: float, end: float) -> tuple[Segment, ...]:
    """Cubic Bézier pieces of at most 30°, off the circle by less than 1e-6 of the radius."""
    n = max(1, math.ceil(abs(end - start) / 30))
    angles = [math.radians(start + i * (end - start) / n) for i in range(n + 1)]
    reach = 4 / 3 * math.tan((angles[1] - angles[0]) / 4) * radius
    return tuple(_curve(radius, reach, a, b) for a, b in pairwise(angles))


def _curve(radius: float, reach: float, a: float, b: float) -> Segment:
    x0, y0, x1, y1 = math.sin(a), -math.cos(a), math.sin(b), -math.cos(b)
    return (
        "C",
        radius * x0 - reach * y0,
        radius * y0 + reach * x0,
        radius * x1 + reach * y1,
        radius * y1 - reach * x1,
        radius * x1,
        radius * y1,
    )


def placed(shape: Shape, x: float, y: float, scale: float) -> Shape:
    """The shape scaled about the origin and then moved to (x, y)."""
    if isinstance(shape, Text):
        return replace(shape, x=x + shape.x * scale, y=y + shape.y * scale, size=shape.size * scale)
    width, dash = shape.width * scale, tuple(d * scale for d in shape.dash)
    ink = (shape.fill, shape.stroke, width, dash, shape.role)
    if isinstance(shape, Circle):
        return Circle(x + shape.x * scale, y + shape.y * scale, shape.r * scale, *ink)
    return Path(tuple(_moved(s, x, y, scale) for s in shape.segments), *ink)


def _moved(segment: Segment, x: float, y: float, scale: float) -> Segment:
    kind, *numbers = segment
    origin = (x, y) * 3
    return (str(kind), *(o + float(v) * scale for o, v in zip(origin, numbers, strict=False)))
