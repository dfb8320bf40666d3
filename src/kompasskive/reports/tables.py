"""The two tables of the Kompetenceprofil, with headers that repeat and rows that stay whole."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from kompasskive.reports.model import AgreementRow, WordsRow, WordsTable
from kompasskive.reports.prose import line, paragraphs
from kompasskive.reports.stacks import Row, Rule, Section
from kompasskive.reports.styles import WHOLE, WIDTH, Styles

GAP = 6.0
_AGREEMENT_HEAD = ("Hvad gør vi?", "Læringsform", "Hvem?", "Senest", "Opfølgning")
_AGREEMENT_SHARES = (0.34, 0.20, 0.17, 0.11, 0.18)
_NAME_SHARES, _DIMENSION_SHARES, _COUNT_SHARES = (0.02, 0.3), 0.465, (0.11, 0.105)


def agreement_table(rows: Sequence[AgreementRow], look: Styles) -> Section:
    """ "Det har vi aftalt" as a table."""
    widths = _widths(_AGREEMENT_SHARES)
    head = Row(
        [[line(word, look.cell, bold=True)] for word in _AGREEMENT_HEAD],
        widths,
        GAP,
        pad=3,
        rule=Rule(look.rule, 0.4),
    )
    return Section(head, [_agreement(row, widths, look) for row in rows], repeat=True)


def words_table(table: WordsTable, look: Styles) -> Section:
    """ "Profilen i ord" as a table; one column per dimension between name and counts."""
    dimensions = len(table.head) - 4
    shares = (*_NAME_SHARES, *[_DIMENSION_SHARES / dimensions] * dimensions, *_COUNT_SHARES)
    widths = _widths(shares)
    head = Row(
        [[line(word, look.cell, bold=True)] if word else [] for word in table.head],
        widths,
        GAP,
        pad=4,
        rule=Rule(look.ink, 1),
    )
    return Section(head, [_words(row, widths, look) for row in table.rows], repeat=True)


def _agreement(row: AgreementRow, widths: Sequence[float], look: Styles) -> Row:
    cells = [
        [*paragraphs(row.what, look.cell), *paragraphs(row.about, look.cell_note)],
        paragraphs(row.learning, look.cell),
        paragraphs(row.who, look.cell),
        paragraphs(row.due, look.cell),
        paragraphs(row.follow_up, look.cell),
    ]
    return _row(cells, widths, 3, look)


def _words(row: WordsRow, widths: Sequence[float], look: Styles) -> Row:
    cells: list[list[Flowable]] = [
        [line(row.number, look.cell)],
        [line(row.name, look.cell, bold=True)],
        *[_one(word, look) for word in row.placements],
        [line(row.basic, look.cell), *paragraphs(row.basic_note, look.cell_note)],
        paragraphs(row.specialised, look.cell),
    ]
    return _row(cells, widths, 4, look)


def _one(word: str, look: Styles) -> list[Flowable]:
    return [line(word, look.cell)]


def _row(
    cells: Sequence[Sequence[Flowable]], widths: Sequence[float], pad: float, look: Styles
) -> Row:
    return Row(cells, widths, GAP, pad, Rule(look.rule, 0.4), whole=WHOLE)


def _widths(shares: Sequence[float]) -> list[float]:
    room = WIDTH - GAP * (len(shares) - 1)
    return [share / sum(shares) * room for share in shares]
