"""The heat map on paper: a tinted box per cell with its numbers, dotted where nothing is told."""

from typing import Final

from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from kompasskive.reports import fonts
from kompasskive.reports.fonts import REGULAR, SEMIBOLD
from kompasskive.reports.printed import Heat, HeatCell
from kompasskive.reports.prose import line
from kompasskive.reports.stacks import Block, Row, Rule, Section
from kompasskive.reports.structure import Node
from kompasskive.reports.styles import WHOLE, WIDTH, Styles

_GAP: Final = 5.0
_NUMBER, _NAME = 12.0, 118.0
_HIGHEST = 6.0
_LIGHTEST, _DARKEST = 0.97, 0.74
_DOTS = (1.0, 1.6)
_HEIGHT, _LEADING, _DROP = 25.0, 9.0, 10.0
_SMALL, _DIGITS = 8.0, 3
_EDGE, _BESIDE = 5.0, 32.0
_PAUSE = " · "


def heat_map(heat: Heat, look: Styles) -> Flowable:
    """A row per field; numbers stand in every cell, so the tints only help."""
    node = Node("Table")
    columns = len(heat.head)
    room = (WIDTH - _NUMBER - _NAME - _GAP * (columns + 1)) / columns
    widths = [_NUMBER, _NAME, *[room] * columns]
    head = _head(node, heat, widths, look)
    rows = [_row(node, row, widths, look) for row in heat.rows]
    return Section(head, rows, repeat=True)


def _head(node: Node, heat: Heat, widths: list[float], look: Styles) -> Row:
    cells: list[list[Flowable]] = [[], [], *([line(w, look.cell, bold=True)] for w in heat.head)]
    nodes = [Node("TD"), Node("TD"), *(Node("TH", scope="Column") for _ in heat.head)]
    return Row(cells, widths, _GAP, 2, path=(node, Node("TR")), nodes=nodes)


def _row(
    node: Node, row: tuple[str, str, tuple[HeatCell, ...]], widths: list[float], look: Styles
) -> Row:
    number, name, cells = row
    boxes: list[list[Flowable]] = [[HeatBox(cell, look)] for cell in cells]
    story = [[line(number, look.cell)], [line(name, look.cell, bold=True)], *boxes]
    nodes = [Node("TD"), Node("TH", scope="Row"), *(Node("TD") for _ in cells)]
    path = (node, Node("TR"))
    return Row(story, widths, _GAP, 1.6, Rule(look.paper, 0), WHOLE, path=path, nodes=nodes)


class HeatBox(Block):
    """One cell: its number large, the rest small beside or below it."""

    def __init__(self, cell: HeatCell, look: Styles) -> None:
        super().__init__()
        self._cell, self._look = cell, look
        self._large = fonts.printable(cell.large)
        self._number = len(self._large) <= _DIGITS
        self._lines: list[str] = []

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The given width and a fixed height."""
        self.width = width
        self._lines = _broken(self._cell.small, width - self._left - _EDGE)
        return width, _HEIGHT

    @property
    def _left(self) -> float:
        return _BESIDE if self._number else _EDGE

    def draw(self) -> None:
        """The tint or the dotted edge, then the words."""
        self._ground()
        told, look, canvas = self._cell.tone is not None, self._look, self.canv
        first = _HEIGHT - _DROP
        with canvas.content(Node("P")):
            canvas.setFillColor(look.ink if told else look.ink2)
            canvas.setFont(SEMIBOLD if told else REGULAR, 12 if self._number else _SMALL)
            beside = self._number or not self._lines
            canvas.drawString(_EDGE, _HEIGHT / 2 - 4 if beside else first, self._large)
            canvas.setFont(REGULAR, _SMALL)
            under = first if self._number else first - _LEADING
            for place, text in enumerate(self._lines):
                canvas.drawString(self._left, under - _LEADING * place, text)

    def _ground(self) -> None:
        canvas, tone = self.canv, self._cell.tone
        with canvas.artifact():
            if tone is None:
                canvas.setStrokeColor(self._look.rule)
                canvas.setLineWidth(0.6)
                canvas.setDash(*_DOTS)
                canvas.roundRect(0, 0, self.width, _HEIGHT, 3, stroke=1, fill=0)
                canvas.setDash()
                return
            canvas.setFillColor(_tint(tone))
            canvas.roundRect(0, 0, self.width, _HEIGHT, 3, stroke=0, fill=1)


def _broken(small: str, room: float) -> list[str]:
    """The lines; where a pair of numbers has not room in one, they get one each."""
    lines = fonts.printable(small).split("\n") if small else []
    widest = max((stringWidth(text, REGULAR, _SMALL) for text in lines), default=0)
    return lines if widest <= room else " ".join(lines).split(_PAUSE)


def _tint(tone: float) -> Color:
    """Light to dark by the level; dark ink is readable on all of them."""
    light = _LIGHTEST - (_LIGHTEST - _DARKEST) * tone / _HIGHEST
    return Color(light - 0.02, light, min(light + 0.02, 1))
