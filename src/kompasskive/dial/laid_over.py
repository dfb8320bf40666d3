"""What the window lays over a picture: focus, hover, a placement on its way, the needle."""

from kompasskive.dial import face, overlays
from kompasskive.dial.drawing import seat
from kompasskive.dial.geometry import BEZEL_OUTER, placed
from kompasskive.dial.picture import Circle, Picture, Shape
from kompasskive.framework.model import Dimension

_LEAST_RING = 2 / 1.8


def focus_shapes(
    picture: Picture, n_fields: int, index: int, dimension: Dimension
) -> tuple[Shape, ...]:
    """The focus ring around one cell, in the picture's coordinates, at least 2 units wide."""
    place = seat(n_fields, index, dimension, picture.only)
    return over(picture, overlays.focus_ring(place, max(1.0, _LEAST_RING / picture.unit)))


def hover_shapes(
    picture: Picture, n_fields: int, index: int, dimension: Dimension
) -> tuple[Shape, ...]:
    """The outline of the cell under the mouse, in the picture's coordinates."""
    return over(picture, overlays.hover_ring(seat(n_fields, index, dimension, picture.only)))


def placing_shapes(
    picture: Picture, n_fields: int, index: int, dimension: Dimension, level: int
) -> tuple[Shape, ...]:
    """The outline of the petal that a click would place at `level` 0-6."""
    place = seat(n_fields, index, dimension, picture.only)
    return over(picture, overlays.placing(place, level))


def mode_shapes(picture: Picture) -> tuple[Shape, ...]:
    """The rim that tells that clicks place, in the picture's coordinates."""
    rim = Circle(0, 0, BEZEL_OUTER, stroke="focus", width=1.6, role="placing")
    return over(picture, (rim,))


def needle_shapes(picture: Picture, angle: float) -> tuple[Shape, ...]:
    """The hub with the needle at an angle, to lay over the picture while the needle swings."""
    fields = {area.field_id for area in picture.areas}
    return over(picture, (*face.hub(len(fields)), *face.needle_or_rose(angle)))


def over(picture: Picture, shapes: tuple[Shape, ...]) -> tuple[Shape, ...]:
    """Shapes in dial units, moved to where the picture has its dial."""
    return tuple(placed(s, picture.cx, picture.cy, picture.unit) for s in shapes)
