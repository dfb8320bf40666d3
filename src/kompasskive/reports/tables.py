"""Tables with headers that repeat and rows that stay whole, and the two of the Kompetenceprofil."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from kompasskive.reports.model import AgreementRow, WordsRow, WordsTable
from kompasskive.reports.outline import AGREEMENT_HEAD
from kompasskive.reports.prose import line, paragraphs
from kompasskive.reports.stacks import Row, Rule, Section
from kompasskive.reports.structure import Node
from kompasskive.reports.styles import WHOLE, WIDTH, Styles

GAP = 6.0
_AGREEMENT_SHARES = (0.33, 0.19, 0.16, 0.11, 0.21)
_NAME_SHARES, _DIMENSION_SHARES, _COUNT_SHARES = (0.02, 0.3), 0.465, (0.11, 0.105)

Cell = Sequence[Flowable]


@dataclass(frozen=True, slots=True)
class Setting:
    """How a table is set: `shares` of the width, air in a row and the rule below the head.

    The cell at `row_head` says what its row is about.
    """

    shares: Sequence[float]
    pad: float
    head_rule: Rule
    row_head: int = 0


def table(
    head: Sequence[str], rows: Sequence[Sequence[Cell]], setting: Setting, look: Styles
) -> Section:
    """As many words in `head` as a row has cells; an empty word heads nothing."""
    node, widths = Node("Table"), _widths(setting.shares)
    first = _head(node, head, widths, setting, look)
    made = [_row(node, row, widths, setting, look) for row in rows]
    return Section(first, made, repeat=True)


def cell(text: str, look: Styles, note: str = "") -> Cell:
    """A cell's text, and a note small below it."""
    return [*paragraphs(text, look.cell), *paragraphs(note, look.cell_note)]


def agreement_table(rows: Sequence[AgreementRow], look: Styles) -> Section:
    """ "Det har vi aftalt" as a table."""
    setting = Setting(_AGREEMENT_SHARES, 3, Rule(look.rule, 0.4))
    return table(AGREEMENT_HEAD, [_agreement(row, look) for row in rows], setting, look)


def words_table(words: WordsTable, look: Styles) -> Section:
    """ "Profilen i ord" as a table; one column per dimension between name and counts."""
    dimensions = len(words.head) - 4
    shares = (*_NAME_SHARES, *[_DIMENSION_SHARES / dimensions] * dimensions, *_COUNT_SHARES)
    setting = Setting(shares, 4, Rule(look.ink, 1), row_head=1)
    return table(words.head, [_words(row, look) for row in words.rows], setting, look)


def _agreement(row: AgreementRow, look: Styles) -> list[Cell]:
    said = row.learning, row.who, row.due, row.follow_up
    return [cell(row.what, look, row.about), *(cell(text, look) for text in said)]


def _words(row: WordsRow, look: Styles) -> list[Cell]:
    return [
        [line(row.number, look.cell)],
        [line(row.name, look.cell, bold=True)],
        *([line(word, look.cell)] for word in row.placements),
        cell(row.basic, look, row.basic_note),
        cell(row.specialised, look),
    ]


def _head(
    node: Node, words: Sequence[str], widths: Sequence[float], setting: Setting, look: Styles
) -> Row:
    cells = [[line(word, look.cell, bold=True)] if word else [] for word in words]
    nodes = [Node("TH", scope="Column") if word else Node("TD") for word in words]
    path = (node, Node("TR"))
    return Row(cells, widths, GAP, setting.pad, setting.head_rule, path=path, nodes=nodes)


def _row(
    node: Node, cells: Sequence[Cell], widths: Sequence[float], setting: Setting, look: Styles
) -> Row:
    nodes = [
        Node("TH", scope="Row") if index == setting.row_head else Node("TD")
        for index in range(len(cells))
    ]
    path, rule = (node, Node("TR")), Rule(look.rule, 0.4)
    return Row(cells, widths, GAP, setting.pad, rule, WHOLE, path=path, nodes=nodes)


def _widths(shares: Sequence[float]) -> list[float]:
    room = WIDTH - GAP * (len(shares) - 1)
    return [share / sum(shares) * room for share in shares]
