"""A heat map: a row per field, a column per dimension, every number written in its cell."""

from pyqtgraph import GraphicsObject, GraphicsView
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.dial_accessible import DialAccessible, tell_focus
from kompasskive.desktop.widgets.heat_cells import Heat, HeatCell
from kompasskive.desktop.widgets.heat_painter import HeatPainter

_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class HeatMap(GraphicsView):  # type: ignore[misc]
    """As high as its rows; arrows walk its cells, and nothing pans or zooms."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.heat: Heat | None = None
        self._theme, self._current = theme, -1
        self.painter = HeatPainter(theme)
        self._item = _HeatItem(self)
        super().__init__(parent, background=None)
        self.setCentralItem(None)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", "none")
        self.accessible: DialAccessible | None = None
        self.addItem(self._item)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def cell_count(self) -> int:
        """How many cells readers find."""
        return sum(len(row.cells) for row in self.heat.rows) if self.heat else 0

    @property
    def focused_cell(self) -> int:
        """The cell that has the keyboard; -1 while the map has not."""
        return self._current if self.hasFocus() else -1

    def cell_name(self, index: int) -> str:
        """A cell's whole sentence."""
        return self._cell(index).sentence

    def cell_value(self, index: int) -> str:
        """A cell's number."""
        return self._cell(index).value

    def cell_box(self, index: int) -> QRect:
        """Where a cell lies on the screen."""
        box = self.painter.box(*divmod(index, self._columns)).toAlignedRect()
        return QRect(self.mapToGlobal(box.topLeft()), box.size())

    def show_heat(self, heat: Heat) -> None:
        """Show other numbers; nothing is drawn anew when they are the same."""
        if heat == self.heat:
            return
        self.heat = heat
        self._current = min(self._current, self.cell_count - 1)
        self.setAccessibleName(heat.name)
        self.setAccessibleDescription(" ".join(heat.corner))
        self._fit()

    def paint_cells(self, painter: QPainter) -> None:
        """Draw all of it."""
        if self.heat is not None:
            self.painter.paint(painter, self.heat, self.focused_cell)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Give the cell under the mouse the keyboard."""
        boxes = (self._box(index) for index in range(self.cell_count))
        found = next((i for i, box in enumerate(boxes) if box.contains(event.position())), None)
        if found is not None:
            self._turn_to(found)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Nothing is dragged."""
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing is dropped."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._turn_to(max(0, self._current))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._item.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows between cells, within the map."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or not self.cell_count:
            event.ignore()
            return
        row, column = divmod(max(0, self._current), self._columns)
        row = min(max(0, row + step[0]), self.cell_count // self._columns - 1)
        column = min(max(0, column + step[1]), self._columns - 1)
        self._turn_to(row * self._columns + column)

    def viewportEvent(self, event: QEvent) -> bool:
        """The mouse at rest says nothing that is not written in the cell."""
        if event.type() == QEvent.Type.ToolTip:
            return True
        return bool(super().viewportEvent(event))

    @property
    def _columns(self) -> int:
        return max(1, len(self.heat.columns)) if self.heat else 1

    def _cell(self, index: int) -> HeatCell:
        cells = [cell for row in self.heat.rows for cell in row.cells] if self.heat else []
        return cells[index]

    def _box(self, index: int) -> QRectF:
        return self.painter.box(*divmod(index, self._columns))

    def _turn_to(self, index: int) -> None:
        self._current = index if index < self.cell_count else -1
        self._item.update()
        if self._current >= 0:
            tell_focus(self, self._current)

    def _fit(self) -> None:
        self.setBackground(self._theme.color("sheet"))
        if self.heat is not None:
            self.setFixedHeight(self.painter.lay(self.heat, self.width()))
        self._item.set_size(QRectF(QPointF(0, 0), self.size().toSizeF()))


class _HeatItem(GraphicsObject):  # type: ignore[misc]
    def __init__(self, view: HeatMap) -> None:
        self._view, self._size = view, QRectF()
        super().__init__()

    def set_size(self, size: QRectF) -> None:
        self.prepareGeometryChange()
        self._size = size
        self.update()

    def boundingRect(self) -> QRectF:
        return self._size

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        self._view.paint_cells(painter)


def _make_accessible(_key: str, thing: object) -> DialAccessible | None:
    """The interface of a heat map, kept by the map itself."""
    if not isinstance(thing, HeatMap):
        return None
    thing.accessible = DialAccessible(thing, thing)
    return thing.accessible


QAccessible.installFactory(_make_accessible)
