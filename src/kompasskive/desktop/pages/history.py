"""Historik: "Siden sidst" between two talks with the same person, and the talks there have been."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QWidget

from kompasskive.desktop.context import Context
from kompasskive.desktop.pages.history_dials import WIDTH, HistoryDials
from kompasskive.desktop.pages.history_kept import KeptAgreements
from kompasskive.desktop.pages.history_moves import MovedPlaces
from kompasskive.desktop.pages.history_talks import EarlierTalks, talk_name
from kompasskive.desktop.pages.result_page import ResultPage
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.choice import Choice
from kompasskive.desktop.widgets.flow import Flow
from kompasskive.desktop.widgets.layouts import column, frame, hair, row
from kompasskive.desktop.widgets.split import Split
from kompasskive.desktop.widgets.text import flowing, label
from kompasskive.dialogue.model import Dialogue, DialogueKind
from kompasskive.profile.comparison import compare, series

FIRST: Final = "Her står det, der har flyttet sig, når I har holdt og godkendt mindst én samtale."
_WIDTH: Final = 300


class HistoryPage(ResultPage):
    """Compares the open talk with the latest approved one before it, or any two of the series."""

    name = "history"
    title = "Historik"
    icon_name = "history"
    number = 7
    invitation = (
        "Næste gang begynder med »Siden sidst«",
        "Her ser I, hvilke aftaler der holdt, og hvad der har flyttet sig siden sidst.",
        "Den første samtale er begyndelsen. Der er intet at sammenligne med endnu.",
    )

    def __init__(self, context: Context, delete_talk: Callable[[str], object]) -> None:
        super().__init__(context)
        self._delete_talk = delete_talk
        self._now_id = self._before_id = ""
        self.go_on = Button(context.theme, "Videre til samtalen", "primary", on_click=self._go_on)
        self.header.add_tool(self.go_on)

    def build(self) -> QWidget:
        self.before = Choice("Fra", ())
        self.now = Choice("Til", ())
        self.first = flowing(FIRST, "lead", "ink2")
        self.kept = KeptAgreements(self.talk)
        self.moved = MovedPlaces()
        self.talks = EarlierTalks(self.talk, self._delete_talk)
        choices = Flow(gap=12)
        for name, choice in (("Fra", self.before), ("Til", self.now)):
            pair = QWidget()
            pair.setLayout(row(label(name, tone="ink2"), choice, gap=8))
            choices.addWidget(pair)
        self.compared = QWidget()
        self.compared.setLayout(column(choices, 4, self.kept, self.moved, gap=12))
        parts = (label("Siden sidst", "title"), self.first, self.compared, 8, hair(), 8, self.talks)
        sheet = frame("sheet", column(*parts, None, gap=8, margins=(32, 24, 32, 24)))
        self.dials = HistoryDials(self.talk)
        self.dials.field_chosen.connect(self._open_field)
        self.area = Split(self.context.theme, sheet, self.dials, WIDTH)
        self.area.resized.connect(self._fit)
        self.before.picked.connect(self._pick_before)
        self.now.picked.connect(self._pick_now)
        self.context.theme.changed.connect(self._fit_choices)
        self._fit_choices()
        self._fit()
        return self.area

    def render_page(self) -> None:
        dialogue = self.context.position.dialogue
        self.go_on.setVisible(dialogue is not None and dialogue.is_draft)
        screens = dialogue is not None and dialogue.kind is DialogueKind.SCREENING
        self.go_on.set_label("Videre til screeningen" if screens else "Videre til samtalen")
        super().render_page()
        self.lock.hide()

    def render_talk(self) -> None:
        self._offer()
        now, before = self._chosen()
        self.first.setVisible(before is None)
        self.compared.setVisible(before is not None)
        self.dials.setVisible(before is not None)
        if before is not None:
            self._compare(now, before)
        self.talks.render_talks()

    def leave(self) -> None:
        if self.built:
            self.kept.commit()

    def _compare(self, now: Dialogue, before: Dialogue) -> None:
        workbook = self.context.document.value
        comparison = compare(workbook.framework_of(now), now, before, workbook.framework_of(before))
        self.kept.show_agreements(before)
        self.moved.show_comparison(comparison)
        self.dials.show_talks(before, now)

    def _series(self) -> tuple[Dialogue, ...]:
        """The open talk and the approved ones of its series, oldest first."""
        open_talk = self.talk.dialogue
        return tuple(
            d
            for d in self.talk.every
            if series(d) == series(open_talk) and (d.id == open_talk.id or not d.is_draft)
        )

    def _chosen(self) -> tuple[Dialogue, Dialogue | None]:
        talks = self._series()
        picked = [d for d in talks if d.id == self._now_id]
        now = picked[0] if picked else self.talk.dialogue
        earlier = [d for d in talks[: talks.index(now)] if not d.is_draft]
        named = [d for d in earlier if d.id == self._before_id] or earlier[-1:]
        return now, named[0] if named else None

    def _offer(self) -> None:
        talks = self._series()
        now, before = self._chosen()
        later = [d for d in talks if talks.index(d) > 0] or list(talks)
        self.now.set_options((d.id, talk_name(d)) for d in later)
        self.now.show_value(now.id)
        earlier = [d for d in talks[: talks.index(now)] if not d.is_draft]
        self.before.set_options((d.id, talk_name(d)) for d in earlier)
        self.before.show_value(before.id if before else "")

    def _pick_before(self, dialogue_id: object) -> None:
        self._before_id = str(dialogue_id)
        self.render_talk()

    def _pick_now(self, dialogue_id: object) -> None:
        self._now_id = str(dialogue_id)
        self.render_talk()

    def _open_field(self, field_id: str) -> None:
        self.context.position.open_field(field_id)
        self.context.position.go("talk")

    def _fit_choices(self) -> None:
        for choice in (self.before, self.now):
            choice.setMinimumWidth(self.context.theme.px(_WIDTH))

    def _fit(self) -> None:
        self.dials.fit(self.area.viewport().height(), self.area.stacked)

    def _go_on(self) -> None:
        self.context.position.go("talk")
