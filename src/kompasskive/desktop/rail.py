"""The rail at the left edge: one button per page, icon over word, and the menu below."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QWidget

from kompasskive.desktop.early import CENTRED, take_focus
from kompasskive.desktop.icons import ground, pixmap
from kompasskive.desktop.pages.entry import PageEntry
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import IconButton
from kompasskive.desktop.widgets.layouts import column, row
from kompasskive.desktop.widgets.text import set_tip

WIDE: Final = 112
NARROW: Final = 64
_ICON: Final = 22
_ICON_HEIGHT: Final = 48
_WORD_HEIGHT: Final = 64
_GAP: Final = 4
_EDGE: Final = 8


class RailButton(QToolButton):
    """One page; `current` paints it on a sheet with the accent stroke."""

    def __init__(self, theme: Theme, entry: PageEntry) -> None:
        super().__init__()
        self._theme, self.entry = theme, entry
        self.current, self._words = False, True
        self.setAccessibleName(entry.title)
        take_focus(self)
        self.setProperty("kind", "rail")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("ring_radius", 8)
        set_tip(self, f"{entry.title} (Alt+{entry.number})")
        self.set_current(False)
        theme.changed.connect(self._dress)

    def set_current(self, current: bool) -> None:
        """Whether its page is in view."""
        self.current = current
        spoken = f"Alt+{self.entry.number}"
        self.setAccessibleDescription(f"Åben nu, {spoken}" if current else spoken)
        self._dress()

    def set_words(self, shown: bool) -> None:
        """Show the word under the icon, or the icon alone."""
        self._words = shown
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if not self._words:
            return QSize(NARROW - 16, _ICON_HEIGHT)
        theme = self._theme
        word = theme.metrics(12, 600).horizontalAdvance(self.entry.title)
        return QSize(max(theme.px(WIDE - 16), word + theme.px(8)), theme.px(_WORD_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        self._paint_ground(painter)
        self._paint_icon(painter)
        if self._words:
            self._paint_word(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        tokens, width, height = self._theme.tokens, self.width(), self.height()
        fill = "sheet" if self.current else "hover"
        shapes = f'<rect width="{width}" height="{height}" rx="8" fill="{tokens[fill]}"/>'
        if self.current:
            box = f'y="{height / 2 - 12}" width="3" height="24" rx="1.5"'
            shapes += f'<rect {box} fill="{tokens["accent"]}"/>'
        elif not (self.isEnabled() and self.underMouse()):
            return
        painter.drawPixmap(0, 0, ground(width, height, shapes, self.devicePixelRatioF()))

    def _paint_icon(self, painter: QPainter) -> None:
        size = self._theme.px(_ICON)
        tone = "accent" if self.current else "ink2" if self.isEnabled() else "disabled"
        image = pixmap(
            self.entry.icon_name, size, self._theme.tokens[tone], self.devicePixelRatioF()
        )
        top = self._theme.px(10) if self._words else (self.height() - size) / 2
        painter.drawPixmap(QPointF((self.width() - size) / 2, top), image)

    def _paint_word(self, painter: QPainter) -> None:
        painter.setFont(self._theme.font(12, 600 if self.current else 400))
        top = self._theme.px(36)
        box = QRect(0, top, self.width(), self.height() - top - self._theme.px(4))
        painter.drawText(box, CENTRED, self.entry.title)

    def _dress(self) -> None:
        palette, theme = self.palette(), self._theme
        word, off = QPalette.ColorRole.ButtonText, QPalette.ColorGroup.Disabled
        palette.setColor(word, theme.color("ink" if self.current else "ink2"))
        palette.setColor(off, word, theme.color("disabled"))
        self.setPalette(palette)
        self.updateGeometry()
        self.update()


class Rail(QFrame):
    """The pages from the top and the menu button at the bottom."""

    def __init__(
        self,
        theme: Theme,
        entries: Sequence[PageEntry],
        go: Callable[[str], object],
        menu: QWidget,
    ) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "win")
        self.setAccessibleName("Sider")
        self.buttons = {entry.name: RailButton(theme, entry) for entry in entries}
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, name=name: go(name))
        foot = row(None, menu, None, gap=0)
        layout = column(*self.buttons.values(), None, foot, gap=_GAP, margins=(_EDGE,) * 4)
        self.setLayout(layout)
        self._words = True
        theme.changed.connect(self._fit)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Low enough for icons alone; the window chooses words by its height."""
        return QSize(super().minimumSizeHint().width(), self._height(_ICON_HEIGHT))

    def has_room_for_words(self, height: int) -> bool:
        """Whether every button and the menu fit with their words."""
        return height >= self._height(self._theme.px(_WORD_HEIGHT))

    def _height(self, one: int) -> int:
        menu = max(32, self._theme.px(32))
        return len(self.buttons) * (one + _GAP) + menu + 2 * _EDGE

    def show_page(self, name: str) -> None:
        """Mark the page in view."""
        for own, button in self.buttons.items():
            if button.current != (own == name):
                button.set_current(own == name)

    def set_open(self, is_open: bool) -> None:
        """Pages that need a file can be chosen only when there is one."""
        for button in self.buttons.values():
            button.setEnabled(is_open or not button.entry.needs_file)

    def set_words(self, shown: bool) -> None:
        """Icons over words, or icons alone."""
        if shown == self._words:
            return
        self._words = shown
        for button in self.buttons.values():
            button.set_words(shown)
        self._fit()

    def _fit(self) -> None:
        widest = max(button.sizeHint().width() for button in self.buttons.values())
        self.setFixedWidth(widest + 16)


def menu_button(theme: Theme, tip: str) -> IconButton:
    """The ☰ button, in the rail or, where there is none, in the header."""
    button = IconButton(theme, "menu", tip)
    button.setProperty("ring_radius", 6)
    return button
