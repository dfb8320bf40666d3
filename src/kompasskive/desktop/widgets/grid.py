"""A table of words as high as its rows, walked by arrows."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem

from kompasskive.desktop.theme import Theme

LEAST = 160


class Grid(QTableWidget):
    """`chosen` carries a row's id when it is clicked or Enter is pressed on it."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._ids: tuple[str, ...] = ()
        self._shown: object = None
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.cellClicked.connect(lambda row, _column: self.chosen.emit(self._ids[row]))
        self.setProperty("kind", "grid")
        theme.changed.connect(self._fit)

    def show_rows(
        self, header: Sequence[str], rows: Sequence[Sequence[str]], ids: Sequence[str]
    ) -> None:
        """Show a table; `ids` are the rows' ids."""
        self._ids = tuple(ids)
        content = tuple(header), tuple(tuple(row) for row in rows)
        if content == self._shown:
            return
        self._shown = content
        self.setColumnCount(len(header))
        self.setRowCount(len(rows))
        self.setHorizontalHeaderLabels(list(header))
        for index, row in enumerate(rows):
            for place, text in enumerate(row):
                self._put(index, place, text)
        self._fit()

    def texts(self, row: int) -> list[str]:
        """What one row says."""
        items = (self.item(row, place) for place in range(self.columnCount()))
        return [item.text() for item in items if item is not None]

    def tell(self, row: int, place: int, more: str) -> None:
        """What a cell says when it is pointed at or read aloud, beyond its words."""
        item = self.item(row, place)
        if item is not None:
            item.setToolTip(f"<qt>{escape(more)}</qt>")
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, more)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        place = (max(0, self.currentRow()), max(0, self.currentColumn()))
        self.setCurrentCell(*place)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.clearSelection()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.chosen.emit(self._ids[self.currentRow()])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def _put(self, row: int, place: int, text: str) -> None:
        item = self.item(row, place)
        if item is None:
            item = QTableWidgetItem()
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            self.setItem(row, place, item)
        item.setText(text)

    def _needed(self, place: int) -> int:
        """The width a column's longest text takes, with its padding."""
        texts = [item.text() for row in range(self.rowCount()) if (item := self.item(row, place))]
        head = self.horizontalHeaderItem(place)
        words = self._theme.metrics().horizontalAdvance
        heads = self._theme.metrics(12, 600).horizontalAdvance
        longest = max((words(text) for text in texts), default=0)
        return max(longest, heads(head.text()) if head else 0) + self._theme.px(26)

    def _fit(self) -> None:
        header = self.horizontalHeader()
        count = self.columnCount()
        if not count:
            return
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        widths = [self._needed(place) for place in range(1, count)]
        rest = self.viewport().width() - sum(widths)
        self.setColumnWidth(0, max(rest, self._theme.px(LEAST)))
        for place, width in enumerate(widths, start=1):
            self.setColumnWidth(place, width)
        self.resizeRowsToContents()
        least = self._theme.px(48)
        for row in range(self.rowCount()):
            self.setRowHeight(row, max(least, self.rowHeight(row) + self._theme.px(8)))
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        self.setFixedHeight(header.sizeHint().height() + rows + 2)
