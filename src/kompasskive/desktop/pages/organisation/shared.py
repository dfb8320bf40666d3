"""F5 on Organisation: the profile large and alone, without Teamoverblik and without tools."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kompasskive.desktop.pages.organisation.figures import Figures
from kompasskive.desktop.pages.organisation.profile_view import ProfileView
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.layouts import column, row
from kompasskive.desktop.widgets.over_window import OverWindow
from kompasskive.desktop.widgets.text import flowing, label

LARGE_FROM = 1000
ALONE = "Tallene er uden navne, noter og samtaledatoer"
TOGETHER = "Noter og andres navne vises ikke her"
_SCROLLING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class SharedOrganisation(OverWindow):
    """What is on show is what was chosen before; nothing can be changed in it."""

    def __init__(self, plain: Theme, over: QWidget, figures: Figures) -> None:
        super().__init__(plain, over)
        self.view = ProfileView(self.theme, writes=False, least=LARGE_FROM)
        title = label("Organisation", "page_title")
        period = label(figures.wish.period.name, "lead", "ink2")
        words = flowing(TOGETHER if figures.beside else ALONE, "caption", "ink2")
        foot = row(gap=12)
        foot.addWidget(words, 1)
        foot.addWidget(label("Esc Tilbage   ·   F9 Skjul skærmen", "caption", "ink2"))
        layout = column(row(title, period, None, gap=16), gap=12, margins=(24, 20, 12, 16))
        layout.addWidget(self.view, 1)
        layout.addLayout(foot)
        self.setLayout(layout)
        self.view.show_figures(figures, writable=False)

    def first(self) -> QWidget:
        return self.view.heat if self.view.heat.isVisible() else self

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.view.split.verticalScrollBar()
        if event.key() in _SCROLLING:
            up = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_PageUp)
            step = bar.pageStep() if event.key() in _SCROLLING[2:] else bar.singleStep()
            bar.setValue(bar.value() + (-step if up else step))
        else:
            super().keyPressEvent(event)
