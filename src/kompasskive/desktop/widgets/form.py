"""A small dialog: labelled fields, one sentence where something is wrong, and two buttons."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.cpr_guard import asks_first, guarded
from kompasskive.desktop.widgets.focus_order import follow_layout
from kompasskive.desktop.widgets.layouts import column, frame, row
from kompasskive.desktop.widgets.removed import tell_of_fields
from kompasskive.desktop.widgets.text import label, set_text

WIDTH = 460


def height_at(layout: QLayout, width: int) -> int:
    """How high a layout wants to be at that width."""
    own = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else 0
    return own or layout.totalSizeHint().height()


class Form(QDialog):
    """Subclasses add fields and override `fault`; the dialog closes only when it is "".

    Texts are names of at most `length` characters each.
    """

    def __init__(self, theme: Theme, title: str, yes: str, intro: str = "") -> None:
        super().__init__()
        self.theme = theme
        self._first: QWidget | None = None
        self._room = QGuiApplication.primaryScreen().availableSize()
        self._width = min(theme.px(WIDTH), self._room.width() - 40)
        self.setWindowTitle(title)
        body = frame("win")
        self._fields = QVBoxLayout(body)
        self._fields.setContentsMargins(20, 20, 20, 8)
        self._fields.setSpacing(4)
        if intro:
            self._fields.addWidget(self._words(intro, "small"))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(body)
        self._fault = self._words("", "small", "bad_ink")
        self._note = self._words("", "small")
        self.yes = Button(theme, yes, "primary", on_click=self._try)
        self.yes.setDefault(True)
        self.no = Button(theme, "Fortryd", on_click=self.reject)
        buttons = row(None, self.no, self.yes, gap=8)
        foot = column(self._note, self._fault, buttons, gap=12, margins=(20, 0, 20, 20))
        self._foot_layout, self._foot = foot, frame("win", foot)
        self.setLayout(column(self._area, self._foot, gap=12))
        for words in (self._note, self._fault):
            words.hide()

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()
        follow_layout(self)
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.TabFocusReason)
        super().showEvent(event)

    def _fit(self) -> None:
        """As high as its fields and words, and no higher than the screen; then fields scroll."""
        self._foot_layout.activate()
        foot = height_at(self._foot_layout, self._width)
        fields = height_at(self._fields, self._width)
        self._area.setFixedHeight(max(120, min(fields, self._room.height() - foot - 80)))
        self._foot.setFixedHeight(foot)
        self.setFixedSize(self._width, self._area.height() + foot + 12)

    def _words(self, text: str, kind: str, tone: str = "ink2") -> QLabel:
        words = label(text, kind, tone, wrap=True)
        words.setMinimumWidth(self._width - 56)
        return words

    def add(self, name: str, field: QWidget, hint: str = "") -> None:
        """A field under its label, which is its buddy; `hint` is small text below."""
        self._first = self._first or field
        above = label(name, "small_strong")
        above.setBuddy(field)
        field.setAccessibleName(name)
        if self._fields.count():
            self._fields.addSpacing(8)
        self._fields.addWidget(above)
        self._fields.addWidget(field)
        if hint:
            field.setAccessibleDescription(hint)
            self._fields.addWidget(self._words(hint, "caption"))

    def add_plain(self, field: QWidget) -> None:
        """A field that says itself what it is, such as a tick."""
        self._first = self._first or field
        self._fields.addSpacing(8)
        self._fields.addWidget(field)

    def line(self, name: str, text: str, length: int, hint: str = "") -> QLineEdit:
        """A line of text with its label."""
        field = guarded(QLineEdit(text))
        field.setMaxLength(length)
        self.add(name, field, hint)
        return field

    def lines(self, name: str, hint: str = "") -> QPlainTextEdit:
        """Several lines of plain text with their label."""
        field = guarded(QPlainTextEdit())
        field.setTabChangesFocus(True)
        field.setMinimumHeight(self.theme.px(180))
        self.add(name, field, hint)
        return field

    def note(self, text: str) -> None:
        """Say something worth knowing that stops nothing; "" takes it away."""
        set_text(self._note, text)
        self._note.setVisible(bool(text))
        self._fit()

    def fault(self) -> str:
        """What is wrong, as one Danish sentence with a remedy; "" when nothing is."""
        return ""

    def _try(self) -> None:
        fault = self.fault()
        set_text(self._fault, fault)
        self._fault.setVisible(bool(fault))
        self._fit()
        if not fault and not asks_first(self):
            tell_of_fields(self)
            self.accept()
