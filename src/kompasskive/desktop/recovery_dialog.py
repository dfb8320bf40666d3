"""Shows a file's recovery code, to be printed or kept as PDF; nothing of it is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout

from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.layouts import frame, row
from kompasskive.desktop.widgets.text import label
from kompasskive.desktop.widgets.working_form import BusyForm
from kompasskive.errors import ExpectedError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QPushButton

    from kompasskive.desktop.background import Background
    from kompasskive.desktop.context import Context

TITLE: Final = "Gendannelseskode"
INTRO: Final = (
    "Koden er filens nøgle, skrevet ud. Den åbner filen, hvis adgangskoden er glemt – også for"
    " andre, der har både koden og filen. Skriv den ud, og lås arket inde, et andet sted end filen."
    " Den gælder, til adgangskoden skiftes eller fjernes."
)
SENT: Final = "Arket er sendt til printeren."
SAVED: Final = "Koden ligger nu i »{name}«. Flyt den til et andet sted end filen."
PDF_FILTER: Final = "PDF (*.pdf)"


def _card(code: Sequence[str]) -> QFrame:
    """The groups of the code in rows and columns, read aloud as one text."""
    grid = QGridLayout()
    grid.setContentsMargins(16, 16, 16, 16)
    grid.setVerticalSpacing(6)
    for row_at, line in enumerate(code):
        for at, signs in enumerate(line.split()):
            group = label(signs, "title")
            group.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            grid.addWidget(group, row_at, at)
    card = frame("card", grid)
    card.setAccessibleName(". ".join(code))
    return card


class RecoveryDialog(BusyForm):
    """The code of an open file. Printing and saving may be repeated; "Luk" closes it.

    The sheet is drawn, written and sent off the window's thread.
    """

    def __init__(
        self, context: Context, background: Background, code: Sequence[str], file_name: str
    ) -> None:
        super().__init__(context.theme, background, TITLE, "Luk", INTRO)
        self._context, self._code, self._name = context, code, file_name
        self._fields.addSpacing(8)
        self._fields.addWidget(_card(code))
        theme = context.theme
        self.print_button = Button(theme, "Skriv ud …", icon_name="print", on_click=self._print)
        self.save_button = Button(theme, "Gem som PDF …", icon_name="save", on_click=self._save)
        self._fields.addSpacing(12)
        self._fields.addLayout(row(self.print_button, self.save_button, None, gap=8))
        self._first = self.print_button
        self.no.hide()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        return (*super().buttons, self.print_button, self.save_button)

    def _print(self) -> None:
        self.do(self._pdf, self._ask_printer)

    def _ask_printer(self, pdf: bytes) -> None:
        from kompasskive.desktop.printing import ask_printer

        try:
            printer = ask_printer(TITLE, self._context.questions)
        except ExpectedError as error:
            self.say(str(error))
            return
        if printer is not None:
            self._send(pdf, printer)

    def _send(self, pdf: bytes, printer: QPrinter) -> None:
        from kompasskive.desktop.printing import paint_pages

        self.do(lambda: paint_pages(pdf, printer), lambda _: self.note(SENT))

    def _save(self) -> None:
        from kompasskive.desktop.settings import documents_folder

        suggestion = documents_folder() / f"{TITLE}.pdf"
        path = self._context.questions.save_path("Gem koden som PDF", suggestion, PDF_FILTER)
        if path is None:
            return
        target = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
        self.do(lambda: self._write(target), lambda _: self.note(SAVED.format(name=target.name)))

    def _write(self, target: Path) -> None:
        from kompasskive.reports.output import write

        write(target, self._pdf())

    def _pdf(self) -> bytes:
        from kompasskive.reports.recovery_page import render

        return render(self._code, self._name, self._context.now())
