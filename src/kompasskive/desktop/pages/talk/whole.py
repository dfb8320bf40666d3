"""The talk as a whole: a case where judgement counted, notes to the talk, the employee's remark."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from kompasskive.desktop.pages.talk.actions import Actions, find_note
from kompasskive.desktop.pages.talk.keyed_edit import CaseKey, KeyedEdit, NoteKey, RemarkKey
from kompasskive.desktop.pages.talk.note_editor import REMINDER, NoteEditor
from kompasskive.desktop.pages.talk.state import State
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.layouts import column, frame, hair, row
from kompasskive.desktop.widgets.text import flowing, label, set_text
from kompasskive.dialogue.model import DialogueKind, NoteScope

CASE: Final = "En sag, hvor skønnet talte"
NOTES: Final = "Noter til samtalen"
WHO_SEES: Final = "Hvem kan se dette?"
SEEN_BY: Final = (
    "Alt, I skriver, står i filen og kan læses af den, der kan åbne den.\n\n"
    "På papiret til personalesagen kommer kun de noter, I sætter flueben ved med "
    "»Til personalesagen«. Resten er samtalenoter, som kan slettes. Sagen her kommer kun med, "
    "hvis I vælger den til under Rapport.\n\nIntet sendes nogen steder hen."
)
_INTRO: Final = (
    "Tag en sag, hvor reglerne ikke gav svaret. Den bliver ikke bedømt og tæller ikke med i "
    "profilen. Skriv kun det, I får brug for."
)
STEPS: Final = {
    "situation": ("Situationen", "Hvad var på spil, og hvem skulle det virke for?"),
    "options": ("Mulighederne", "Hvilke veje var der inden for reglerne?"),
    "consequences": ("Konsekvenserne", "Hvad ville hver vej betyde – nu og senere?"),
    "choice": ("Valget", "Hvad valgte du, og hvad afgjorde det?"),
    "effect": ("Virkningen", "Hvordan blev det oplevet, og holdt resultatet?"),
}
REMARK: Final = ("Medarbejderens bemærkninger", "Medarbejderens egne ord om resultatet")
REMARKS: Final = {
    DialogueKind.TEAM: ("Teamets bemærkninger", "Teamets egne ord om resultatet"),
    DialogueKind.SELF_REFLECTION: ("Mine bemærkninger", "Mine egne ord om resultatet"),
}
_WIDEST: Final = 760


class WholeTalk(QScrollArea):
    """Takes the place of the fields; `back` leads to them again."""

    def __init__(self, actions: Actions, back: Callable[[], object]) -> None:
        super().__init__()
        self._actions, self._back = actions, back
        theme = actions.talk.theme
        self.back_button = Button(theme, "Tilbage til felterne", "quiet", "left", back)
        self.who_sees = Button(theme, WHO_SEES, "link", on_click=self.tell_who)
        self.steps = {name: KeyedEdit(theme, words[0], 2) for name, words in STEPS.items()}
        self.note = NoteEditor(actions, NOTES)
        self.remark = KeyedEdit(theme, REMARK[0], 2)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._shown: tuple[object, ...] = ()
        self._inside = self._build()
        self.setWidget(self._inside)
        self._connect()
        theme.changed.connect(self._fit)
        self._fit()

    def show_talk(self, state: State) -> None:
        """Show what is written about the talk as a whole; nothing is touched when it is there."""
        talk, scope = state.dialogue, NoteScope.TALK
        said = (talk.id, talk.kind, talk.case, talk.remark, find_note(talk, scope, ""))
        shown = (*said, state.framework, state.locked)
        if shown == self._shown:
            return
        self._shown = shown
        for name, edit in self.steps.items():
            edit.show_keyed(CaseKey(talk.id, name), getattr(talk.case, name))
            edit.set_locked(state.locked)
        self.note.show_note(state, NoteKey(talk.id, scope, ""))
        self.remark.show_keyed(RemarkKey(talk.id), talk.remark)
        self._name_remark(talk.kind)
        self.remark.set_locked(state.locked)

    def open_case(self) -> None:
        """Put the cursor in the case."""
        self._turn_to(self.steps["situation"])

    def open_notes(self) -> None:
        """Put the cursor in the notes to the talk."""
        self._turn_to(self.note.edit)

    def commit(self) -> None:
        """Hand over what is being typed."""
        for edit in (*self.steps.values(), self.note.edit, self.remark):
            edit.commit()

    def tell_who(self) -> None:
        """Say who can read what is written here."""
        self._actions.talk.context.questions.tell(WHO_SEES, SEEN_BY)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._back()
        else:
            super().keyPressEvent(event)

    def _turn_to(self, edit: KeyedEdit) -> None:
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(edit))

    def _build(self) -> QWidget:
        top = row(self.back_button, None, self.who_sees)
        case = column(label(CASE, "title"), flowing(_INTRO, "body", "ink2"), 4, gap=6)
        for name, (title, question) in STEPS.items():
            _add(case, title, question, self.steps[name])
        notes = column(label(NOTES, "title"), self.note, gap=8)
        remark = column(gap=4)
        self._remark_title, self._remark_words = _add(remark, *REMARK, self.remark)
        self._words = column(top, case, 8, hair(), 8, notes, 8, hair(), 8, remark, None, gap=8)
        self._words.setContentsMargins(24, 16, 24, 24)
        sheet = frame("sheet", self._words)
        inside = QWidget()
        inside.setLayout(row(sheet, gap=0, margins=(0, 0, 16, 0)))
        return inside

    def _name_remark(self, kind: DialogueKind) -> None:
        """Whose remark it is: the employee's, the team's, or one's own."""
        title, words = REMARKS.get(kind, REMARK)
        set_text(self._remark_title, title)
        set_text(self._remark_words, words)
        self.remark.setAccessibleName(title)
        self.remark.setAccessibleDescription(f"{words} {REMINDER}.")

    def _connect(self) -> None:
        for edit in self.steps.values():
            edit.written.connect(self._actions.write_case)
            edit.ended.connect(self._actions.talk.end_typing)
        self.remark.written.connect(self._actions.write_remark)
        self.remark.ended.connect(self._actions.talk.end_typing)

    def _fit(self) -> None:
        """Lines of a length that can be read."""
        widest = self._actions.talk.theme.px(_WIDEST)
        for edit in (*self.steps.values(), self.note, self.remark):
            edit.setMaximumWidth(widest)


def _add(into: QVBoxLayout, title: str, question: str, edit: KeyedEdit) -> tuple[QLabel, QLabel]:
    above, below = label(title, "strong"), flowing(question, "caption", "ink2")
    above.setBuddy(edit)
    edit.setAccessibleDescription(f"{question} {REMINDER}.")
    for part in (above, below, edit):
        into.addWidget(part)
    into.addSpacing(8)
    return above, below
