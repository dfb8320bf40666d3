"""Drawing the report off the window's thread; what is no longer wanted is dropped."""

from dataclasses import dataclass
from datetime import datetime

from kompasskive.desktop.latest import Latest
from kompasskive.dialogue.model import Dialogue, Workbook
from kompasskive.reports.model import Included, ProfileReport


@dataclass(frozen=True)
class Wish:
    """Everything the report depends on but the time it is printed.

    `notes` asks for the notes that are deleted instead of the profile.
    """

    workbook: Workbook
    dialogue_id: str
    previous: Dialogue | None
    included: Included
    grey: bool
    file_name: str
    notes: bool = False
    one_page: bool = False


@dataclass(frozen=True)
class Pages:
    """A finished PDF and a page's text each; `grey` says whether it is without colours."""

    grey: bool
    pdf: bytes
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Paper(Pages):
    """A report as a PDF; `replaced` are characters its font lacks.

    `report` is what it says, for the other forms.
    """

    report: ProfileReport
    replaced: tuple[str, ...]


class PaperJob(Latest):
    """`ready` carries a Paper."""

    def request(self, wish: Wish, printed_at: datetime) -> bool:
        """Draw, unless just this was asked for last; whether anything began."""
        return self.start(wish, lambda: draw(wish, printed_at))


def draw(wish: Wish, printed_at: datetime) -> Paper:
    """The report as a PDF; slow the first time, while ReportLab is imported."""
    from kompasskive.reports import pdf

    report = _report(wish, printed_at)
    content = pdf.render(report, wish.grey)
    return Paper(wish.grey, content, texts_of(content), report, pdf.replaced(report))


def texts_of(content: bytes) -> tuple[str, ...]:
    """The text of each page of a PDF."""
    from kompasskive.reports import preview

    pages = range(preview.page_count(content))
    return tuple(preview.page_text(content, index) for index in pages)


def _report(wish: Wish, printed_at: datetime) -> ProfileReport:
    from kompasskive.reports.notes import compose
    from kompasskive.reports.variants import one_page, talk_notes

    dialogue = wish.workbook.dialogue(wish.dialogue_id)
    if wish.notes:
        return talk_notes(wish.workbook, dialogue, printed_at, wish.file_name)
    report = compose(
        wish.workbook, dialogue, wish.previous, wish.included, printed_at, wish.file_name
    )
    return one_page(report) if wish.one_page else report
