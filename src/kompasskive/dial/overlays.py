"""What lies on top of a petal: last time, the organisation, starting points, focus, dimension."""

import math

from kompasskive.dial.geometry import (
    BASIC_RING,
    PETAL_AIR,
    PETAL_BASE,
    RIM,
    SPECIALISED_RING,
    annular,
    arc,
    level_radius,
    line,
    point,
)
from kompasskive.dial.marks import arrow, employee_point, leader_point, star
from kompasskive.dial.petals import Seat
from kompasskive.dial.picture import Circle, Path, Segment, Shape
from kompasskive.framework.model import BASELINE
from kompasskive.profile.model import Cell, CellState, DimensionSummary

_DIMENSION_SIGN_RING = 32.4
_FIRST_STEP = 37.8
_TWO_POINTS = 12.5


def previous_arc(cell: Cell, seat: Seat) -> tuple[Shape, ...]:
    """A dashed arc at last time's level, only where the agreed level has changed."""
    if cell.level is None or cell.previous is None or cell.previous == cell.level:
        return ()
    radius = level_radius(cell.previous) - 1.7 if cell.previous else PETAL_BASE + 1.4
    stroke = arc(radius, seat.start - 0.2, seat.end + 0.2)
    return (
        Path(stroke, None, "paper", 2.1, role="casing"),
        Path(stroke, None, "ink", 1.0, (2.0, 1.5), f"previous:{seat.role}"),
    )


def organisation_bracket(cell: Cell, seat: Seat) -> tuple[Shape, ...]:
    """A bracket at the organisation's median, which may be a fraction."""
    if cell.organisation is None:
        return ()
    radius = _bracket_radius(cell.organisation)
    start, end = seat.start - 0.5, seat.end + 0.5
    feet = (line(point(radius - 2.2, a), point(radius + 0.95, a)) for a in (start, end))
    return (
        Path(arc(radius, start, end), None, "paper", 3.2, role="casing"),
        Path(arc(radius, start, end), None, "organisation", 1.7, role=f"organisation:{seat.role}"),
        *(Path(foot, None, "organisation", 1.2, role="organisation") for foot in feet),
    )


def _bracket_radius(level: float) -> float:
    """The level's radius, held clear of the Grundlinje, which must stay unbroken."""
    radius = level_radius(level)
    clear = BASIC_RING[-1] - 1.6
    return min(radius, clear) if level <= BASELINE else radius


def starting_points(cell: Cell, seat: Seat) -> tuple[Shape, ...]:
    """Both sides' starting points; smaller where petals are narrow, and paler once agreed."""
    agreed = cell.state is CellState.PLACED
    ink = "ink2" if agreed else "ink"
    shapes: list[Shape] = []
    for name, level, draw, side in (
        ("employee", cell.employee, employee_point, -1),
        ("leader", cell.leader, leader_point, 1),
    ):
        if level is not None:
            radius = _step_middle(level)
            room = math.radians(seat.end - seat.start + PETAL_AIR) * radius
            x, y = point(radius, seat.middle + side * math.degrees(min(3.05, room / 4) / radius))
            scale = min(0.8 if agreed or level == 0 else 1.0, room / _TWO_POINTS)
            shapes.append(draw(x, y, scale, ink, f"{name}:{seat.role}"))
    return tuple(shapes)


def _step_middle(level: int) -> float:
    """Where a starting point sits: the middle of its step, the first one clear of the sign."""
    if level <= 1:
        return _FIRST_STEP if level else PETAL_BASE + 1.2
    below = SPECIALISED_RING[0] if level == BASELINE + 1 else level_radius(level - 1)
    return (level_radius(level) + below) / 2


def dimension_marks(
    cell: Cell, seat: Seat, summary: DimensionSummary, patterns: bool
) -> tuple[Shape, ...]:
    """A small star or arrow above the petal's sign, in every field, when the dimension has one."""
    if cell.state is CellState.NOT_RELEVANT:
        return ()
    filled = cell.state is CellState.PLACED and bool(cell.level)
    ink = "paper" if filled else "undiscussed"
    both = summary.strength and summary.direction
    side = math.degrees(2.3 / _DIMENSION_SIGN_RING) if both else 0.0
    left = point(_DIMENSION_SIGN_RING, seat.middle - side)
    right = point(_DIMENSION_SIGN_RING, seat.middle + side)
    signs: list[Shape] = []
    if summary.strength:
        signs.append(star(*left, 2.2, ink, role=f"strength:{seat.role}"))
    if summary.direction:
        signs.append(arrow(*right, 1.9, seat.middle, ink, role=f"direction:{seat.role}"))
    spots = dict.fromkeys((left, right)) if signs and patterns and filled else {}
    ground = (Circle(*spot, 2.9, f"{cell.dimension}_inner", role="pattern") for spot in spots)
    return *ground, *signs


def focus_ring(seat: Seat, bold: float = 1.0) -> tuple[Shape, ...]:
    """The outline of the cell that has the keyboard, cased so that it shows on any colour.

    It is `bold` times as wide as the 1.8 of the design, for small dials.
    """
    frame = _frame(seat)
    return (
        Path(frame, None, "paper", 3.2 * bold, role="casing"),
        Path(frame, None, "focus", 1.8 * bold, role=f"focus:{seat.role}"),
    )


def hover_ring(seat: Seat) -> tuple[Shape, ...]:
    """The thinner outline of the cell under the mouse."""
    frame = _frame(seat)
    return (
        Path(frame, None, "paper", 2.2, role="casing"),
        Path(frame, None, "ink2", 0.9, role=f"hover:{seat.role}"),
    )


def placing(seat: Seat, level: int) -> tuple[Shape, ...]:
    """The outline of the petal up to `level` 0-6, with a bold edge there."""
    radius = level_radius(level) if level else PETAL_BASE + 2.4
    frame = annular(PETAL_BASE - 0.6, radius, seat.start - 0.4, seat.end + 0.4)
    edge = arc(radius, seat.start - 0.4, seat.end + 0.4)
    return (
        Path(frame, None, "paper", 2.6, role="casing"),
        Path(edge, None, "paper", 4.2, role="casing"),
        Path(frame, None, "focus", 1.2, role="placing"),
        Path(edge, None, "focus", 2.8, role=f"placing:{seat.role}"),
    )


def _frame(seat: Seat) -> tuple[Segment, ...]:
    return annular(PETAL_BASE - 1.2, RIM + 1.2, seat.start - 0.9, seat.end + 0.9)
