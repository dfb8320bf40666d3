"""From a point on the picture back to the field, dimension and level it shows."""

import math

from kompasskive.dial.geometry import (
    BADGE,
    BADGE_RING,
    DIMENSIONS,
    HUB,
    level_radius,
    petal_angles,
)
from kompasskive.dial.picture import Picture
from kompasskive.framework.model import PLACEMENT_LEVELS, Dimension


def hit(
    picture: Picture, n_fields: int, x: float, y: float
) -> tuple[int, Dimension | None, int | None] | None:
    """What lies at (x, y) in picture coordinates.

    The field's index from 0, its dimension and the level 1-6 whose step is there; dimension and
    level are None between petals, level is None beyond the rim. None in the hub and off the dial.
    """
    dx, dy = x - picture.cx, y - picture.cy
    radius = math.hypot(dx, dy) / picture.unit
    if not HUB <= radius <= BADGE_RING + BADGE:
        return None
    angle = math.degrees(math.atan2(dx, -dy))
    step = 360 / n_fields
    index = math.floor((angle + step / 2) % 360 / step) % n_fields
    dimension = _dimension(n_fields, index, angle)
    return index, dimension, _level(radius) if dimension else None


def _dimension(n_fields: int, index: int, angle: float) -> Dimension | None:
    for dimension in DIMENSIONS:
        start, end = petal_angles(n_fields, index, dimension)
        if (angle - start) % 360 <= end - start:
            return dimension
    return None


def _level(radius: float) -> int | None:
    levels = (v for v in PLACEMENT_LEVELS[1:] if radius <= level_radius(v))
    return next(levels, None)
