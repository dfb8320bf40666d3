"""The look the user chose, or the system's own, followed live."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QPalette

if TYPE_CHECKING:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QStyleHints

    from kompasskive.desktop.settings import Settings
    from kompasskive.desktop.theme import Theme

SYSTEM = "system"
HALF = 128


def theme_name(chosen: str, scheme: Qt.ColorScheme) -> str:
    """The theme to use: the one chosen, or the one that fits the system's colours."""
    if chosen != SYSTEM:
        return chosen
    from PySide6.QtCore import Qt

    return "dark" if scheme == Qt.ColorScheme.Dark else "light"


def first_theme_name(chosen: str) -> str:
    """The theme for the first picture: told by the system's own palette, see `desktop.early`."""
    if chosen != SYSTEM:
        return chosen
    ground = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return "dark" if ground.lightness() < HALF else "light"


def system_moves(hints: QStyleHints) -> bool:
    """Whether the system lets things move; Qt tells from version 6.12."""
    preference = getattr(_accessibility(hints), "motionPreference", None)
    return preference is None or preference().name != "ReducedMotion"


def _accessibility(hints: QStyleHints) -> object:
    """What the system says of accessibility; the hints must outlive it."""
    told = getattr(hints, "accessibility", None)
    return told() if told is not None else None


class Look(QObject):
    """Turns settings into a theme, and follows the system while the settings say so."""

    def __init__(
        self, theme: Theme, settings: Settings, hints: QStyleHints, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self.settings, self._hints = theme, settings, hints
        hints.colorSchemeChanged.connect(self.follow)
        changed = getattr(_accessibility(hints), "motionPreferenceChanged", None)
        if changed is not None:
            changed.connect(self.follow)

    def follow(self) -> None:
        """Put the look in force, if it differs from what is."""
        name = theme_name(self.settings.theme, self._hints.colorScheme())
        text = self.settings.text_size
        motion = self.settings.motion and system_moves(self._hints)
        theme = self._theme
        if (name, text, motion) != (theme.name, theme.text, theme.motion):
            theme.use(name, text, motion)

    def set_theme(self, name: str) -> None:
        """Choose "system", "light", "dark" or "contrast"."""
        self.settings.theme = name
        self.follow()

    def set_text_size(self, size: float) -> None:
        """Choose 1.0 to 2.0 times the system's text."""
        self.settings.text_size = size
        self.follow()

    def set_motion(self, on: bool) -> None:
        """Choose whether anything may move."""
        self.settings.motion = on
        self.follow()
