"""The menu of a window too narrow for the rail: the pages, and below them what ☰ holds."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu, QWidget

from kompasskive.desktop.pages.entry import PageEntry


def pages_menu(
    window: QWidget,
    entries: Sequence[PageEntry],
    menu: QMenu,
    go: Callable[[PageEntry], object],
    is_open: Callable[[], bool],
) -> QMenu:
    """Pages that need a file can be chosen only while there is one, as `is_open` tells."""
    both = QMenu(window)
    both.setAccessibleName("Sider og menu")
    pages = {both.addAction(f"{entry.title}\tAlt+{entry.number}"): entry for entry in entries}
    for action, entry in pages.items():
        action.triggered.connect(lambda _checked, entry=entry: go(entry))
    both.addSeparator()
    both.addActions(menu.actions())

    def enable() -> None:
        for action, entry in pages.items():
            action.setEnabled(is_open() or not entry.needs_file)

    both.aboutToShow.connect(enable)
    return both
