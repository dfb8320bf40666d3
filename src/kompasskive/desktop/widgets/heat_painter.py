"""How a heat map is laid out and drawn: pixels of its own view, y downwards."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from kompasskive.desktop.dial_painter import paint_strokes, prepare
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.heat_cells import Heat, HeatCell, HeatRow
from kompasskive.dial.geometry import placed
from kompasskive.dial.marks import dimension_sign
from kompasskive.framework.model import Dimension

NAMES = 230
NAMES_SHARE = 0.32
GAP = 6
WRAP = Qt.TextFlag.TextWordWrap
MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class HeatPainter:
    """`lay` first, then `paint`; boxes are by row and column from 0."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._width = self._names = self._head = 0.0
        self._tops: tuple[float, ...] = ()
        self._heights: tuple[float, ...] = ()
        self._columns = 1

    def lay(self, heat: Heat, width: int) -> int:
        """Fit the map into `width` pixels; how high it is then."""
        px = self._theme.px
        self._width, self._columns = float(width), max(1, len(heat.columns))
        self._names = min(float(px(NAMES)), width * NAMES_SHARE)
        self._head = self._text_height("\n".join(heat.corner), 12, self._names) + px(8)
        tops, heights, top = [], [], self._head
        for row in heat.rows:
            height = self._row_height(row)
            tops.append(top)
            heights.append(height)
            top += height + GAP
        self._tops, self._heights = tuple(tops), tuple(heights)
        return round(top)

    def box(self, row: int, column: int) -> QRectF:
        """Where a cell lies."""
        wide = (self._width - self._names - GAP * (self._columns - 1)) / self._columns
        left = self._names + column * (wide + GAP)
        return QRectF(left, self._tops[row], wide, self._heights[row])

    def paint(self, painter: QPainter, heat: Heat, focused: int) -> None:
        """Draw the whole map; `focused` is the cell with the keyboard, or -1."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._write(painter, QRectF(0, 0, self._names, self._head), heat.corner, 12, "ink2")
        for at, (dimension, name) in enumerate(heat.columns):
            self._paint_column(painter, at, dimension, name)
        for at, row in enumerate(heat.rows):
            self._paint_name(painter, at, row)
            for column, cell in enumerate(row.cells):
                self._paint_cell(painter, self.box(at, column), cell)
        if focused >= 0:
            self._paint_ring(painter, self.box(*divmod(focused, self._columns)))

    def _paint_column(self, painter: QPainter, at: int, dimension: Dimension, name: str) -> None:
        px = self._theme.px
        box = self.box(0, at) if self._tops else QRectF()
        middle, side = self._head / 2, px(14) / 2
        sign = dimension_sign(dimension, 0, 0, 1, "sign")
        shape = placed(sign, box.left() + px(14) + side, middle, side * 0.86)
        color = self._theme.tokens[f"{dimension.value}1"]
        paint_strokes(painter, prepare((shape,)), {"sign": color})
        words = QRectF(box.left() + px(36), 0, box.width() - px(36), self._head)
        self._write(painter, words, (name,), 14, "ink", 600)

    def _paint_name(self, painter: QPainter, at: int, row: HeatRow) -> None:
        px = self._theme.px
        top, height, side = self._tops[at], self._heights[at], px(20)
        disc = QRectF(1, top + (height - side) / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("ink"))
        painter.drawEllipse(disc)
        painter.setFont(self._theme.font(12, 700))
        painter.setPen(self._theme.color("on_ink"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(row.number))
        left = side + px(12)
        box = QRectF(left, top, self._names - left - px(10), height)
        self._write(painter, box, (row.name,), 13, "ink")

    def _paint_cell(self, painter: QPainter, box: QRectF, cell: HeatCell) -> None:
        inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(Qt.BrushStyle.NoBrush if cell.tone is None else self._tone(cell.tone))
        painter.setPen(self._edge(cell))
        painter.drawRoundedRect(inner, 6, 6)
        pad = self._theme.px(12)
        inside = inner.adjusted(pad, 0, -pad / 2, 0)
        if cell.tone is None:
            self._write(painter, inside, (cell.value,), 13, "ink2")
            return
        left = self._value_width() if cell.value else 0.0
        number = QRectF(inside.left(), inside.top(), left, inside.height())
        self._write(painter, number, (cell.value,), 18, "ink", 600)
        rest = inside.adjusted(left, 0, 0, 0)
        self._write(painter, rest, self._fitted(cell.lines, rest.width()), 12, "ink")

    def _paint_ring(self, painter: QPainter, box: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color("accent"), 2))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)

    def _edge(self, cell: HeatCell) -> QPen:
        if cell.tone is None:
            pen = QPen(self._theme.color("line"), 1.2)
            pen.setStyle(Qt.PenStyle.DotLine)
            return pen
        return QPen(self._theme.color("sheet_edge"), 1)

    def _tone(self, tone: float) -> QColor:
        low, high = self._theme.color("heat_low"), self._theme.color("heat_high")
        return QColor(
            *(
                round(a + (b - a) * tone)
                for a, b in (
                    (low.red(), high.red()),
                    (low.green(), high.green()),
                    (low.blue(), high.blue()),
                )
            )
        )

    def _row_height(self, row: HeatRow) -> float:
        px, inside = self._theme.px, self._inside()
        name = self._text_height(row.name, 13, self._names - px(42))
        lines = (self._cell_height(cell, inside) for cell in row.cells)
        return max(float(px(58)), name + px(12), *(height + px(16) for height in lines))

    def _cell_height(self, cell: HeatCell, inside: float) -> float:
        width = inside - (self._value_width() if cell.value else 0.0)
        return self._text_height("\n".join(self._fitted(cell.lines, width)), 12, width)

    def _fitted(self, lines: tuple[str, ...], width: float) -> tuple[str, ...]:
        """The lines, let apart at every space where a part of one is wider than the room."""
        metrics = QFontMetricsF(self._theme.font(12))
        parts = (part for line in lines for part in line.split(" "))
        if all(metrics.horizontalAdvance(part) <= width for part in parts):
            return lines
        return tuple(line.replace("\u00a0", " ") for line in lines)

    def _inside(self) -> float:
        wide = (self._width - self._names - GAP * (self._columns - 1)) / self._columns
        return wide - 1.5 * self._theme.px(12)

    def _value_width(self) -> float:
        return QFontMetricsF(self._theme.font(18, 600)).horizontalAdvance("6,5") + self._theme.px(
            12
        )

    def _text_height(self, text: str, size: float, width: float) -> float:
        metrics = QFontMetricsF(self._theme.font(size))
        return metrics.boundingRect(QRectF(0, 0, max(1.0, width), 1e4), WRAP, text).height()

    def _write(
        self,
        painter: QPainter,
        box: QRectF,
        lines: tuple[str, ...],
        size: float,
        tone: str,
        weight: int = 400,
    ) -> None:
        painter.setFont(self._theme.font(size, weight))
        painter.setPen(self._theme.color(tone))
        painter.drawText(box, int(MIDDLE | WRAP), "\n".join(lines))
