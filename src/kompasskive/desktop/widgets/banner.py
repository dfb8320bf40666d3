"""Errors above the page: what happened, whether it is safe and what to do; content moves down."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from kompasskive.desktop.notice import Notice
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import Button, IconButton, IconLabel
from kompasskive.desktop.widgets.layouts import column, frame, row
from kompasskive.desktop.widgets.text import label, set_text


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say something at once."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    spoken = QAccessibleAnnouncementEvent(widget, text)
    spoken.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(spoken)


class Banner(QWidget):
    """One notice at a time; hidden when there is none."""

    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        from PySide6.QtCore import Qt

        super().__init__()
        self._notice: Notice | None = None
        self.setAccessibleName("Besked")
        self.what = label("", "strong", wrap=True)
        self.more = label("", wrap=True)
        self.action = Button(theme, "", on_click=self._act)
        self.close_button = IconButton(theme, "cross", "Luk beskeden", self.dismiss)
        words = column(self.what, self.more, gap=2)
        line = row(gap=12, margins=(16, 12, 12, 12))
        line.addWidget(IconLabel(theme, "warning", 20, "bad_ink"), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        line.addWidget(self.action)
        line.addWidget(self.close_button)
        self._frame: QFrame = frame("bad", line)
        self.setLayout(column(self._frame, margins=(0, 8, 16, 8)))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    @property
    def notice(self) -> Notice | None:
        """What is shown now."""
        return self._notice

    def turn(self) -> None:
        """Another file is open: what was said of the last one goes."""
        if self._notice is None or not self._notice.stays:
            self.dismiss()

    def say(self, notice: Notice) -> None:
        """Show a notice and have it read aloud; the focus stays where it is."""
        self._notice = notice
        set_text(self.what, notice.what)
        set_text(self.more, notice.more)
        self.more.setVisible(bool(notice.more))
        self.action.set_label(notice.action)
        self.action.setVisible(bool(notice.action))
        self.show()
        announce(self, f"{notice.what} {notice.more}".strip())

    def dismiss(self) -> None:
        """Take the notice away."""
        self._notice = None
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt

        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _act(self) -> None:
        if self._notice is not None and self._notice.act is not None:
            self._notice.act()
