"""Writing an agreement where it stands; each field is stored as it is left."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QWidget

from kompasskive.desktop.pages.about_editor import field_options
from kompasskive.desktop.pages.agreement_ways import Dimensions, LearningForms
from kompasskive.desktop.pages.open_talk import OpenTalk
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.choice import Choice
from kompasskive.desktop.widgets.date_field import DateField
from kompasskive.desktop.widgets.layouts import column, row
from kompasskive.desktop.widgets.line_edit import LineEdit
from kompasskive.desktop.widgets.text import label, set_text
from kompasskive.desktop.widgets.text_edit import TextEdit
from kompasskive.desktop.wording import WHY_DROPPED
from kompasskive.dialogue import keeping
from kompasskive.dialogue.keeping import STATUS_WORDS
from kompasskive.dialogue.model import Agreement, AgreementStatus

Change = Callable[[Agreement], Agreement]
STORY_SIGN = "  ·  "


class AgreementEditor(QFrame):
    """`changed` carries an Agreement and the key that merges one field's typing."""

    changed = Signal(object, str)
    finished = Signal()
    removed = Signal()

    def __init__(self, talk: OpenTalk) -> None:
        super().__init__()
        theme = talk.theme
        self._talk, self._agreement = talk, Agreement("", "")
        self.setProperty("kind", "track")
        self.what = TextEdit(theme, "Hvad gør vi?", lines=2, grows=True)
        self.field = Choice("Felt", field_options(talk.framework))
        self.dimensions = Dimensions(talk)
        self.forms = LearningForms(talk)
        self.who = LineEdit("Hvem?", "fx Jens og Amina")
        self.due = DateField(theme, "Senest")
        self.follow_up = LineEdit("Opfølgning", "fx teammøde i marts")
        self.follow_up_on = DateField(theme, "Dato for opfølgning")
        self.status = Choice("Status", STATUS_WORDS.items())
        self.reason = LineEdit(WHY_DROPPED)
        self.story = label("", "caption", "ink2", wrap=True)
        self.management = TextEdit(theme, "Hvad skal ledelsen gøre?", lines=1, grows=True)
        self._pairs: list[QBoxLayout] = []
        self._reason = labelled(WHY_DROPPED, self.reason)
        self._build()
        self._connect()

    def show_agreement(self, agreement: Agreement) -> None:
        """Show an agreement, leaving what is being typed alone."""
        self._agreement = agreement
        framework = self._talk.framework
        self.what.show_text(agreement.what)
        self.field.set_options(field_options(framework))
        self.field.show_value(agreement.field_id)
        self.dimensions.show_chosen(agreement.dimensions)
        self.forms.show_chosen(agreement.learning_forms, agreement.dimensions)
        self.who.show_text(agreement.who)
        self.due.show_date(agreement.due_on)
        self.follow_up.show_text(agreement.follow_up)
        self.follow_up_on.show_date(agreement.follow_up_on)
        self.status.show_value(agreement.status)
        self.reason.show_text(agreement.status_reason)
        self._reason.setVisible(agreement.status is AgreementStatus.DROPPED)
        set_text(self.story, STORY_SIGN.join(keeping.story(agreement)))
        self.story.setVisible(bool(agreement.steps))
        self.management.show_text(agreement.management)

    def commit(self) -> None:
        """Store what is being typed."""
        for field in (self.what, self.who, self.due, self.follow_up, self.follow_up_on):
            field.commit()
        self.reason.commit()
        self.management.commit()

    def _build(self) -> None:
        theme = self._talk.theme
        done = Button(theme, "Færdig", "small", on_click=self.finished.emit)
        remove = Button(theme, "Fjern aftalen", "quiet", on_click=self.removed.emit)
        self.done, self.remove_button = done, remove
        self.setLayout(
            column(
                labelled("Hvad gør vi?", self.what),
                self._pair(labelled("Felt", self.field), self.dimensions),
                self.forms,
                self._pair(labelled("Hvem?", self.who), labelled("Senest", self.due)),
                self._pair(
                    labelled("Opfølgning", self.follow_up),
                    labelled("Dato for opfølgning", self.follow_up_on),
                ),
                self._pair(labelled("Status", self.status), self._reason),
                self.story,
                labelled("Hvad skal ledelsen gøre?", self.management),
                row(done, remove, None),
                gap=12,
                margins=(16, 16, 16, 16),
            )
        )

    def _pair(self, first: QWidget, second: QWidget) -> QBoxLayout:
        pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        pair.setSpacing(16)
        pair.addWidget(first, 1)
        pair.addWidget(second, 1)
        self._pairs.append(pair)
        return pair

    def set_narrow(self, narrow: bool) -> None:
        """Fields under each other instead of two and two."""
        direction = QBoxLayout.Direction
        for pair in self._pairs:
            pair.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def _connect(self) -> None:
        self._typed(self.what, "what", lambda text: lambda a: replace(a, what=text))
        self._typed(self.who, "who", lambda text: lambda a: replace(a, who=text))
        self._typed(self.follow_up, "follow_up", lambda t: lambda a: replace(a, follow_up=t))
        self._typed(self.reason, "reason", lambda text: lambda a: self._going(a, a.status, text))
        self._typed(self.management, "management", lambda t: lambda a: replace(a, management=t))
        self.field.picked.connect(lambda value: self._put(lambda a: replace(a, field_id=value)))
        self.dimensions.picked.connect(lambda ds: self._put(lambda a: replace(a, dimensions=ds)))
        self.forms.picked.connect(lambda fs: self._put(lambda a: replace(a, learning_forms=fs)))
        self.status.picked.connect(lambda value: self._put(lambda a: self._going(a, value)))
        self.due.chosen.connect(lambda day: self._put(_due(day)))
        self.follow_up_on.chosen.connect(lambda day: self._put(_follow_up_on(day)))

    def _typed(
        self, field: TextEdit | LineEdit, name: str, change: Callable[[str], Change]
    ) -> None:
        field.committed.connect(
            lambda text: self._put(change(text), f"agreement {self._agreement.id} {name}")
        )
        field.ended.connect(self._talk.end_typing)

    def _going(self, agreement: Agreement, status: object, reason: str = "") -> Agreement:
        today = self._talk.context.now().date()
        return keeping.told(agreement, AgreementStatus(str(status)), reason, today)

    def _put(self, change: Change, merge: str = "") -> None:
        self.changed.emit(change(self._agreement), merge)


def labelled(name: str, field: QWidget) -> QWidget:
    """A field under its label, which is its buddy."""
    above: QLabel = label(name, "caption_strong", "ink2")
    above.setBuddy(field)
    held = QWidget()
    held.setLayout(column(above, field, None, gap=4))
    return held


def _due(day: date | None) -> Change:
    return lambda agreement: replace(agreement, due_on=day)


def _follow_up_on(day: date | None) -> Change:
    return lambda agreement: replace(agreement, follow_up_on=day)
