"""What happened to the report, in a strip above it: an error, or where it went."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from kompasskive import danish
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import IconButton, IconLabel
from kompasskive.desktop.widgets.header import strip
from kompasskive.desktop.widgets.layouts import column, row
from kompasskive.desktop.widgets.text import label, set_text


class Messages(QWidget):
    """One strip per sort of message; each can be closed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.error = label("", wrap=True)
        self.news = label("", wrap=True)
        self.note = label("", wrap=True)
        icons = (
            ("bad", "warning", "bad_ink"),
            ("info", "tick", "accent"),
            ("info", "help", "ink2"),
        )
        self._strips: list[QWidget] = []
        self.closers = []
        for words, (kind, icon, tone) in zip(
            (self.error, self.news, self.note), icons, strict=True
        ):
            closer = IconButton(theme, "cross", "Luk beskeden", size=16)
            shown = QWidget()
            told = strip(kind, IconLabel(theme, icon, 20, tone), words, closer)
            shown.setLayout(row(told, margins=(0, 0, 0, 12)))
            closer.clicked.connect(shown.hide)
            shown.hide()
            self._strips.append(shown)
            self.closers.append(closer)
        self.setLayout(column(*self._strips, gap=0, margins=(0, 0, 16, 0)))

    def warn(self, sentence: str) -> None:
        """Say what went wrong, and have it read aloud."""
        self._say(0, sentence)
        self._strips[1].hide()

    def tell(self, sentence: str) -> None:
        """Say where the report went."""
        self._say(1, sentence)
        self._strips[0].hide()

    def tell_replaced(self, characters: tuple[str, ...]) -> None:
        """Say which characters the font lacks; nothing when it has them all."""
        if characters:
            named = danish.join(f"»{one}« (U+{ord(one[0]):04X})" for one in characters)
            self._say(2, f"Skriften på papiret mangler {named}. Der står et nummer i stedet.")
        else:
            self._strips[2].hide()

    def _say(self, place: int, sentence: str) -> None:
        target = (self.error, self.news, self.note)[place]
        set_text(target, sentence)
        self._strips[place].show()
        spoken = QAccessibleAnnouncementEvent(self, sentence)
        QAccessible.updateAccessibility(spoken)
