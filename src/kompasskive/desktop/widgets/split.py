"""A page's body: the sheet with a side column that drops under it where room is short."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.body import Body

SIDE_BY_SIDE = 1240
ONE_COLUMN_SCALE = 1.5
CARDS_BELOW = 840
WINDOW_FROM = 900
GAP = 16
_UNLIMITED = 16_777_215


def reveal(widget: QWidget) -> None:
    """Scroll a widget that was just shown into view, once its layout is done."""
    QTimer.singleShot(0, widget, lambda: _scroll_to(widget))


def _scroll_to(widget: QWidget) -> None:
    around = widget.parentWidget()
    while around is not None and not isinstance(around, Split):
        around = around.parentWidget()
    if around is None:
        return
    around.ensureWidgetVisible(widget, 0, GAP)
    focused = widget.window().focusWidget()
    if focused is not None and widget.isAncestorOf(focused):
        around.ensureWidgetVisible(focused, 0, 3 * GAP)


class Split(QScrollArea):
    """`sheet` and `side`, at least `side_width` design pixels wide while they stand side by side.

    They do so from `least` design pixels of width. `side_first` puts the side on the left, and
    `side_on_top` over the sheet where they are stacked. The whole body scrolls as one. `reflowed`
    tells whether the two are stacked now, `resized` that the room or the text changed.
    """

    reflowed = Signal(bool)
    resized = Signal()

    def __init__(
        self,
        theme: Theme,
        sheet: QWidget,
        side: QWidget,
        side_width: int,
        *,
        least: int = SIDE_BY_SIDE,
        side_first: bool = False,
        side_on_top: bool = False,
    ) -> None:
        super().__init__()
        self._theme, self._side, self._side_width, self._least = theme, side, side_width, least
        direction = QBoxLayout.Direction
        self._down = direction.BottomToTop if side_on_top else direction.TopToBottom
        self.stacked = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = Body()
        self._layout = QBoxLayout(direction.LeftToRight, body)
        self._layout.setContentsMargins(0, 0, GAP, 0)
        self._layout.setSpacing(GAP)
        first, second = (side, sheet) if side_first else (sheet, side)
        self._layout.addWidget(first, int(first is sheet))
        self._layout.addWidget(second, int(second is sheet))
        self.setWidget(body)
        theme.settled.connect(self._reflow)
        self._reflow()

    @property
    def narrow(self) -> bool:
        """Whether tables become cards."""
        px = self._theme.px
        return self.width() < px(CARDS_BELOW) or self.window().width() < px(WINDOW_FROM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()

    def _reflow(self) -> None:
        narrow = self.width() < self._theme.px(self._least)
        stacked = narrow or self._theme.scale >= ONE_COLUMN_SCALE
        self._layout.setDirection(self._down if stacked else QBoxLayout.Direction.LeftToRight)
        width = max(self._theme.px(self._side_width), self._side.minimumSizeHint().width())
        self._side.setMinimumWidth(0 if stacked else width)
        self._side.setMaximumWidth(_UNLIMITED if stacked else width)
        if stacked != self.stacked:
            self.stacked = stacked
            self.reflowed.emit(stacked)
        self.resized.emit()
