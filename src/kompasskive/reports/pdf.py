"""The Kompetenceprofil as a PDF file: pages, running heads, footers and metadata."""

from pathlib import Path

from kompasskive.reports import fonts, output
from kompasskive.reports.flow import Placed, draw, fill, paginate
from kompasskive.reports.fonts import BOLD, REGULAR, SEMIBOLD
from kompasskive.reports.layout import opening, picture_parts, words_part
from kompasskive.reports.model import ProfileReport
from kompasskive.reports.outline import DRAFT, DRAFT_MEANING
from kompasskive.reports.structure import Node
from kompasskive.reports.styles import (
    BOTTOM,
    LEFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    TOP,
    WIDTH,
    Styles,
    styles,
)
from kompasskive.reports.tagged_canvas import TaggedCanvas

_RUNNING_HEAD = 16.0
_DRAFT_WIDTH = 162.0
_FOOT_AIR = 5.0
_BOX = PAGE_HEIGHT - TOP - BOTTOM - _FOOT_AIR


def render(report: ProfileReport, grey: bool = False) -> bytes:
    """The report as a PDF; `grey` prints greys and patterns instead of colours."""
    look = styles(grey)
    pages = _pages(report, look)
    canvas = TaggedCanvas((PAGE_WIDTH, PAGE_HEIGHT), report.document_title, report.subject)
    for number, placed in enumerate(pages, start=1):
        _head(canvas, report, look, number)
        top = PAGE_HEIGHT - TOP - (_RUNNING_HEAD if number > 1 else 0)
        draw(canvas, placed, LEFT, top)
        with canvas.artifact("Pagination"):
            _foot(canvas, report, look, f"Side {number} af {len(pages)}")
        canvas.showPage()
    return canvas.finished()


def write(path: Path, report: ProfileReport, grey: bool = False) -> None:
    """Render to `path`; OutputError when it cannot be written, and an older file is untouched."""
    output.write(path, render(report, grey))


def replaced(report: ProfileReport) -> tuple[str, ...]:
    """The characters the font lacks, which the print-out shows by number."""
    return fonts.replaced(report.texts())


def _pages(report: ProfileReport, look: Styles) -> list[list[Placed]]:
    """The words begin a new page, unless they are only an end or what is before fills one."""
    heights = (_BOX, _BOX - _RUNNING_HEAD)
    words = words_part(report, look)
    alone = report.words is None
    for part in picture_parts(report, look):
        picture = [*opening(report, look), *part]
        placed, rest = fill([*picture, *words] if alone else picture, WIDTH, _BOX)
        if not rest:
            return [placed, *paginate(() if alone else words, WIDTH, heights[1:] * 2)]
    return paginate([*picture, *words], WIDTH, heights)


def _head(canvas: TaggedCanvas, report: ProfileReport, look: Styles, number: int) -> None:
    """KLADDE on every page of a draft, read aloud on the first, and the title on the others."""
    if number == 1:
        if report.draft:
            _draft_mark(canvas, look)
        return
    with canvas.artifact("Pagination"):
        if report.draft:
            _draft_mark(canvas, look)
        _running_title(canvas, report, look)


def _running_title(canvas: TaggedCanvas, report: ProfileReport, look: Styles) -> None:
    room = WIDTH - (_DRAFT_WIDTH if report.draft else 0)
    canvas.setFillColor(look.ink2)
    canvas.setFont(SEMIBOLD, 9.5)
    text = fonts.elided(fonts.printable(report.title), SEMIBOLD, 9.5, room)
    canvas.drawString(LEFT, PAGE_HEIGHT - TOP - 8, text)


def _draft_mark(canvas: TaggedCanvas, look: Styles) -> None:
    """A plate in the page's top right corner, _DRAFT_WIDTH wide with its words and air."""
    width, height, right = 62.0, 17.0, LEFT + WIDTH
    bottom = PAGE_HEIGHT - TOP - 11.5
    canvas.setFillColor(look.ink)
    with canvas.artifact():
        canvas.roundRect(right - width, bottom, width, height, 3, stroke=0, fill=1)
    with canvas.content(Node("P")):
        canvas.setFillColor(look.paper)
        canvas.setFont(BOLD, 10.5)
        canvas.drawCentredString(right - width / 2, bottom + 4.9, DRAFT, charSpace=1.2)
    with canvas.content(Node("P")):
        canvas.setFillColor(look.ink2)
        canvas.setFont(REGULAR, 8.4)
        canvas.drawRightString(right - width - 7, bottom + 5.2, DRAFT_MEANING)


def _foot(canvas: TaggedCanvas, report: ProfileReport, look: Styles, page: str) -> None:
    canvas.setStrokeColor(look.rule)
    canvas.setLineWidth(0.5)
    canvas.line(LEFT, BOTTOM - 2, LEFT + WIDTH, BOTTOM - 2)
    canvas.setFont(REGULAR, 8)
    canvas.setFillColor(look.ink2)
    printed = f" · {report.printed}"
    room = WIDTH - 60 - canvas.stringWidth(printed, REGULAR, 8)
    name = fonts.elided(fonts.printable(report.file_name), REGULAR, 8, room)
    canvas.drawString(LEFT, BOTTOM - 12, name + printed)
    canvas.drawRightString(LEFT + WIDTH, BOTTOM - 12, page)
    canvas.drawString(LEFT, BOTTOM - 22, report.confidentiality)
