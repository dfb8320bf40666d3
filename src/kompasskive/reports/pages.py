"""What stands around the content of every page: running heads, footers, KLADDE and numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

from kompasskive.reports import fonts
from kompasskive.reports.flow import Placed, draw
from kompasskive.reports.fonts import BOLD, REGULAR, SEMIBOLD
from kompasskive.reports.outline import DRAFT, DRAFT_MEANING
from kompasskive.reports.structure import Node
from kompasskive.reports.styles import (
    BOTTOM,
    DRAFT_ROOM,
    LEFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    TOP,
    WIDTH,
    Styles,
)
from kompasskive.reports.tagged_canvas import TaggedCanvas

RUNNING_HEAD = 16.0
"""Points that the later pages' heads take of BOX, the height there is for the content."""
_FOOT_AIR = 5.0
BOX = PAGE_HEIGHT - TOP - BOTTOM - _FOOT_AIR


def bound(pages: Sequence[Sequence[Placed]], frame: "Frame", look: Styles) -> bytes:
    """The pages as a finished PDF; the first is filled from the top, the others below a head."""
    canvas = TaggedCanvas((PAGE_WIDTH, PAGE_HEIGHT), frame.document_title, frame.subject)
    for number, placed in enumerate(pages, start=1):
        _head(canvas, frame, look, number)
        top = PAGE_HEIGHT - TOP - (RUNNING_HEAD if number > 1 else 0)
        draw(canvas, placed, LEFT, top)
        with canvas.artifact("Pagination"):
            _foot(canvas, frame, look, f"Side {number} af {len(pages)}")
        canvas.showPage()
    return canvas.finished()


def _head(canvas: TaggedCanvas, frame: "Frame", look: Styles, number: int) -> None:
    """KLADDE on every page of a draft, read aloud on the first, and the title on the others."""
    if number == 1:
        if frame.draft:
            _draft_mark(canvas, look)
        return
    with canvas.artifact("Pagination"):
        if frame.draft:
            _draft_mark(canvas, look)
        _running_title(canvas, frame, look)


def _running_title(canvas: TaggedCanvas, frame: "Frame", look: Styles) -> None:
    room = WIDTH - (DRAFT_ROOM if frame.draft else 0)
    canvas.setFillColor(look.ink2)
    canvas.setFont(SEMIBOLD, 9.5)
    text = fonts.elided(fonts.printable(frame.running), SEMIBOLD, 9.5, room)
    canvas.drawString(LEFT, PAGE_HEIGHT - TOP - 8, text)


def _draft_mark(canvas: TaggedCanvas, look: Styles) -> None:
    """A plate in the page's top right corner, DRAFT_ROOM wide with its words and air."""
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


def _foot(canvas: TaggedCanvas, frame: "Frame", look: Styles, page: str) -> None:
    canvas.setStrokeColor(look.rule)
    canvas.setLineWidth(0.5)
    canvas.line(LEFT, BOTTOM - 2, LEFT + WIDTH, BOTTOM - 2)
    canvas.setFont(REGULAR, 8)
    canvas.setFillColor(look.ink2)
    room = WIDTH - 60 - canvas.stringWidth(frame.printed, REGULAR, 8)
    name = fonts.elided(fonts.printable(frame.source), REGULAR, 8, room)
    canvas.drawString(LEFT, BOTTOM - 12, name + frame.printed)
    canvas.drawRightString(LEFT + WIDTH, BOTTOM - 12, page)
    canvas.drawString(LEFT, BOTTOM - 22, frame.audience)


@dataclass(frozen=True, slots=True)
class Frame:
    """The words around the content; `document_title` and `subject` name nobody.

    `source` gives way to `printed` where the footer's first line is too short for both, and
    `audience` is the line below.
    """

    document_title: str
    subject: str
    running: str
    source: str
    printed: str
    audience: str
    draft: bool = False
