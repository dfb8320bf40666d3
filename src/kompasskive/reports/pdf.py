"""A report as a PDF file: what stands on which page."""

from reportlab.platypus import Flowable

from kompasskive.reports import fonts
from kompasskive.reports.flow import Placed, fill, paginate
from kompasskive.reports.layout import opening, picture_parts, words_parts
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
    ways = words_parts(report, look)
    words = next(ways) if alone else _fitting(list(ways), heights[1])
    for part in picture_parts(report, look):
        picture = [*opening(report, look), *part]
        placed, rest = fill([*picture, *words] if alone else picture, WIDTH, BOX)
        if not rest:
            return [placed, *paginate(() if alone else words, WIDTH, heights[1:] * 2)]
    return paginate([*picture, *words], WIDTH, heights)


def _fitting(ways: list[list[Flowable]], height: float) -> list[Flowable]:
    """The words as designed, or the first way of setting them that fits on one page."""
    fits = (way for way in ways if not fill(way, WIDTH, height)[1])
    return next(fits, ways[0])
