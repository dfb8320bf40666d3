"""What a page has that ReportLab does not: headings, the dial, lines to write on, a strip."""

from collections.abc import Sequence

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from kompasskive.dial.palette import Palette
from kompasskive.dial.picture import Picture
from kompasskive.reports import fonts
from kompasskive.reports.dial_drawing import paint
from kompasskive.reports.flow import UNBOUNDED
from kompasskive.reports.fonts import BOLD, REGULAR
from kompasskive.reports.stacks import Block, Rule
from kompasskive.reports.structure import Node
from kompasskive.reports.styles import HEADING_GAP


def bookmark(flowable: Flowable, title: str, top: float) -> None:
    """An entry in the file's table of contents that leads to `top` of the flowable."""
    canvas = flowable.canv
    key = f"afsnit-{canvas.getPageNumber()}-{canvas.absolutePosition(0, top)[1]:.0f}-{title}"
    canvas.bookmarkHorizontal(key, 0, top)
    canvas.addOutlineEntry(title, key, level=0)


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
        with self.canv.content(Node("H2")):
            self.canv.setFillColor(self._ink)
            self.canv.setFont(BOLD, 11.5)
            self.canv.drawString(0, self.HEIGHT - 9, self._text)
        with self.canv.artifact():
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
        with self.canv.content(Node("H2")):
            self.canv.setFillColor(self._style.textColor)
            self.canv.setFont(self._style.fontName, self._style.fontSize)
            self.canv.drawString(0, self._below_height + 5, self._text)
        self._below.drawOn(self.canv, 0, 0)


class DialBlock(Block):
    """The dial or its legend, with a bookmark where it has a name."""

    def __init__(self, picture: Picture, palette: Palette, name: str = "Kompasskiven") -> None:
        super().__init__(before=4)
        self._picture, self._palette, self._name = picture, palette, name

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The given width and the picture's height."""
        return width, self._picture.height

    def draw(self) -> None:
        """The picture with its text alternative."""
        picture, canvas = self._picture, self.canv
        if self._name:
            bookmark(self, self._name, picture.height)
        left, bottom = canvas.absolutePosition(0, 0)
        box = left, bottom, left + picture.width, bottom + picture.height
        said = f"{picture.title}\n{picture.description}".strip()
        with canvas.content(Node("Figure", alternative=fonts.printable(said), box=box)):
            paint(canvas, picture, self._palette, 0, picture.height)


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
        with self.canv.artifact():
            self.canv.setStrokeColor(self._rule.colour)
            self.canv.setLineWidth(self._rule.width)
            for number in range(self._count):
                self.canv.line(0, number * self.STEP, self.width, number * self.STEP)


class Band(Block):
    """A tinted strip that holds one paragraph."""

    PAD = 6.0

    def __init__(self, text: Flowable, tint: Color) -> None:
        super().__init__(before=12)
        self._text, self._tint = text, tint

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The given width and the height of the text with its air."""
        self.width = width
        self._height = self._text.wrap(width - 2 * self.PAD, UNBOUNDED)[1] + 2 * self.PAD
        return width, self._height

    def draw(self) -> None:
        """The tint, then the text on it."""
        with self.canv.artifact():
            self.canv.setFillColor(self._tint)
            self.canv.roundRect(0, 0, self.width, self._height, 3, stroke=0, fill=1)
        self._text.drawOn(self.canv, self.PAD, self.PAD)


class Signatures(Block):
    """Lines to sign on, side by side, each with its label below."""

    HEIGHT = 44.0

    def __init__(self, labels: Sequence[str], gap: float, ink: Color, label_ink: Color) -> None:
        super().__init__(after=12)
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
            with self.canv.artifact():
                self.canv.setStrokeColor(self._ink)
                self.canv.setLineWidth(0.6)
                self.canv.line(x, 12, x + column, 12)
            with self.canv.content(Node("P")):
                self.canv.setFillColor(self._label_ink)
                self.canv.setFont(REGULAR, 8.4)
                self.canv.drawString(x, 1, label)
