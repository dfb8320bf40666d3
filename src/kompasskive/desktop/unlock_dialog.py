"""Asks for a file's password, or its recovery code; trying it takes a moment, off the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.secret_field import CAPITALS, SecretField
from kompasskive.desktop.widgets.working_form import WorkingForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from kompasskive.desktop.background import Background
    from kompasskive.desktop.theme import Theme

HAS: Final = "»{name}« har en adgangskode."
NAME: Final = "Adgangskode"
CODE: Final = "Gendannelseskode"
CODE_HINT: Final = "De fire linjer på arket. Mellemrum og små bogstaver er uden betydning."
TO_CODE: Final = "Jeg har en gendannelseskode"
BACK: Final = "Jeg har adgangskoden"
NOTHING: Final = "Skriv adgangskoden."


class UnlockDialog(WorkingForm):
    """Accepted once `check`, called with what was typed on another thread, raises nothing.

    `by_code` says which of the two it was. It may be tried as often as one likes. `way_out` is
    offered once something did not fit; `way_out_taken` says whether it was chosen instead.
    """

    def __init__(
        self,
        theme: Theme,
        background: Background,
        name: str,
        check: Callable[[str], object],
        yes: str = "Åbn",
        way_out: str = "",
    ) -> None:
        intro = HAS.format(name=name)
        super().__init__(theme, background, "Skriv adgangskoden", yes, intro)
        self._check = check
        self._typed = ""
        self.by_code = self.way_out_taken = False
        self.secret = SecretField(theme, NAME)
        self.secret.line.capitals.connect(lambda on: self.note(CAPITALS if on else ""))
        self._password_parts = self._part(NAME, self.secret)
        self.code = QPlainTextEdit()
        self.code.setTabChangesFocus(True)
        self.code.setFixedHeight(theme.px(108))
        self._code_parts = self._part(CODE, self.code, CODE_HINT)
        self.other = Button(theme, TO_CODE, "link", on_click=self._swap)
        self._fields.addSpacing(8)
        self._fields.addWidget(self.other)
        self.way_out = Button(theme, way_out, "link", on_click=self._take_way_out)
        self.way_out.hide()
        self._fields.addWidget(self.way_out)
        self._show_parts()

    @property
    def typed(self) -> str:
        """What is typed, as it was typed."""
        return self.code.toPlainText() if self.by_code else self.secret.line.text()

    def fault(self) -> str:
        if not self.by_code:
            return "" if self.typed else NOTHING
        from kompasskive.storage.recovery_code import CodeError, secret_of

        try:
            secret_of(self.typed)
        except CodeError as error:
            return str(error)
        return ""

    def prepare(self) -> None:
        self._typed = self.typed

    def job(self) -> object:
        return self._check(self._typed)

    def refused(self) -> None:
        self.way_out.setVisible(bool(self.way_out.text()))
        self._fit()
        if not self.by_code:
            self.secret.line.selectAll()
        self._first_field().setFocus()

    def done(self, result: int) -> None:
        """Keep nothing of what was typed."""
        super().done(result)
        self._typed = ""
        self.secret.line.clear()
        self.code.clear()

    def _part(self, name: str, field: QWidget, hint: str = "") -> list[QWidget]:
        """A field with its label and hint, which are shown and hidden together."""
        before = self._fields.count()
        self.add(name, field, hint)
        parts: list[QWidget] = []
        for at in range(before, self._fields.count()):
            item = self._fields.itemAt(at)
            widget = item.widget() if item is not None else None
            parts += [widget] if widget is not None else []
        return parts

    def _take_way_out(self) -> None:
        self.way_out_taken = True
        self.reject()

    def _swap(self) -> None:
        self.by_code = not self.by_code
        self.say("")
        self.note("")
        self._show_parts()

    def _show_parts(self) -> None:
        for part in self._password_parts:
            part.setVisible(not self.by_code)
        for part in self._code_parts:
            part.setVisible(self.by_code)
        self.other.set_label(BACK if self.by_code else TO_CODE)
        self._fit()
        self._first_field().setFocus()

    def _first_field(self) -> QWidget:
        return self.code if self.by_code else self.secret.line
