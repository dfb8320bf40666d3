"""What a scroll area holds, as high as its parts are at the width there is."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


class Body(QWidget):
    """As wide as its parts need; its height follows its width, never a guess at wrapped text."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)
