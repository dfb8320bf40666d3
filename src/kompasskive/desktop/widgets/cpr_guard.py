"""Holds back a text with what looks like a CPR number until the two choose, in the field itself."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from kompasskive.desktop.widgets.held import HELD, HELD_EVENT
from kompasskive.desktop.widgets.layouts import column, row
from kompasskive.desktop.widgets.text import flowing
from kompasskive.dialogue import cpr

QUESTION = "Det ligner et CPR-nummer. Teksten gemmes først, når I har valgt."
REMOVE, KEEP = "Fjern det", "Behold det"
_ASK_AFTER_MS = 1000

Field = TypeVar("Field", bound=QLineEdit | QPlainTextEdit)


class CprStrip(QFrame):
    """One calm line with two answers, along the bottom of a field."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self.setProperty("kind", "warm")
        self.words = flowing(QUESTION, "caption", "warm_ink")
        self.remove = _answer(REMOVE)
        self.keep = _answer(KEEP)
        buttons = row(self.remove, self.keep, None, gap=8)
        self.setLayout(column(self.words, buttons, gap=4, margins=(8, 4, 8, 6)))
        self.hide()

    def height_at(self, width: int) -> int:
        """How high it is at that width."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout else 0


class CprGuard(QObject):
    """`chosen` says that the text may be stored now, as it stands in the field.

    `aside` keeps texts that were held back when the field turned to something else. `fit` lets a
    field that decides its own height make room for `height` pixels.
    """

    chosen = Signal()

    def __init__(
        self, field: QLineEdit | QPlainTextEdit, fit: Callable[[], object] | None = None
    ) -> None:
        super().__init__(field)
        self.field = field
        self._kept: frozenset[str] = frozenset()
        self._fit = fit
        self._least = self._plain = self.height = 0
        self.aside: dict[object, str] = {}
        self._strip: CprStrip | None = None
        field.textChanged.connect(self._review)

    @property
    def held(self) -> bool:
        """Whether the field waits for an answer."""
        return self._strip is not None and not self._strip.isHidden()

    @property
    def strip(self) -> CprStrip:
        """The line in the field; made when it is first needed."""
        if self._strip is None:
            self._strip = CprStrip(self.field)
            self._strip.remove.clicked.connect(self._remove)
            self._strip.keep.clicked.connect(self._keep)
            self.field.installEventFilter(self)
        return self._strip

    def know(self, text: str) -> None:
        """Numbers that are stored already were chosen before."""
        self._kept |= frozenset(cpr.numbers(text))

    def lets(self, text: str) -> bool:
        """Whether a text may be stored; asks in the field when it may not."""
        suspect = any(number not in self._kept for number in cpr.numbers(text))
        if suspect != self.held:
            self._show(suspect)
        return not suspect

    def put_aside(self, key: object) -> None:
        """Keep the held text under a key, and stop asking."""
        self.aside[key] = text_of(self.field)
        self._show(False)

    def take_up(self, key: object) -> None:
        """Show the text that was held under a key again, if one was, and ask again."""
        text = self.aside.pop(key, None)
        if text is not None:
            put_text(self.field, text)
            self.lets(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.held:
            self._lay()
        return super().eventFilter(watched, event)

    def _review(self) -> None:
        if self.held:
            self.lets(text_of(self.field))

    def _remove(self) -> None:
        put_text(self.field, cpr.without(text_of(self.field), self._kept))
        self._finish()

    def _keep(self) -> None:
        self.know(text_of(self.field))
        self._finish()

    def _finish(self) -> None:
        self._show(False)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit()

    def _show(self, on: bool) -> None:
        if on:
            self._least = self.field.minimumHeight()
            self._plain = max(self._least, self.field.height())
        self.strip.setVisible(on)
        self._lay()
        if on:
            QWidget.setTabOrder(self.field, self.strip.remove)
            QWidget.setTabOrder(self.strip.remove, self.strip.keep)
        self.setObjectName(HELD if on or self.aside else "")
        QApplication.sendEvent(self.field.window(), QEvent(HELD_EVENT))

    def _lay(self) -> None:
        """The field grows by the line, so that nothing of the text is covered."""
        field, width = self.field, self.field.width() - 2
        height = self.strip.height_at(width) if self.held else 0
        if height != self.height:
            self.height = height
            self._make_room()
        self.strip.setGeometry(1, field.height() - height - 1, width, height)

    def _make_room(self) -> None:
        field, height = self.field, self.height
        if isinstance(field, QLineEdit):
            field.setTextMargins(0, 0, 0, height)
        else:
            field.setViewportMargins(0, 0, 0, height)
        if self._fit is not None:
            self._fit()
        elif height:
            field.setMinimumHeight(self._plain + height)
        else:
            field.setMinimumHeight(self._least)


def text_of(field: QLineEdit | QPlainTextEdit) -> str:
    """What stands in a field."""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def put_text(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Write a text in a field."""
    if isinstance(field, QLineEdit):
        field.setText(text)
    else:
        field.setPlainText(text)


def guarded(field: Field) -> Field:
    """A field of its own that asks a second after the last key and when it is left."""
    guard = CprGuard(field)
    timer = QTimer(field)
    timer.setSingleShot(True)
    timer.setInterval(_ASK_AFTER_MS)
    timer.timeout.connect(lambda: guard.lets(text_of(field)))
    field.textChanged.connect(lambda *_text: timer.start())
    return field


def asks_first(root: QWidget) -> bool:
    """Whether a guarded field in `root` has to ask; the first one that does gets the keyboard."""
    for guard in root.findChildren(CprGuard):
        if not guard.lets(text_of(guard.field)):
            guard.strip.remove.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
    return False


def _answer(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("kind", "small")
    button.setAutoDefault(False)
    button.setAccessibleDescription(QUESTION)
    return button
