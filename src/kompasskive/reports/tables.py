"""The two tables of the Kompetenceprofil, with headers that repeat and rows that stay whole."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from kompasskive.reports.model import AgreementRow, WordsRow, WordsTable
from kompasskive.reports.outline import AGREEMENT_HEAD
from kompasskive.reports.prose import line, paragraphs
from kompasskive.reports.stacks import Row, Rule, Section
from kompasskive.reports.structure import Node
from kompasskive.reports.styles import WHOLE, WIDTH, Styles

GAP = 6.0
_AGREEMENT_SHARES = (0.34, 0.20, 0.17, 0.11, 0.18)
_NAME_SHARES, _DIMENSION_SHARES, _COUNT_SHARES = (0.02, 0.3), 0.465, (0.11, 0.105)


def agreement_table(rows: Sequence[AgreementRow], look: Styles) -> Section:
    """ "Det har vi aftalt" as a table."""
    table, widths = Node("Table"), _widths(_AGREEMENT_SHARES)
    head = _head(table, AGREEMENT_HEAD, widths, Rule(look.rule, 0.4), 3, look)
    return Section(head, [_agreement(table, row, widths, look) for row in rows], repeat=True)


def words_table(table: WordsTable, look: Styles) -> Section:
    """ "Profilen i ord" as a table; one column per dimension between name and counts."""
    dimensions = len(table.head) - 4
    shares = (*_NAME_SHARES, *[_DIMENSION_SHARES / dimensions] * dimensions, *_COUNT_SHARES)
    node, widths = Node("Table"), _widths(shares)
    head = _head(node, table.head, widths, Rule(look.ink, 1), 4, look)
    return Section(head, [_words(node, row, widths, look) for row in table.rows], repeat=True)


def _head(
    table: Node, words: Sequence[str], widths: Sequence[float], rule: Rule, pad: float, look: Styles
) -> Row:
    cells = [[line(word, look.cell, bold=True)] if word else [] for word in words]
    nodes = [Node("TH", scope="Column") if word else Node("TD") for word in words]
    return Row(cells, widths, GAP, pad, rule, path=(table, Node("TR")), nodes=nodes)


def _agreement(table: Node, row: AgreementRow, widths: Sequence[float], look: Styles) -> Row:
    cells = [
        [*paragraphs(row.what, look.cell), *paragraphs(row.about, look.cell_note)],
        paragraphs(row.learning, look.cell),
        paragraphs(row.who, look.cell),
        paragraphs(row.due, look.cell),
        paragraphs(row.follow_up, look.cell),
    ]
    return _row(table, cells, widths, 3, look)


def _words(table: Node, row: WordsRow, widths: Sequence[float], look: Styles) -> Row:
    cells: list[list[Flowable]] = [
        [line(row.number, look.cell)],
        [line(row.name, look.cell, bold=True)],
        *[_one(word, look) for word in row.placements],
        [line(row.basic, look.cell), *paragraphs(row.basic_note, look.cell_note)],
        paragraphs(row.specialised, look.cell),
    ]
    return _row(table, cells, widths, 4, look, head=1)


def _one(word: str, look: Styles) -> list[Flowable]:
    return [line(word, look.cell)]


def _row(
    table: Node,
    cells: Sequence[Sequence[Flowable]],
    widths: Sequence[float],
    pad: float,
    look: Styles,
    head: int = 0,
) -> Row:
    """A row of the table; the cell at `head` says what the row is about."""
    nodes = [
        Node("TH", scope="Row") if index == head else Node("TD") for index in range(len(cells))
    ]
    path = (table, Node("TR"))
    return Row(cells, widths, GAP, pad, Rule(look.rule, 0.4), WHOLE, path=path, nodes=nodes)


def _widths(shares: Sequence[float]) -> list[float]:
    room = WIDTH - GAP * (len(shares) - 1)
    return [share / sum(shares) * room for share in shares]
