"""What it can become: the example's dial on a sheet, drawn after the window's first paint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.layouts import column, row
from kompasskive.desktop.widgets.text import label

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from kompasskive.desktop.background import Background
    from kompasskive.desktop.theme import Theme
    from kompasskive.profile.model import Profile

ABOUT = "Jens Jensen er et opdigtet eksempel. Prøv alt af – intet gemmes."
SEED = 1


def example_profile(today: date) -> Profile:
    """Jens Jensen's latest talk; loads what drawing it takes, off the window's thread."""
    from kompasskive.desktop import warmup
    from kompasskive.dialogue.example import example_workbook
    from kompasskive.framework.catalogue import bundled
    from kompasskive.profile.comparison import previous_dialogue
    from kompasskive.profile.profile import make_profile

    warmup.load(warmup.DRAWING)
    workbook = example_workbook(bundled(), 1, SEED, today)
    talk = workbook.dialogues_of(workbook.people[0].id)[-1]
    return make_profile(bundled(), talk, workbook.people[0].name, previous_dialogue(workbook, talk))


class ExampleCard(QFrame):
    """Keeps the dial's room free until `wake` brings the dial."""

    def __init__(self, theme: Theme, show_example: Callable[[], object]) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "sheet")
        self._room = QVBoxLayout()
        self._room.setContentsMargins(0, 0, 0, 0)
        room = QWidget()
        room.setMinimumHeight(300)
        room.setLayout(self._room)
        self.button = Button(theme, "Se et eksempel", on_click=show_example)
        words = column(
            label("Sådan kan det se ud", "question"),
            label(ABOUT, "small", "ink2", wrap=True),
            gap=2,
        )
        foot = row(gap=16)
        foot.addLayout(words, 1)
        foot.addWidget(self.button)
        layout = column(room, 20, foot, gap=0, margins=(24, 28, 24, 24))
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def wake(self, background: Background, today: date) -> None:
        """Draw the dial as soon as what it needs is loaded."""
        background.start(lambda: example_profile(today), self._show, bool)

    def _show(self, profile: Profile) -> None:
        from kompasskive.desktop.widgets.dial_pane import DialPane

        self._profile, self._dial = profile, DialPane(self._theme)
        self._room.addWidget(self._dial)
        self._draw()
        QWidget.setTabOrder(self._dial, self.button)
        self._theme.changed.connect(self._draw)

    def _draw(self) -> None:
        from kompasskive.dial.options import DialOptions

        self._dial.show_profile(self._profile, DialOptions(label_size=self._theme.px(13)))
