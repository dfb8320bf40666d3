"""One agreement: a row of the table or a card, and its editor when it is open."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kompasskive import danish
from kompasskive.desktop.pages.agreement_editor import AgreementEditor
from kompasskive.desktop.pages.open_talk import OpenTalk
from kompasskive.desktop.pages.plan_columns import HEADS, Columns
from kompasskive.desktop.widgets.layouts import clear, column, hair, row
from kompasskive.desktop.widgets.split import reveal
from kompasskive.desktop.widgets.symbols import Symbol
from kompasskive.desktop.widgets.text import label, set_text
from kompasskive.desktop.wording import gentle_check
from kompasskive.dialogue.keeping import STATUS_WORDS, story
from kompasskive.dialogue.model import Agreement
from kompasskive.framework.model import Dimension

_SIGN = 14


class Owner(Protocol):
    """The table an agreement's row asks to store, open, close and remove it."""

    def put(self, agreement: Agreement, merge: str = "") -> None:
        """Store it."""

    def edit(self, agreement_id: str) -> None:
        """Open it."""

    def leave(self) -> None:
        """Close what is open."""

    def remove(self, agreement_id: str) -> None:
        """Remove it."""


class AgreementRow(QWidget):
    """Reads as a row that is pressed to be edited; the editor takes its place."""

    def __init__(self, talk: OpenTalk, owner: Owner) -> None:
        super().__init__()
        self._talk, self._owner = talk, owner
        self._agreement, self._cards = Agreement("", ""), False
        self.face = AgreementFace(talk)
        self.face.clicked.connect(lambda: owner.edit(self._agreement.id))
        self._editor: AgreementEditor | None = None
        self._column = column(self.face, hair(), gap=0)
        self.setLayout(self._column)

    def set_cards(self, cards: bool) -> None:
        """Cells and fields under each other, each with its heading."""
        self._cards = cards
        self.face.set_cards(cards)
        if self._editor is not None:
            self._editor.set_narrow(cards)

    def show_agreement(self, agreement: Agreement, place: str, editing: bool) -> None:
        """Show an agreement; `place` is such as "Aftale 1 af 3"."""
        self._agreement = agreement
        self.face.show_agreement(agreement, place)
        self.face.setVisible(not editing)
        if editing:
            self._open_editor().show_agreement(agreement)
        if self._editor is not None:
            self._editor.setVisible(editing)

    @property
    def editor(self) -> AgreementEditor:
        """Where the agreement is written; made when it is first opened."""
        return self._open_editor()

    def begin(self) -> None:
        """Put the cursor in the first field."""
        self._open_editor().what.setFocus()
        reveal(self)

    def commit(self) -> None:
        """Store what is being typed."""
        if self._editor is not None:
            self._editor.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.face.isVisible():
            self._finish()
        else:
            super().keyPressEvent(event)

    def _open_editor(self) -> AgreementEditor:
        if self._editor is None:
            self._editor = AgreementEditor(self._talk)
            self._editor.set_narrow(self._cards)
            self._column.insertWidget(1, self._editor)
            self._editor.changed.connect(self._owner.put)
            self._editor.finished.connect(self._finish)
            self._editor.removed.connect(lambda: self._owner.remove(self._agreement.id))
        return self._editor

    def _finish(self) -> None:
        self._owner.leave()
        self.face.setFocus()


class AgreementFace(QAbstractButton):
    """An agreement in words; its accessible name says all of it."""

    def __init__(self, talk: OpenTalk) -> None:
        super().__init__()
        self._talk = talk
        self._dimensions: tuple[Dimension, ...] | None = None
        self.setProperty("ring_radius", 8)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._signs = row(gap=4, margins=(0, 2, 0, 0))
        signs = QWidget()
        signs.setLayout(self._signs)
        self._values = [label("", "small", "ink2", wrap=True) for _ in HEADS[1:]]
        self._heads = [label(head, "caption_strong", "ink2") for head in HEADS[1:]]
        self._values[0] = label("", "body", wrap=True)
        self._values[3] = label("", "small", wrap=True)
        self.hint = label("", "caption", "ink2", wrap=True)
        self.story = label("", "caption", "ink2", wrap=True)
        cells = [self._cell(i) for i in range(len(self._values))]
        self._first = cells[0]
        self._first.installEventFilter(self)
        self._columns = Columns([signs, *cells])
        self.setLayout(column(self._columns, self.story, gap=4, margins=(0, 10, 0, 10)))
        self.set_cards(False)

    def set_cards(self, cards: bool) -> None:
        """Cells under each other, each with its heading."""
        self._columns.set_cards(cards)
        for head in self._heads[1:]:
            head.setVisible(cards)
        self._heads[0].hide()

    def show_agreement(self, agreement: Agreement, place: str) -> None:
        """Show an agreement."""
        due = danish.short_date(agreement.due_on) if agreement.due_on else ""
        shown = (
            agreement.what or "Ikke skrevet endnu",
            ", ".join(agreement.learning_forms),
            agreement.who,
            due,
            follow_up_text(agreement),
            STATUS_WORDS[agreement.status],
        )
        for target, text in zip(self._values, shown, strict=True):
            set_text(target, text)
        set_text(self.hint, gentle_check(agreement))
        self.hint.setVisible(bool(self.hint.text()))
        set_text(self.story, "  ·  ".join(story(agreement)))
        self.story.setVisible(bool(agreement.steps))
        self._show_signs(agreement.dimensions)
        self.setEnabled(not self._talk.locked)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._tell(agreement, place, shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The story stands under the first words, wherever they are put."""
        if event.type() == QEvent.Type.Move:
            self.story.setIndent(self._first.x())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._talk.theme.color("sunken"))
            painter.drawRoundedRect(self.rect(), 8, 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _cell(self, index: int) -> QWidget:
        cell = QWidget()
        parts: list[QLabel] = [self._heads[index], self._values[index]]
        layout = column(*parts, *([self.hint] if index == 0 else []), gap=2)
        layout.addStretch(1)
        cell.setLayout(layout)
        return cell

    def _show_signs(self, dimensions: tuple[Dimension, ...]) -> None:
        if dimensions == self._dimensions:
            return
        self._dimensions = dimensions
        clear(self._signs)
        for dimension in dimensions:
            self._signs.addWidget(
                Symbol(self._talk.theme, dimension, _SIGN), 0, Qt.AlignmentFlag.AlignTop
            )
        self._signs.addStretch(1)

    def _tell(self, agreement: Agreement, place: str, shown: Sequence[str]) -> None:
        names = [self._talk.framework.dimension(d).name for d in agreement.dimensions]
        told = [f"{head} {text}" for head, text in zip(HEADS[2:], shown[1:], strict=True) if text]
        self.setAccessibleName(", ".join([place, shown[0], *names, *told]))
        said = (self.hint.text(), *(story(agreement) if agreement.steps else ()))
        self.setAccessibleDescription(". ".join(part for part in said if part))


def follow_up_text(agreement: Agreement) -> str:
    """ "Teammøde i marts, 15.1.2027": the words, the date, or both."""
    day = danish.short_date(agreement.follow_up_on) if agreement.follow_up_on else ""
    return ", ".join(part for part in (agreement.follow_up, day) if part)
