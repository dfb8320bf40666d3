"""The look that is in force: tokens, text scale and fonts, followed live by every widget."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

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
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from kompasskive.assets import FONT_FILES, font_path
from kompasskive.desktop.stylesheet import stylesheet
from kompasskive.desktop.tokens import THEMES
from kompasskive.desktop.turns import at_once

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from kompasskive.desktop.tokens import Tokens
    from kompasskive.desktop.turns import Turns

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

    `name` is "light", "dark" or "contrast"; `text` is the user's text size, 1.0 to 2.0; `system`
    how large the system's own text is; `drawn` how often all was to be drawn anew. Each page has a
    `part` of the window's theme, so that a change can reach what is hidden later. On `changed` a
    widget fits itself, and on `settled`, when all have, what arranges others.
    """

    changed = Signal()
    settled = Signal()

    def __init__(
        self,
        name: str = "light",
        text: float = 1.0,
        motion: bool = True,
        turns: Turns = at_once,
        whole: Theme | None = None,
    ) -> None:
        super().__init__()
        self.family: str = whole.family if whole else _family()
        self.system: float = whole.system if whole else _system_scale()
        self.name = name
        self.text = text
        self.motion = motion
        self.tokens: Tokens = THEMES[name]
        self._turns, self._whole = turns, whole
        self._parts: list[Theme] = []
        self._led: list[QWidget] = []
        self.drawn = 0
        self._told = (self.look, self.drawn)
        self._metrics: dict[tuple[float, int], QFontMetrics] = {}

    @property
    def look(self) -> tuple[str, float, bool]:
        """Name, text size and motion."""
        return self.name, self.text, self.motion

    @property
    def scale(self) -> float:
        """How many pixels one design pixel of text takes."""
        return self.system * self.text

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

    def part(self) -> Theme:
        """The same look for a page of its own."""
        part = Theme(*self.look, whole=self)
        self._parts.append(part)
        return part

    def use(self, name: str, text: float, motion: bool = True) -> None:
        """Change the look: what is on show in the turns to come, and after that what is hidden."""
        self.name, self.text, self.motion = name, text, motion
        self.apply()
        self._turns(self, self._change())

    def renew(self) -> None:
        """Have everything drawn anew in the same look, as on another screen."""
        self.drawn += 1
        self._turns(self, self._change())

    def lead(self, widget: QWidget) -> None:
        """Dress a page, a dialog or another part of a window, now and when the look changes.

        What is put into it later is dressed as it is put in. Through the window, Qt would dress
        every hidden page in one piece; through the application, every widget once for each one it
        lies in.
        """
        self._led = [led for led in self._led if isValid(led) and led is not widget]
        self._led.append(widget)
        _dress(widget, self._sheet())

    def catch_up(self) -> None:
        """Take over the look that came into force while this part was hidden."""
        at_once(self, self.follow())

    def apply(self) -> None:
        """Give the application its palette and font."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        palette = QPalette()
        for role, token in _PALETTE.items():
            palette.setColor(role, QColor(THEMES[self.name][token]))
        disabled = QColor(THEMES[self.name]["disabled"])
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText, disabled)
        app.setPalette(palette)
        app.setFont(self.font())

    def follow(self) -> Iterator[None]:
        """A step at a time: dress what this part leads, a piece each, then tell it."""
        whole = self._whole or self
        self.name, self.text, self.motion = whole.look
        self.drawn, self.tokens = whole.drawn, THEMES[self.name]
        sheet = self._sheet()
        for led in self._led:
            _dress(led, sheet)
            yield
        if self._told != (self.look, self.drawn):
            self._told = (self.look, self.drawn)
            self.changed.emit()
            yield
            self.settled.emit()

    def windows(self) -> set[QWidget]:
        """Those in which something this part leads can be seen."""
        return {led.window() for led in self._led if isValid(led) and led.isVisible()}

    def _change(self) -> Iterator[None]:
        """Nothing is painted until all that can be seen has the new look."""
        shown = (self, *(part for part in self._parts if part.windows()))
        windows = {window for part in shown for window in part.windows()}
        for window in windows:
            window.setUpdatesEnabled(False)
        try:
            for part in shown:
                yield from part.follow()
        finally:
            for window in filter(isValid, windows):
                window.setUpdatesEnabled(True)
        for part in self._parts:
            yield
            yield from part.follow()

    def _sheet(self) -> str:
        return stylesheet(self.tokens, self.px)


def _dress(widget: QWidget, sheet: str) -> None:
    if isValid(widget) and widget.styleSheet() != sheet:
        widget.setStyleSheet(sheet)


def _system_scale() -> float:
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    return max(1.0, QFontInfo(system).pixelSize() / CAPTION_PX)


def _family() -> str:
    """The system's font, or the bundled one on a machine that has none."""
    if not QFontDatabase.families():
        for weight in FONT_FILES:
            QFontDatabase.addApplicationFont(str(font_path(weight)))
    family = QGuiApplication.font().family()
    return family if QFontDatabase.hasFamily(family) else QFontInfo(QGuiApplication.font()).family()
