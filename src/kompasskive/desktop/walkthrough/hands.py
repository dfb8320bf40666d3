"""Hands for the window: finds what a user can see by its name, and sends keys and clicks to it."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

Ready = Callable[[], bool]
Act = Callable[[], object]
Kinds: TypeAlias = type[QWidget] | tuple[type[QWidget], ...]
FIELDS = (QLineEdit, QPlainTextEdit)
NO_KEYS = Qt.KeyboardModifier.NoModifier


class Step:
    """One thing a user does: `act` runs once `ready` says that it can be seen and used."""

    def __init__(self, what: str, ready: Ready, act: Act) -> None:
        self.what, self.ready, self.act = what, ready, act


def click(name: str) -> Step:
    """A click on the visible, enabled button whose name starts with `name`."""
    return _on(f"klik på {name}", name, QAbstractButton, _click_middle)


def write(name: str, text: str) -> Step:
    """Typing into the visible field with that name, whatever stood there before."""

    def act(widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(widget, text)

    return _on(f"skriv i {name}", name, FIELDS, act)


def press(name: str, keys: str) -> Step:
    """Characters typed at the visible widget whose name starts with `name`."""

    def act(widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClicks(widget, keys)

    return _on(f"tast {keys} ved {name}", name, QWidget, act)


def key(what: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS) -> Step:
    """One key pressed wherever the focus is."""

    def act() -> None:
        front = _front()
        QTest.keyClick(front.focusWidget() or front, what, modifiers)

    return Step(f"tasten {what.name}", lambda: True, act)


def choose_file(path: Path) -> Step:
    """A path typed into the file dialog, then Enter."""

    def line() -> QLineEdit | None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            return None
        found = dialog.findChild(QLineEdit, "fileNameEdit")
        return found if isinstance(found, QLineEdit) and found.isVisible() else None

    def act() -> None:
        edit = line()
        if edit is not None:
            edit.selectAll()
            QTest.keyClicks(edit, str(path))
            QTest.keyClick(edit, Qt.Key.Key_Return)

    return Step(f"vælg filen {path.name}", lambda: line() is not None, act)


def seen(name: str) -> Step:
    """Waits until something with that name can be seen."""
    return Step(f"se {name}", lambda: find(name) is not None, lambda: None)


def gone(name: str) -> Step:
    """Waits until nothing with that name or those words can be seen any more."""
    return Step(f"{name} forsvinder", lambda: find(name) is None, lambda: None)


def picture(path: Path) -> Step:
    """A picture of the whole window as it is now."""
    return Step(f"billede {path.name}", _settled, lambda: _front().grab().save(str(path)))


def find(name: str, kinds: Kinds = QWidget) -> QWidget | None:
    """The first visible, enabled widget in front whose name, or words, start with `name`."""
    for widget in (w for w in _front().findChildren(QWidget) if isinstance(w, kinds)):
        named = _name(widget).startswith(name)
        if named and widget.isVisible() and widget.isEnabled():
            return widget
    return None


def _name(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel) else widget.accessibleName()


def _on(what: str, name: str, kinds: Kinds, act: Callable[[QWidget], object]) -> Step:
    def run() -> None:
        widget = find(name, kinds)
        if widget is None:
            raise LookupError(what)
        act(widget)

    return Step(what, lambda: find(name, kinds) is not None, run)


def _click_middle(widget: QWidget) -> None:
    point = QPoint(min(widget.width() // 2, 40), widget.height() // 2)
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NO_KEYS, point)


def _front() -> QWidget:
    """The window in front, made active as a window manager would when a dialog closes."""
    front = QApplication.activeModalWidget() or next(
        w for w in QApplication.topLevelWidgets() if w.isVisible() and w.isWindow()
    )
    if not front.isActiveWindow():
        front.activateWindow()
    return front


def _settled() -> bool:
    return QApplication.activePopupWidget() is None
