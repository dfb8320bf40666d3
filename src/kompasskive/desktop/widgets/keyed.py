"""A column of widgets that follows a list of values by their ids."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompasskive.desktop.widgets.held import holds

W = TypeVar("W", bound=QWidget)


class KeyedColumn(QWidget, Generic[W]):
    """Keeps one widget per key, so that focus and half-typed text survive a new rendering.

    A widget whose text is held back is kept out of sight until its key is shown again.
    """

    def __init__(self, make: Callable[[str], W], gap: int = 8) -> None:
        super().__init__()
        self._make = make
        self._rows: dict[str, W] = {}
        self._waiting: dict[str, W] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(gap)

    def show_keys(self, keys: Iterable[str]) -> bool:
        """Have exactly these rows in this order; whether anything was made, moved or removed."""
        wanted = list(keys)
        if wanted == list(self._rows):
            return False
        for key in [k for k in self._rows if k not in wanted]:
            self._drop(key, self._rows.pop(key))
        self._rows = {key: self._rows.get(key) or self._taken(key) for key in wanted}
        for index, row in enumerate(self._rows.values()):
            self._layout.insertWidget(index, row)
        return True

    def row(self, key: str) -> W:
        """The widget of a key; KeyError when there is none."""
        return self._rows[key]

    @property
    def rows(self) -> tuple[W, ...]:
        """The widgets from the top."""
        return tuple(self._rows.values())

    def _taken(self, key: str) -> W:
        waiting = self._waiting.pop(key, None)
        if waiting is None:
            return self._make(key)
        waiting.show()
        return waiting

    def _drop(self, key: str, row: W) -> None:
        self._layout.removeWidget(row)
        row.hide()
        if holds(row):
            self._waiting[key] = row
        else:
            row.deleteLater()
