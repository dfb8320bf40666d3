"""From a point on the picture back to the field, dimension and level it shows."""

import math

from kompasskive.dial.geometry import (
    BADGE,
    BADGE_RING,
    BASIC_RING,
    DIMENSIONS,
    HUB,
    SPECIALISED_RING,
    cell_angles,
    level_radius,
)
from kompasskive.dial.picture import Picture
from kompasskive.framework.model import PLACEMENT_LEVELS, Dimension

_NEW_AREA = (14.0, 25.0)


def hit(
    picture: Picture, n_fields: int, x: float, y: float
) -> tuple[int, Dimension | None, int | None] | None:
    """What lies at (x, y) in picture coordinates.

    The field's index from 0, its dimension and the level 1-6 whose step is there; dimension and
    level are None between petals, level is None beyond the rim. None in the hub and off the dial.
    """
    radius, angle = _polar(picture, x, y)
    if not HUB <= radius <= BADGE_RING + BADGE:
        return None
    index = _sector(n_fields, angle)
    dimension = _dimension(picture, n_fields, index, angle)
    return index, dimension, _level(radius) if dimension else None


def placement_at(
    picture: Picture, n_fields: int, x: float, y: float
) -> tuple[int, Dimension, int] | None:
    """The field's index, dimension and level 0-6 that a click at (x, y) places.

    The inner end of a petal and the edge of the hub below it are level 0, "Nyt område"; the band
    of beads at Grundlinjen is no level, so that nobody crosses the line by a pixel.
    """
    radius, angle = _polar(picture, x, y)
    level = 0 if _NEW_AREA[0] <= radius <= _NEW_AREA[1] else _level(radius)
    between = BASIC_RING[-1] < radius < SPECIALISED_RING[0]
    if level is None or between or radius < _NEW_AREA[0]:
        return None
    index = _sector(n_fields, angle)
    dimension = _dimension(picture, n_fields, index, angle)
    return None if dimension is None else (index, dimension, level)


def _polar(picture: Picture, x: float, y: float) -> tuple[float, float]:
    """Radius in dial units and degrees clockwise from north."""
    dx, dy = x - picture.cx, y - picture.cy
    return math.hypot(dx, dy) / picture.unit, math.degrees(math.atan2(dx, -dy))


def _sector(n_fields: int, angle: float) -> int:
    step = 360 / n_fields
    return math.floor((angle + step / 2) % 360 / step) % n_fields


def _dimension(picture: Picture, n_fields: int, index: int, angle: float) -> Dimension | None:
    for dimension in (picture.only,) if picture.only else DIMENSIONS:
        start, end = cell_angles(n_fields, index, dimension, picture.only)
        if (angle - start) % 360 <= end - start:
            return dimension
    return None


def _level(radius: float) -> int | None:
    levels = (v for v in PLACEMENT_LEVELS[1:] if radius <= level_radius(v))
    return next(levels, None)
