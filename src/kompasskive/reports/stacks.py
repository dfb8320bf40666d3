"""How flowables stand together on a page: below each other, led, kept, or side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable

from kompasskive.reports.flow import UNBOUNDED, Placed, draw, extent, fill
from kompasskive.reports.structure import Node
from kompasskive.reports.styles import WHOLE
from kompasskive.reports.tagged_canvas import TaggedCanvas


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line; `width` in points."""

    colour: Color
    width: float


class Block(Flowable):
    """A flowable that takes the width it is given and the air it is made with."""

    canv: TaggedCanvas

    def __init__(self, before: float = 0.0, after: float = 0.0) -> None:
        super().__init__()
        self._before, self._after = before, after

    def getSpaceBefore(self) -> float:  # noqa: N802
        """Air above in points, left out at the top of a page."""
        return self._before

    def getSpaceAfter(self) -> float:  # noqa: N802
        """Air below in points, left out at the bottom of a page."""
        return self._after


class Stack(Block):
    """Flowables below each other that may part anywhere."""

    def __init__(self, items: Sequence[Flowable], before: float = 0.0, after: float = 0.0) -> None:
        super().__init__(max(before, items[0].getSpaceBefore()), after)
        self.items = list(items)
        self._placed: list[Placed] = []

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The given width and the height of everything."""
        self._placed, _ = fill(self.items, width, UNBOUNDED)
        self._height = extent(self._placed)
        return width, self._height

    def draw(self) -> None:
        """Every item at its place."""
        draw(self.canv, self._placed, 0, self._height)


class Section(Stack):
    """A lead, such as a heading, that never stands without what it leads.

    With `repeat` it is drawn again above what flows on to the next page, `again` tells that this
    is such a page: there it is not read aloud once more.
    """

    def __init__(
        self,
        lead: Flowable,
        items: Sequence[Flowable],
        repeat: bool = False,
        after: float = 0.0,
        again: bool = False,
    ) -> None:
        super().__init__([lead, *items], after=after)
        self._repeat, self._again = repeat, again

    @property
    def partable(self) -> bool:
        """Whether its last item can be set apart and leave something behind."""
        return len(self.items) > 2 and not self._repeat

    def parted(self) -> tuple["Section", Flowable]:
        """The section without its last item, and that item; only when it is `partable`."""
        lead, *items = self.items
        return Section(lead, items[:-1]), items[-1]

    def split(self, width: float, height: float) -> list[Flowable]:
        """Nothing unless at least the beginning of what is led fits as well."""
        lead = self.items[0]
        placed, rest = fill(self.items, width, height)
        if len(placed) < 2:
            return []
        first = Section(lead, [each.flowable for each in placed[1:]], again=self._again)
        if not self._repeat:
            return [first, *rest]
        return [first, Section(lead, rest, True, self._after, again=True)]

    def draw(self) -> None:
        """The lead and what it leads."""
        if not self._again:
            super().draw()
            return
        with self.canv.artifact("Pagination"):
            draw(self.canv, self._placed[:1], 0, self._height)
        draw(self.canv, self._placed[1:], 0, self._height)


class Together(Stack):
    """Items that move to the next page as one, unless they are higher than a page."""

    def split(self, width: float, height: float) -> list[Flowable]:
        """Nothing, or the items one by one when no page holds them all."""
        return [] if self.wrap(width, height)[1] <= WHOLE else self.items


class Row(Block):
    """Cells side by side, each a story of its own, with a rule below.

    `gap` is the air between cells and `pad` that above and below them. A row no higher than
    `whole` points never parts; 0 lets it part anywhere. `path` is where the row stands in the
    file's structure, and `nodes` are its cells there.
    """

    def __init__(
        self,
        cells: Sequence[Sequence[Flowable]],
        widths: Sequence[float],
        gap: float,
        pad: float = 0.0,
        rule: Rule | None = None,
        whole: float = 0.0,
        before: float = 0.0,
        after: float = 0.0,
        path: Sequence[Node] = (),
        nodes: Sequence[Node] = (),
    ) -> None:
        super().__init__(before, after)
        self._cells = [list(cell) for cell in cells]
        self._path, self._nodes = path, nodes or [Node("Sect") for _ in cells]
        self._widths, self._gap, self._pad, self._rule = widths, gap, pad, rule
        self._whole = whole
        self._placed: list[list[Placed]] = []

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The given width and the height of the highest cell."""
        self.width = width
        self._placed = [placed for placed, _ in self._filled(UNBOUNDED)]
        self._height = max(map(extent, self._placed), default=0.0) + 2 * self._pad
        return width, self._height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Two rows when it is higher than `whole` and every cell can begin on the first."""
        if self.wrap(width, height)[1] <= self._whole:
            return []
        parts = self._filled(height - 2 * self._pad)
        if any(rest and not placed for placed, rest in parts):
            return []
        return [
            self._like([[each.flowable for each in placed] for placed, _ in parts]),
            self._like([rest for _, rest in parts]),
        ]

    def draw(self) -> None:
        """Every cell, and the rule."""
        with self.canv.inside(*self._path):
            x = 0.0
            for placed, width, node in zip(self._placed, self._widths, self._nodes, strict=True):
                with self.canv.inside(node):
                    draw(self.canv, placed, x, self._height - self._pad)
                x += width + self._gap
        if self._rule is not None:
            self._draw_rule(self._rule)

    def _draw_rule(self, rule: Rule) -> None:
        with self.canv.artifact():
            self.canv.setStrokeColor(rule.colour)
            self.canv.setLineWidth(rule.width)
            self.canv.line(0, 0, self.width, 0)

    def _filled(self, height: float) -> list[tuple[list[Placed], list[Flowable]]]:
        return [
            fill(cell, width, height) for cell, width in zip(self._cells, self._widths, strict=True)
        ]

    def _like(self, cells: Sequence[Sequence[Flowable]]) -> "Row":
        return Row(
            cells,
            self._widths,
            self._gap,
            self._pad,
            self._rule,
            self._whole,
            path=self._path,
            nodes=self._nodes,
        )
