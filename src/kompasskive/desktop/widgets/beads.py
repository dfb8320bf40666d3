"""One field's items as a row of beads: basic before the line, specialised after it."""

from collections.abc import Sequence

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kompasskive.desktop.dial_painter import paint_strokes, prepare
from kompasskive.desktop.theme import Theme
from kompasskive.dial.geometry import placed
from kompasskive.dial.marks import bead
from kompasskive.profile.model import Bead

HEIGHT = 19
STEP = 18
LINE_AIR = 14
_PX_PER_UNIT = 2.3


class Beads(QWidget):
    """`ground` is the token of what it lies on."""

    def __init__(self, theme: Theme, ground: str = "win") -> None:
        super().__init__()
        self._theme, self._ground = theme, ground
        self._basic: tuple[Bead, ...] = ()
        self._specialised: tuple[Bead, ...] = ()
        self._columns = 0
        theme.changed.connect(self._fit)
        self._fit()

    def show_items(
        self, basic: Sequence[Bead], specialised: Sequence[Bead], columns: int = 0
    ) -> None:
        """Show these items; `columns` places before the line let the lines of rows align."""
        shown = (tuple(basic), tuple(specialised), max(columns, len(basic)))
        if shown != (self._basic, self._specialised, self._columns):
            self._basic, self._specialised, self._columns = shown
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        theme = self._theme
        tokens = {"ink": "ink", "paper": self._ground, "undiscussed": "unchosen"}
        colors = {name: theme.tokens[token] for name, token in tokens.items()}
        painter = QPainter(self)
        line = theme.px(self._columns * STEP + 2)
        painter.fillRect(line, 1, max(2, theme.px(2)), self.height() - 2, theme.color("ink"))
        for x, one in self._places():
            signs = bead(one.mark, one.not_relevant, 0, 0, "")
            scale = _PX_PER_UNIT * theme.scale
            middle = self.height() / 2
            shapes = tuple(placed(s, x * theme.scale, middle, scale) for s in signs)
            paint_strokes(painter, prepare(shapes), colors)

    def _places(self) -> list[tuple[float, Bead]]:
        """Each bead with its middle in design pixels."""
        half = STEP / 2 - 1
        after = self._columns * STEP + LINE_AIR
        before = [(i * STEP + half, b) for i, b in enumerate(self._basic)]
        return before + [(after + i * STEP + half, b) for i, b in enumerate(self._specialised)]

    def _fit(self) -> None:
        width = (self._columns + len(self._specialised)) * STEP + LINE_AIR
        self.setFixedSize(self._theme.px(width), self._theme.px(HEIGHT))
        self.update()
