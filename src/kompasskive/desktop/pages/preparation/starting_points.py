"""The two starting points: what each says about itself without showing what was said."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kompasskive import danish
from kompasskive.desktop.pages.open_talk import OpenTalk
from kompasskive.desktop.pages.talk.sides import side_name, side_word
from kompasskive.desktop.widgets.buttons import Button, IconLabel
from kompasskive.desktop.widgets.flow import Flow
from kompasskive.desktop.widgets.layouts import column, frame, row
from kompasskive.desktop.widgets.text import flowing, set_text
from kompasskive.dialogue.model import Viewpoint
from kompasskive.dialogue.preparation import STARTING_POINTS, is_prepared, may_reopen

INTRO: Final = (
    "Hver især kan I sætte jeres eget udgangspunkt, før I taler sammen. Det er frivilligt: "
    "Samtalen virker lige så godt med ét eller ingen."
)
KEY_IN: Final = "Tast et ark ind …"
REOPEN: Final = "Åbn igen …"
NOT_SEALED: Final = "Begyndt – ikke forseglet, så alle ved denne fil kan åbne det"
HONEST: Final = (
    "Et forseglet udgangspunkt vises ingen steder i programmet, før I vender kortene. "
    "Vil du være helt alene om det, så lav det i din egen fil på din egen pc."
)


class StartingCard(QWidget):
    """One side's card; the signals carry the viewpoint."""

    opening = Signal(object)
    sealing = Signal(object)
    reopening = Signal(object)
    keying = Signal(object)

    def __init__(self, talk: OpenTalk, viewpoint: Viewpoint) -> None:
        super().__init__()
        self._talk, self.viewpoint = talk, viewpoint
        self.name = flowing("", "strong")
        self.state = flowing("", "small", "ink2")
        self.lock = IconLabel(talk.theme, "lock", 18)
        self.open = Button(talk.theme, "", "small", on_click=lambda: self.opening.emit(viewpoint))
        self.seal = Button(
            talk.theme, "Forsegl …", "small", "lock", lambda: self.sealing.emit(viewpoint)
        )
        self.key_in = Button(
            talk.theme, KEY_IN, "link", on_click=lambda: self.keying.emit(viewpoint)
        )
        self.reopen = Button(
            talk.theme, REOPEN, "small", on_click=lambda: self.reopening.emit(viewpoint)
        )
        self.log = flowing("", "caption", "ink2")
        head = row(gap=8)
        head.addWidget(self.name, 1)
        head.addWidget(self.lock)
        buttons = Flow(gap=8)
        for button in (self.open, self.seal, self.reopen, self.key_in):
            buttons.addWidget(button)
        inside = column(head, self.state, self.log, 8, buttons, gap=2)
        inside.setContentsMargins(16, 12, 16, 12)
        self.setLayout(column(frame("card", inside)))

    def render_card(self) -> None:
        """Show how far this side has come, never what it says."""
        talk, viewpoint = self._talk.dialogue, self.viewpoint
        begun, sealed = is_prepared(talk, viewpoint), viewpoint in talk.sealed
        writable = not self._talk.locked and not talk.revealed
        name = side_name(self._talk, viewpoint)
        set_text(self.name, f"{name}  ·  {side_word(viewpoint)}")
        set_text(self.state, _state(begun, sealed, talk.revealed))
        self.lock.setVisible(sealed and not talk.revealed)
        self.open.set_label(f"Gå videre, {name}" if begun else f"Sæt udgangspunkt, {name}")
        self.open.setVisible(writable and not sealed)
        self.seal.setVisible(writable and begun and not sealed)
        self.key_in.setVisible(writable and not sealed)
        self.key_in.setAccessibleName(f"{KEY_IN} {name}")
        self.reopen.setVisible(not self._talk.locked and may_reopen(talk, viewpoint))
        opened = [each for each in talk.reopenings if each.viewpoint is viewpoint]
        set_text(self.log, "\n".join(_opened(each.opened_at) for each in opened))
        self.log.setVisible(bool(opened))


def _opened(at: datetime) -> str:
    """ "Åbnet igen 23.11.2026 kl. 14.05", what both can see."""
    local = at.astimezone()
    return f"Åbnet igen {danish.short_date(local.date())} {danish.clock(local)}"


def _state(begun: bool, sealed: bool, revealed: bool) -> str:
    if revealed:
        return "Kortene er vendt" if begun else "Intet udgangspunkt"
    if sealed:
        return "Forseglet – vises, når I vender kortene"
    return NOT_SEALED if begun else "Ikke begyndt"


class StartingPoints(QWidget):
    """Both cards; the signals carry a viewpoint."""

    opening = Signal(object)
    sealing = Signal(object)
    reopening = Signal(object)
    keying = Signal(object)

    def __init__(self, talk: OpenTalk) -> None:
        super().__init__()
        self.cards = tuple(StartingCard(talk, viewpoint) for viewpoint in STARTING_POINTS)
        layout = column(
            flowing("Jeres udgangspunkter", "title"),
            flowing(INTRO, "body", "ink2"),
            8,
            *self.cards,
            4,
            flowing(HONEST, "small", "ink2"),
            None,
            gap=8,
            margins=(8, 4, 8, 8),
        )
        self.setLayout(layout)
        for card in self.cards:
            card.opening.connect(self.opening)
            card.sealing.connect(self.sealing)
            card.reopening.connect(self.reopening)
            card.keying.connect(self.keying)

    def render_points(self) -> None:
        """Show both."""
        for card in self.cards:
            card.render_card()
