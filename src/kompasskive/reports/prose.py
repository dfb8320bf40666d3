"""Text as paragraphs: data, never markup, and short enough for quick line breaking."""

from collections.abc import Iterator, Sequence
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph

from kompasskive.reports.fonts import printable
from kompasskive.reports.model import Point
from kompasskive.reports.structure import Node
from kompasskive.reports.tagged_canvas import TaggedCanvas

LONGEST = 2_000
"""ReportLab's line breaking is quadratic in a paragraph's length."""
BULLET = "•"
_BREAKS = " \t\n"
_ENDS = (". ", "? ", "! ", "; ", ", ", " ")


def paragraphs(text: str, style: ParagraphStyle, lead: str = "") -> list[Flowable]:
    """One paragraph per line of text, each at most LONGEST characters; empty lines are air.

    `lead` is set in bold before the first line. No text and no lead gives no paragraphs.
    """
    return [*_prose(text, style, lead)]


def listed(points: Sequence[Point], style: ParagraphStyle) -> list[Flowable]:
    """Points as one list: a bullet hangs in the indent of each; what they say may be long."""
    whole = Node("L", numbering="Disc")
    return [each for point in points for each in _item(whole, point, style)]


def line(text: str, style: ParagraphStyle, bold: bool = False, role: str = "P") -> Flowable:
    """A short text as one paragraph, whatever line breaks it has; `role` is what it is tagged."""
    flat = " ".join(printable(text).split("\n"))
    made = Prose(_bold(flat) if bold else _literal(flat), style)
    made.path = (Node(role),)
    return made


def _prose(text: str, style: ParagraphStyle, lead: str) -> "list[Prose]":
    pieces = [piece for line in printable(text).split("\n") for piece in _pieces(line)]
    while pieces and not pieces[-1].strip():
        pieces.pop()
    leads = [_bold(lead)] if lead else []
    first, *rest = pieces or [""]
    opening = Prose(" ".join([*leads, _literal(first)]).rstrip(), style)
    others = [Prose(_literal(piece) or "\u00a0", style) for piece in rest]
    return [opening, *others] if pieces or lead else []


def _item(whole: Node, point: Point, style: ParagraphStyle) -> "list[Prose]":
    item, body = Node("LI"), Node("LBody")
    made = _prose(point.text, style, point.lead)
    for each in made:
        each.path = (whole, item, body, Node("P"))
    for first in made[:1]:
        first.label = (whole, item, Node("Lbl"))
    return made


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


def _letters(line_: Any) -> int:
    """How many characters, spaces aside, a line that ReportLab has broken holds."""
    words = line_[1] if isinstance(line_, tuple) else [part.text for part in line_.words]
    return sum(char not in _BREAKS for word in words for char in word)


def _spaced(line_: Any) -> Any:
    if isinstance(line_, tuple):
        return line_[0], [*line_[1], ""], *line_[2:]
    last = line_.words[-1]
    if not last.text.endswith(" "):
        last.text += " "
    return line_


class Reading:
    """How far a paragraph's text has been drawn, over all the pieces it was parted in."""

    def __init__(self, text: str) -> None:
        self._text, self._at = text, 0

    def ends_a_word(self, letters: int) -> bool:
        """Whether a space follows the next `letters` characters, spaces aside."""
        while letters and self._at < len(self._text):
            letters -= self._text[self._at] not in _BREAKS
            self._at += 1
        return self._text[self._at : self._at + 1] in tuple(_BREAKS)


class Prose(Paragraph):
    """A paragraph that breaks its lines once for each width, however often it is measured.

    `path` is where it stands in the file's structure; its pieces on several pages share it.
    `label` is where the bullet in its indent stands, for the first paragraph of a list's item.
    """

    # ReportLab's split forgets the broken lines (blPara) when not one of them fits.
    _measured: tuple[float, tuple[float, float]] | None = None
    path: tuple[Node, ...] = ()
    label: tuple[Node, ...] = ()
    blPara: Any  # noqa: N815
    canv: TaggedCanvas

    def __init__(self, text: Any, *arguments: Any, **options: Any) -> None:
        super().__init__(text, *arguments, **options)
        # ReportLab takes the fragments apart when it breaks the lines.
        whole = "" if text is None else "".join(fragment.text for fragment in self.frags)
        self.reading = Reading(whole)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Width and height of the broken lines."""
        known = self._measured if hasattr(self, "blPara") else None
        if known is None or known[0] != width:
            known = self._measured = width, super().wrap(width, height)
        return known[1]

    def split(self, width: float, height: float) -> list[Flowable]:
        """What fits and the rest; both are the same paragraph to who listens."""
        self.path = self.path or (Node("P"),)
        parts = super().split(width, height)
        for part in parts:
            if isinstance(part, Prose):
                part.path, part.reading = self.path, self.reading
        for first in parts[:1]:
            if isinstance(first, Prose):
                first.label = self.label
        return parts

    def draw(self) -> None:
        """The lines, tagged.

        ReportLab leaves out the space a line ends with, so what is copied or read aloud would run
        together; a word too long for its line stays whole.
        """
        lines, reading = self.blPara.lines, self.reading
        lines[:] = [
            _spaced(each) if reading.ends_a_word(_letters(each)) else each for each in lines
        ]
        if self.label:
            self._draw_bullet()
        with self.canv.content(*(self.path or (Node("P"),))):
            super().draw()

    def _draw_bullet(self) -> None:
        first = self.blPara.lines[0] if self.blPara.kind else self.blPara
        with self.canv.content(*self.label):
            self.canv.setFillColor(self.style.textColor)
            self.canv.setFont(self.style.bulletFontName, self.style.bulletFontSize)
            self.canv.drawString(0, self.height - first.ascent, BULLET)
