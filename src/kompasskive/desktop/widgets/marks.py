"""The mark group: four buttons with symbol and word in one sunken track."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QGridLayout, QSizePolicy, QWidget

from kompasskive.desktop.dial_painter import paint_strokes, prepare
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.symbols import paint_mark
from kompasskive.desktop.widgets.text import set_tip
from kompasskive.dial.geometry import placed
from kompasskive.dial.marks import bead
from kompasskive.framework.model import Mark

WIDTH: Final = 76
HEIGHT: Final = 32
_WORD: Final = 13
_SYMBOL: Final = 16
_GAP: Final = 6
_PADDING: Final = 8
_DASH_UNITS: Final = 5.6


class MarkButton(QAbstractButton):
    """One mark; chosen is ink, inverted. Arrow keys belong to the row around it."""

    def __init__(self, theme: Theme, mark: Mark, word: str) -> None:
        super().__init__()
        self.mark = mark
        self._theme, self._size = theme, QSize()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._fit)
        self.show_word(word)
        self._fit()

    def show_word(self, word: str) -> None:
        """Show another framework's word."""
        if word != self.text():
            self.setText(word)
            self.setAccessibleName(word)
            self._fit()

    def sizeHint(self) -> QSize:
        return self._size

    def nextCheckState(self) -> None:  # noqa: N802
        """The document decides what is chosen, not the click."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        lifted = self.isEnabled() and (self.underMouse() or self.isDown())
        ground = "ink" if self.isChecked() else "hover" if lifted else "sunken"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if ground != "sunken" or self._theme.name == "contrast":
            painter.setPen(Qt.PenStyle.NoPen)
            if self._theme.name == "contrast":
                painter.setPen(self._theme.color("line"))
            painter.setBrush(self._theme.color(ground))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        self._paint_face(painter, ground)

    def _fit(self) -> None:
        theme = self._theme
        word = theme.metrics(_WORD, 600).horizontalAdvance(self.text())
        needed = theme.px(_SYMBOL + _GAP + _PADDING) + word
        self._size = QSize(max(theme.px(WIDTH), needed), theme.px(HEIGHT))
        self.updateGeometry()

    def _paint_face(self, painter: QPainter, ground: str) -> None:
        theme, chosen = self._theme, self.isChecked()
        faint = not self.isEnabled() and not chosen
        symbol, gap = theme.px(_SYMBOL), theme.px(_GAP)
        weight = 600 if chosen else 400
        word = theme.metrics(_WORD, weight).horizontalAdvance(self.text())
        left = (self.width() - symbol - gap - word) / 2
        sign, ink = ("unchosen", "ink2") if not chosen else ("on_ink", "on_ink")
        sign, ink = ("disabled", "disabled") if faint else (sign, ink)
        center = QPointF(left + symbol / 2, self.height() / 2)
        paint_mark(painter, self.mark, center, symbol, theme.color(sign), theme.color(ground))
        painter.setFont(theme.font(_WORD, weight))
        painter.setPen(theme.color(ink))
        space = QRectF(left + symbol + gap, 0, word + 4, self.height())
        painter.drawText(space, Qt.AlignmentFlag.AlignVCenter, self.text())


class Marks(QFrame):
    """The four marks side by side, or two by two where room is short.

    `chosen` carries the Mark that was clicked; the caller decides whether that sets or clears it.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, words: Mapping[Mark, str]) -> None:
        super().__init__()
        self.setProperty("kind", "track")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(2, 2, 2, 2)
        self._layout.setSpacing(0)
        self.buttons: Sequence[MarkButton] = [MarkButton(theme, m, words[m]) for m in Mark]
        self._square: bool | None = None
        self._meanings: dict[Mark, str] = {}
        for button in self.buttons:
            button.clicked.connect(lambda _on, b=button: self.chosen.emit(b.mark))
        self.set_square(False)

    def show_mark(self, mark: Mark | None) -> None:
        """Show which mark is chosen, if any."""
        for button in self.buttons:
            if button.isChecked() != (button.mark is mark):
                button.setChecked(button.mark is mark)

    def set_words(self, words: Mapping[Mark, str]) -> None:
        """Use another framework's words."""
        for button in self.buttons:
            button.show_word(words[button.mark])

    def set_meanings(self, meanings: Mapping[Mark, str]) -> None:
        """What each mark means in a sentence: on the mouse, and read aloud."""
        if meanings == self._meanings:
            return
        self._meanings = dict(meanings)
        for button in self.buttons:
            set_tip(button, meanings[button.mark])
            button.setAccessibleDescription(meanings[button.mark])

    def set_square(self, square: bool) -> None:
        """Two rows of two instead of one row of four."""
        if square == self._square:
            return
        self._square = square
        for index, button in enumerate(self.buttons):
            row, column = divmod(index, 2) if square else (0, index)
            self._layout.addWidget(button, row, column)

    def line_width(self) -> int:
        """The width of one row of four, in pixels."""
        return sum(button.sizeHint().width() for button in self.buttons) + 4


class Dash(QWidget):
    """The sign of "Ikke relevant", for beside its words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        theme.changed.connect(self._fit)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        middle, scale = self.width() / 2, self.width() / _DASH_UNITS
        signs = (placed(sign, middle, middle, scale) for sign in bead(None, True, 0, 0, ""))
        tokens = {"undiscussed": self._theme.tokens["ink2"]}
        paint_strokes(QPainter(self), prepare(tuple(signs)), tokens)

    def _fit(self) -> None:
        side = self._theme.px(_SYMBOL)
        self.setFixedSize(side, side)
        self.update()
