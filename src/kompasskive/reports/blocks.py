"""The parts every printed page is put together from, whatever it is about; all are tagged.

A page is a story of them: `opening`, then a `section` per heading, and `colophon` last.
"""

from collections.abc import Sequence
from typing import Final

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from kompasskive.reports.flow import UNBOUNDED
from kompasskive.reports.flowables import Band, Heading
from kompasskive.reports.model import Point
from kompasskive.reports.prose import line, listed, paragraphs
from kompasskive.reports.stacks import Row, Section
from kompasskive.reports.structure import Node
from kompasskive.reports.styles import DRAFT_ROOM, GUTTER, HEADING_GAP, PARAGRAPH_GAP, WIDTH, Styles

COLUMN: Final = (WIDTH - GUTTER) / 2
REPLACED: Final = "Tegn, som skriften ikke har, er vist ved deres nummer, for eksempel [U+1F600]."
_FEW: Final = 2


def opening(kicker: str, title: str, meta: str, look: Styles, draft: bool) -> list[Flowable]:
    """What a first page begins with; with `draft` the kicker leaves room for KLADDE."""
    beside = ParagraphStyle("beside", parent=look.kicker, rightIndent=DRAFT_ROOM)
    return [
        line(kicker, beside if draft else look.kicker),
        line(title, look.title, role="H1"),
        *paragraphs(meta, look.meta),
    ]


def section(
    title: str, items: Sequence[Flowable], look: Styles, air: float = 5.0
) -> list[Flowable]:
    """A heading with what it heads; nothing when there is nothing below it."""
    return [Section(Heading(title, look.ink, air), items)] if items else []


def points(said: Sequence[Point], look: Styles) -> list[Flowable]:
    """A paragraph per point."""
    return [each for point in said for each in paragraphs(point.text, look.body, point.lead)]


def bullets(said: Sequence[Point], look: Styles) -> list[Flowable]:
    """A list with a bullet per point."""
    return listed(said, look.bullet)


def bullets_beside(said: Sequence[Point], look: Styles) -> list[Flowable]:
    """One list in two columns of about the same height; a few points stand below each other."""
    made = listed(said, look.bullet)
    if len(made) <= _FEW:
        return made
    heights = [each.wrap(COLUMN, UNBOUNDED)[1] for each in made]
    cut = min(range(1, len(made)), key=lambda at: max(sum(heights[:at]), sum(heights[at:])))
    return [beside(made[:cut], made[cut:], [Node("Sect")] * 2)]


def columns(left: Sequence[Flowable], right: Sequence[Flowable]) -> Flowable:
    """Two sections side by side, read one after the other."""
    return beside(left, right, (), HEADING_GAP)


def beside(
    left: Sequence[Flowable], right: Sequence[Flowable], nodes: Sequence[Node], before: float = 0.0
) -> Flowable:
    """Two columns; `nodes` is what each is in the structure, the same one twice for a whole."""
    air = PARAGRAPH_GAP
    return Row([left, right], (COLUMN, COLUMN), GUTTER, before=before, after=air, nodes=nodes)


def colophon(audience: str, look: Styles, small: Sequence[str] = ()) -> list[Flowable]:
    """Small lines, and the strip that says who may read the page."""
    lines = [line(text, look.small) for text in small if text]
    return [*lines, Band(line(audience, look.small), look.band)]
