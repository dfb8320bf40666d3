"""The people in view as Qt's list model: a name to search by and a sentence to read aloud."""

from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from kompasskive.desktop.widgets.person_row import PersonRow

ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole)
_NOWHERE: Final = QModelIndex()


class PersonModel(QAbstractListModel):
    """Rows in the order given."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[PersonRow, ...] = ()

    @property
    def rows(self) -> tuple[PersonRow, ...]:
        """What is shown, from the top."""
        return self._rows

    def show_rows(self, rows: tuple[PersonRow, ...]) -> None:
        """Show these; the same people in the same order only change their words."""
        if rows == self._rows:
            return
        if [r.id for r in rows] == [r.id for r in self._rows]:
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def index_of(self, person_id: str) -> QModelIndex:
        """Where a person is; an invalid index when not in view."""
        place = next((i for i, row in enumerate(self._rows) if row.id == person_id), -1)
        return self.index(place) if place >= 0 else QModelIndex()

    def rowCount(  # noqa: N802
        self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE
    ) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> object:
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return f"Enter: {row.action}" if row.action else ""
        return row if role == ROW_ROLE else None
