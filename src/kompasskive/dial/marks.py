"""The small signs of the dial, each in dial units about the origin of its own."""

from kompasskive.dial.geometry import line, point, polygon
from kompasskive.dial.picture import Circle, Path, Segment, Shape
from kompasskive.framework.model import Dimension, Mark

_BEAD = 2.25
_ROUND = 0.5523


def dimension_sign(
    dimension: Dimension, x: float, y: float, size: float, fill: str, role: str = ""
) -> Shape:
    """■ practical, ● reflexive, ▲ relational, about as heavy as a circle of radius `size`."""
    if dimension is Dimension.REFLEXIVE:
        return Circle(x, y, size, fill=fill, role=role)
    if dimension is Dimension.PRACTICAL:
        return Path(_square(x, y, size * 0.86), fill=fill, role=role)
    h = size * 1.12
    corners = ((x, y - h), (x + h, y + h * 0.78), (x - h, y + h * 0.78))
    return Path(polygon(*corners), fill=fill, role=role)


def star(x: float, y: float, size: float, fill: str, edge: str = "", role: str = "") -> Path:
    """A five-pointed star of outer radius `size`, with a thin casing in the colour `edge`."""
    radii = (size, size * 0.44) * 5
    corners = (point(r, i * 36) for i, r in enumerate(radii))
    outline = polygon(*((x + px, y + py) for px, py in corners))
    return Path(outline, fill=fill, stroke=edge or None, width=0.8 if edge else 0.0, role=role)


def arrow(
    x: float, y: float, size: float, degrees: float, fill: str, edge: str = "", role: str = ""
) -> Path:
    """An arrowhead of length 2 x `size` that points `degrees` clockwise from north."""
    corners = (
        point(size * 1.1, degrees),
        point(size * 1.38, degrees + 130),
        point(size * 0.35, degrees + 180),
        point(size * 1.38, degrees - 130),
    )
    outline = polygon(*((x + px, y + py) for px, py in corners))
    return Path(outline, fill=fill, stroke=edge or None, width=0.8 if edge else 0.0, role=role)


def bookmark(x: float, y: float, size: float, fill: str, edge: str = "", role: str = "") -> Path:
    """A bookmark of height 2 x `size`."""
    w, top, notch = size * 0.6, y - size, y + size * 0.38
    corners = ((x - w, top), (x + w, top), (x + w, y + size), (x, notch), (x - w, y + size))
    outline = polygon(*corners)
    return Path(outline, fill=fill, stroke=edge or None, width=0.7 if edge else 0.0, role=role)


def employee_point(x: float, y: float, scale: float, ink: str, role: str = "") -> Shape:
    """The employee's starting point: a hollow circle."""
    return Circle(x, y, 2.5 * scale, fill="paper", stroke=ink, width=scale, role=role)


def leader_point(x: float, y: float, scale: float, ink: str, role: str = "") -> Shape:
    """The leader's starting point: a diamond."""
    q = 3.0 * scale
    corners = ((x, y - q), (x + q, y), (x, y + q), (x - q, y))
    return Path(polygon(*corners), fill=ink, stroke="paper", width=0.6 * scale, role=role)


def bead(mark: Mark | None, not_relevant: bool, x: float, y: float, role: str) -> tuple[Shape, ...]:
    """One item: ○ new, ◐ under way, ● confident, ✪ shares, – not relevant, · not discussed."""
    if not_relevant:
        return (Path(line((x - 1.7, y), (x + 1.7, y)), None, "undiscussed", 0.8, role=role),)
    if mark is None:
        return (Circle(x, y, 0.75, fill="undiscussed", role=role),)
    if mark is Mark.CONFIDENT:
        return (Circle(x, y, _BEAD, fill="ink", role=role),)
    if mark is Mark.SHARES:
        disc = Circle(x, y, _BEAD + 0.35, fill="ink", role=role)
        return disc, star(x, y, _BEAD * 0.82, "paper", role=role)
    r = _BEAD - 0.35
    ring = Circle(x, y, r, fill="paper", stroke="ink", width=0.7, role=role)
    half = Path(_left_half(x, y, r), fill="ink", role=role)
    return (ring, half) if mark is Mark.UNDER_WAY else (ring,)


def _square(x: float, y: float, h: float) -> tuple[Segment, ...]:
    return polygon((x - h, y - h), (x + h, y - h), (x + h, y + h), (x - h, y + h))


def _left_half(x: float, y: float, r: float) -> tuple[Segment, ...]:
    k = _ROUND * r
    return (
        ("M", x, y - r),
        ("C", x - k, y - r, x - r, y - k, x - r, y),
        ("C", x - r, y + k, x - k, y + r, x, y + r),
        ("Z",),
    )
