"""Over a window whose file is locked: nothing of it is seen or read aloud, one button opens it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QWidget

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import Button, IconLabel
from kompasskive.desktop.widgets.layouts import column
from kompasskive.desktop.widgets.text import label

TITLE = "Filen er låst"
SAVED = "Alt er gemt. Lås op for at gå videre, hvor I slap."
NOT_SAVED = "Det seneste kunne ikke gemmes endnu, men står her stadig. Lås op for at se det."
UNLOCK = "Lås op …"


class Shield(QFrame):
    """Covers `over` until it is taken off; what was in it is hidden meanwhile and comes back."""

    def __init__(self, theme: Theme, over: QWidget, unlock: Callable[[], object]) -> None:
        super().__init__(over)
        self._over = over
        self._before = over.focusWidget()
        self._hidden = [child for child in _children(over) if child is not self]
        self.setProperty("kind", "win")
        self.setAutoFillBackground(True)
        self.setAccessibleName(TITLE)
        self.words = label(SAVED, "body", "ink2", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.words.setFixedWidth(min(theme.px(420), over.width() - 48))
        self.button = Button(theme, UNLOCK, "primary", on_click=unlock)
        self.button.setDefault(True)
        layout = column(None, gap=12, margins=(16, 16, 16, 16))
        centre = Qt.AlignmentFlag.AlignHCenter
        for part in (IconLabel(theme, "lock", 32), label(TITLE, "title"), self.words, self.button):
            layout.addWidget(part, 0, centre)
        layout.addStretch(1)
        self.setLayout(layout)
        theme.lead(self)

    def put_on(self) -> None:
        """Cover it at once."""
        self._over.installEventFilter(self)
        for child in self._hidden:
            child.hide()
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_off(self) -> None:
        """Show what was there, with the focus where it was, and be gone."""
        self._over.removeEventFilter(self)
        for child in self._hidden:
            child.show()
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


def _children(over: QWidget) -> list[QWidget]:
    """The visible widgets directly in a window, but for windows and the ring round the focus."""
    clear = Qt.WidgetAttribute.WA_TransparentForMouseEvents
    direct = over.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    shown = [child for child in direct if child.isVisible() and not child.isWindow()]
    return [child for child in shown if not child.testAttribute(clear)]
