"""The dial in the window: pointed at, walked by arrow keys, told in plain text, placed on."""

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from kompasskive.desktop.widgets.dial_accessible import DialAccessible, tell_focus
from kompasskive.desktop.widgets.dial_cells import DialCell
from kompasskive.desktop.widgets.dial_surface import DialSurface
from kompasskive.desktop.widgets.level_keys import is_placing, placed_by
from kompasskive.dial.hit import hit, placement_at
from kompasskive.dial.palette import Palette
from kompasskive.framework.model import Dimension

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class DialView(DialSurface):
    """`field_chosen` carries a field's id when a sector is clicked or Enter is pressed on a cell.

    While placing, a click or a key on a cell is `placed` instead: field id, dimension, and the
    level 0-6 or None to clear it. `placing_ended` tells that Escape was pressed while placing.
    """

    field_chosen = Signal(str)
    placed = Signal(str, object, object)
    placing_ended = Signal()

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        self._hovered: tuple[DialCell | None, int | None] = None, None
        super().__init__(palette, parent)

    def set_placing(self, placing: bool) -> None:
        """Let clicks and ↑/↓ place cells instead of opening fields."""
        self._placing = placing
        self._show_hover(None, None)
        if self._picture is not None:
            self._layers.show_mode(self._picture, placing)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that the release comes here and the page does not get half a click."""
        event.setAccepted(event.button() is Qt.MouseButton.LeftButton)
        cell = self._cell(self._at(event.position()))
        if cell is not None:
            self._current = self._cells.index(cell)
            self._show_current(tell=False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the field that was clicked, or place the cell."""
        if event.button() is not Qt.MouseButton.LeftButton or self._profile is None:
            return
        if self._placing:
            self._place_at(event.position())
        elif found := self._at(event.position()):
            self.field_chosen.emit(self._profile.fields[found[0]].field_id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Outline the cell under the mouse, or what a click would place there."""
        found, level = self._at(event.position()), None
        cell = self._cell(found)
        if self._placing:
            cell, level = self._aim(event.position())
        useful = cell if self._placing else found
        shape = Qt.CursorShape.PointingHandCursor if useful else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self._show_hover(cell, level)

    def leaveEvent(self, _event: QEvent) -> None:
        """Drop the outline under the mouse."""
        self._show_hover(None, None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start on the first cell, or where the keyboard left off, and tell about it."""
        super().focusInEvent(event)
        by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        if self._current < 0 and self._cells and not by_mouse:
            self._current = 0
        self._show_current(tell=event.reason() in _BY_KEY)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring and what is told."""
        super().focusOutEvent(event)
        self.tip.hide()
        self._show_current(tell=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """←/→ and Home/End between cells, Enter opens the field; ↑/↓ and 0-6 place a cell."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not (plain and self._cells and (self._walked(event) or self._acted(event))):
            event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        """The mouse at rest on a cell is told its sentence."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cell = self._cell(self._at(QPointF(event.pos())))
            if cell is not None:
                self.tip.tell(cell.sentence, event.pos())
            return True
        return bool(super().viewportEvent(event))

    def _walked(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        step, end = _STEPS.get(key), _ENDS.get(key)
        if step is None and end is None:
            return False
        at = max(self._current, 0) + step if step is not None else end or 0
        self._current = at % len(self._cells)
        self._show_current(tell=True)
        return True

    def _acted(self, event: QKeyEvent) -> bool:
        cell = self._cells[max(self._current, 0)]
        if self._placing and is_placing(event):
            changed, level = placed_by(event, cell.cell)
            if changed:
                self.placed.emit(cell.field.field_id, cell.cell.dimension, level)
        elif self._placing and event.key() == Qt.Key.Key_Escape:
            self.placing_ended.emit()
        elif Qt.Key(event.key()) in _OPENING and self._current >= 0:
            self.field_chosen.emit(cell.field.field_id)
        else:
            return False
        return True

    def _place_at(self, position: QPointF) -> None:
        cell, level = self._aim(position)
        if cell is not None:
            new = None if level == cell.cell.level else level
            self.placed.emit(cell.field.field_id, cell.cell.dimension, new)

    def _aim(self, position: QPointF) -> tuple[DialCell | None, int | None]:
        """The cell and the level that a click would place."""
        if self._picture is None or self._profile is None:
            return None, None
        n = len(self._profile.fields)
        found = placement_at(self._picture, n, position.x(), position.y())
        if found is None:
            return None, None
        return next(c for c in self._cells if c.place[1:] == found[:2]), found[2]

    def _show_current(self, tell: bool) -> None:
        """The ring around the cell that has the keyboard, and its sentence when asked for."""
        if self._picture is None:
            return
        focused = self._focused
        self._layers.show_focus(self._picture, focused)
        if focused is not None:
            tell_focus(self, self._current)
            if tell:
                self.tip.tell(focused.sentence, self._spot(focused))

    def _show_hover(self, cell: DialCell | None, level: int | None) -> None:
        if (cell, level) == self._hovered or self._picture is None:
            return
        told, self._hovered = self._hovered[0], (cell, level)
        self._layers.show_hover(self._picture, cell, level)
        if told is not cell and self._focused is None:
            self.tip.leave()

    def _at(self, position: QPointF) -> tuple[int, Dimension | None, int | None] | None:
        if self._picture is None or self._profile is None:
            return None
        return hit(self._picture, len(self._profile.fields), position.x(), position.y())

    def _cell(self, found: tuple[int, Dimension | None, int | None] | None) -> DialCell | None:
        """The cell that was hit; None in the air between petals and beyond the rim."""
        if found is None or found[2] is None:
            return None
        return next(c for c in self._cells if c.place[1:] == found[:2])


def _make_accessible(_key: str, thing: object) -> DialAccessible | None:
    """The interface of a dial, kept by the dial itself."""
    if not isinstance(thing, DialView):
        return None
    thing.accessible = DialAccessible(thing, thing)
    return thing.accessible


QAccessible.installFactory(_make_accessible)
