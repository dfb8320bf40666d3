"""The signs of the legend that are not marks of the dial itself, about the origin."""

from kompasskive.dial.geometry import DIMENSIONS, line, polygon
from kompasskive.dial.marks import dimension_sign
from kompasskive.dial.picture import Circle, Path, Segment, Shape, Text
from kompasskive.framework.model import Dimension


def swatch(dimension: Dimension, patterns: bool) -> tuple[Shape, ...]:
    """A dimension's two tones, with its sign or its pattern."""
    halves = tuple(
        Path(box(left, -1.25, left + 1.5, 1.25), f"{dimension}_{tone}", f"{dimension}_edge", 0.08)
        for left, tone in ((-1.5, "inner"), (0.0, "outer"))
    )
    if patterns and dimension is Dimension.REFLEXIVE:
        dots = (
            Circle(-1.2 + 0.6 * i, -0.75 + 0.75 * j, 0.13, fill="paper")
            for i in range(5)
            for j in range(3)
        )
        return *halves, *dots
    if patterns and dimension is Dimension.RELATIONAL:
        strokes = (line((-1.3, y), (1.3, y)) for y in (-0.6, 0.0, 0.6))
        return *halves, *(Path(s, None, "paper", 0.13) for s in strokes)
    return *halves, dimension_sign(dimension, -0.75, 0, 0.5, "paper")


def badge(number: int) -> tuple[Shape, ...]:
    """A field's number, as it stands around the dial."""
    disc = Circle(0, 0, 1.4, fill="ink")
    return disc, Text(str(number), 0, 0.66, 1.88, "bold", "middle", "page", "legend")


def zone(tone: str) -> tuple[Shape, ...]:
    """The three dimensions in one tone: "inner" or "outer"."""
    return tuple(
        Path(box(i - 1.5, -1.25, i - 0.5, 1.25), f"{d}_{tone}") for i, d in enumerate(DIMENSIONS)
    )


def stroke(token: str, width: float, dash: tuple[float, ...] = ()) -> tuple[Shape, ...]:
    """A short line."""
    return (Path(line((-1.5, 0), (1.5, 0)), None, token, width, dash),)


def dashes() -> tuple[Shape, ...]:
    """Last time's dashed line."""
    return stroke("ink", 0.42, (0.8, 0.5))


def bracket() -> tuple[Shape, ...]:
    """The organisation's bracket."""
    corners: tuple[Segment, ...] = (
        ("M", -1.3, 0.7),
        ("L", -1.3, -0.1),
        ("L", 1.3, -0.1),
        ("L", 1.3, 0.7),
    )
    return (Path(corners, None, "organisation", 0.55),)


def new_area() -> tuple[Shape, ...]:
    """The thin cap of Nyt område."""
    track = Path(box(-1.4, -1.1, 1.4, 1.1), "track", "hairline", 0.12)
    caps = (
        Path(box(-1.4 + i * 0.9333, 0.5, -0.4667 + i * 0.9333, 1.1), f"{d}_inner")
        for i, d in enumerate(DIMENSIONS)
    )
    return track, *caps


def dotted() -> Shape:
    """The outline of what was not discussed."""
    return Path(box(-1.4, -1.1, 1.4, 1.1), "paper", "undiscussed", 0.16, (0.36, 0.42))


def hatched() -> tuple[Shape, ...]:
    """The lines of what is not relevant."""
    frame = Path(box(-1.4, -1.1, 1.4, 1.1), "paper", "hairline", 0.12)
    strokes = (line((-1.3, y), (1.3, y)) for y in (-0.6, 0.0, 0.6))
    return frame, *(Path(s, None, "not_relevant", 0.16) for s in strokes)


def box(left: float, top: float, right: float, bottom: float) -> tuple[Segment, ...]:
    """A rectangle's outline."""
    return polygon((left, top), (right, top), (right, bottom), (left, bottom))
