"""A pyqtgraph plot in the window's colours and type that nobody can drag out of shape."""

from collections.abc import Sequence
from html import escape

from pyqtgraph import PlotWidget
from PySide6.QtCore import Qt
from PySide6.QtGui import QPen, QWheelEvent

from kompasskive.desktop.theme import Theme

Ticks = Sequence[tuple[float, str]]


class Plot(PlotWidget):  # type: ignore[misc]
    """Subclasses draw in `draw`, which runs again whenever the theme changes.

    A table beside the plot says the same in words; the plot's own name and description say what
    it shows.
    """

    def __init__(self, theme: Theme, name: str, height: int) -> None:
        self._theme, self._design_height = theme, height
        super().__init__(background=None)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseEnabled(x=False, y=False)
        self.setMenuEnabled(False)
        self.hideButtons()
        self.plotItem.setContentsMargins(0, 0, 0, 0)
        theme.changed.connect(self.redraw)

    def redraw(self) -> None:
        """Draw everything anew in the colours in force."""
        self.setFixedHeight(self._theme.px(self._design_height))
        self.setBackground(self._theme.color("sheet"))
        self.clear()
        for side in ("left", "bottom"):
            self._dress(side)
        self.draw()

    def draw(self) -> None:
        """Add what the plot shows."""

    def set_axes(self, x: Ticks, y: Ticks, x_words: str = "", y_words: str = "") -> None:
        """Ticks with their words, and what each axis measures."""
        self.getAxis("bottom").setTicks([list(x)])
        self.getAxis("left").setTicks([list(y)])
        color = self._theme.tokens["ink2"]
        size = f"{self._theme.px(12)}px"
        for side, words in (("bottom", x_words), ("left", y_words)):
            self.getAxis(side).showLabel(bool(words))
            if words:
                self.setLabel(side, escape(words), color=color, **{"font-size": size})

    def pen(self, token: str, width: float = 1.0, style: object = Qt.PenStyle.SolidLine) -> QPen:
        """A cosmetic pen in a token's colour."""
        pen = QPen(self._theme.color(token), width)
        pen.setCosmetic(True)
        pen.setStyle(style if isinstance(style, Qt.PenStyle) else Qt.PenStyle.SolidLine)
        return pen

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def _dress(self, side: str) -> None:
        axis = self.getAxis(side)
        axis.setPen(self.pen("line"))
        axis.setTextPen(self._theme.color("ink2"))
        axis.setStyle(tickFont=self._theme.font(12), tickLength=0, tickTextOffset=6)
