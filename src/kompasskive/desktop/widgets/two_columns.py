"""Two parts beside each other where there is room, under each other where there is not."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.split import ONE_COLUMN_SCALE

LEAST = 760
_BESIDE = QBoxLayout.Direction.LeftToRight
_UNDER = QBoxLayout.Direction.TopToBottom


class TwoColumns(QWidget):
    """`first` and `second` share the width from `least` design pixels."""

    def __init__(
        self, theme: Theme, first: QWidget, second: QWidget, *, gap: int = 32, least: int = LEAST
    ) -> None:
        super().__init__()
        self._theme, self._least = theme, least
        self._layout = QBoxLayout(_UNDER, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(gap)
        self._layout.addWidget(first, 1)
        self._layout.addWidget(second, 1)
        theme.settled.connect(self._reflow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()

    def _reflow(self) -> None:
        theme = self._theme
        room = self.width() >= theme.px(self._least) and theme.scale < ONE_COLUMN_SCALE
        self._layout.setDirection(_BESIDE if room else _UNDER)
