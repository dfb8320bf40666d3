"""A label as wide as its one line, that wraps only where there is no room for it."""

from PySide6.QtCore import QSize, Qt

from kompasskive.desktop.widgets.text import Wrapped


class Hugging(Wrapped):
    """`kind` and `tone` are those of the style sheet; the text is shown literally."""

    def __init__(self, text: str, kind: str = "body", tone: str = "ink") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setProperty("kind", kind)
        self.setProperty("tone", tone)
        self.setMinimumWidth(1)

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(width, self.heightForWidth(width))
