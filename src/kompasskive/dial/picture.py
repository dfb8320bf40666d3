"""The display list: what a painter needs to know, and nothing else.

Coordinates are in points or pixels, y downwards, origin at the picture's top left corner.
Colours are tokens of `palette`, so one picture serves every theme.
"""

from dataclasses import dataclass
from typing import TypeAlias

from kompasskive.framework.model import Dimension

Segment: TypeAlias = tuple[str, *tuple[float, ...]]
"""("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) or ("Z",)."""


@dataclass(frozen=True, slots=True)
class Path:
    """A filled and/or stroked outline; `dash` lengths are in the same unit as `width`."""

    segments: tuple[Segment, ...]
    fill: str | None = None
    stroke: str | None = None
    width: float = 0.0
    dash: tuple[float, ...] = ()
    role: str = ""


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle by centre and radius."""

    x: float
    y: float
    r: float
    fill: str | None = None
    stroke: str | None = None
    width: float = 0.0
    dash: tuple[float, ...] = ()
    role: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """One line; (x, y) is on the baseline, `anchor` is "start", "middle" or "end"."""

    text: str
    x: float
    y: float
    size: float
    weight: str
    anchor: str
    fill: str
    role: str = ""


Shape: TypeAlias = Path | Circle | Text


@dataclass(frozen=True, slots=True)
class Area:
    """Where one cell lies, for hit testing, tooltips and screen readers."""

    field_id: str
    dimension: Dimension
    name: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A finished drawing. (cx, cy) is the dial's centre and `unit` the pixels of one dial unit.

    `names_beside` says that field names did not fit and belong in a list beside the picture.
    `only` is the dimension of a picture whose sectors are one petal each.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]
    cx: float
    cy: float
    unit: float
    title: str
    description: str
    areas: tuple[Area, ...] = ()
    names_beside: bool = False
    only: Dimension | None = None
