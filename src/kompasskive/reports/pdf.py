"""A report as a PDF file: what stands on which page."""

from math import ceil

from reportlab.platypus import Flowable

from kompasskive.reports import fonts
from kompasskive.reports.flow import UNBOUNDED, Placed, extent, fill, paginate
from kompasskive.reports.flowables import WritingLines
from kompasskive.reports.layout import opening, picture_parts, spare_lines, words_part
from kompasskive.reports.model import ProfileReport
from kompasskive.reports.pages import BOX, RUNNING_HEAD, Frame, bound
from kompasskive.reports.styles import WIDTH, Styles, styles


def render(report: ProfileReport, grey: bool = False) -> bytes:
    """The report as a PDF; `grey` prints greys and patterns instead of colours."""
    look = styles(grey)
    frame = Frame(
        document_title=report.document_title,
        subject=report.subject,
        running=report.title,
        source=report.file_name,
        printed=f" · {report.printed}",
        audience=report.confidentiality,
        draft=report.draft,
    )
    return bound(_pages(report, look), frame, look)


def replaced(report: ProfileReport) -> tuple[str, ...]:
    """The characters the font lacks, which the print-out shows by number."""
    return fonts.replaced(report.texts())


def _pages(report: ProfileReport, look: Styles) -> list[list[Placed]]:
    """The words begin a new page, unless they are only an end or what is before fills one."""
    heights = (BOX, BOX - RUNNING_HEAD)
    alone = report.words is None or report.dial is None
    words = words_part(report, look) if alone else _words(report, look, heights[1])
    for part in picture_parts(report, look):
        picture = [*opening(report, look), *part]
        placed, rest = fill([*picture, *words] if alone else picture, WIDTH, BOX)
        if not rest:
            return [placed, *paginate(() if alone else words, WIDTH, heights[1:] * 2)]
    return paginate([*picture, *words], WIDTH, heights)


def _words(report: ProfileReport, look: Styles, height: float) -> list[Flowable]:
    """The words with as many lines as keep them on one page, or as designed where none do."""
    words = words_part(report, look)
    over = extent(fill(words, WIDTH, UNBOUNDED)[0]) - height
    spared = ceil(over / WritingLines.STEP)
    return words_part(report, look, spared) if 0 < spared <= spare_lines(report) else words
