"""Text as paragraphs: data, never markup, and short enough for quick line breaking."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph

from kompasskive.reports.fonts import printable
from kompasskive.reports.model import Point

LONGEST = 2_000
"""ReportLab's line breaking is quadratic in a paragraph's length."""
_ENDS = (". ", "? ", "! ", "; ", ", ", " ")


def paragraphs(
    text: str, style: ParagraphStyle, lead: str = "", bullet: str | None = None
) -> list[Flowable]:
    """One paragraph per line of text, each at most LONGEST characters; empty lines are air.

    `lead` is set in bold before the first line, `bullet` hangs in its indent. No text and no lead
    gives no paragraphs.
    """
    pieces = [piece for line in printable(text).split("\n") for piece in _pieces(line)]
    while pieces and not pieces[-1].strip():
        pieces.pop()
    leads = [_bold(lead)] if lead else []
    first, *rest = pieces or [""]
    opening = Prose(" ".join([*leads, _literal(first)]).rstrip(), style, bulletText=bullet)
    others = [Prose(_literal(piece) or "\u00a0", style) for piece in rest]
    return [opening, *others] if pieces or lead else []


def running(points: Sequence[Point], style: ParagraphStyle) -> list[Flowable]:
    """Short points after each other in one paragraph, each with its bullet and its bold lead."""
    markup = (f"•\u00a0{_bold(point.lead)} {_literal(printable(point.text))}" for point in points)
    told = "\u00a0 \u00a0 ".join(markup)
    return [Prose(told, style)] if told else []


def line(text: str, style: ParagraphStyle, bold: bool = False) -> Flowable:
    """A short text as one paragraph, whatever line breaks it has."""
    flat = " ".join(printable(text).split("\n"))
    return Prose(_bold(flat) if bold else _literal(flat), style)


def _pieces(text: str) -> Iterator[str]:
    rest = text.rstrip()
    while len(rest) > LONGEST:
        cut = _cut(rest)
        yield rest[:cut].rstrip()
        rest = rest[cut:]
    yield rest


def _cut(text: str) -> int:
    """Where to part a long line: after a sentence in its last quarter, a word, or anywhere."""
    for end in _ENDS:
        found = text.rfind(end, LONGEST * 3 // 4, LONGEST)
        if found >= 0:
            return found + len(end)
    return LONGEST


def _bold(text: str) -> str:
    return f"<b>{_literal(printable(text))}</b>"


def _literal(text: str) -> str:
    """Escaped, with runs of spaces kept as typed."""
    indent = len(text) - len(text.lstrip(" "))
    kept = "\u00a0" * indent + text[indent:].replace("  ", " \u00a0")
    return escape(kept)


class Prose(Paragraph):
    """A paragraph that breaks its lines once for each width, however often it is measured."""

    # ReportLab's split forgets the broken lines (blPara) when not one of them fits.
    _measured: tuple[float, tuple[float, float]] | None = None

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Width and height of the broken lines."""
        known = self._measured if hasattr(self, "blPara") else None
        if known is None or known[0] != width:
            known = self._measured = width, super().wrap(width, height)
        return known[1]
