"""The building blocks of a page that ReportLab does not have: sections, rows, rules, the dial."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from kompasskive.dial.palette import Palette
from kompasskive.dial.picture import Picture
from kompasskive.reports import fonts
from kompasskive.reports.dial_drawing import paint
from kompasskive.reports.flow import UNBOUNDED, Placed, draw, extent, fill
from kompasskive.reports.fonts import BOLD, REGULAR
from kompasskive.reports.styles import HEADING_GAP, WHOLE


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line; `width` in points."""

    colour: Color
    width: float


class Block(Flowable):
    """A flowable that takes the width it is given and the air it is made with."""

    def __init__(self, before: float = 0.0, after: float = 0.0) -> None:
        super().__init__()
        self._before, self._after = before, after

    def getSpaceBefore(self) -> float:  # noqa: N802
        """Air above in points, left out at the top of a page."""
        return self._before

    def getSpaceAfter(self) -> float:  # noqa: N802
        """Air below in points, left out at the bottom of a page."""
        return self._after


class Heading(Block):
    """A heading with its rule; `bookmark` puts it in the file's table of contents."""

    HEIGHT = 14.0

    def __init__(self, text: str, ink: Color, air: float = 5.0) -> None:
        super().__init__(HEADING_GAP, air)
        self._text, self._ink = fonts.printable(text), ink

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The given width and a fixed height."""
        self.width = width
        return width, self.HEIGHT

    def draw(self) -> None:
        """Bookmark, text and rule."""
        bookmark(self, self._text, self.HEIGHT)
        self.canv.setFillColor(self._ink)
        self.canv.setFont(BOLD, 11.5)
        self.canv.drawString(0, self.HEIGHT - 9, self._text)
        self.canv.setStrokeColor(self._ink)
        self.canv.setLineWidth(0.8)
        self.canv.line(0, 0.5, self.width, 0.5)


class PageTitle(Block):
    """A large title with a line below it."""

    def __init__(self, text: str, below: Flowable, style: ParagraphStyle) -> None:
        super().__init__(before=2 * HEADING_GAP, after=4)
        self._text, self._style = fonts.printable(text), style
        self._below = below

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The given width and the height of both."""
        self._below_height = self._below.wrap(width, UNBOUNDED)[1]
        self._height = self._style.leading + self._below_height
        return width, self._height

    def draw(self) -> None:
        """Bookmark, title and the line below."""
        bookmark(self, self._text, self._height)
        self.canv.setFillColor(self._style.textColor)
        self.canv.setFont(self._style.fontName, self._style.fontSize)
        self.canv.drawString(0, self._below_height + 5, self._text)
        self._below.drawOn(self.canv, 0, 0)


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

    With `repeat` it is drawn again above what flows on to the next page.
    """

    def __init__(
        self, lead: Flowable, items: Sequence[Flowable], repeat: bool = False, after: float = 0.0
    ) -> None:
        super().__init__([lead, *items], after=after)
        self._repeat = repeat

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
        first = Section(lead, [each.flowable for each in placed[1:]])
        return [first, Section(lead, rest, True, self._after)] if self._repeat else [first, *rest]


class Together(Stack):
    """Items that move to the next page as one, unless they are higher than a page."""

    def split(self, width: float, height: float) -> list[Flowable]:
        """Nothing, or the items one by one when no page holds them all."""
        return [] if self.wrap(width, height)[1] <= WHOLE else self.items


class Row(Block):
    """Cells side by side, each a story of its own, with a rule below.

    `gap` is the air between cells and `pad` that above and below them. A row no higher than
    `whole` points never parts; 0 lets it part anywhere.
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
    ) -> None:
        super().__init__(before)
        self._cells = [list(cell) for cell in cells]
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
        x = 0.0
        for placed, width in zip(self._placed, self._widths, strict=True):
            draw(self.canv, placed, x, self._height - self._pad)
            x += width + self._gap
        if self._rule is not None:
            self.canv.setStrokeColor(self._rule.colour)
            self.canv.setLineWidth(self._rule.width)
            self.canv.line(0, 0, self.width, 0)

    def _filled(self, height: float) -> list[tuple[list[Placed], list[Flowable]]]:
        return [
            fill(cell, width, height) for cell, width in zip(self._cells, self._widths, strict=True)
        ]

    def _like(self, cells: Sequence[Sequence[Flowable]]) -> "Row":
        return Row(cells, self._widths, self._gap, self._pad, self._rule, self._whole)


class DialBlock(Block):
    """The dial with its legend."""

    def __init__(self, picture: Picture, palette: Palette) -> None:
        super().__init__(before=4)
        self._picture, self._palette = picture, palette

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The given width and the picture's height."""
        return width, self._picture.height

    def draw(self) -> None:
        """The picture, with a bookmark."""
        bookmark(self, "Kompasskiven", self._picture.height)
        paint(self.canv, self._picture, self._palette, 0, self._picture.height)


class WritingLines(Block):
    """Lines to write on by hand."""

    STEP = 20.0

    def __init__(self, count: int, rule: Rule) -> None:
        super().__init__()
        self._count, self._rule = count, rule

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The given width and the height of all lines."""
        self.width = width
        return width, self._count * self.STEP

    def draw(self) -> None:
        """Every line, the last at the bottom."""
        self.canv.setStrokeColor(self._rule.colour)
        self.canv.setLineWidth(self._rule.width)
        for number in range(self._count):
            self.canv.line(0, number * self.STEP, self.width, number * self.STEP)


class Band(Block):
    """A tinted strip that holds one paragraph."""

    PAD = 6.0

    def __init__(self, text: Flowable, tint: Color) -> None:
        super().__init__(before=10)
        self._text, self._tint = text, tint

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The given width and the height of the text with its air."""
        self.width = width
        self._height = self._text.wrap(width - 2 * self.PAD, UNBOUNDED)[1] + 2 * self.PAD
        return width, self._height

    def draw(self) -> None:
        """The tint, then the text on it."""
        self.canv.setFillColor(self._tint)
        self.canv.roundRect(0, 0, self.width, self._height, 3, stroke=0, fill=1)
        self._text.drawOn(self.canv, self.PAD, self.PAD)


class Signatures(Block):
    """Lines to sign on, side by side, each with its label below."""

    HEIGHT = 46.0

    def __init__(self, labels: Sequence[str], gap: float, ink: Color, label_ink: Color) -> None:
        super().__init__(after=18)
        self._labels, self._gap, self._ink, self._label_ink = labels, gap, ink, label_ink

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The given width and a fixed height with room to write above the lines."""
        self.width = width
        return width, self.HEIGHT

    def draw(self) -> None:
        """Two columns, as under the lines of the picture."""
        column = (self.width - self._gap) / 2
        for number, label in enumerate(self._labels):
            x = number * (column + self._gap)
            self.canv.setStrokeColor(self._ink)
            self.canv.setLineWidth(0.6)
            self.canv.line(x, 12, x + column, 12)
            self.canv.setFillColor(self._label_ink)
            self.canv.setFont(REGULAR, 8.4)
            self.canv.drawString(x, 1, label)


def bookmark(flowable: Flowable, title: str, top: float) -> None:
    """An entry in the file's table of contents that leads to `top` of the flowable."""
    canvas = flowable.canv
    key = f"afsnit-{canvas.getPageNumber()}-{canvas.absolutePosition(0, top)[1]:.0f}-{title}"
    canvas.bookmarkHorizontal(key, 0, top)
    canvas.addOutlineEntry(title, key, level=0)
