"""What was agreed last time, and how each agreement went."""

from typing import Final

from PySide6.QtWidgets import QWidget

from kompasskive import danish
from kompasskive.desktop.pages.open_talk import OpenTalk
from kompasskive.desktop.pages.talk.actions import short
from kompasskive.desktop.widgets.choice import Choice
from kompasskive.desktop.widgets.focus_order import follow_around
from kompasskive.desktop.widgets.keyed import KeyedColumn
from kompasskive.desktop.widgets.layouts import column, row
from kompasskive.desktop.widgets.line_edit import LineEdit
from kompasskive.desktop.widgets.text import flowing, label, set_text
from kompasskive.desktop.wording import WHY_DROPPED
from kompasskive.dialogue import keeping, plan
from kompasskive.dialogue.keeping import STATUS_WORDS
from kompasskive.dialogue.model import Agreement, AgreementStatus, Dialogue

KEPT: Final = "Aftalerne"
NONE: Final = "Der blev ikke indgået aftaler."
HINT: Final = "Hvordan gik det? Status følger op på aftalen og ændrer ikke den godkendte samtale."
_WIDTH: Final = 170


class KeptAgreements(QWidget):
    """Status can be set although the talk they were made in is approved."""

    def __init__(self, talk: OpenTalk, title: str = KEPT) -> None:
        super().__init__()
        self.rows: KeyedColumn[KeptRow] = KeyedColumn(lambda _id: KeptRow(talk), gap=8)
        self.hint = flowing(HINT, "caption", "ink2")
        self.setLayout(column(label(title, "section"), self.hint, 4, self.rows, gap=4))

    def show_agreements(self, dialogue: Dialogue) -> None:
        """Show the agreements of an earlier talk."""
        set_text(self.hint, HINT if dialogue.agreements else NONE)
        if self.rows.show_keys(a.id for a in dialogue.agreements):
            follow_around(self)
        for agreement in dialogue.agreements:
            self.rows.row(agreement.id).show_agreement(dialogue, agreement)

    def commit(self) -> None:
        """Hand over what is being typed."""
        for kept in self.rows.rows:
            kept.reason.commit()


class KeptRow(QWidget):
    """One agreement, who and when, and its status."""

    def __init__(self, talk: OpenTalk) -> None:
        super().__init__()
        self._talk, self._dialogue_id, self._agreement = talk, "", Agreement("", "")
        self.what = flowing("")
        self.who = flowing("", "caption", "ink2")
        self.status = Choice("Status", STATUS_WORDS.items())
        self.story = flowing("", "caption", "ink2")
        self.reason = LineEdit(WHY_DROPPED, WHY_DROPPED)
        told = column(self.what, self.who, self.story, self.reason, gap=2)
        line = row(gap=16)
        line.addLayout(told, 1)
        line.addWidget(self.status)
        self.setLayout(line)
        self.status.picked.connect(lambda status: self._put(AgreementStatus(str(status))))
        self.reason.committed.connect(lambda _text: self._put(self._agreement.status))
        talk.theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.status.setFixedWidth(self._talk.theme.px(_WIDTH))

    def show_agreement(self, dialogue: Dialogue, agreement: Agreement) -> None:
        """Show one agreement of an earlier talk."""
        self._dialogue_id, self._agreement = dialogue.id, agreement
        due = f"senest {danish.short_date(agreement.due_on)}" if agreement.due_on else ""
        set_text(self.what, agreement.what or "Aftale uden ord")
        set_text(self.who, "  ·  ".join(part for part in (agreement.who, due) if part))
        self.who.setVisible(bool(self.who.text()))
        set_text(self.story, "  ·  ".join(keeping.story(agreement)))
        self.story.setVisible(bool(agreement.steps))
        self.status.setAccessibleName(f"Status for {agreement.what}")
        self.status.show_value(agreement.status)
        self.status.setEnabled(not self._talk.context.document.read_only_reason)
        self.reason.show_text(agreement.status_reason)
        self.reason.setVisible(agreement.status is AgreementStatus.DROPPED)

    def _put(self, status: AgreementStatus) -> None:
        context, agreement = self._talk.context, self._agreement
        dialogue = context.document.value.dialogue(self._dialogue_id)
        day = context.now().date()
        new = plan.follow_up(dialogue, agreement.id, status, self.reason.text(), day)
        self._talk.edit(f"{short(agreement.what)} sat til {STATUS_WORDS[status]}", new)
