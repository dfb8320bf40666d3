"""Source Sans 3 for paper: registered once, and text made safe for what the font can draw."""

from collections.abc import Iterable
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from kompasskive.assets import FONT_FILES, font_path
from kompasskive.reports import characters

FAMILY = "Kompas"
REGULAR, SEMIBOLD, BOLD = (f"{FAMILY}-{weight}" for weight in ("regular", "semibold", "bold"))
ELLIPSIS = "…"


@cache
def register() -> tuple[TTFont, ...]:
    """Make the three weights known to ReportLab, bold text included; does nothing again."""
    faces = tuple(TTFont(name(weight), str(font_path(weight))) for weight in FONT_FILES)
    for face in faces:
        pdfmetrics.registerFont(face)
    pdfmetrics.registerFontFamily(
        REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD
    )
    return faces


def name(weight: str) -> str:
    """The name ReportLab knows a weight by."""
    return f"{FAMILY}-{weight}"


def printable(text: str) -> str:
    """The text as the font can draw it: NFC, and "[U+1F600]" for what it has no shape for.

    Line breaks become "\\n" and tabs four spaces. Joiners without a shape of their own are left
    out; other control and direction characters are shown, never obeyed.
    """
    return characters.shown(text, _drawable)


def replaced(texts: Iterable[str]) -> tuple[str, ...]:
    """The characters `printable` shows by number, each once, in the order they come."""
    return characters.hidden(texts, _drawable)


def elided(text: str, font: str, size: float, width: float) -> str:
    """One line of text no wider than `width` points; the middle gives way to "…"."""
    if pdfmetrics.stringWidth(text, font, size) <= width:
        return text
    keep = len(text) - 1
    while keep > 0 and pdfmetrics.stringWidth(_shortened(text, keep), font, size) > width:
        keep -= 1
    return _shortened(text, keep)


def _shortened(text: str, keep: int) -> str:
    head = (keep + 1) // 2
    return text[:head] + ELLIPSIS + text[len(text) - (keep - head) :]


@cache
def _drawable(char: str) -> bool:
    joins = char in characters.JOINERS
    return not joins and characters.visible(char) and ord(char) in _glyphs()


@cache
def _glyphs() -> frozenset[int]:
    known = (frozenset[int](font.face.charToGlyph) for font in register())
    return frozenset.intersection(*known)
