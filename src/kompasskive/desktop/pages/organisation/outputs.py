"""The ways out of Organisation: files and paper, made and written off the window's thread."""

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject

from kompasskive.desktop.background import Background
from kompasskive.desktop.context import Context
from kompasskive.desktop.pages.organisation import papers
from kompasskive.desktop.pages.organisation.figures import Figures
from kompasskive.desktop.pages.organisation.papers import Occasion
from kompasskive.desktop.pages.report_messages import Messages
from kompasskive.desktop.settings import documents_folder
from kompasskive.desktop.widgets.working import Working
from kompasskive.errors import ExpectedError
from kompasskive.reports import output
from kompasskive.reports.file_names import suggested

WRITING: Final = "Filen skrives …"
DRAWING: Final = "Siderne tegnes …"


@dataclass(frozen=True)
class Form:
    """One kind of file: what the menu says, how its name begins, and what makes its bytes.

    `told` is what it tells of; it raises an ExpectedError while that may not go out.
    """

    text: str
    subject: str
    ending: str
    make: Callable[[Occasion], bytes]
    told: Callable[[Occasion], object] = attrgetter("profile")

    @property
    def file_filter(self) -> str:
        """What the file dialog shows."""
        return f"{self.ending[1:].upper()} (*{self.ending})"


ORGANISATION: Final = "Organisationsprofil"
PDF: Final = Form("Gem som PDF …", ORGANISATION, ".pdf", papers.organisation_pdf)
FORMS: Final = (
    PDF,
    Form("Gem som Excel …", ORGANISATION, ".xlsx", papers.workbook_file),
    Form("Gem som CSV …", ORGANISATION, ".csv", papers.csv_file),
    Form("Gem skiven som SVG …", "Organisationens skive", ".svg", papers.dial_file(".svg")),
    Form("Gem skiven som PNG …", "Organisationens skive", ".png", papers.dial_file(".png")),
)
BESIDE: Final = Form(
    "Gem siden med {name} som PDF …",
    "Medarbejder og organisation",
    ".pdf",
    papers.beside_pdf,
    attrgetter("compared"),
)
PROVIDERS: Final = Form("Gem som PDF …", "Til uddannelsesudbydere", ".pdf", papers.provider_pdf)


class Outputs(QObject):
    """Only frozen numbers go out; the reason is said when they are not."""

    def __init__(
        self, context: Context, background: Background, messages: Messages, working: Working
    ) -> None:
        super().__init__()
        self._context, self._background = context, background
        self._messages, self._working = messages, working
        self._folder: Path | None = None

    def occasion(self, figures: Figures, form: Form) -> Occasion:
        """What is written, now."""
        workbook, now = figures.wish.workbook, self._context.now()
        kind = f"{form.subject} {figures.wish.period.key}"
        name = suggested("", now.date(), with_name=False, kind=kind)
        file_name = str(Path(name).with_suffix(form.ending))
        return Occasion(figures, workbook.organisation, now, file_name)

    def save(self, figures: Figures, form: Form) -> None:
        """Ask where, then make and write it."""
        occasion = self.occasion(figures, form)
        try:
            form.told(occasion)
        except ExpectedError as error:
            self._messages.warn(str(error))
            return
        path = self._ask_path(occasion.file_name, form)
        if path is None:
            return
        self._folder = path.parent
        self._working.begin(WRITING)
        self._background.start(
            lambda: output.write(path, form.make(occasion)),
            lambda _nothing: self._written(path),
            self._fail,
        )

    def print_out(self, figures: Figures, form: Form) -> None:
        """Make the pages, then ask for a printer."""
        occasion = self.occasion(figures, form)
        self._working.begin(DRAWING)
        self._background.start(
            lambda: form.make(occasion),
            lambda pdf: self._print(pdf, Path(occasion.file_name).stem),
            self._fail,
        )

    def print_pages(self, pdf: bytes, title: str) -> None:
        """Ask for a printer, and print finished pages."""
        self._print(pdf, title)

    def _ask_path(self, file_name: str, form: Form) -> Path | None:
        suggestion = (self._folder or documents_folder()) / file_name
        path = self._context.questions.save_path(
            form.text.rstrip(" …"), suggestion, form.file_filter
        )
        if path is None or path.suffix.lower() == form.ending:
            return path
        return path.with_name(f"{path.name}{form.ending}")

    def _written(self, path: Path) -> None:
        self._working.end()
        self._messages.tell(f"Gemt som »{path.name}« i mappen »{path.parent.name}«.")

    def _print(self, pdf: bytes, title: str) -> None:
        from kompasskive.desktop.printing import print_pages

        self._working.end()
        try:
            sent = print_pages(pdf, title, self._context.questions)
        except ExpectedError as error:
            self._messages.warn(str(error))
        else:
            if sent:
                self._messages.tell("Sendt til printeren.")

    def _fail(self, error: ExpectedError) -> None:
        self._working.end()
        self._messages.warn(str(error))
