"""Paints a line of the long list: code, text, and the marks or the ladder to choose from."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from kompasskive.desktop.dial_painter import paint_strokes, prepare
from kompasskive.desktop.icons import pixmap
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.ladder_cells import BAR, Look, paint_baseline, paint_cells
from kompasskive.desktop.widgets.line_row import LineRow
from kompasskive.desktop.widgets.line_shape import BADGE, INSET, Shape, shape_of, size_of
from kompasskive.desktop.widgets.row_model import ROW_ROLE
from kompasskive.desktop.widgets.symbols import paint_mark
from kompasskive.dial.geometry import placed
from kompasskive.dial.marks import dimension_sign
from kompasskive.framework.model import Mark
from kompasskive.profile.model import Cell

_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_WRAPPED: Final = int(_LEFT) | int(Qt.TextFlag.TextWordWrap)
_SYMBOL: Final = 16
_SIGN: Final = 14
Where = QModelIndex | QPersistentModelIndex


class LineDelegate(QStyledItemDelegate):
    """`hover` is where the mouse is, `words` what the marks are called, `locked` is read only."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._sizes: dict[tuple[object, ...], QSize] = {}
        self.width = 0
        self.hover: QPoint | None = None
        self.words: dict[Mark, str] = dict.fromkeys(Mark, "")
        self.locked = False
        theme.changed.connect(self._sizes.clear)

    def shape(self, area: QRect, row: LineRow) -> Shape:
        """Where the parts of a row lie in the view."""
        return shape_of(self._theme, area, row)

    def sizeHint(self, option: QStyleOptionViewItem, index: Where) -> QSize:  # noqa: ARG002
        row: LineRow = index.data(ROW_ROLE)
        key = (self.width, row.text, row.under, row.field, row.group)
        if key not in self._sizes:
            self._sizes[key] = size_of(self._theme, self.width, row)
        return self._sizes[key]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Where) -> None:
        row: LineRow = index.data(ROW_ROLE)
        area: QRect = option.rect
        shape = self.shape(area, row)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._above(painter, shape, row)
        self._text(painter, shape.code, row.line.code, 13, ("ink2", 600))
        if row.cell is not None:
            self._paint_cell(painter, shape, row, row.cell)
        else:
            self._text(painter, shape.text, row.text, 14, ("ink", 400))
            self._paint_marks(painter, shape, row)
        self._text(painter, shape.under, row.under, 12, ("ink2", 400))
        painter.setPen(QPen(self._theme.color("hair"), 1))
        bottom = area.bottom()
        painter.drawLine(area.left() + INSET, bottom, area.right() - INSET, bottom)
        painter.restore()

    def _above(self, painter: QPainter, shape: Shape, row: LineRow) -> None:
        theme = self._theme
        if row.field:
            number, name = row.field.split("  ", 1)
            side = theme.px(BADGE)
            disc = QRect(shape.field.left(), shape.field.center().y() - side // 2, side, side)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("ink"))
            painter.drawEllipse(disc)
            painter.setFont(theme.font(14, 700))
            painter.setPen(theme.color("on_ink"))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, number)
            beside = shape.field.adjusted(side + theme.px(10), 0, 0, 0)
            painter.setFont(theme.font(16, 600))
            painter.setPen(theme.color("ink"))
            painter.drawText(beside, int(Qt.AlignmentFlag.AlignVCenter), name)
        self._text(painter, shape.group, row.group, 12, ("ink2", 600))

    def _paint_marks(self, painter: QPainter, shape: Shape, row: LineRow) -> None:
        bead = row.bead
        if bead is None:
            return
        theme = self._theme
        painter.setPen(theme.color("line") if theme.name == "contrast" else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sunken"))
        painter.drawRoundedRect(shape.choices, 6, 6)
        for mark in Mark:
            self._paint_mark(painter, shape.mark_box(mark), mark, mark is bead.mark)
        self._paint_wish(painter, shape.wish, row.wish)

    def _paint_mark(self, painter: QPainter, box: QRect, mark: Mark, chosen: bool) -> None:
        theme = self._theme
        over = not self.locked and self.hover is not None and box.contains(self.hover)
        ground = "ink" if chosen else "hover" if over else "sunken"
        if ground != "sunken":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(ground))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
        font = theme.font(13, 600 if chosen else 400)
        word, symbol = QFontMetrics(font).horizontalAdvance(self.words[mark]), theme.px(_SYMBOL)
        fits = symbol + theme.px(6) + word + theme.px(6) <= box.width()
        wide = symbol + (theme.px(6) + word if fits else 0)
        left = box.center().x() - wide / 2
        center = QPointF(left + symbol / 2, box.top() + box.height() / 2)
        sign = theme.color("on_ink" if chosen else "unchosen")
        paint_mark(painter, mark, center, symbol, sign, theme.color(ground))
        if fits:
            painter.setFont(font)
            painter.setPen(theme.color("on_ink" if chosen else "ink2"))
            beside = QRect(round(left) + symbol + theme.px(6), box.top(), word + 4, box.height())
            painter.drawText(beside, int(Qt.AlignmentFlag.AlignVCenter), self.words[mark])

    def _paint_wish(self, painter: QPainter, box: QRect, wish: bool) -> None:
        theme = self._theme
        over = not self.locked and self.hover is not None and box.contains(self.hover)
        if wish or over:
            painter.setPen(QPen(theme.color("ok_edge"), 1) if wish else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("ok" if wish else "hover"))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        size = theme.px(18)
        tone = theme.tokens["ok_ink" if wish else "unchosen"]
        corner = QPointF(box.center().x() - size / 2 + 1, box.center().y() - size / 2 + 1)
        painter.drawPixmap(corner, pixmap("sprout", size, tone))

    def _paint_cell(self, painter: QPainter, shape: Shape, row: LineRow, cell: Cell) -> None:
        theme, sign = self._theme, self._theme.px(_SIGN)
        middle = QPointF(shape.text.left() + sign / 2, shape.text.top() + theme.px(10))
        drawn = placed(
            dimension_sign(cell.dimension, 0, 0, 1, "sign"), middle.x(), middle.y(), sign * 0.42
        )
        colors = {"sign": theme.tokens[f"{cell.dimension.value}1"]}
        paint_strokes(painter, prepare((drawn,)), colors)
        beside = shape.text.adjusted(sign + theme.px(8), 0, 0, 0)
        self._text(painter, beside, row.text, 14, ("ink", 600))
        name = theme.metrics(14, 600).horizontalAdvance(row.text)
        self._text(
            painter, beside.adjusted(name + theme.px(10), 0, 0, 0), row.word, 14, ("ink2", 400)
        )
        bar, cells = theme.px(BAR), shape.cells
        top = shape.choices.top() + (shape.choices.height() - bar) / 2
        paint_cells(
            painter, theme, cells, Look(cell.dimension, cell, top, bar, self._hovered(shape))
        )
        paint_baseline(painter, theme, cells, shape.choices.top(), shape.choices.bottom())

    def _hovered(self, shape: Shape) -> int | None:
        if self.locked or self.hover is None or not shape.choices.contains(self.hover):
            return None
        return shape.cells.at(self.hover.x())

    def _text(
        self, painter: QPainter, box: QRect, text: str, size: float, tone: tuple[str, int]
    ) -> None:
        if text:
            token, weight = tone
            painter.setFont(self._theme.font(size, weight))
            painter.setPen(self._theme.color(token))
            painter.drawText(box, _WRAPPED, text)
