"""The dial for screen readers: a table with one cell for each field and dimension.

Qt asks the factory for an interface once per object and keeps it; the Python side must live as
long, so each dial keeps its own.
"""

from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QColor, QWindow
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_NO_COLOUR = QColor()


class CellHost(Protocol):
    """What a dial tells about its cells, in reading order; -1 is no cell."""

    @property
    def cell_count(self) -> int: ...

    @property
    def focused_cell(self) -> int: ...

    def cell_name(self, index: int) -> str: ...

    def cell_value(self, index: int) -> str: ...

    def cell_box(self, index: int) -> QRect: ...


def tell_focus(dial: QWidget, index: int) -> None:
    """Tell readers that a cell has the keyboard now."""
    event = QAccessibleEvent(dial, QAccessible.Event.Focus)
    event.setChild(index)
    QAccessible.updateAccessibility(event)


def tell_names(dial: QWidget, indexes: list[int]) -> None:
    """Tell readers that these cells have other names now."""
    for index in indexes:
        event = QAccessibleEvent(dial, QAccessible.Event.NameChanged)
        event.setChild(index)
        QAccessible.updateAccessibility(event)


class DialAccessible(QAccessibleWidget):
    """The dial itself; `host` and `dial` are the same object."""

    def __init__(self, dial: QWidget, host: CellHost) -> None:
        super().__init__(dial, QAccessible.Role.Table, dial.accessibleName())
        self._dial, self._host = dial, host
        self._cells: list[CellAccessible] = []

    def childCount(self) -> int:  # noqa: N802
        return self._host.cell_count

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if not 0 <= index < self._host.cell_count:
            return None
        while len(self._cells) <= index:
            self._cells.append(CellAccessible(self._dial, self._host, len(self._cells)))
        return self._cells[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802
        return child.index if isinstance(child, CellAccessible) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802
        boxes = (self._host.cell_box(i) for i in range(self._host.cell_count))
        spot = QPoint(x, y)
        return next((self.child(i) for i, box in enumerate(boxes) if box.contains(spot)), None)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802
        focused = self._host.focused_cell
        return self if focused < 0 and self._dial.hasFocus() else self.child(focused)


class CellAccessible(QAccessibleInterface):
    """One cell: "Lov & Myndighed, Praktisk, Godt i gang"."""

    def __init__(self, dial: QWidget, host: CellHost, index: int) -> None:
        super().__init__()
        self._dial, self._host, self.index = dial, host, index

    def isValid(self) -> bool:  # noqa: N802
        return self.index < self._host.cell_count

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        return self._dial.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._dial)

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802
        return None

    def childCount(self) -> int:  # noqa: N802
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:  # noqa: N802
        return -1

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Name:
            return self._host.cell_name(self.index)
        return self._host.cell_value(self.index) if kind == QAccessible.Text.Value else ""

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:  # noqa: N802
        """Names come from the profile."""

    def rect(self) -> QRect:
        return self._host.cell_box(self.index)

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Cell

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = True
        state.focused = self._host.focused_cell == self.index
        return state

    def backgroundColor(self) -> QColor:  # noqa: N802
        return _NO_COLOUR

    def foregroundColor(self) -> QColor:  # noqa: N802
        return _NO_COLOUR
