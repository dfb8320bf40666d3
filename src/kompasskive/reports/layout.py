"""A report as a story of flowables, in reading order: the picture, then "Profilen i ord"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportlab.platypus import Flowable

from kompasskive.dial.drawing import draw
from kompasskive.dial.geometry import placed
from kompasskive.dial.legend import draw_legend
from kompasskive.dial.options import DialOptions
from kompasskive.dial.picture import Picture
from kompasskive.reports import blocks
from kompasskive.reports.blocks import bullets, bullets_beside, columns, points, section
from kompasskive.reports.flowables import DialBlock, PageTitle, Signatures, WritingLines
from kompasskive.reports.fonts import replaced
from kompasskive.reports.model import DialPart, Point, ProfileReport
from kompasskive.reports.prose import line, paragraphs
from kompasskive.reports.stacks import Row, Rule, Section, Together
from kompasskive.reports.styles import GUTTER, WIDTH, Styles
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
LABEL_SIZE = 9.8
WRITING_LINES = (4, 2)
"""As many as designed, and the fewest where that keeps the words on one page."""
BESIDE = 600
"""Characters that two sections may have and still stand side by side."""


def opening(report: ProfileReport, look: Styles) -> list[Flowable]:
    """Kicker, title and meta line."""
    return blocks.opening(report.kicker, report.title, report.meta, look, report.draft)


def picture_parts(report: ProfileReport, look: Styles) -> Iterator[list[Flowable]]:
    """What the page begins with, in the ways it may be set: the dial as designed last."""
    if report.dial is not None and report.compact:
        yield [*_dial_beside(report.dial, report, look), *_agreements(report, look)]
        return
    plan = [*_statements(report, look), *_agreements(report, look)]
    if report.dial is None:
        yield plan
        return
    for height in (*DIAL_HEIGHTS, DIAL_HEIGHTS[0]):
        yield [_dial_above(report.dial, look, height), *plan]


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
        *section(report.headings.strengths, points(report.strengths, look), look),
        *section(report.headings.potentials, points(report.potentials, look), look),
    ]
    widths = width, WIDTH - width - GUTTER
    row = Row([[DialBlock(dial, look.palette)], said], widths, GUTTER, before=9)
    return [row, DialBlock(legend, look.palette, "")]


def _legend(part: DialPart, options: DialOptions) -> Picture:
    small = replace(options, label_size=LEGEND_SIZE)
    shapes, height = draw_legend(part.profile, part.words, small, WIDTH)
    return Picture(WIDTH, height, shapes, 0, 0, 1, "Tegnforklaring til kompasskiven", "")


def spare_lines(report: ProfileReport) -> int:
    """How many of the lines for a remark may give way; none where it is already written."""
    lined = report.remark is not None and not report.remark.text
    return WRITING_LINES[0] - WRITING_LINES[1] if lined else 0


def words_part(report: ProfileReport, look: Styles, spared: int = 0) -> list[Flowable]:
    """The table in words, what was noted, the remark and the signatures."""
    named = report.headings
    story = [
        *_words(report, look),
        *section(named.not_relevant, bullets(report.not_relevant, look), look),
        *section(named.extras, bullets(report.extras, look), look),
        *section(named.since_last, _since_last(report, look), look),
        *_aims(report, look),
        *section(named.notes, points(report.notes, look), look),
        *section(named.case, points(report.case, look), look),
        *section(named.parked, bullets(_plain(report.parked), look), look),
        *section(named.amendments, bullets(report.amendments, look), look),
        *_remark(report, look, WRITING_LINES[0] - spared),
        *_closing(report, look),
    ]
    return _signed(story, report, look)


def _statements(report: ProfileReport, look: Styles) -> list[Flowable]:
    strengths = section(report.headings.strengths, points(report.strengths, look), look)
    potentials = section(report.headings.potentials, points(report.potentials, look), look)
    return [columns(strengths, potentials)] if strengths or potentials else []


def _agreements(report: ProfileReport, look: Styles) -> list[Flowable]:
    table = [agreement_table(report.agreements, look)] if report.agreements else []
    return section(report.headings.agreements, table, look, air=1.0)


def _aims(report: ProfileReport, look: Styles) -> list[Flowable]:
    """The course beside what management shall do; alone or long they take the whole width."""
    course = section(report.headings.directions, points(report.directions, look), look)
    tasks = section(report.headings.management, _tasks(report, look), look)
    told = (*report.management, *(point.text for point in report.directions))
    beside = course and tasks and sum(map(len, told)) <= BESIDE
    return [columns(course, tasks)] if beside else [*course, *tasks]


def _since_last(report: ProfileReport, look: Styles) -> list[Flowable]:
    return [*bullets_beside(report.since_last, look), *bullets(report.kept, look)]


def _tasks(report: ProfileReport, look: Styles) -> list[Flowable]:
    told = _plain(report.management)
    return bullets(told, look) if len(told) > 1 else points(told, look)


def _words(report: ProfileReport, look: Styles) -> list[Flowable]:
    if report.words is None:
        return []
    named = report.headings
    lead = PageTitle(named.words, line(named.words_about, look.meta), look.title)
    return [Section(lead, [words_table(report.words, look)])]


def _signed(story: list[Flowable], report: ProfileReport, look: Styles) -> list[Flowable]:
    """The story with the signatures, which stay with the last that was said before them."""
    kept, last = story[:-1], story[-1:]
    for ending in last:
        if isinstance(ending, Section) and ending.partable:
            before, end = ending.parted()
            kept, last = [*kept, before], [end]
    lines = Signatures(report.signatures, GUTTER, look.ink, look.ink2)
    signed = [lines] if report.signatures else []
    notice = blocks.REPLACED if replaced(report.texts()) else ""
    tail = blocks.colophon(report.audience, look, (report.copies, notice))
    return [*kept, Together([*last, *signed, *tail])]


def _remark(report: ProfileReport, look: Styles, lines: int) -> list[Flowable]:
    if report.remark is None:
        return []
    said = paragraphs(report.remark.text, look.body) or [WritingLines(lines, Rule(look.rule, 0.4))]
    return section(report.headings.remark, said, look)


def _closing(report: ProfileReport, look: Styles) -> list[Flowable]:
    """What the two sign; a differing view stays with the words that tell of it."""
    first, rest = report.closing[:1], report.closing[1:]
    lead = [each for text in first for each in paragraphs(text, look.closing)]
    view = [each for text in rest for each in paragraphs(text, look.body)]
    return [Section(lead[0], view)] if lead and view else [*lead, *view]


def _plain(texts: Sequence[str]) -> list[Point]:
    return [Point("", text) for text in texts]
