"""One field of the Forberedelsesark: its items and placements, each with a code and circles."""

from collections.abc import Iterator, Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from kompasskive.framework.codes import dimension_code, item_codes
from kompasskive.framework.model import CompetenceField, Framework, Level
from kompasskive.reports.flowables import Heading
from kompasskive.reports.fonts import REGULAR
from kompasskive.reports.prose import line, paragraphs
from kompasskive.reports.stacks import Block, Row, Rule, Section, Together
from kompasskive.reports.structure import Node
from kompasskive.reports.styles import WHOLE, WIDTH, Styles

LEVEL_WORDS = {
    Level.BASIC: "Grundlæggende – forventes af alle",
    Level.SPECIALISED: "Specialiseret – dybde, som nogle har",
}
WISH = "Vil gerne udvikle"
PLACED = "Hvordan kommer det til udtryk?"
_CODE, _NARROWEST, _AIR, _SIZE = 24.0, 32.0, 6.0, 8.0


def field_part(framework: Framework, field: CompetenceField, look: Styles) -> list[Flowable]:
    """Heading, definition, the items of both levels, and the placements; no table parts."""
    number = framework.number(field.id)
    codes = item_codes(field, number)
    words = [*(mark.word for mark in framework.marks), WISH]
    definition = paragraphs(field.definition, look.small)
    parts = [Section(Heading(f"{number} {field.name}", look.ink, 3.0), definition)]
    for level, title in LEVEL_WORDS.items():
        if items := field.at(level):
            told = [(codes[item.id], item.text, len(words)) for item in items]
            parts.append(_table(title, words, told, look, square_last=True))
    parts.append(_placements(framework, number, look))
    return [Together(parts[:2]), *(Together([part]) for part in parts[2:])]


def _placements(framework: Framework, number: int, look: Styles) -> Section:
    words = [placement.word for placement in framework.placements]
    told = [
        (
            dimension_code(framework, number, dimension.dimension),
            f"{dimension.name}: {dimension.question}",
            len(words),
        )
        for dimension in framework.dimensions
    ]
    return _table(PLACED, words, told, look)


def _table(
    title: str,
    words: Sequence[str],
    told: Sequence[tuple[str, str, int]],
    look: Styles,
    square_last: bool = False,
) -> Section:
    """A head that repeats, and a row per line to answer."""
    node, widths = Node("Table"), _widths(words)
    head = _row(node, line(title, look.cell, bold=True), words, widths, look)
    rows = list(_lines(node, told, widths, look, square_last))
    return Section(head, rows, repeat=True)


def _lines(
    node: Node,
    told: Sequence[tuple[str, str, int]],
    widths: Sequence[float],
    look: Styles,
    square_last: bool,
) -> Iterator[Row]:
    for code, text, count in told:
        answers = [Answer(look, square_last and i == count - 1) for i in range(count)]
        said = line(code, look.cell, bold=True), line(text, look.cell)
        cells: list[list[Flowable]] = [[each] for each in (*said, *answers)]
        scopes = [Node("TH", scope="Row"), *(Node("TD") for _ in cells[1:])]
        path = (node, Node("TR"))
        yield Row(cells, widths, 0, 2, Rule(look.rule, 0.3), WHOLE, path=path, nodes=scopes)


def _row(
    node: Node, title: Flowable, words: Sequence[str], widths: Sequence[float], look: Styles
) -> Row:
    small = ParagraphStyle("answer", parent=look.small, fontSize=_SIZE, leading=9, alignment=1)
    cells: list[list[Flowable]] = [[], [title], *([line(word, small)] for word in words)]
    nodes = [Node("TD"), *(Node("TH", scope="Column") for _ in cells[1:])]
    rule = Rule(look.ink, 0.7)
    return Row(cells, widths, 0, 3, rule, path=(node, Node("TR")), nodes=nodes, before=4)


def _widths(words: Sequence[str]) -> list[float]:
    """Each answer is as wide as the longest word above it; the text takes what is left."""
    longest = (max(stringWidth(part, REGULAR, _SIZE) for part in word.split()) for word in words)
    answers = [max(_NARROWEST, width + _AIR) for width in longest]
    return [_CODE, WIDTH - _CODE - sum(answers), *answers]


class Answer(Block):
    """A circle to put a cross in, or a square for what is ticked beside the others."""

    RADIUS = 4.6

    def __init__(self, look: Styles, square: bool) -> None:
        super().__init__()
        self._ink, self._square = look.ink2, square

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The given width and the height of a line."""
        self.width = width
        return width, 2 * self.RADIUS + 2

    def draw(self) -> None:
        """The outline, in the middle."""
        x, r = self.width / 2, self.RADIUS
        with self.canv.artifact():
            self.canv.setStrokeColor(self._ink)
            self.canv.setLineWidth(0.8)
            if self._square:
                self.canv.rect(x - r, 1, 2 * r, 2 * r)
            else:
                self.canv.circle(x, 1 + r, r)
