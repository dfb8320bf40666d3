"""A wide button that says what it does in two lines: disc with icon, title, explanation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from kompasskive.desktop.icons import ground, pixmap
from kompasskive.desktop.widgets.buttons import IconLabel
from kompasskive.desktop.widgets.layouts import column, row
from kompasskive.desktop.widgets.text import label, set_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QEnterEvent, QPaintEvent

    from kompasskive.desktop.theme import Theme


class Disc(QWidget):
    """An icon on a round ground; `primary` is the page's one way forward."""

    def __init__(self, theme: Theme, icon_name: str, primary: bool = False) -> None:
        super().__init__()
        self._theme, self._icon_name, self._primary = theme, icon_name, primary
        theme.changed.connect(self._fit)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        theme, side, size = self._theme, self.width(), self._theme.px(22)
        ratio, at = self.devicePixelRatioF(), (side - size) / 2
        fill, color = ("accent", "on_accent") if self._primary else ("sunken", "ink")
        half = side / 2
        disc = f'<circle cx="{half}" cy="{half}" r="{half}" fill="{theme.tokens[fill]}"/>'
        painter = QPainter(self)
        painter.drawPixmap(0, 0, ground(side, side, disc, ratio))
        image = pixmap(self._icon_name, size, theme.tokens[color], ratio)
        painter.drawPixmap(QPointF(at, at), image)

    def _fit(self) -> None:
        side = self._theme.px(44)
        self.setFixedSize(side, side)
        self.update()


class CardButton(QPushButton):
    """A button as large as what lies in it; clicks anywhere on it count."""

    def __init__(self, kind: str, on_click: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("kind", kind)
        self.setProperty("ring_radius", 10 if kind == "card" else 6)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda _checked: on_click())

    def enterEvent(self, event: QEnterEvent) -> None:
        for part in self.findChildren(QWidget):
            part.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        super().enterEvent(event)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalSizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalMinimumSize() if layout is not None else super().minimumSizeHint()


class ActionCard(CardButton):
    """One way in on the Start page."""

    def __init__(
        self,
        theme: Theme,
        icon_name: str,
        title: str,
        on_click: Callable[[], object],
        primary: bool = False,
    ) -> None:
        super().__init__("card", on_click)
        self._title = title
        self._more = label("", "small", "ink2", wrap=True)
        words = column(label(title, "question"), self._more, gap=2)
        layout = row(Disc(theme, icon_name, primary), gap=16, margins=(16, 14, 16, 14))
        layout.addLayout(words, 1)
        layout.addWidget(IconLabel(theme, "right", 18, "ink3"))
        self.setLayout(layout)
        self.setAccessibleName(title)

    def set_more(self, text: str) -> None:
        """The line under the title."""
        set_text(self._more, text)
        self.setAccessibleDescription(text)
