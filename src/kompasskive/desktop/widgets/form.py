"""A small dialog: labelled fields, one sentence where something is wrong, and two buttons."""

from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.layouts import column, row
from kompasskive.desktop.widgets.text import label, set_text

WIDTH = 460


class Form(QDialog):
    """Subclasses add fields and override `fault`; the dialog closes only when it is "".

    Texts are names of at most `length` characters each.
    """

    def __init__(self, theme: Theme, title: str, yes: str, intro: str = "") -> None:
        super().__init__()
        self.theme = theme
        self.setWindowTitle(title)
        self._fields = QVBoxLayout()
        self._fields.setSpacing(4)
        self._fault = label("", "small", "bad_ink", wrap=True)
        self._fault.hide()
        self._note = label("", "small", "ink2", wrap=True)
        self._note.hide()
        self.yes = Button(theme, yes, "primary", on_click=self._try)
        self.yes.setDefault(True)
        self.no = Button(theme, "Fortryd", on_click=self.reject)
        head = (label(intro, "small", "ink2", wrap=True),) if intro else ()
        buttons = row(None, self.no, self.yes, gap=8)
        layout = column(
            *head, self._fields, self._note, self._fault, buttons, gap=12, margins=(20, 20, 20, 20)
        )
        self.setLayout(layout)
        self.setMinimumWidth(theme.px(WIDTH))

    def add(self, name: str, field: QWidget, hint: str = "") -> None:
        """A field under its label, which is its buddy; `hint` is small text below."""
        above = label(name, "small_strong")
        above.setBuddy(field)
        field.setAccessibleName(name)
        if self._fields.count():
            self._fields.addSpacing(8)
        self._fields.addWidget(above)
        self._fields.addWidget(field)
        if hint:
            field.setAccessibleDescription(hint)
            self._fields.addWidget(label(hint, "caption", "ink2", wrap=True))

    def line(self, name: str, text: str, length: int, hint: str = "") -> QLineEdit:
        """A line of text with its label."""
        field = QLineEdit(text)
        field.setMaxLength(length)
        self.add(name, field, hint)
        return field

    def lines(self, name: str, hint: str = "") -> QPlainTextEdit:
        """Several lines of plain text with their label."""
        field = QPlainTextEdit()
        field.setTabChangesFocus(True)
        field.setMinimumHeight(self.theme.px(180))
        self.add(name, field, hint)
        return field

    def note(self, text: str) -> None:
        """Say something worth knowing that stops nothing; "" takes it away."""
        set_text(self._note, text)
        self._note.setVisible(bool(text))

    def fault(self) -> str:
        """What is wrong, as one Danish sentence with a remedy; "" when nothing is."""
        return ""

    def _try(self) -> None:
        fault = self.fault()
        set_text(self._fault, fault)
        self._fault.setVisible(bool(fault))
        if not fault:
            self.accept()
