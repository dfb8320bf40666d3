"""The dial in the window: hosted in a pyqtgraph view, walked by arrow keys, told in plain text."""

from html import escape

from pyqtgraph import GraphicsView
from PySide6.QtCore import (
    QEvent,
    QPoint,
    QPointF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from kompasskive.desktop.widgets.dial_cells import DialCell, dial_cells
from kompasskive.desktop.widgets.dial_item import DialItem, OverlayItem
from kompasskive.desktop.widgets.needle_item import NeedleItem
from kompasskive.dial.drawing import draw, focus_shapes, hover_shapes, needle_angle
from kompasskive.dial.geometry import RIM, petal_angles, point
from kompasskive.dial.hit import hit
from kompasskive.dial.options import DialOptions
from kompasskive.dial.palette import Palette
from kompasskive.dial.picture import Picture
from kompasskive.framework.model import Dimension
from kompasskive.profile.model import Profile

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DialView(GraphicsView):  # type: ignore[misc]
    """Shows a profile's dial at the widget's size; nothing pans, zooms or scrolls.

    `field_chosen` carries a field's id when a sector is clicked or Enter is pressed on a cell;
    `names_beside_changed` tells whether the field names must be listed beside the dial.
    """

    field_chosen = Signal(str)
    names_beside_changed = Signal(bool)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        self._profile: Profile | None = None
        self._options = DialOptions()
        self._picture: Picture | None = None
        self._cells: tuple[DialCell, ...] = ()
        self._current: int | None = None
        self._hovered: DialCell | None = None
        super().__init__(parent, background=None)
        self.setCentralItem(None)
        self.viewport().setMouseTracking(True)
        self._dial, self._needle = DialItem(palette), NeedleItem(palette)
        self._hover, self._ring = OverlayItem(palette), OverlayItem(palette)
        for item in self._items:
            self.addItem(item)
        self._animated = False
        self.setMinimumSize(160, 160)
        self.set_palette(palette)

    @property
    def names_beside(self) -> bool:
        """Whether the field names did not fit and must be listed beside the dial."""
        return self._picture is not None and self._picture.names_beside

    @property
    def picture(self) -> Picture | None:
        """The picture on show; None before the first profile."""
        return self._picture

    @property
    def current_cell(self) -> tuple[str, Dimension] | None:
        """Field id and dimension of the cell that has the keyboard."""
        if self._picture is None or self._current is None:
            return None
        area = self._picture.areas[self._current]
        return area.field_id, area.dimension

    def show_profile(self, profile: Profile, options: DialOptions) -> None:
        """Show a profile; nothing is drawn again when neither it nor the options changed."""
        if (profile, options) != (self._profile, self._options):
            before = self._angle
            self._profile, self._options = profile, options
            self._redraw()
            self._swing_from(before)

    def set_animated(self, animated: bool) -> None:
        """Let the needle swing to a new direction; off unless asked for, as motion must be."""
        self._animated = animated

    def set_palette(self, palette: Palette) -> None:
        """Show the dial in other colours, on the palette's page."""
        self.setBackground(QColor(palette["page"]))
        for item in self._items:
            item.set_palette(palette)

    def sizeHint(self) -> QSize:
        """Room for a dial with all its names."""
        return QSize(480, 480)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Draw at the new size."""
        super().resizeEvent(event)
        self._redraw()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that the release comes here and the page does not get half a click."""
        event.setAccepted(event.button() is Qt.MouseButton.LeftButton)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the field that was clicked."""
        found = self._at(event.position())
        if found and event.button() is Qt.MouseButton.LeftButton and self._profile:
            self.field_chosen.emit(self._profile.fields[found[0]].field_id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Outline the cell under the mouse."""
        found = self._at(event.position())
        pointer = Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(pointer)
        self._show_hover(self._cell(found))

    def leaveEvent(self, _event: QEvent) -> None:
        """Drop the outline under the mouse."""
        self._show_hover(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start on the first cell, or where the keyboard left off."""
        super().focusInEvent(event)
        if self._current is None and self._cells:
            self._current = 0
        self._show_current()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        QToolTip.hideText()
        self._show_current()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """←/→ and Home/End between cells, Enter opens the field, Escape hides the tooltip."""
        key = Qt.Key(event.key())
        step, end = _STEPS.get(key), _ENDS.get(key)
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self._cells:
            event.ignore()
        elif step is not None:
            self._go((self._current or 0) + step)
        elif end is not None:
            self._go(end)
        elif key in _OPENING and self._current is not None:
            self.field_chosen.emit(self._cells[self._current].field.field_id)
        elif key == Qt.Key.Key_Escape and QToolTip.isVisible():
            QToolTip.hideText()
        else:
            event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tooltips tell the cell in plain text."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cell = self._cell(self._at(QPointF(event.pos())))
            self._tell(cell, event.globalPos())
            return True
        return bool(super().viewportEvent(event))

    @property
    def _items(self) -> tuple[DialItem | OverlayItem, ...]:
        return self._dial, self._needle, self._hover, self._ring

    @property
    def _angle(self) -> float | None:
        return needle_angle(self._profile, self._options) if self._profile else None

    def _swing_from(self, before: float | None) -> None:
        after = self._angle
        self._needle.settle()
        if self._animated and self._picture and after is not None and after != before:
            self._needle.swing(self._picture, before or 0.0, after)

    def _redraw(self) -> None:
        if self._profile is None:
            return
        beside = self.names_beside
        self._picture = draw(self._profile, self.width(), self.height(), self._options)
        self._cells = dial_cells(self._profile)
        self._current = None if self._current is None else self._current % len(self._cells)
        self._dial.show_picture(self._picture)
        self._hover.show_shapes(())
        self.setAccessibleName(self._picture.title)
        self._show_current()
        if beside != self.names_beside:
            self.names_beside_changed.emit(self.names_beside)

    def _go(self, cell: int) -> None:
        self._current = cell % len(self._cells)
        self._show_current()
        self._tell(self._cells[self._current], self._spot(self._cells[self._current]))

    def _show_current(self) -> None:
        """The ring around the cell that has the keyboard, and its name for screen readers."""
        if self._picture is None:
            return
        if self._current is None or not self.hasFocus():
            self._ring.show_shapes(())
            self.setAccessibleDescription(self._picture.description)
            return
        self._ring.show_shapes(focus_shapes(self._picture, *self._cells[self._current].place))
        self.setAccessibleDescription(self._picture.areas[self._current].name)

    def _show_hover(self, cell: DialCell | None) -> None:
        if cell is not self._hovered:
            self._hovered = cell
            shown = hover_shapes(self._picture, *cell.place) if self._picture and cell else ()
            self._hover.show_shapes(shown)

    def _at(self, position: QPointF) -> tuple[int, Dimension | None, int | None] | None:
        if self._picture is None or self._profile is None:
            return None
        return hit(self._picture, len(self._profile.fields), position.x(), position.y())

    def _cell(self, found: tuple[int, Dimension | None, int | None] | None) -> DialCell | None:
        """The cell that was hit; None in the air between petals and beyond the rim."""
        if found is None or found[2] is None:
            return None
        return next(c for c in self._cells if c.place[1:] == found[:2])

    def _tell(self, cell: DialCell | None, where: QPoint) -> None:
        """Show the cell's sentence; escaped, since Qt would read markup in it."""
        text = f"<qt>{escape(cell.sentence)}</qt>" if cell else ""
        QToolTip.showText(where, text, self)

    def _spot(self, cell: DialCell) -> QPoint:
        """The outer end of a cell on the screen."""
        if self._picture is None:
            return QPoint()
        x, y = point(RIM * self._picture.unit, sum(petal_angles(*cell.place)) / 2)
        spot = QPoint(round(self._picture.cx + x), round(self._picture.cy + y))
        return QPoint(self.mapToGlobal(spot))
