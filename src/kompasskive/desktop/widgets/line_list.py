"""The long list: one key says something on a line and goes on to the next."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.line_delegate import LineDelegate, Where
from kompasskive.desktop.widgets.line_row import LineRow
from kompasskive.desktop.widgets.row_model import RowModel
from kompasskive.dialogue.keying import WISH, said_by
from kompasskive.dialogue.lines import Line, Said
from kompasskive.framework.model import Mark

_CLEARING: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_GOING_ON: Final = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LineList(QListView):
    """`put` carries the line and what was said on it; `came` tells which line is in view now."""

    put = Signal(object, object)
    came = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.lines: RowModel[LineRow] = RowModel()
        self.delegate = LineDelegate(theme)
        self.setModel(self.lines)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName("Punkter og placeringer")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setProperty("kind", "people")
        self.setProperty("ring_radius", 8)
        self.verticalScrollBar().valueChanged.connect(self._place_ring)
        theme.changed.connect(self._relayout)

    @property
    def current(self) -> LineRow | None:
        """The line the keyboard is at."""
        return self.lines.row(self.currentIndex())

    def show_lines(self, rows: tuple[LineRow, ...], words: dict[Mark, str], locked: bool) -> None:
        """Show these lines; the keyboard stays where it was, at first at the top."""
        self.delegate.words, self.delegate.locked = words, locked
        self.lines.show_rows(rows)
        if rows and not self.currentIndex().isValid():
            self.setCurrentIndex(self.lines.index(0))
        self.viewport().update()

    def go_to(self, code: str, centred: bool = False) -> None:
        """Put the keyboard at a line and show it, at the top or in the middle."""
        index = self.lines.index_of(code)
        if index.isValid():
            self.setCurrentIndex(index)
            hint = QAbstractItemView.ScrollHint
            self.scrollTo(index, hint.PositionAtCenter if centred else hint.PositionAtTop)
            self._place_ring()

    def step(self, by: int) -> None:
        """The keyboard to the line above (-1) or below (1); the ends hold."""
        at = self.currentIndex().row() + by
        if 0 <= at < len(self.lines.rows):
            self.setCurrentIndex(self.lines.index(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if row is None or not plain or not self._key(row, event):
            if event.text().isprintable() and event.text():
                event.ignore()
            else:
                super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        row = self.lines.row(self.indexAt(place))
        if row is None or self.delegate.locked or event.button() != Qt.MouseButton.LeftButton:
            return
        said = self._said_at(row, place)
        if said is not None:
            self.put.emit(row.line, said)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(event.position().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._place_ring()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._relayout()

    def currentChanged(self, current: Where, previous: Where) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        self._place_ring()
        self.came.emit(self.current)

    def _key(self, row: LineRow, event: QKeyEvent) -> bool:
        """Whether the key said something or went on; a mark goes on, the rest stays."""
        if Qt.Key(event.key()) in _GOING_ON:
            self.step(1)
            return True
        if self.delegate.locked:
            return False
        sign = event.text().casefold()
        if Qt.Key(event.key()) in _CLEARING:
            self._say(row.line, Said(cleared=True), stay=True)
        elif sign == WISH and row.cell is None:
            self._say(row.line, Said(wish=not row.wish), stay=True)
        elif (said := said_by(row.line, sign) if sign else None) is not None:
            self._say(row.line, said, stay=said.cleared)
        else:
            return False
        return True

    def _say(self, line: Line, said: Said, stay: bool) -> None:
        self.put.emit(line, said)
        if not stay:
            self.step(1)

    def _said_at(self, row: LineRow, place: QPoint) -> Said | None:
        shape = self.delegate.shape(self.visualRect(self.lines.index_of(row.id)), row)
        if row.cell is not None:
            level = shape.cells.at(place.x()) if shape.choices.contains(place) else None
            clears = level is not None and level == row.cell.level
            return Said(cleared=True) if clears else None if level is None else Said(level=level)
        if shape.wish.contains(place):
            return Said(wish=not row.wish)
        mark = next((m for m in Mark if shape.mark_box(m).contains(place)), None)
        if mark is None:
            return None
        clears = row.bead is not None and row.bead.mark is mark
        return Said(cleared=True) if clears else Said(mark=mark)

    def _hover(self, place: QPoint | None) -> None:
        self.delegate.hover = place
        row = self.lines.row(self.indexAt(place)) if place is not None else None
        on = row is not None and place is not None and self._said_at(row, place) is not None
        on = on and not self.delegate.locked
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if on else Qt.CursorShape.ArrowCursor
        )
        self.viewport().update()

    def _relayout(self) -> None:
        self.delegate.width = self.viewport().width()
        self.scheduleDelayedItemsLayout()
        self._place_ring()

    def _place_ring(self) -> None:
        row = self.current
        if row is None:
            return
        area = self.visualRect(self.currentIndex())
        body = self.delegate.shape(area, row).body.adjusted(8, 2, -8, -3)
        self.setProperty("ring_rect", body.intersected(self.viewport().rect()))
