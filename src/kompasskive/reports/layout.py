"""A report as a story of flowables, in reading order: the picture, then "Profilen i ord"."""

from collections.abc import Sequence
from dataclasses import replace

from reportlab.platypus import Flowable

from kompasskive.dial.drawing import draw
from kompasskive.dial.geometry import placed
from kompasskive.dial.legend import draw_legend
from kompasskive.dial.options import DialOptions
from kompasskive.dial.picture import Picture
from kompasskive.reports.flowables import (
    Band,
    DialBlock,
    Heading,
    PageTitle,
    Signatures,
    WritingLines,
)
from kompasskive.reports.fonts import replaced
from kompasskive.reports.model import DialPart, Point, ProfileReport
from kompasskive.reports.prose import line, paragraphs, running
from kompasskive.reports.stacks import Row, Rule, Section, Together
from kompasskive.reports.styles import GUTTER, HEADING_GAP, WIDTH, Styles
from kompasskive.reports.tables import agreement_table, words_table

DIAL_HEIGHTS = (356.0, 330.0, 300.0)
"""Points: as designed, and smaller where that keeps the picture's part on one page."""
COMPACT_DIAL = (260.0, 260.0)
"""Width and height in points, where it stands beside the text."""
COMPACT_PIXEL = 0.7
"""Paper is sharper than a screen, so every bead is still drawn in the small dial."""
PRINTED_PIXEL = 0.75
LEGEND_SIZE = 8.8
LEGEND_AIR = 7.0
COLUMN = (WIDTH - GUTTER) / 2
LABEL_SIZE = 9.8
WRITING_LINES = 4
BESIDE = 600
"""Characters that two sections may have and still stand side by side."""
_REPLACED = "Tegn, som skriften ikke har, er vist ved deres nummer, for eksempel [U+1F600]."


def opening(report: ProfileReport, look: Styles) -> list[Flowable]:
    """Kicker, title and meta line."""
    return [
        line(report.kicker, look.kicker),
        line(report.title, look.title, role="H1"),
        *paragraphs(report.meta, look.meta),
    ]


def picture_parts(report: ProfileReport, look: Styles) -> list[list[Flowable]]:
    """What the page begins with, in the ways it may be set: the dial as designed last."""
    if report.dial is not None and report.compact:
        return [[*_dial_beside(report.dial, report, look), *_agreements(report, look)]]
    plan = [*_statements(report, look), *_agreements(report, look)]
    if report.dial is None:
        return [plan]
    heights = (*DIAL_HEIGHTS, DIAL_HEIGHTS[0])
    return [[_dial_above(report.dial, look, height), *plan] for height in heights]


def _dial_above(part: DialPart, look: Styles, height: float) -> Flowable:
    """The dial in `height` points with its legend below, which is set smaller than its names."""
    options = DialOptions(label_size=LABEL_SIZE, pixel=PRINTED_PIXEL, patterns=look.grey)
    dial = draw(part.profile, WIDTH, height, options)
    legend = _legend(part, options)
    top = height + LEGEND_AIR
    picture = replace(
        dial,
        height=top + legend.height,
        shapes=(*dial.shapes, *(placed(shape, 0, top, 1) for shape in legend.shapes)),
    )
    return DialBlock(picture, look.palette)


def _dial_beside(part: DialPart, report: ProfileReport, look: Styles) -> list[Flowable]:
    """The dial with what is said of it at its side, and its legend below both."""
    options = DialOptions(label_size=LEGEND_SIZE, pixel=COMPACT_PIXEL, patterns=look.grey)
    width, height = COMPACT_DIAL
    dial = draw(part.profile, width, height, options)
    legend = _legend(part, replace(options, names_in_legend=dial.names_beside))
    said = [
        *_section(report.headings.strengths, _points(report.strengths, look), look),
        *_section(report.headings.potentials, _points(report.potentials, look), look),
    ]
    widths = width, WIDTH - width - GUTTER
    row = Row([[DialBlock(dial, look.palette)], said], widths, GUTTER, before=9)
    return [row, DialBlock(legend, look.palette, "")]


def _legend(part: DialPart, options: DialOptions) -> Picture:
    small = replace(options, label_size=LEGEND_SIZE)
    shapes, height = draw_legend(part.profile, part.words, small, WIDTH)
    return Picture(WIDTH, height, shapes, 0, 0, 1, "Tegnforklaring til kompasskiven", "")


def words_part(report: ProfileReport, look: Styles) -> list[Flowable]:
    """The table in words, what was noted, the remark and the signatures."""
    named = report.headings
    story = [
        *_words(report, look),
        *_section(named.not_relevant, _points(report.not_relevant, look, "•"), look),
        *_section(named.extras, _points(report.extras, look, "•"), look),
        *_section(named.since_last, running(report.since_last, look.body), look),
        *_aims(report, look),
        *_section(named.notes, _points(report.notes, look), look),
        *_section(named.case, _points(report.case, look), look),
        *_section(named.parked, _bullets(report.parked, look), look),
        *_section(named.amendments, _points(report.amendments, look, "•"), look),
        *_remark(report, look),
        *_closing(report, look),
    ]
    return _signed(story, report, look)


def _statements(report: ProfileReport, look: Styles) -> list[Flowable]:
    strengths = _section(report.headings.strengths, _points(report.strengths, look), look)
    potentials = _section(report.headings.potentials, _points(report.potentials, look), look)
    return [_columns(strengths, potentials)] if strengths or potentials else []


def _agreements(report: ProfileReport, look: Styles) -> list[Flowable]:
    table = [agreement_table(report.agreements, look)] if report.agreements else []
    return _section(report.headings.agreements, table, look, air=1.0)


def _aims(report: ProfileReport, look: Styles) -> list[Flowable]:
    """The course beside what management shall do; alone or long they take the whole width."""
    course = _section(report.headings.directions, _points(report.directions, look), look)
    tasks = _section(report.headings.management, _tasks(report, look), look)
    told = (*report.management, *(point.text for point in report.directions))
    beside = course and tasks and sum(map(len, told)) <= BESIDE
    return [_columns(course, tasks)] if beside else [*course, *tasks]


def _tasks(report: ProfileReport, look: Styles) -> list[Flowable]:
    bullet = "•" if len(report.management) > 1 else None
    return _points([Point("", text) for text in report.management], look, bullet)


def _columns(left: Sequence[Flowable], right: Sequence[Flowable]) -> Flowable:
    return Row([left, right], (COLUMN, COLUMN), GUTTER, before=HEADING_GAP)


def _words(report: ProfileReport, look: Styles) -> list[Flowable]:
    if report.words is None:
        return []
    named = report.headings
    lead = PageTitle(named.words, line(named.words_about, look.meta), look.title)
    return [Section(lead, [words_table(report.words, look)])]


def _signed(story: list[Flowable], report: ProfileReport, look: Styles) -> list[Flowable]:
    """The story with the signatures, which stay with the last that was said before them."""
    kept, last = story[:-1], story[-1:]
    for section in last:
        if isinstance(section, Section) and section.partable:
            before, end = section.parted()
            kept, last = [*kept, before], [end]
    lines = Signatures(report.signatures, GUTTER, look.ink, look.ink2)
    signed = [lines] if report.signatures else []
    return [*kept, Together([*last, *signed, *_colophon(report, look)])]


def _remark(report: ProfileReport, look: Styles) -> list[Flowable]:
    if report.remark is None:
        return []
    lines = WritingLines(WRITING_LINES, Rule(look.rule, 0.4))
    said = paragraphs(report.remark.text, look.body) or [lines]
    return _section(report.headings.remark, said, look)


def _closing(report: ProfileReport, look: Styles) -> list[Flowable]:
    first, rest = report.closing[:1], report.closing[1:]
    return [
        *(each for text in first for each in paragraphs(text, look.closing)),
        *(each for text in rest for each in paragraphs(text, look.body)),
    ]


def _colophon(report: ProfileReport, look: Styles) -> list[Flowable]:
    notice = [_REPLACED] if replaced(report.texts()) else []
    small = [line(text, look.small) for text in (report.copies, *notice) if text]
    return [*small, Band(line(report.audience, look.small), look.band)]


def _section(
    title: str, items: Sequence[Flowable], look: Styles, air: float = 5.0
) -> list[Flowable]:
    return [Section(Heading(title, look.ink, air), items)] if items else []


def _points(points: Sequence[Point], look: Styles, bullet: str | None = None) -> list[Flowable]:
    style = look.bullet if bullet else look.body
    return [each for point in points for each in paragraphs(point.text, style, point.lead, bullet)]


def _bullets(texts: Sequence[str], look: Styles) -> list[Flowable]:
    return _points([Point("", text) for text in texts], look, "•")
