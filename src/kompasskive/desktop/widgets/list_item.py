"""A row that a screen reader knows as one item of a list."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QFrame


class ListItem(QFrame):
    """Keeps its own accessible interface, since nothing else on the Python side does."""

    accessible: QAccessibleWidget | None = None


def _make_accessible(_key: str, thing: object) -> QAccessibleWidget | None:
    if not isinstance(thing, ListItem):
        return None
    thing.accessible = QAccessibleWidget(thing, QAccessible.Role.ListItem)
    return thing.accessible


QAccessible.installFactory(_make_accessible)
