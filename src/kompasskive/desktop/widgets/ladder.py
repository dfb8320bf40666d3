"""A ladder: one field and dimension placed at 0-6 by the two, beside Grundlinjen."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy

from kompasskive.desktop.dial_painter import paint_strokes, prepare
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.ladder_cells import (
    BAR,
    Cells,
    Look,
    lay_out,
    paint_baseline,
    paint_cells,
)
from kompasskive.desktop.widgets.ladder_words import SIGN, Margin, margin_for, said
from kompasskive.desktop.widgets.text import set_tip
from kompasskive.dial.geometry import placed
from kompasskive.dial.marks import dimension_sign
from kompasskive.framework.model import PLACEMENT_LEVELS, Dimension
from kompasskive.profile.model import Cell, CellState

HEIGHT: Final = 40
STACKED_HEIGHT: Final = 58
_TOP: Final = PLACEMENT_LEVELS[-1]
_CLEAR_KEYS: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def started(cell: Cell) -> str:
    """ ", medarbejder 1, leder 3" where the two have turned their cards and not placed together."""
    sides = (("medarbejder", cell.employee), ("leder", cell.leader))
    told = (f", {side} {level}" for side, level in sides if level is not None)
    return "" if cell.state is CellState.PLACED else "".join(told)


class Ladder(QAbstractSlider):
    """`chosen` carries a level 0-6 or None to clear; `irrelevant` asks to turn that state.

    `stepped` asks for the ladder above (-1) or below (1).
    """

    chosen = Signal(object)
    irrelevant = Signal()
    stepped = Signal(int)

    def __init__(self, theme: Theme, dimension: Dimension) -> None:
        super().__init__()
        self.setOrientation(Qt.Orientation.Horizontal)
        self.dimension = dimension
        self._theme, self._name, self._stacked = theme, "", False
        self._cell = Cell(dimension, CellState.NOT_DISCUSSED, "Ikke drøftet")
        self._hovered: int | None = None
        self._meanings: tuple[str, ...] = ()
        self._margin = margin_for(theme, ())
        self.setRange(0, _TOP)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring_radius", 4)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self.chosen.emit)
        theme.changed.connect(self.updateGeometry)

    def show_cell(self, field: str, name: str, cell: Cell) -> None:
        """Show a cell of a field; both names are said aloud."""
        level = cell.level
        self.setAccessibleDescription("" if level is None else self._meaning(level))
        if (name, cell) != (self._name, self._cell):
            self._name, self._cell = name, cell
            self.blockSignals(True)
            self.setValue(cell.level or 0)
            self.blockSignals(False)
            self.update()
        heard = f"{field}, {name}, {cell.word}{started(cell)}"
        if heard != self.accessibleName():
            self.setAccessibleName(heard)

    def set_meanings(self, meanings: Sequence[str]) -> None:
        """What each level means: on the mouse, and read aloud for the one that is chosen."""
        self._meanings = tuple(meanings)

    def _meaning(self, level: int) -> str:
        return self._meanings[level] if level < len(self._meanings) else ""

    def lay(self, stacked: bool, margin: Margin) -> None:
        """Name and word above a bar of full width, or beside it in the margin."""
        if (stacked, margin) != (self._stacked, self._margin):
            self._stacked, self._margin = stacked, margin
            self.updateGeometry()
            self.update()

    def cell_center(self, level: int) -> QPointF:
        """The middle of a level's cell, in this widget's pixels."""
        look = self._look()
        return self._cells().box(level, look.top, look.height).center()

    def sizeHint(self) -> QSize:
        theme = self._theme
        height = STACKED_HEIGHT if self._stacked else HEIGHT
        return QSize(theme.px(300), theme.px(height))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not (plain and (self._moved(event) or self._digit(event.text()))):
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        level = self._level_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and level is not None:
            self.chosen.emit(None if level == self._cell.level else level)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._level_at(event.position()) if self.isEnabled() else None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A ladder is clicked, never dragged."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        cells, look = self._cells(), self._look()
        ends = cells.box(0, look.top, look.height), cells.box(_TOP, look.top, look.height)
        self.setProperty("ring_rect", ends[0].united(ends[1]).toRect())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cells, look = self._cells(), self._look()
        paint_cells(painter, self._theme, cells, look)
        over = self._theme.px(5)
        top, end = (look.top - over, look.top + look.height + over)
        if not self._stacked:
            top, end = 0, self.height()
        paint_baseline(painter, self._theme, cells, top, end)
        self._paint_name(painter)

    def _moved(self, event: QKeyEvent) -> bool:
        key, level = Qt.Key(event.key()), self._cell.level
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Left:
            self._choose(None if level is None else max(0, level - 1))
        elif key == Qt.Key.Key_Right:
            self._choose(0 if level is None else min(_TOP, level + 1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._choose(0 if key == Qt.Key.Key_Home else _TOP)
        elif key in _CLEAR_KEYS:
            self._choose(None)
        elif key == Qt.Key.Key_I:
            self.irrelevant.emit()
        else:
            return False
        return True

    def _digit(self, text: str) -> bool:
        found = text in {str(level) for level in PLACEMENT_LEVELS}
        if found:
            self._choose(int(text))
        return found

    def _choose(self, level: int | None) -> None:
        if level != self._cell.level or self._cell.state is CellState.NOT_RELEVANT:
            self.chosen.emit(level)

    def _hover(self, level: int | None) -> None:
        if level != self._hovered:
            self._hovered = level
            set_tip(self, "" if level is None else self._meaning(level))
            self.setCursor(
                Qt.CursorShape.ArrowCursor if level is None else Qt.CursorShape.PointingHandCursor
            )
            self.update()

    def _level_at(self, point: QPointF) -> int | None:
        look = self._look()
        return (
            self._cells().at(point.x()) if look.top <= point.y() <= look.top + look.height else None
        )

    def _cells(self) -> Cells:
        left = 0 if self._stacked else self._margin.width
        return lay_out(left, self.width() - left, self._theme.scale)

    def _look(self) -> Look:
        bar = self._theme.px(BAR)
        spare = self.height() - bar
        top = spare - self._theme.px(5) if self._stacked else round(spare / 2)
        return Look(self.dimension, self._cell, top, bar, self._hovered)

    def _paint_name(self, painter: QPainter) -> None:
        theme, stacked = self._theme, self._stacked
        sign, line = theme.px(SIGN), theme.px(20)
        middle = line / 2 if stacked else self.height() / 2 - theme.px(9)
        colors = {"sign": theme.tokens[f"{self.dimension.value}1"]}
        shape = dimension_sign(self.dimension, 0, 0, 1, "sign")
        strokes = prepare((placed(shape, sign / 2, middle, sign * 0.42),))
        paint_strokes(painter, strokes, colors)
        left = sign + theme.px(8)
        name = QRectF(left, middle - line / 2, self.width(), line)
        painter.setFont(theme.font(14, 600))
        painter.setPen(theme.color("ink"))
        painter.drawText(name, _LEFT, self._name)
        word = QFontMetrics(painter.font()).horizontalAdvance(self._name)
        self._paint_words(painter, name, word)

    def _paint_words(self, painter: QPainter, name: QRectF, used: int) -> None:
        theme, cell = self._theme, self._cell
        painter.setPen(theme.color("ink2"))
        painter.setFont(theme.font(12))
        if not self._stacked:
            below = QRectF(
                self._margin.indent, name.top() + theme.px(19), self.width(), name.height()
            )
            painter.drawText(below, _LEFT, said(cell))
            return
        if cell.state is CellState.PLACED and cell.previous_word:
            end = QRectF(0, name.top(), self.width() - 3, name.height())
            painter.drawText(end, _RIGHT, said(cell))
        painter.setFont(theme.font(14))
        painter.drawText(name.translated(used + theme.px(8), 0), _LEFT, cell.word)
