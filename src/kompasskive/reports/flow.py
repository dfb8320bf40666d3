"""Filling boxes with flowables: what fits is placed, what does not flows on.

The pages are known before any of them is drawn, so a footer can say "Side 1 af 2" and a
bookmark can name its page. Nothing is ever placed outside its box.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

UNBOUNDED = 1e7
_SLACK = 0.01


@dataclass(frozen=True, slots=True)
class Placed:
    """A flowable `y` points below the top of its box."""

    flowable: Flowable
    y: float
    height: float

    @property
    def bottom(self) -> float:
        """Where it ends, in points below the top of its box."""
        return self.y + self.height


def fill(
    story: Iterable[Flowable], width: float, height: float
) -> tuple[list[Placed], list[Flowable]]:
    """Place as much as a box of `width` x `height` points holds; the rest is returned."""
    placed: list[Placed] = []
    rest = deque(story)
    while rest:
        item = rest.popleft()
        y = _next_y(placed, item)
        room = height - y
        item_height = item.wrap(width, room)[1]
        if item_height <= room + _SLACK:
            placed.append(Placed(item, y, item_height))
            continue
        parts = item.split(width, room) if room > 0 else []
        rest.extendleft(reversed(parts[1:] if parts else [item]))
        placed += [Placed(first, y, first.wrap(width, room)[1]) for first in parts[:1]]
        break
    return placed, list(rest)


def paginate(
    story: Sequence[Flowable], width: float, heights: tuple[float, float]
) -> list[list[Placed]]:
    """The story on pages; `heights` are those of the first page's box and of the later ones."""
    pages: list[list[Placed]] = []
    rest = list(story)
    while rest:
        height = heights[min(len(pages), 1)]
        placed, left = fill(rest, width, height)
        if not placed:
            placed, left = [_forced(rest[0], width, height)], rest[1:]
        pages.append(placed)
        rest = left
    return pages


def draw(canvas: Canvas, placed: Iterable[Placed], x: float, top: float) -> None:
    """Draw a filled box whose top left corner is (x, top) in points from the bottom left."""
    for item in placed:
        item.flowable.drawOn(canvas, x, top - item.bottom)


def extent(placed: Sequence[Placed]) -> float:
    """The height in points that a filled box uses."""
    return placed[-1].bottom if placed else 0.0


def _next_y(placed: Sequence[Placed], item: Flowable) -> float:
    if not placed:
        return 0.0
    last = placed[-1]
    return last.bottom + max(last.flowable.getSpaceAfter(), item.getSpaceBefore())


def _forced(item: Flowable, width: float, height: float) -> Placed:
    return Placed(item, 0.0, item.wrap(width, height)[1])
