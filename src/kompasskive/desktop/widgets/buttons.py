"""Buttons and icons that follow the theme."""

from collections.abc import Callable, Sequence

from PySide6 import QtCore, QtWidgets
from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from kompasskive.desktop.early import take_focus
from kompasskive.desktop.icons import icon, pixmap
from kompasskive.desktop.theme import BODY_PX, Theme
from kompasskive.desktop.widgets.text import set_tip

_LEAST, _AROUND = 32, 12
_ICON_TONE = {"primary": "on_accent", "link": "accent"}


class Button(QPushButton):
    """A push button; `kind` is "", "primary" (one per page), "small", "quiet" or "link"."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        kind: str = "",
        icon_name: str = "",
        on_click: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self._theme, self._icon_name = theme, icon_name
        self._label: str | None = None
        self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.set_label(text)
        if on_click is not None:
            self.clicked.connect(lambda _checked: on_click())
        theme.changed.connect(self._dress)
        self._dress()

    def set_label(self, text: str) -> None:
        """Show `text` literally; its ampersands are not shortcuts."""
        if text == self._label:
            return
        self._label = text
        self.setAccessibleName(text)
        shown = text.replace("&", "&&")
        self.setText(f"\u2002{shown}" if self._icon_name else shown)

    def _dress(self) -> None:
        if not self._icon_name:
            return
        size = self._theme.px(18)
        tone = _ICON_TONE.get(str(self.property("kind")), "ink2")
        self.setIcon(icon(self._icon_name, size, self._theme.tokens[tone]))
        self.setIconSize(QSize(size, size))


class IconButton(QToolButton):
    """A square button with only an icon; `tip` is its tooltip and accessible name."""

    def __init__(
        self,
        theme: Theme,
        icon_name: str,
        tip: str,
        on_click: Callable[[], object] | None = None,
        size: int = 20,
    ) -> None:
        super().__init__()
        self._theme, self._icon_name, self._size = theme, icon_name, size
        self.setProperty("kind", "icon")
        set_tip(self, tip)
        self.setAccessibleName(tip)
        take_focus(self)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        if on_click is not None:
            self.clicked.connect(lambda _checked: on_click())
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        size = self._theme.px(self._size)
        side = max(_LEAST, size + _AROUND)
        self.setIcon(icon(self._icon_name, size, self._theme.tokens["ink2"]))
        self.setIconSize(QSize(size, size))
        self.setFixedSize(side, side)


class IconLabel(QLabel):
    """An icon beside text, drawn when it is shown; it has no name because the text says it."""

    def __init__(self, theme: Theme, icon_name: str, size: int = 18, tone: str = "ink2") -> None:
        super().__init__()
        self._theme, self._icon_name, self._size, self._tone = theme, icon_name, size, tone
        theme.changed.connect(self._dress)
        self._dress()

    def show_icon(self, icon_name: str, tone: str) -> None:
        """Show another icon."""
        if (icon_name, tone) != (self._icon_name, self._tone):
            self._icon_name, self._tone = icon_name, tone
            self._dress()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._dress()

    def _dress(self) -> None:
        size = self._theme.px(self._size)
        self.setFixedSize(size, size)
        if self.isVisible():
            color = self._theme.tokens[self._tone]
            self.setPixmap(pixmap(self._icon_name, size, color, self.devicePixelRatioF()))


class Tabs(QFrame):
    """A segmented choice, such as "Kompasskive | Skema | I ord"; arrows move inside it."""

    chosen = Signal(int)

    def __init__(
        self, theme: Theme, names: Sequence[str], icon_names: Sequence[str] = (), name: str = ""
    ) -> None:
        super().__init__()
        self.setProperty("kind", "sunken")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme, self._icon_names = theme, tuple(icon_names)
        self._group = QtWidgets.QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3, 3, 3, 3)
        layout.setSpacing(2)
        for index, text in enumerate(names):
            layout.addWidget(self._tab(index, text))
        self._group.idClicked.connect(self.chosen)
        self._group.idToggled.connect(self._dress)
        theme.changed.connect(self._dress)
        self._group.button(0).setChecked(True)

    def _tab(self, index: int, text: str) -> QToolButton:
        tab = QToolButton()
        tab.setProperty("kind", "tab")
        tab.setCheckable(True)
        tab.setText(f"\u2002{text}" if self._icon_names else text)
        tab.setAccessibleName(text)
        take_focus(tab)
        tab.setToolButtonStyle(QtCore.Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._group.addButton(tab, index)
        return tab

    def _dress(self) -> None:
        size = self._theme.px(18)
        self._make_room()
        for index, name in enumerate(self._icon_names):
            tab = self._group.button(index)
            tone = "ink" if tab.isChecked() else "ink2"
            tab.setIcon(icon(name, size, self._theme.tokens[tone]))
            tab.setIconSize(QSize(size, size))

    def _make_room(self) -> None:
        """Wide enough for the chosen tab's bolder words, whichever is chosen."""
        words = self._theme.metrics(BODY_PX, 600)
        around = self._theme.px(2 * 16) + 4
        sign = self._theme.px(18 + 4) if self._icon_names else 0
        for tab in self._group.buttons():
            tab.setMinimumWidth(words.horizontalAdvance(tab.text()) + around + sign)

    @property
    def index(self) -> int:
        """The chosen tab, from 0."""
        return self._group.checkedId()

    def choose(self, index: int) -> None:
        """Choose a tab as if it was clicked."""
        if index != self.index:
            self._group.button(index).setChecked(True)
            self.chosen.emit(index)

    def set_enabled(self, index: int, enabled: bool) -> None:
        """Let a tab be chosen or not; the first stands in for one that no longer can."""
        self._group.button(index).setEnabled(enabled)
        if not enabled and index == self.index:
            self.choose(0)

    def set_names(self, names: Sequence[str]) -> None:
        """Show new words on the same tabs."""
        for index, text in enumerate(names):
            tab = self._group.button(index)
            tab.setText(f"\u2002{text}" if self._icon_names else text)
            tab.setAccessibleName(text)
        self._make_room()


def wide(widget: QWidget) -> QWidget:
    """Let a fixed-size button take the width it is given."""
    widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return widget
