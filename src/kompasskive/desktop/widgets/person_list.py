"""The list of people: arrows move, Enter opens, the menu key and ⋯ offer the rest."""

import sys
from typing import Final, TypeAlias

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.person_delegate import PersonDelegate
from kompasskive.desktop.widgets.person_row import PersonRow
from kompasskive.desktop.widgets.person_shape import HEADINGS, column_boxes, form_of
from kompasskive.desktop.widgets.row_model import RowModel

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_OPENING: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _asks_for_menu(event: QKeyEvent) -> bool:
    """Shift+F10, which only Windows turns into a context menu by itself."""
    shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    return sys.platform != "win32" and shift and event.key() == Qt.Key.Key_F10


class PersonList(QListView):
    """`opened` carries an id; `more` an id and where on the screen its menu belongs."""

    opened = Signal(str)
    more = Signal(str, QPoint)
    reshaped = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._cards = theme, False
        self.people: RowModel[PersonRow] = RowModel()
        self.delegate = PersonDelegate(theme)
        self.setModel(self.people)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName("Medarbejdere")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setProperty("kind", "people")
        self.setProperty("ring_radius", 8)
        theme.changed.connect(self._relayout)
        self.verticalScrollBar().valueChanged.connect(self._place_ring)

    @property
    def current_id(self) -> str:
        """The person the keyboard is at; "" when the list is empty."""
        row = self.people.row(self.currentIndex())
        return row.id if row else ""

    def show_rows(self, rows: tuple[PersonRow, ...], wanted: str = "") -> None:
        """Show these people, at `wanted` or where the keyboard was, else at the top."""
        before = wanted or self.current_id
        self.people.show_rows(rows)
        index = self.people.index_of(before)
        if not index.isValid() and rows:
            index = self.people.index(0)
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        self._place_ring()

    def set_cards(self, cards: bool) -> None:
        """Cards, or rows of a table."""
        self._cards = cards
        self._form()

    def place(self, person_id: str) -> QRect:
        """Where a person's row is in the view."""
        return self.visualRect(self.people.index_of(person_id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.people.row(self.currentIndex())
        if event.key() in _OPENING and row is not None and row.action:
            self.opened.emit(row.id)
        elif row is not None and _asks_for_menu(event):
            self._ask_more(row, self.delegate.shape(self.place(row.id), row).more)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        row = self.people.row(self.indexAt(place))
        if row is None or event.button() != Qt.MouseButton.LeftButton:
            return
        shape = self.delegate.shape(self.place(row.id), row)
        if shape.more.contains(place):
            self._ask_more(row, shape.more)
        elif shape.action.contains(place) and row.action:
            self.opened.emit(row.id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        row = self.people.row(self.indexAt(place))
        if row is None or not row.action:
            return
        shape = self.delegate.shape(self.place(row.id), row)
        if not shape.more.contains(place) and not shape.action.contains(place):
            self.opened.emit(row.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keys = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keys else self.indexAt(event.pos())
        row = self.people.row(index)
        if row is not None:
            shape = self.delegate.shape(self.visualRect(index), row)
            self._ask_more(row, shape.more if by_keys else QRect(event.pos(), event.pos()))

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
        self._form()
        self._place_ring()
        self.reshaped.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        self._place_ring()

    def _ask_more(self, row: PersonRow, box: QRect) -> None:
        self.more.emit(row.id, self.viewport().mapToGlobal(box.bottomLeft()))

    def _hover(self, place: QPoint | None) -> None:
        self.delegate.hover = place
        row = self.people.row(self.indexAt(place)) if place is not None else None
        shape = self.delegate.shape(self.place(row.id), row) if row else None
        on = shape and place and (shape.more.contains(place) or shape.action.contains(place))
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if on else Qt.CursorShape.ArrowCursor
        )
        self.viewport().update()

    def _form(self) -> None:
        form = form_of(self.viewport().width(), self._theme.px, self._cards)
        if form is not self.delegate.form:
            self.delegate.form = form
            self._relayout()

    def _relayout(self) -> None:
        self.scheduleDelayedItemsLayout()
        self._place_ring()

    def _place_ring(self) -> None:
        box = self.visualRect(self.currentIndex()).adjusted(4, 3, -4, -4)
        if self.delegate.cards:
            box.adjust(0, 0, 0, -4)
        self.setProperty("ring_rect", box.intersected(self.viewport().rect()))


class PersonHeadings(QWidget):
    """The words over the columns of `people`, which is sorted by the one with the arrow."""

    def __init__(self, theme: Theme, people: PersonList) -> None:
        super().__init__()
        self._theme, self._people = theme, people
        people.reshaped.connect(self.update)
        theme.changed.connect(self._fit)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setFont(self._theme.font(12, 600))
        painter.setPen(self._theme.color("ink2"))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        area = QRect(0, 0, self._people.viewport().width(), self.height())
        boxes = column_boxes(area, self._theme.px, self._people.delegate.form)
        for box, word in zip(boxes, HEADINGS, strict=True):
            if not box.isEmpty():
                shown = f"{word} ↓" if word == HEADINGS[3] else word
                painter.drawText(box.adjusted(0, 0, self._theme.px(12), 0), flags, shown)

    def _fit(self) -> None:
        self.setFixedHeight(self._theme.px(30))
        self.update()
