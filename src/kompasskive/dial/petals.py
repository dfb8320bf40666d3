"""One cell of the dial, a field's petal for one dimension, in every state it can have."""

import math
from dataclasses import dataclass

from kompasskive.dial.geometry import (
    BASIC_RING,
    PETAL_BASE,
    RIM,
    SPECIALISED_RING,
    annular,
    arc,
    joined,
    level_radius,
    line,
    point,
    step_ring,
)
from kompasskive.dial.marks import dimension_sign
from kompasskive.dial.picture import Circle, Path, Shape
from kompasskive.framework.model import BASELINE, Dimension
from kompasskive.profile.model import Cell, CellState

SIGN_RING = 27.6
_CAP = 2.4
_DOTS = (1.2, 1.6)
_RINGS = ((BASIC_RING, "track"), (SPECIALISED_RING, "track_specialised"))
_OUTLINES = ((PETAL_BASE, BASIC_RING[-1] - 0.8), (SPECIALISED_RING[0], RIM))


def outline(start: float, end: float, role: str) -> tuple[Shape, ...]:
    """The dotted, unfilled outline of what was not discussed, in both rings."""
    return tuple(
        Path(annular(a, b, start, end), "paper", "undiscussed", 0.55, _DOTS, f"undiscussed:{role}")
        for a, b in _OUTLINES
    )


def petal(cell: Cell, seat: "Seat", patterns: bool, outlined: bool) -> tuple[Shape, ...]:
    """Track, fill and sign of one cell; `outlined` False when the sector has one outline."""
    if cell.state is CellState.NOT_DISCUSSED:
        ground = outline(seat.start + 0.3, seat.end - 0.3, seat.role) if outlined else ()
        return *ground, _sign(cell, seat, "undiscussed")
    if cell.state is CellState.NOT_RELEVANT:
        return _not_relevant(seat)
    if cell.state is CellState.LET_STAND or not cell.level:
        cap = _cap(cell, seat) if cell.level == 0 else ()
        return *_track(seat, cell.state), *cap, _sign(cell, seat, "undiscussed")
    return grown(cell, seat, patterns, cell.level)


def grown(cell: Cell, seat: "Seat", patterns: bool, level: float) -> tuple[Shape, ...]:
    """A petal that has reached `level`, 0-6 with fractions, on its track."""
    return (
        *_track(seat, CellState.PLACED),
        *_filled(cell.dimension, level, seat, patterns),
        *_plain_ground(cell.dimension, seat, patterns),
        _sign(cell, seat, "paper"),
    )


def _track(seat: "Seat", state: CellState) -> tuple[Shape, ...]:
    role = f"{'letstand' if state is CellState.LET_STAND else 'track'}:{seat.role}"
    return tuple(shape for ring, token in _RINGS for shape in _ring_track(ring, token, seat, role))


def _ring_track(ring: tuple[float, ...], token: str, seat: "Seat", role: str) -> tuple[Shape, ...]:
    whole = annular(ring[0], ring[-1], seat.start, seat.end)
    steps = joined(arc(r, seat.start, seat.end) for r in ring[1:-1])
    return (
        Path(whole, token, "hairline", 0.4, role=role),
        Path(steps, None, "hairline", 0.4, role="step"),
    )


def _not_relevant(seat: "Seat") -> tuple[Shape, ...]:
    shapes: list[Shape] = []
    for ring, _ in _RINGS:
        whole = annular(ring[0], ring[-1], seat.start, seat.end)
        shapes.append(Path(whole, "paper", "hairline", 0.4, role=f"notrelevant:{seat.role}"))
        count = int((ring[-1] - ring[0] - 2.4) / 2.6) + 1
        radii = (ring[0] + 1.6 + 2.6 * i for i in range(count))
        lines = joined(arc(r, seat.start + 0.6, seat.end - 0.6) for r in radii)
        shapes.append(Path(lines, None, "not_relevant", 0.45, role="hatch"))
    return tuple(shapes)


def _cap(cell: Cell, seat: "Seat") -> tuple[Shape, ...]:
    thin = annular(PETAL_BASE, PETAL_BASE + _CAP, seat.start, seat.end)
    return (Path(thin, f"{cell.dimension}_inner", role=f"newarea:{seat.role}"),)


def _filled(dimension: Dimension, level: float, seat: "Seat", patterns: bool) -> tuple[Shape, ...]:
    pieces = [(PETAL_BASE, level_radius(min(level, BASELINE)), "inner")]
    if level > BASELINE:
        pieces.append((SPECIALISED_RING[0], level_radius(level), "outer"))
    fills = (
        Path(
            annular(a, b, seat.start, seat.end),
            f"{dimension}_{tone}",
            f"{dimension}_edge",
            0.35,
            role=f"petal:{seat.role}:{tone}",
        )
        for a, b, tone in pieces
    )
    engraved = (
        shape
        for step in range(1, int(level) + 1 if patterns else 1)
        for shape in pattern(dimension, *step_ring(step), seat.start, seat.end)
    )
    cuts = joined(
        arc(level_radius(k), seat.start, seat.end)
        for k in range(1, math.ceil(level))
        if k != BASELINE
    )
    separators = (Path(cuts, None, "paper", 0.55, role="separator"),) if cuts else ()
    return *fills, *engraved, *separators


def pattern(
    dimension: Dimension, inner: float, outer: float, start: float, end: float
) -> tuple[Shape, ...]:
    """The engraving of one step: dots for reflexive, radial stripes for relational, else none."""
    if dimension is Dimension.PRACTICAL:
        return ()
    if dimension is Dimension.RELATIONAL:
        angles = (start + (end - start) * i / 5 for i in range(1, 5))
        strokes = joined(line(point(inner + 0.9, a), point(outer - 0.9, a)) for a in angles)
        return (Path(strokes, None, "paper", 0.55, role="pattern"),)
    return _dots(inner, outer, start, end)


def _dots(inner: float, outer: float, start: float, end: float) -> tuple[Shape, ...]:
    rows = max(1, round((outer - inner - 1.2) / 3.3))
    dots: list[Shape] = []
    for row in range(rows):
        radius = inner + (outer - inner) * (row + 0.5) / rows
        count = max(1, int((math.radians(end - start) * radius - 2.0) // 3.3))
        for i in range(count):
            x, y = point(radius, start + (end - start) * (i + 0.5) / count)
            dots.append(Circle(x, y, 0.62, fill="paper", role="pattern"))
    return tuple(dots)


def _plain_ground(dimension: Dimension, seat: "Seat", patterns: bool) -> tuple[Shape, ...]:
    if not patterns or dimension is Dimension.PRACTICAL:
        return ()
    x, y = point(SIGN_RING, seat.middle)
    return (Circle(x, y, 3.1, fill=f"{dimension}_inner", role="pattern"),)


def _sign(cell: Cell, seat: "Seat", fill: str) -> Shape:
    x, y = point(SIGN_RING, seat.middle)
    return dimension_sign(cell.dimension, x, y, 1.9, fill, f"sign:{seat.role}")


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a cell sits: its angles in degrees, and the suffix of its shapes' roles."""

    start: float
    end: float
    role: str

    @property
    def middle(self) -> float:
        """The angle half way."""
        return (self.start + self.end) / 2
