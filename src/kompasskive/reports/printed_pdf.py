"""A page about the organisation as a PDF, set like the Kompetenceprofil."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from reportlab.platypus import Flowable

from kompasskive.dial.drawing import draw
from kompasskive.dial.legend import draw_legend
from kompasskive.dial.options import DialOptions
from kompasskive.dial.picture import Picture
from kompasskive.reports import blocks, fonts
from kompasskive.reports.flow import paginate
from kompasskive.reports.flowables import DialBlock, WritingLines
from kompasskive.reports.heat import heat_map
from kompasskive.reports.layout import COMPACT_PIXEL, LEGEND_SIZE
from kompasskive.reports.pages import BOX, RUNNING_HEAD, Frame, bound
from kompasskive.reports.printed import (
    Beside,
    DialBeside,
    Grid,
    Heat,
    Lines,
    NewPage,
    Part,
    Printed,
    Said,
)
from kompasskive.reports.prose import line
from kompasskive.reports.stacks import Row, Rule
from kompasskive.reports.styles import GUTTER, WIDTH, Styles, styles
from kompasskive.reports.tables import Setting, cell, table

DIAL: Final = (250.0, 250.0)
_PAD, _HEAD_RULE, _LINE_RULE = 3.0, 1.0, 0.4


def render(page: Printed, grey: bool = False) -> bytes:
    """The page as a PDF; `grey` prints greys and patterns instead of colours."""
    look = styles(grey)
    frame = Frame(
        document_title=page.document_title,
        subject=page.subject,
        running=page.title,
        source=page.source,
        printed=f" · {page.printed}",
        audience=page.audience,
    )
    start = blocks.opening(page.kicker, page.title, page.meta, look, draft=False)
    stories = list(_stories(page, look))
    notice = blocks.REPLACED if fonts.replaced(page.texts()) else ""
    stories[0] = [*start, *stories[0]]
    stories[-1] += blocks.colophon(page.audience, look, (notice,))
    first, *rest = stories
    pages = paginate(first, WIDTH, (BOX, BOX - RUNNING_HEAD))
    for story in rest:
        pages += paginate(story, WIDTH, (BOX - RUNNING_HEAD,) * 2)
    return bound(pages, frame, look)


def _stories(page: Printed, look: Styles) -> Iterator[list[Flowable]]:
    story: list[Flowable] = []
    for part in page.parts:
        if isinstance(part, NewPage):
            yield story
            story = []
        else:
            story += _part(part, look)
    yield story


def _part(part: Part, look: Styles) -> Sequence[Flowable]:
    match part:
        case DialBeside():
            return _dial(part, look)
        case Heat():
            return blocks.section(part.title, [*_note(part.note, look), heat_map(part, look)], look)
        case Grid():
            return _grid(part, look)
        case Said():
            return _said(part, look)
        case Beside():
            return [blocks.columns(_said(part.left, look), _said(part.right, look))]
        case Lines():
            lines = WritingLines(part.count, Rule(look.rule, _LINE_RULE))
            return blocks.section(part.title, [lines], look)
        case _:
            return []


def _said(part: Said, look: Styles) -> list[Flowable]:
    how = blocks.bullets if part.bulleted else blocks.points
    return blocks.section(part.title, how(part.points, look), look)


def _grid(part: Grid, look: Styles) -> list[Flowable]:
    if not part.rows:
        return []
    setting = Setting(part.shares, _PAD, Rule(look.ink, _HEAD_RULE), part.row_head)
    rows = [[cell(text, look) for text in row] for row in part.rows]
    made = table(part.head, rows, setting, look)
    return blocks.section(part.title, [*_note(part.note, look), made], look)


def _note(text: str, look: Styles) -> list[Flowable]:
    return [line(text, look.small)] if text else []


def _dial(part: DialBeside, look: Styles) -> list[Flowable]:
    options = DialOptions(
        label_size=LEGEND_SIZE,
        pixel=COMPACT_PIXEL,
        beads=part.beads,
        organisation=True,
        patterns=look.grey,
        previous=False,
    )
    width, height = DIAL
    picture = replace(draw(part.profile, width, height, options), description=part.description)
    names = replace(options, names_in_legend=picture.names_beside)
    shapes, used = draw_legend(part.profile, part.words, names, WIDTH)
    legend = Picture(WIDTH, used, shapes, 0, 0, 1, "Tegnforklaring til kompasskiven", "")
    beside = [each for said in part.beside for each in _said(said, look)]
    row = Row(
        [[DialBlock(picture, look.palette)], beside],
        (width, WIDTH - width - GUTTER),
        GUTTER,
        before=9,
    )
    return [row, DialBlock(legend, look.palette, "")]
