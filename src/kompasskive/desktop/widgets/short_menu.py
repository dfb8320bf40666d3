"""A menu made when it is opened and gone when it is closed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtWidgets import QMenu, QWidget


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: `key` is shown beside the words; `on` is None for lines without a tick."""

    text: str
    act: Callable[[], object]
    on: bool | None = None
    enabled: bool = True
    key: str = ""


def short_menu(parent: QWidget, name: str, entries: Iterable[Entry | None]) -> QMenu:
    """The entries as a menu; None is a line between groups. Texts are shown literally."""
    menu = QMenu(parent)
    menu.setAccessibleName(name)
    for entry in entries:
        if entry is None:
            menu.addSeparator()
        else:
            _add(menu, entry)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def open_below(menu: QMenu, button: QWidget) -> None:
    """Open a menu under the button it belongs to."""
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


def _add(menu: QMenu, entry: Entry) -> None:
    text = entry.text.replace("&", "&&")
    action = menu.addAction(f"{text}\t{entry.key}" if entry.key else text)
    action.setCheckable(entry.on is not None)
    action.setChecked(entry.on is True)
    action.setEnabled(entry.enabled)
    action.triggered.connect(lambda _on: entry.act())
