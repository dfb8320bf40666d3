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
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

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
from kompasskive.dial.geometry import placed
from kompasskive.dial.marks import dimension_sign
from kompasskive.framework.model import PLACEMENT_LEVELS, Dimension
from kompasskive.profile.model import Cell, CellState

LABEL: Final = 100
HEIGHT: Final = 40
STACKED_HEIGHT: Final = 58
_SIGN: Final = 14
_TOP: Final = PLACEMENT_LEVELS[-1]
_CLEAR_KEYS: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def said(cell: Cell) -> str:
    """The line under a ladder's name: last time if there was one, else what it is now."""
    if cell.state is not CellState.PLACED or not cell.previous_word:
        return cell.word
    return "Som sidst" if cell.previous == cell.level else f"Sidst: {cell.previous_word}"


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
        self.setRange(0, _TOP)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring_radius", 4)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self.chosen.emit)
        theme.changed.connect(self.updateGeometry)

    def show_cell(self, field: str, name: str, cell: Cell) -> None:
        """Show a cell of a field; both names are said aloud."""
        if (name, cell) != (self._name, self._cell):
            self._name, self._cell = name, cell
            self.blockSignals(True)
            self.setValue(cell.level or 0)
            self.blockSignals(False)
            self.update()
        heard = f"{field}, {name}, {cell.word}"
        if heard != self.accessibleName():
            self.setAccessibleName(heard)

    def set_stacked(self, stacked: bool) -> None:
        """Name and word above a bar of full width, instead of beside it."""
        if stacked != self._stacked:
            self._stacked = stacked
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
        left = 0 if self._stacked else self._theme.px(LABEL)
        return lay_out(left, self.width() - left, self._theme.scale)

    def _look(self) -> Look:
        bar = self._theme.px(BAR)
        spare = self.height() - bar
        top = spare - self._theme.px(5) if self._stacked else round(spare / 2)
        return Look(self.dimension, self._cell, top, bar, self._hovered)

    def _paint_name(self, painter: QPainter) -> None:
        theme, stacked = self._theme, self._stacked
        sign, line = theme.px(_SIGN), theme.px(20)
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
            below = name.translated(0, theme.px(19))
            painter.drawText(below, _LEFT, said(cell))
            return
        if cell.state is CellState.PLACED and cell.previous_word:
            end = QRectF(0, name.top(), self.width() - 3, name.height())
            painter.drawText(end, _RIGHT, said(cell))
        painter.setFont(theme.font(14))
        painter.drawText(name.translated(used + theme.px(8), 0), _LEFT, cell.word)


class LadderHead(QWidget):
    """The words of the levels above the cells of the ladders under it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words: Sequence[str] = ()
        theme.changed.connect(self._fit)
        self._fit()

    def set_words(self, words: Sequence[str]) -> None:
        """The words of the levels 0-6."""
        if words != self._words:
            self._words = words
            self.update()

    def fits(self, width: int) -> bool:
        """Whether every word fits over its cell when the ladders are `width` pixels wide."""
        theme = self._theme
        cells = lay_out(theme.px(LABEL), width - theme.px(LABEL), theme.scale)
        measure = QFontMetrics(theme.font(12)).horizontalAdvance
        rooms = (room for _left, room in cells.edges)
        return all(measure(word) <= room + 3 for word, room in zip(self._words, rooms, strict=True))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        theme = self._theme
        painter = QPainter(self)
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("ink2"))
        width = self.width() - theme.px(LABEL)
        cells = lay_out(theme.px(LABEL), width, theme.scale)
        for level, word in enumerate(self._words):
            left = cells.edges[level][0]
            painter.drawText(QRectF(left, 0, theme.px(160), self.height()), _LEFT, word)

    def _fit(self) -> None:
        self.setFixedHeight(self._theme.px(18))
        self.update()


class LadderFoot(QWidget):
    """The name of Grundlinjen, under it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._stacked = theme, False
        theme.changed.connect(self._fit)
        self._fit()

    def set_stacked(self, stacked: bool) -> None:
        """Follow ladders with bars of full width."""
        self._stacked = stacked
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        theme = self._theme
        left = 0 if self._stacked else theme.px(LABEL)
        cells = lay_out(left, self.width() - left, theme.scale)
        painter = QPainter(self)
        painter.setFont(theme.font(12, 600))
        painter.setPen(theme.color("ink2"))
        half = theme.px(100)
        space = QRectF(cells.baseline - 1.5 - half, theme.px(2), 2 * half, theme.px(18))
        painter.drawText(space, Qt.AlignmentFlag.AlignCenter, "Grundlinjen")

    def _fit(self) -> None:
        self.setFixedHeight(self._theme.px(20))
        self.update()
