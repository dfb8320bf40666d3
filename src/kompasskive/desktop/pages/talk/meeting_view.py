"""Kortene er vendt: first where the two agree, then where they differ the most."""

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompasskive.desktop.pages.open_talk import OpenTalk
from kompasskive.desktop.pages.talk.difference_card import DifferenceCard
from kompasskive.desktop.pages.talk.sides import genitive, side_names
from kompasskive.desktop.pages.talk.state import State, read_state
from kompasskive.desktop.widgets.buttons import Button, IconLabel
from kompasskive.desktop.widgets.dial_pane import DialPane
from kompasskive.desktop.widgets.flow import Flow
from kompasskive.desktop.widgets.layouts import clear, column, frame, row
from kompasskive.desktop.widgets.side_signs import SideSign
from kompasskive.desktop.widgets.split import Split
from kompasskive.desktop.widgets.text import flowing, label, set_text
from kompasskive.dial.options import DialOptions
from kompasskive.dialogue.meeting import Difference, Meeting, is_open, meeting
from kompasskive.dialogue.model import Viewpoint
from kompasskive.dialogue.preparation import STARTING_POINTS, is_prepared, let_stand, take
from kompasskive.profile.profile import still_apart

SIDE_WIDTH: Final = 456
DIAL_LEAST: Final = 440
MOST: Final = 3
NUMBERS: Final = {1: "Den største forskel", 2: "De to største forskelle"}
LARGEST: Final = "De tre største forskelle"
WHY: Final = "I ser lidt forskelligt på det – fortæl hinanden hvorfor."
NONE_LEFT: Final = "I har taget stilling til alle forskellene."
EQUAL: Final = "At finde et fælles sted og at lade begge stå er lige gode svar."


class MeetingView(QWidget):
    """`placing` carries a field's id and a dimension; `done` leads to the fields."""

    placing = Signal(str, object)
    done = Signal()

    def __init__(self, talk: OpenTalk) -> None:
        super().__init__()
        self._talk, self._every = talk, False
        self._shown: object = None
        self._named: dict[Viewpoint, str] = {}
        theme = talk.theme
        self.title = flowing("", "display")
        self.subtitle = flowing("", "lead", "ink2")
        self.dial = DialPane(theme)
        self.dial.setMinimumHeight(DIAL_LEAST)
        self._legend = Flow(gap=20)
        self.why = flowing(WHY, "question")
        self.equal = flowing(EQUAL, "small", "ink2")
        self.heading = flowing("", "section")
        self.cards: list[DifferenceCard] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self.more = Button(theme, "", "link", "right", self._show_all)
        self.starts = {
            v: Button(theme, "", "", on_click=partial(self._take, v)) for v in STARTING_POINTS
        }
        self.go_on = Button(theme, "Videre til felterne", "primary", on_click=self.done.emit)
        self._build()

    def show_talk(self, state: State) -> None:
        """Show both starting points; nothing before the cards are turned."""
        if not state.dialogue.revealed or not self.isVisible():
            return
        met = meeting(state.framework, state.dialogue)
        names = side_names(self._talk)
        self._tell(state, met, names)
        size = 14 * self._talk.theme.scale
        if names != self._named:
            self._named = names
            self._explain(names)
        options = DialOptions(label_size=size, beads=False, previous=False, starting_points=True)
        self.dial.show_profile(still_apart(state.profile), options)
        left = [each for each in met.apart if is_open(state.dialogue, each)]
        wanted = (state.dialogue.id, tuple(left), tuple(names.values()), state.locked, self._every)
        if wanted != self._shown:
            self._shown = wanted
            self._fill(state, left, names)
        for viewpoint, button in self.starts.items():
            prepared = is_prepared(state.dialogue, viewpoint)
            taken = prepared and take(state.dialogue, viewpoint) == state.dialogue
            button.set_label(f"Tag {genitive(names[viewpoint])} som udgangspunkt")
            button.setVisible(prepared and not taken and not state.locked)

    def _build(self) -> None:
        theme = self._talk.theme
        turned = row(
            IconLabel(theme, "cards", 20, "ok_ink"),
            label("Kortene er vendt", "strong", "ok_ink"),
            None,
        )
        inside = column(turned, self.title, self.subtitle, gap=6, margins=(32, 20, 32, 16))
        inside.addWidget(self.dial, 1)
        inside.addLayout(self._legend)
        self.sheet = frame("sheet", inside)
        warm = frame("warm", column(self.why, self.equal, gap=4, margins=(16, 14, 16, 14)))
        side = column(warm, 8, self.heading, gap=8, margins=(8, 0, 8, 8))
        side.addLayout(self._list)
        for part in (self.more, *self.starts.values(), self.go_on):
            side.addWidget(part)
        side.addStretch(1)
        column_widget = QWidget()
        column_widget.setLayout(side)
        split = Split(theme, self.sheet, column_widget, SIDE_WIDTH)
        self.setLayout(column(split))

    def _tell(self, state: State, met: Meeting, names: dict[Viewpoint, str]) -> None:
        who = [v for v in STARTING_POINTS if is_prepared(state.dialogue, v)]
        title = f"Her er I enige – {met.agreed} af {met.cells}"
        if len(who) == 1:
            title = f"Her er {genitive(names[who[0]])} udgangspunkt"
        set_text(self.title, title)
        set_text(self.subtitle, " ".join(_counted(met, len(who))))

    def _explain(self, names: dict[Viewpoint, str]) -> None:
        clear(self._legend)
        for viewpoint, name in names.items():
            sign = QWidget()
            sign.setLayout(row(SideSign(self._talk.theme, viewpoint), label(name)))
            self._legend.addWidget(sign)
        for words in ("Farvet felt: I er enige", "To tegn: I ser lidt forskelligt"):
            self._legend.addWidget(label(words, tone="ink2"))

    def _fill(self, state: State, left: list[Difference], names: dict[Viewpoint, str]) -> None:
        clear(self._list)
        shown = left if self._every else left[:MOST]
        self.cards = [DifferenceCard(self._talk.theme, state, names, each) for each in shown]
        for card in self.cards:
            card.answered.connect(self._answer)
            self._list.addWidget(card)
        hidden = len(left) - len(shown)
        self.more.set_label("Vis den mindre forskel" if hidden == 1 else f"Vis {hidden} mindre")
        self.more.setVisible(hidden > 0)
        set_text(self.heading, NUMBERS.get(len(left), LARGEST) if left else "")
        self.heading.setVisible(bool(left))
        set_text(self.why, WHY if left else NONE_LEFT)
        self.equal.setVisible(bool(left))

    def _answer(self, one: Difference, stands: bool) -> None:
        if not stands:
            self.placing.emit(one.field.id, one.dimension)
            return
        name = self._talk.framework.dimension(one.dimension).name.lower()
        new = let_stand(self._talk.dialogue, one.field.id, one.dimension)
        self._talk.edit(f"{one.field.name}, {name}: begge syn står", new)

    def _take(self, viewpoint: Viewpoint) -> None:
        name = side_names(self._talk)[viewpoint]
        new = take(self._talk.dialogue, viewpoint)
        self._talk.edit(f"{genitive(name)} udgangspunkt taget som start", new)

    def _show_all(self) -> None:
        self._every = True
        self.show_talk(read_state(self._talk))


def _counted(met: Meeting, sides: int) -> list[str]:
    told = []
    if sides == 2 and met.one_sided:
        places = "1 sted" if met.one_sided == 1 else f"{met.one_sided} steder"
        told.append(f"{places} har kun én af jer placeret.")
    if met.let_stand:
        places = "1 sted" if met.let_stand == 1 else f"{met.let_stand} steder"
        told.append(f"{places} lader I begge syn stå.")
    if not told and sides == 2 and met.agreed:
        told.append("Hver for sig har I set det samme. Det er værd at standse ved.")
    return told
