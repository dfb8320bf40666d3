"""The ways out: to paper and to a file, both from the bytes that are shown."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from kompasskive.desktop.context import Context
from kompasskive.desktop.pages.report_job import Paper
from kompasskive.desktop.pages.report_messages import Messages
from kompasskive.desktop.settings import documents_folder
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.flow import Flow
from kompasskive.errors import ExpectedError
from kompasskive.reports import output

PDF_FILTER = "PDF (*.pdf)"


class OutputTools(QWidget):
    """Waits until there is a paper."""

    def __init__(self, context: Context, messages: Messages) -> None:
        super().__init__()
        self._context, self._messages = context, messages
        self.paper: Paper | None = None
        self.file_name = ""
        self._folder: Path | None = None
        theme = context.theme
        self.print_button = Button(theme, "Udskriv …", "primary", "print", self.print_paper)
        self.save_button = Button(theme, "Gem som PDF …", "", "save", self.save)
        buttons = Flow(gap=8)
        for button in (self.print_button, self.save_button):
            buttons.addWidget(button)
        self.setLayout(buttons)
        self.show_paper(None)

    def suggest(self, file_name: str) -> None:
        """The name to offer when the report is saved."""
        self.file_name = file_name

    def show_paper(self, paper: Paper | None) -> None:
        """Work on this paper; None while it is being drawn."""
        self.paper = paper
        self.print_button.setEnabled(paper is not None)
        self.save_button.setEnabled(paper is not None)

    def save(self) -> None:
        """Ask where, and write the bytes that are shown."""
        if self.paper is None:
            return
        suggestion = (self._folder or documents_folder()) / self.file_name
        path = self._context.questions.save_path("Gem som PDF", suggestion, PDF_FILTER)
        if path is None:
            return
        path = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
        try:
            output.write(path, self.paper.pdf)
        except ExpectedError as error:
            self._messages.warn(str(error))
        else:
            self._folder = path.parent
            self._messages.tell(f"Gemt som »{path.name}« i mappen »{path.parent.name}«.")

    def print_paper(self) -> None:
        """Ask for a printer, and print the pages that are shown."""
        if self.paper is None:
            return
        from kompasskive.desktop.printing import print_pages

        try:
            sent = print_pages(self.paper.pdf, Path(self.file_name).stem, self._context.questions)
        except ExpectedError as error:
            self._messages.warn(str(error))
        else:
            if sent:
                self._messages.tell("Sendt til printeren.")
