"""The look that is in force: tokens, text scale and fonts, followed live by every widget."""

from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontInfo,
    QFontMetrics,
    QGuiApplication,
    QPalette,
)
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from kompasskive.assets import FONT_FILES, font_path
from kompasskive.desktop.stylesheet import stylesheet
from kompasskive.desktop.tokens import THEMES, Tokens

CAPTION_PX: Final = 12
BODY_PX: Final = 14
_PALETTE: Final = {
    QPalette.ColorRole.Window: "win",
    QPalette.ColorRole.Base: "sheet",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Button: "sheet",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.ToolTipBase: "sheet",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.PlaceholderText: "ink3",
    QPalette.ColorRole.Link: "accent",
}


class Theme(QObject):
    """Tokens and sizes. Sizes are in design pixels, where 12 is the system's own text size.

    `name` is "light", "dark" or "contrast"; `text` is the user's text size, 1.0 to 2.0.
    """

    changed = Signal()

    def __init__(self, name: str = "light", text: float = 1.0, motion: bool = True) -> None:
        super().__init__()
        self.family = _family()
        system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        self._system = max(1.0, QFontInfo(system).pixelSize() / CAPTION_PX)
        self.name = name
        self.text = text
        self.motion = motion
        self.tokens: Tokens = THEMES[name]
        self._windows: list[QWidget] = []
        self._metrics: dict[tuple[float, int], QFontMetrics] = {}

    @property
    def scale(self) -> float:
        """How many pixels one design pixel of text takes."""
        return self._system * self.text

    def px(self, size: float) -> int:
        """Design pixels to pixels at the current text size."""
        return round(size * self.scale)

    def color(self, token: str) -> QColor:
        """The colour of a token."""
        return QColor(self.tokens[token])

    def font(self, size: float = BODY_PX, weight: int = 400) -> QFont:
        """A font of `size` design pixels; `weight` 400, 600 or 700."""
        font = QFont(self.family)
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight(weight))
        return font

    def metrics(self, size: float = BODY_PX, weight: int = 400) -> QFontMetrics:
        """How wide and high words are in `font(size, weight)`."""
        key = (self.px(size), weight)
        if key not in self._metrics:
            self._metrics[key] = QFontMetrics(self.font(size, weight))
        return self._metrics[key]

    def use(self, name: str, text: float, motion: bool = True) -> None:
        """Change the look and tell every widget."""
        self.name, self.text, self.motion = name, text, motion
        self.tokens = THEMES[name]
        self.apply()
        self.changed.emit()

    def lead(self, window: QWidget) -> None:
        """Dress a window with all that is in it, now and whenever the look changes.

        What is made later is dressed as it is put in, and dialogs are by belonging to the window.
        Through the application Qt would dress every widget once for each one it lies in.
        """
        self._windows.append(window)
        self._dress(window)

    def apply(self) -> None:
        """Give the application its palette and font, and dress the windows it leads."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        palette = QPalette()
        for role, token in _PALETTE.items():
            palette.setColor(role, self.color(token))
        palette.setColor(
            QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText, self.color("disabled")
        )
        app.setPalette(palette)
        app.setFont(self.font())
        for window in filter(isValid, self._windows):
            self._dress(window)

    def _dress(self, window: QWidget) -> None:
        sheet = stylesheet(self.tokens, self.px)
        if window.styleSheet() != sheet:
            window.setStyleSheet(sheet)


def _family() -> str:
    """The system's font, or the bundled one on a machine that has none."""
    if not QFontDatabase.families():
        for weight in FONT_FILES:
            QFontDatabase.addApplicationFont(str(font_path(weight)))
    family = QGuiApplication.font().family()
    return family if QFontDatabase.hasFamily(family) else QFontInfo(QGuiApplication.font()).family()
