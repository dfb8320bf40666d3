"""The typography of paper: measures in points, and one set of paragraph styles per palette."""

from dataclasses import dataclass
from functools import cache

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from kompasskive.dial.palette import THEMES, Palette
from kompasskive.reports.fonts import BOLD, REGULAR, SEMIBOLD, register

PAGE_WIDTH, PAGE_HEIGHT = A4
LEFT, RIGHT, TOP, BOTTOM = 25 * mm, 18 * mm, 15 * mm, 17 * mm
WIDTH = PAGE_WIDTH - LEFT - RIGHT
WHOLE = PAGE_HEIGHT - TOP - BOTTOM - 100
"""What is no higher than this stays on one page where it is meant to."""
GUTTER = 16.0
DRAFT_ROOM = 162.0
"""What the mark of a draft takes of the first line, with its words and air."""
HEADING_GAP = 11.0
PARAGRAPH_GAP = 3.0


@dataclass(frozen=True)
class Styles:
    """Colours and paragraph styles of one print-out."""

    grey: bool
    palette: Palette
    ink: Color
    ink2: Color
    rule: Color
    band: Color
    paper: Color
    kicker: ParagraphStyle
    title: ParagraphStyle
    meta: ParagraphStyle
    body: ParagraphStyle
    bullet: ParagraphStyle
    cell: ParagraphStyle
    cell_note: ParagraphStyle
    small: ParagraphStyle
    closing: ParagraphStyle


@cache
def styles(grey: bool) -> Styles:
    """The styles of a colour print-out, or of one in greyscale."""
    register()
    palette = THEMES["grey" if grey else "light"]
    ink, ink2 = HexColor(palette["ink"]), HexColor(palette["ink2"])
    body = _style("body", REGULAR, 9.6, 12.6, ink, after=PARAGRAPH_GAP)
    return Styles(
        grey=grey,
        palette=palette,
        ink=ink,
        ink2=ink2,
        rule=HexColor(palette["bezel"]),
        band=HexColor(palette["track"]),
        paper=HexColor(palette["paper"]),
        kicker=_style("kicker", SEMIBOLD, 9.5, 12, ink2),
        title=_style("title", BOLD, 20, 23, ink),
        meta=_style("meta", REGULAR, 9.5, 12.5, ink2),
        body=body,
        bullet=_bulleted(body),
        cell=_style("cell", REGULAR, 9, 11.4, ink),
        cell_note=_style("cell_note", REGULAR, 8.2, 10.2, ink2),
        small=_style("small", REGULAR, 8.4, 10.8, ink2),
        closing=ParagraphStyle("closing", parent=body, spaceBefore=18),
    )


def _style(
    name: str, font: str, size: float, leading: float, colour: Color, after: float = 0.0
) -> ParagraphStyle:
    return ParagraphStyle(
        name,
        fontName=font,
        bulletFontName=REGULAR,
        fontSize=size,
        leading=leading,
        textColor=colour,
        spaceAfter=after,
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
    )


def _bulleted(body: ParagraphStyle) -> ParagraphStyle:
    return ParagraphStyle("bullet", parent=body, leftIndent=9, bulletFontSize=body.fontSize)
