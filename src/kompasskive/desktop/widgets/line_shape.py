"""Where the parts of a line of the long list lie, for painting and for the mouse alike."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.ladder_cells import Cells, lay_out
from kompasskive.desktop.widgets.line_row import LineRow
from kompasskive.framework.model import Mark

INSET: Final = 24
CODE: Final = 48
CHOICES: Final = 380
MARK_HEIGHT: Final = 32
WISH: Final = 36
BESIDE_FROM: Final = 820
BADGE: Final = 26
GAP: Final = 12
_FIELD: Final = 48
_GROUP: Final = 16
_AIR: Final = 10
_WRAP: Final = int(Qt.TextFlag.TextWordWrap)
_FAR: Final = 100_000


def shape_of(theme: Theme, area: QRect, row: LineRow) -> "Shape":
    """Where everything of a row lies in `area`; as high as the area or higher."""
    px = theme.px
    beside = area.width() >= px(BESIDE_FROM)
    left, width = area.left() + INSET, area.width() - 2 * INSET
    choices = min(px(CHOICES), width - px(WISH))
    words = width - px(CODE) - (choices + px(WISH) + px(GAP) if beside else 0)
    top = area.top()
    field = QRect(left, top, width, px(_FIELD) if row.field else 0)
    words_high = _height(theme, row.group, width, 12, 600)
    over = px(_GROUP) if row.group and not row.field else 0
    group = QRect(left, field.bottom() + 1 + over, width, words_high)
    group_end = group.bottom() + (px(4) if row.group else 0)
    line_top = group_end + 1 + px(_AIR)
    at = left + px(CODE)
    text = QRect(at, line_top, words, _height(theme, row.text, words, 14, _weight(row)))
    under = QRect(at, text.bottom() + 1 + px(2), words, _height(theme, row.under, words, 12, 400))
    said = under if row.under else text
    right = left + width - choices - px(WISH) if beside else at
    choices = choices if beside else min(choices, words - px(WISH))
    box = QRect(right, line_top if beside else said.bottom() + px(8), choices, px(MARK_HEIGHT))
    end = max(said.bottom(), box.bottom()) + px(_AIR)
    code = QRect(left, line_top, px(CODE), px(20))
    wish = QRect(box.right() + 1 + px(4), box.top(), px(MARK_HEIGHT), px(MARK_HEIGHT))
    body = QRect(area.left(), group_end + 1, area.width(), end - group_end)
    return Shape(field, group, code, text, under, box, wish, body, theme.scale)


def size_of(theme: Theme, width: int, row: LineRow) -> QSize:
    """How large a row is in a list that wide."""
    shape = shape_of(theme, QRect(0, 0, width, 0), row)
    return QSize(width, shape.body.bottom() + 1)


def _weight(row: LineRow) -> int:
    return 400 if row.cell is None else 600


def _height(theme: Theme, text: str, width: int, size: float, weight: int) -> int:
    if not text:
        return 0
    metrics = theme.metrics(size, weight)
    return metrics.boundingRect(QRect(0, 0, max(1, width), _FAR), _WRAP, text).height()


@dataclass(frozen=True)
class Shape:
    """The boxes of one row; `body` is the line itself, below what stands above it."""

    field: QRect
    group: QRect
    code: QRect
    text: QRect
    under: QRect
    choices: QRect
    wish: QRect
    body: QRect
    scale: float

    def mark_box(self, mark: Mark) -> QRect:
        """One of the four marks."""
        marks = list(Mark)
        width = self.choices.width() // len(marks)
        left = self.choices.left() + marks.index(mark) * width
        return QRect(left, self.choices.top(), width, self.choices.height())

    @property
    def cells(self) -> Cells:
        """The seven cells of a placement."""
        return lay_out(self.choices.left(), self.choices.width(), self.scale)
