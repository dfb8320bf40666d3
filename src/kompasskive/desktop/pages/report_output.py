"""The ways out: to paper and to a file, both from the bytes that are shown."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from kompasskive.desktop.background import Background
from kompasskive.desktop.context import Context
from kompasskive.desktop.pages.report_job import Paper
from kompasskive.desktop.pages.report_messages import Messages
from kompasskive.desktop.settings import documents_folder
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.flow import Flow
from kompasskive.desktop.widgets.layouts import column
from kompasskive.desktop.widgets.text import label
from kompasskive.errors import ExpectedError
from kompasskive.reports import output

FORMS = {
    ".pdf": ("Gem som PDF …", "PDF (*.pdf)"),
    ".html": ("HTML …", "HTML (*.html)"),
    ".txt": ("Tekst …", "Tekst (*.txt)"),
    ".docx": ("Planen til Word …", "Word (*.docx)"),
}
"""Ending -> what the button says, and what the file dialog does."""


class OutputTools(QWidget):
    """Waits until there is a paper."""

    def __init__(self, context: Context, messages: Messages, background: Background) -> None:
        super().__init__()
        self._context, self._messages, self._background = context, messages, background
        self.paper: Paper | None = None
        self.file_name = ""
        self._folder: Path | None = None
        theme = context.theme
        self.print_button = Button(theme, "Udskriv …", "primary", "print", self.print_paper)
        self.save_button = Button(theme, FORMS[".pdf"][0], "", "save", self.save)
        self.others = {
            ending: Button(theme, said, "link", "", partial(self.save, ending))
            for ending, (said, _) in FORMS.items()
            if ending != ".pdf"
        }
        first, others = Flow(gap=8), Flow(gap=8)
        first.addWidget(self.print_button)
        first.addWidget(self.save_button)
        others.addWidget(label("Gem også som", "small", "ink2"))
        for button in self.others.values():
            others.addWidget(button)
        self.setLayout(column(first, others, gap=8))
        self.show_paper(None)

    def suggest(self, file_name: str) -> None:
        """The name to offer when the report is saved."""
        self.file_name = file_name

    def show_paper(self, paper: Paper | None) -> None:
        """Work on this paper; None while it is being drawn."""
        self.paper = paper
        self.print_button.setEnabled(paper is not None)
        for button in (self.save_button, *self.others.values()):
            button.setEnabled(paper is not None)

    def offer_plan(self, there: bool) -> None:
        """Word takes the plan only, which the notes do not have."""
        self.others[".docx"].setVisible(there)

    def save(self, ending: str = ".pdf") -> None:
        """Ask where, and write the bytes that are shown, or what they say in another form."""
        paper = self.paper
        if paper is None or (path := self._ask_path(ending)) is None:
            return
        self._folder = path.parent
        told = f"Gemt som »{path.name}« i mappen »{path.parent.name}«."
        self._work(lambda: output.write(path, _content(paper, ending)), told)

    def _ask_path(self, ending: str) -> Path | None:
        name = Path(self.file_name).with_suffix(ending).name
        suggestion = (self._folder or documents_folder()) / name
        path = self._context.questions.save_path("Gem rapporten", suggestion, FORMS[ending][1])
        if path is None or path.suffix.lower() == ending:
            return path
        return path.with_name(f"{path.name}{ending}")

    def print_paper(self) -> None:
        """Ask for a printer, and print the pages that are shown."""
        paper = self.paper
        if paper is None:
            return
        from kompasskive.desktop.printing import ask_printer, paint_pages

        try:
            printer = ask_printer(Path(self.file_name).stem, self._context.questions)
        except ExpectedError as error:
            self._messages.warn(str(error))
            return
        if printer is not None:
            self._messages.tell("Sender til printeren …")
            self._work(lambda: paint_pages(paper.pdf, printer), "Sendt til printeren.")

    def _work(self, work: Callable[[], object], told: str) -> None:
        """A slow drive or printer never holds the window."""
        self._background.start(
            work,
            lambda _done: self._messages.tell(told),
            lambda error: self._messages.warn(str(error)),
        )


def _content(paper: Paper, ending: str) -> bytes:
    """On the worker's thread."""
    if ending == ".pdf":
        return paper.pdf
    from kompasskive.reports.forms import render

    return render(ending, paper.report, paper.grey)
