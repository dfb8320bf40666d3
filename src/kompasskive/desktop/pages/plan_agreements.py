"""Aftaler: what was agreed, by whom and by when; a table, or cards where room is short."""

from PySide6.QtWidgets import QWidget

from kompasskive import danish
from kompasskive.desktop.pages.history_kept import KeptAgreements
from kompasskive.desktop.pages.open_talk import OpenTalk
from kompasskive.desktop.pages.plan_agreement import AgreementRow
from kompasskive.desktop.pages.plan_columns import HEADS, Columns
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.focus_order import follow_around
from kompasskive.desktop.widgets.held import holds
from kompasskive.desktop.widgets.keyed import KeyedColumn
from kompasskive.desktop.widgets.layouts import column, hair, row
from kompasskive.desktop.widgets.text import label, set_text
from kompasskive.dialogue import plan, rows
from kompasskive.dialogue.model import Agreement
from kompasskive.dialogue.suggestions import unheard_wishes

EMPTY = "Ingen aftaler endnu. En god aftale siger, hvad I gør, hvem der gør det, og hvornår."

FOLLOW_UP = "Hvordan går det med aftalerne?"
WISHES = "»Vil gerne udvikle« er sat ved"
ASK = "Skal planen sige noget om det?"


class AgreementTable(QWidget):
    """A new agreement is stored as soon as it says something."""

    def __init__(self, talk: OpenTalk) -> None:
        super().__init__()
        self._talk = talk
        self._editing = self._dialogue_id = ""
        self._known: frozenset[str] = frozenset()
        self._waiting: dict[str, str] = {}
        self._cards = False
        self.add_button = Button(talk.theme, "Ny aftale", "", "plus", self.add)
        self.rows: KeyedColumn[AgreementRow] = KeyedColumn(self._make, gap=0)
        self.empty = label(EMPTY, "body", "ink2", wrap=True)
        self.wishes = label("", "caption", "ink2", wrap=True)
        self.kept = KeptAgreements(talk, FOLLOW_UP)
        self.heads = QWidget()
        cells = Columns([label(head, "caption_strong", "ink2") for head in HEADS])
        self.heads.setLayout(column(cells, hair(), gap=4))
        top = row(label("Aftaler", "title"), None, self.add_button)
        parts = (top, self.heads, self.empty, self.rows, self.wishes, 8, self.kept)
        self.setLayout(column(*parts, gap=8))

    def render_table(self) -> None:
        """Show the talk's agreements and the one being written."""
        agreements = {a.id: a for a in self._talk.dialogue.agreements}
        self._stop_if_gone(frozenset(agreements))
        keys = list(agreements)
        if self._editing and self._editing not in agreements:
            keys.append(self._editing)
        if self.rows.show_keys(keys):
            follow_around(self)
        for index, key in enumerate(keys):
            row_ = self.rows.row(key)
            row_.set_cards(self._cards)
            place = f"Aftale {index + 1} af {len(keys)}"
            agreement = agreements.get(key, Agreement(key, ""))
            row_.show_agreement(agreement, place, key == self._editing)
        self.empty.setVisible(not keys)
        self.heads.setVisible(bool(agreements) and not self._cards)
        self.add_button.setEnabled(not self._talk.locked)
        self._show_kept()
        self._show_wishes()

    def set_cards(self, cards: bool) -> None:
        """A card per agreement instead of a table."""
        if cards != self._cards:
            self._cards = cards
            if self._talk.exists:
                self.render_table()

    def add(self) -> None:
        """Begin a new agreement."""
        self.edit(self._talk.new_id())

    def edit(self, agreement_id: str) -> None:
        """Open an agreement for writing, and close the one that was open."""
        self.leave()
        if self._editing:
            return
        self._editing = agreement_id
        self.render_table()
        self.rows.row(agreement_id).begin()

    def leave(self) -> None:
        """Store what is being written and close the editor, unless its text is held back."""
        self.kept.commit()
        if self._editing:
            row_ = self.rows.row(self._editing)
            row_.commit()
            if holds(row_):
                return
            self._editing = ""
            if self._talk.exists:
                self.render_table()

    def put(self, agreement: Agreement, merge: str = "") -> None:
        """Store a new or changed agreement."""
        dialogue = self._talk.dialogue
        if rows.has(dialogue.agreements, agreement.id):
            new = plan.change_agreement(dialogue, agreement)
            self._talk.edit("Aftale rettet", new, merge)
        elif agreement != Agreement(agreement.id, ""):
            self._talk.edit("Aftale tilføjet", plan.add_agreement(dialogue, agreement), merge)

    def remove(self, agreement_id: str) -> None:
        """Take an agreement out of the plan."""
        self._editing = ""
        new = plan.remove_agreement(self._talk.dialogue, agreement_id)
        if new == self._talk.dialogue:
            self.render_table()
        self._talk.edit("Aftale fjernet", new)
        self.add_button.setFocus()

    def _show_kept(self) -> None:
        """What was approved stands; how it goes can still be told."""
        dialogue, document = self._talk.dialogue, self._talk.context.document
        there = not dialogue.is_draft and bool(dialogue.agreements)
        self.kept.setVisible(there and not document.read_only_reason)
        if there:
            self.kept.show_agreements(dialogue)

    def _show_wishes(self) -> None:
        """A gentle question where nothing in the plan is about what someone wants to develop."""
        fields = unheard_wishes(self._talk.framework, self._talk.dialogue)
        asked = bool(fields) and not self._talk.locked
        set_text(self.wishes, f"{WISHES} {danish.join(fields)}. {ASK}" if asked else "")
        self.wishes.setVisible(asked)

    def _make(self, _key: str) -> AgreementRow:
        return AgreementRow(self._talk, self)

    def _stop_if_gone(self, present: frozenset[str]) -> None:
        """Undo may take away the agreement that is being written; another talk always does."""
        dialogue_id = self._talk.dialogue.id
        turned = dialogue_id != self._dialogue_id
        if turned:
            held = self._editing and holds(self.rows.row(self._editing))
            self._waiting[self._dialogue_id] = self._editing if held else ""
            self._editing = self._waiting.pop(dialogue_id, "")
        elif self._editing in self._known - present or self._talk.locked:
            self._editing = ""
        self._known, self._dialogue_id = present, dialogue_id
