"""What a page is: a widget in the window's stack that renders itself when it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from kompasskive.desktop.context import Context


class Page(QWidget):
    """Subclasses build once and override `render_page`, which touches only what differs.

    `render_page` runs when the page is shown and on every change while it is visible. What takes
    long to make is made in turns the first time it is shown; `made` tells when it is there.
    """

    made = Signal()

    name = ""
    title = ""
    icon_name = ""
    number = 0
    keys = "F1 Hjælp"
    needs_file = True

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setAccessibleName(self.title)
        context.document.changed.connect(self._render_if_shown)
        context.position.person_changed.connect(self._render_if_shown)
        context.position.field_changed.connect(self._render_if_shown)
        context.theme.settled.connect(self._render_if_shown)

    def dress(self) -> None:
        """Give it its look, once it belongs to a window; what is large is led part by part."""
        self.context.theme.lead(self)

    def render_page(self) -> None:
        """Show the current values."""

    @property
    def is_made(self) -> bool:
        """Whether all that it shows now has been made."""
        return True

    def refresh(self) -> None:
        """Show the current values, after making in turns what is not there yet."""
        self.render_page()

    def panes(self) -> tuple[QWidget, ...]:
        """The panes F6 moves through, in order."""
        return (self,)

    def leave(self) -> None:
        """Commit what is being typed; called before another page, file or the end."""

    def finish(self) -> None:
        """Wait for what is being worked out; called when the program ends."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.context.theme.catch_up()
        self._render_if_shown()

    def hideEvent(self, event: QHideEvent) -> None:
        self.leave()
        super().hideEvent(event)

    def _render_if_shown(self) -> None:
        if self.isVisible():
            self.refresh()
