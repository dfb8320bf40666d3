"""Medarbejdere before anyone is in the file: what will come, and one way to begin."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.dial_pane import DialPane
from kompasskive.desktop.widgets.layouts import column, row
from kompasskive.desktop.widgets.split import Split
from kompasskive.desktop.widgets.text import label
from kompasskive.dial.options import DialOptions
from kompasskive.framework.catalogue import bundled
from kompasskive.profile.profile import empty_profile

WORDS_WIDTH = 440
_LABELS = 14.5
HEADING = "Hvem skal I tale med?"
WORDS = (
    "Tilføj én, eller indsæt hele teamet på én gang. Et navn er nok – resten kan vente.",
    "Herfra begynder I samtalerne og ser, hvem der skal følges op med som den næste.",
)
TEAM = "Begynd en teamsamtale uden navne …"


class EmptyPeople(QFrame):
    """The real dial, dotted, beside an invitation."""

    def __init__(
        self,
        theme: Theme,
        add: Callable[[], object],
        paste: Callable[[], object],
        team: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setProperty("kind", "sheet")
        self.add = Button(theme, "Tilføj medarbejder", "primary", "plus", add)
        self.paste = Button(theme, "Indsæt flere navne", on_click=paste)
        self.team = Button(theme, TEAM, "link", "people", team)
        paragraphs = (label(text, "lead", "ink2", wrap=True) for text in WORDS)
        buttons = row(self.add, self.paste, None, gap=12)
        self.ways_in = (self.add, self.paste, self.team)
        self.words = QFrame()
        self.words.setLayout(
            column(
                None,
                label(HEADING, "field_title", wrap=True),
                *paragraphs,
                buttons,
                self.team,
                None,
                gap=16,
            )
        )
        self._theme, self._dial = theme, DialPane(theme)
        self._dial.setMinimumHeight(320)
        theme.changed.connect(self._draw)
        self._draw()
        split = Split(theme, self._dial, self.words, WORDS_WIDTH, side_on_top=True)
        self.setLayout(row(split, margins=(48, 24, 24, 24)))

    def _draw(self) -> None:
        options = DialOptions(label_size=_LABELS * self._theme.scale)
        self._dial.show_profile(empty_profile(bundled(), ""), options)
