"""The rows of a list in view as Qt's model: a name to search by and a sentence to read aloud."""

from typing import Final, Generic, Protocol, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt

ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole)
_FLAGS: Final = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
)


class Told(Protocol):
    """A row that can be shown and read aloud; its id never changes."""

    @property
    def id(self) -> str:
        """The id."""

    @property
    def name(self) -> str:
        """What it is searched by."""

    @property
    def spoken(self) -> str:
        """The row in one sentence."""

    @property
    def described(self) -> str:
        """What can be done with it."""


R = TypeVar("R", bound=Told)


class RowModel(QStringListModel, Generic[R]):
    """Rows in the order given.

    Qt itself holds their ids: laying a list out asks for the number of rows at every row, and
    20,000 answers from Python took 100 ms.
    """

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[R, ...] = ()

    @property
    def rows(self) -> tuple[R, ...]:
        """What is shown, from the top."""
        return self._rows

    def show_rows(self, rows: tuple[R, ...]) -> None:
        """Show these; the same rows in the same order only change their words."""
        if rows == self._rows:
            return
        if [r.id for r in rows] == [r.id for r in self._rows]:
            changed = [at for at, row in enumerate(rows) if row != self._rows[at]]
            self._rows = rows
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
            return
        self._rows = rows
        self.setStringList([row.id for row in rows])

    def row(self, index: QModelIndex | QPersistentModelIndex) -> R | None:
        """The row there; None for an invalid index."""
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, row_id: str) -> QModelIndex:
        """Where a row is; an invalid index when not in view."""
        place = next((i for i, row in enumerate(self._rows) if row.id == row_id), -1)
        return self.index(place) if place >= 0 else QModelIndex()

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
            return row.described
        return row if role == ROW_ROLE else None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags
