"""The dial beside the talk: numbers only, drawing itself as the two mark and place."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kompasskive.desktop.pages.talk.state import State
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.dial_pane import DialPane
from kompasskive.desktop.widgets.layouts import column
from kompasskive.desktop.widgets.placing_switch import PlacingSwitch
from kompasskive.dial.options import DialOptions
from kompasskive.profile.profile import still_apart

_LARGEST = 16_777_215
_LEAST = 160
_TWO_LINES = 36


class DialSquare(QWidget):
    """As high as it is wide in the side; as high as there is room for on a tab of its own."""

    field_chosen = Signal(str)
    placed = Signal(str, object, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._square = theme, True
        self.dial = DialPane(theme, "win")
        self.switch = PlacingSwitch(theme, self.dial, narrow=True)
        layout = column(self.dial, self.switch, gap=0)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.dial.field_chosen.connect(self.field_chosen)
        self.dial.placed.connect(self.placed)

    def show_profile(self, state: State) -> None:
        """Show the talk's profile."""
        size = 13 * self._theme.scale
        turned = state.dialogue.revealed
        options = DialOptions(label_size=size, labels=False, starting_points=turned)
        self.dial.show_profile(still_apart(state.profile) if turned else state.profile, options)
        self.switch.set_locked(state.locked)

    def set_square(self, square: bool) -> None:
        """Keep to a square, or take the height there is."""
        self._square = square
        self.dial.set_ground("win" if square else "sheet")
        self._fit()

    def hasHeightForWidth(self) -> bool:
        return self._square and super().hasHeightForWidth()

    def sizeHint(self) -> QSize:
        least = self._theme.px(_LEAST)
        return super().sizeHint() if self._square else QSize(least, least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = self._theme.px(_TWO_LINES)
        self.switch.setFixedHeight(max(self.switch.button.sizeHint().height(), lines))
        if self._square:
            self.setFixedHeight(self.width() + self.switch.height())
        else:
            self.setMinimumHeight(self._theme.px(_LEAST))
            self.setMaximumHeight(_LARGEST)
