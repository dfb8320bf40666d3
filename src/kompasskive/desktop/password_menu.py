"""What the menu offers about the open file's password, by whether it has one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QActionGroup, QKeySequence

from kompasskive.desktop.settings import LOCK_AFTER

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu, QWidget

    from kompasskive.desktop.document import Document

SET: Final = "Sæt adgangskode …"
CHANGE: Final = "Skift adgangskode …"
REMOVE: Final = "Fjern adgangskoden …"
CODE: Final = "Gendannelseskode …"
LOCK: Final = "Lås nu"
LOCK_KEYS: Final = "Ctrl+L"
AFTER: Final = "Lås efter"
NEVER: Final = "Aldrig"


@dataclass(frozen=True)
class PasswordCommands:
    """What the entries do."""

    new: Callable[[], object]
    remove: Callable[[], object]
    code: Callable[[], object]
    lock: Callable[[], object]
    lock_after: Callable[[int], object]


def add_password_menu(
    window: QWidget, menu: QMenu, commands: PasswordCommands, document: Document, minutes: int
) -> None:
    """Add "Adgangskode" to the file menu; its entries follow the open file.

    `minutes` is after how many a file is locked now.
    """
    own = menu.addMenu("Adgangskode")
    new = own.addAction(SET)
    new.triggered.connect(lambda _checked: commands.new())
    kept = []
    for text, act in ((REMOVE, commands.remove), (CODE, commands.code), (LOCK, commands.lock)):
        if text == LOCK:
            own.addSeparator()
        action = own.addAction(text)
        action.triggered.connect(lambda _checked, act=act: act())
        kept.append(action)
    kept[-1].setShortcut(QKeySequence(LOCK_KEYS))
    window.addAction(kept[-1])
    _add_minutes(own, commands, minutes)

    def follow() -> None:
        file = document.file
        encrypted = file is not None and file.key is not None
        new.setText(CHANGE if encrypted else SET)
        new.setEnabled(file is not None and not file.read_only_reason)
        for action in kept:
            action.setEnabled(encrypted)
        kept[0].setEnabled(encrypted and not document.read_only_reason)

    own.aboutToShow.connect(follow)
    document.opened.connect(follow)
    document.resumed.connect(follow)
    follow()


def _add_minutes(menu: QMenu, commands: PasswordCommands, chosen: int) -> None:
    after = menu.addMenu(AFTER)
    group = QActionGroup(after)
    for minutes in LOCK_AFTER:
        action = after.addAction(f"{minutes} minutter" if minutes else NEVER)
        action.setCheckable(True)
        action.setChecked(minutes == chosen)
        action.triggered.connect(lambda _checked, m=minutes: commands.lock_after(m))
        group.addAction(action)
