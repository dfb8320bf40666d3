"""A page's body: the sheet with a side column that drops under it where room is short."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

from kompasskive.desktop.theme import Theme

SIDE_BY_SIDE = 1240
ONE_COLUMN_SCALE = 1.5
GAP = 16


class Split(QScrollArea):
    """`sheet` and `side`, `side_width` design pixels wide while the two stand side by side.

    The whole body scrolls as one; stacked, the side comes below, or above with `side_above`.
    `reflowed` tells whether the two are stacked now.
    """

    reflowed = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        sheet: QWidget,
        side: QWidget,
        side_width: int,
        side_first: bool = False,
        side_above: bool = False,
    ) -> None:
        super().__init__()
        self._side_above = side_above
        self._theme, self._side, self._side_width = theme, side, side_width
        self.stacked = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        body = Body()
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        self._layout.setContentsMargins(0, 0, GAP, 0)
        self._layout.setSpacing(GAP)
        first, second = (side, sheet) if side_first else (sheet, side)
        self._layout.addWidget(first, int(first is sheet))
        self._layout.addWidget(second, int(second is sheet))
        self.setWidget(body)
        theme.changed.connect(self._reflow)
        self._reflow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()

    def _reflow(self) -> None:
        scale = self._theme.scale
        stacked = scale >= ONE_COLUMN_SCALE or self.width() < self._theme.px(SIDE_BY_SIDE)
        direction = QBoxLayout.Direction
        stack = direction.BottomToTop if self._side_above else direction.TopToBottom
        self._layout.setDirection(stack if stacked else direction.LeftToRight)
        width = self._theme.px(self._side_width)
        self._side.setMinimumWidth(0 if stacked else width)
        self._side.setMaximumWidth(16_777_215 if stacked else width)
        if stacked != self.stacked:
            self.stacked = stacked
            self.reflowed.emit(stacked)


class Body(QWidget):
    """As wide as its parts need; its height follows its width, never a guess at wrapped text."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)
