"""A report as titled sections in reading order, for every form that flows: HTML, text and Word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kompasskive.dial.drawing import draw
from kompasskive.dial.options import DialOptions
from kompasskive.dial.picture import Picture
from kompasskive.reports.model import AgreementRow, DialPart, Point, ProfileReport, WordsTable

AGREEMENT_HEAD = ("Hvad gør vi?", "Læringsform", "Hvem?", "Senest", "Opfølgning")
DRAFT = "KLADDE"
DRAFT_MEANING = "Ikke godkendt endnu"
DIAL_SIZE = (900.0, 760.0)


def outline(report: ProfileReport, grey: bool = False) -> tuple["Section", ...]:
    """Everything the report says, from the dial to the amendments; what is empty is left out."""
    named, dial = report.headings, report.dial
    return (
        *([Section(named.dial, figure=dial_picture(dial, grey))] if dial else ()),
        *plan(report),
        *([Section(named.words, table=_words(report.words))] if report.words else ()),
        *_listed(named.not_relevant, report.not_relevant, bullets=True),
        *_listed(named.extras, report.extras, bullets=True),
        *_listed(named.since_last, (*report.since_last, *report.kept), bullets=True),
        *_listed(named.notes, report.notes),
        *_listed(named.case, report.case),
        *_listed(named.parked, _plain(report.parked), bullets=True),
        *_listed(named.amendments, report.amendments, bullets=True),
        *_remark(report),
    )


def plan(report: ProfileReport) -> Iterator["Section"]:
    """What came out of the talk: strengths, potentials, agreements, course and management."""
    named = report.headings
    yield from _listed(named.strengths, report.strengths)
    yield from _listed(named.potentials, report.potentials)
    if report.agreements:
        rows = tuple(_agreement(each) for each in report.agreements)
        yield Section(named.agreements, table=Table(AGREEMENT_HEAD, rows, 0))
    yield from _listed(named.directions, report.directions)
    several = len(report.management) > 1
    yield from _listed(named.management, _plain(report.management), bullets=several)


def dial_picture(part: DialPart, grey: bool) -> Picture:
    """The dial with its legend, in a box of DIAL_SIZE."""
    options = DialOptions(label_size=16.5, patterns=grey, legend=part.words)
    return draw(part.profile, *DIAL_SIZE, options)


def _listed(title: str, points: Sequence[Point], bullets: bool = False) -> Iterator["Section"]:
    if points:
        yield Section(title, points=tuple(points), bullets=bullets)


def _plain(texts: Sequence[str]) -> list[Point]:
    return [Point("", text) for text in texts]


def _remark(report: ProfileReport) -> Iterator["Section"]:
    if report.remark is not None and report.remark.text:
        yield Section(report.headings.remark, points=(Point("", report.remark.text),))


def _agreement(row: AgreementRow) -> tuple[str, ...]:
    what = "\n".join(part for part in (row.what, row.about) if part)
    return what, row.learning, row.who, row.due, row.follow_up


def _words(table: WordsTable) -> "Table":
    head = ("Nr.", "Felt", *table.head[2:])
    rows = tuple(
        (
            row.number,
            row.name,
            *row.placements,
            "\n".join(part for part in (row.basic, row.basic_note) if part),
            row.specialised,
        )
        for row in table.rows
    )
    return Table(head, rows, 1)


@dataclass(frozen=True, slots=True)
class Table:
    """As many words in `head` as every row has cells; the cell at `row_head` names its row."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    row_head: int


@dataclass(frozen=True, slots=True)
class Section:
    """A title, and below it a figure, a table or points."""

    title: str
    points: tuple[Point, ...] = ()
    bullets: bool = False
    table: Table | None = None
    figure: Picture | None = None
