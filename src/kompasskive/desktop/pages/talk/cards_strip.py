"""Over the talk: that somebody has a sealed starting point, and Vend kortene."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QWidget

from kompasskive import danish
from kompasskive.desktop.pages.open_talk import OpenTalk
from kompasskive.desktop.pages.talk.sides import side_names
from kompasskive.desktop.widgets.buttons import Button, IconLabel
from kompasskive.desktop.widgets.header import strip
from kompasskive.desktop.widgets.layouts import row
from kompasskive.desktop.widgets.text import flowing, set_text
from kompasskive.dialogue.meeting import is_open, meeting
from kompasskive.dialogue.preparation import STARTING_POINTS, may_turn, turn, unsealed

TURN: Final = "Vend kortene …"
DIFFERENCES: Final = "Se forskellene"
TITLE: Final = "Vend kortene"
TEXT: Final = "Det, I hver især har sat, vises nu for jer begge på én gang. Det kan ikke fortrydes."


class CardsStrip(QWidget):
    """Hidden where nobody has prepared, and where every difference is talked through."""

    def __init__(self, talk: OpenTalk, show_meeting: Callable[[], object]) -> None:
        super().__init__()
        self._talk, self._show_meeting = talk, show_meeting
        self.words = flowing("")
        self.turn_button = Button(talk.theme, TURN, "small", on_click=self._turn)
        self.see_button = Button(talk.theme, DIFFERENCES, "small", on_click=show_meeting)
        icon = IconLabel(talk.theme, "cards", 20, "accent")
        line = strip("info", icon, self.words, self.turn_button, self.see_button)
        self.setLayout(row(line, margins=(0, 0, 16, 12)))

    def render_strip(self, meets: bool) -> None:
        """Show what waits; nothing while the two look at it (`meets`)."""
        if not self._talk.exists:
            return
        talk = self._talk.dialogue
        left = self._left()
        self.turn_button.setVisible(may_turn(talk) and not self._talk.locked)
        self.see_button.setVisible(bool(left))
        set_text(self.words, f"Kortene er vendt. {left}" if left else self._waiting())
        self.setVisible(bool(self.words.text()) and not meets)

    def _left(self) -> str:
        """ "3 forskelle venter på jer."; "" when there are none or the cards are not turned."""
        talk = self._talk.dialogue
        if not talk.revealed or self._talk.locked:
            return ""
        apart = meeting(self._talk.framework, talk).apart
        count = sum(is_open(talk, each) for each in apart)
        noun = "forskel" if count == 1 else "forskelle"
        return f"{count} {noun} venter på jer." if count else ""

    def _waiting(self) -> str:
        talk, names = self._talk.dialogue, side_names(self._talk)
        if talk.revealed or not talk.sealed or not talk.is_draft:
            return ""
        ready = danish.join(names[v] for v in STARTING_POINTS if v in talk.sealed)
        told = f"{ready} har forseglet sit udgangspunkt."
        if len(talk.sealed) > 1:
            told = f"{ready} har hver forseglet et udgangspunkt."
        for viewpoint in unsealed(talk):
            told += f" {names[viewpoint]} har ikke forseglet sit endnu."
        return told

    def _turn(self) -> None:
        if self._talk.context.questions.confirm(TITLE, TEXT, "Vend kortene"):
            self._talk.settle(turn(self._talk.dialogue))
            self._show_meeting()
