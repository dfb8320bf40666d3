"""Where the seven cells of a ladder lie, and how they are painted."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.side_signs import paint_side
from kompasskive.dialogue.model import Viewpoint
from kompasskive.framework.model import BASELINE, PLACEMENT_LEVELS, Dimension
from kompasskive.profile.model import Cell, CellState

BAR: Final = 24
_BASELINE_GAP: Final = 16
_LAST_EXTRA: Final = 28
_BETWEEN: Final = 3
_LINE: Final = 3
_RADIUS: Final = 4
_DOTS: Final = (2.0, 2.4)


def lay_out(left: float, width: float, scale: float) -> "Cells":
    """Cells from `left` over `width` pixels; `scale` is pixels per design pixel."""
    gap, extra = _BASELINE_GAP * scale, _LAST_EXTRA * scale
    one = (width - gap - extra) / len(PLACEMENT_LEVELS)
    edges, x = [], left
    for level in PLACEMENT_LEVELS:
        step = one + (extra if level == PLACEMENT_LEVELS[-1] else 0)
        edges.append((round(x), round(step) - _BETWEEN))
        x += step + (gap if level == BASELINE else 0)
    return Cells(tuple(edges), edges[BASELINE + 1][0] - gap / 2)


def paint_cells(painter: QPainter, theme: Theme, cells: "Cells", look: "Look") -> None:
    """All seven cells of one ladder."""
    for level in PLACEMENT_LEVELS:
        box = cells.box(level, look.top, look.height)
        if look.cell.state is CellState.PLACED:
            _paint_placed(painter, theme, box, level, look)
        else:
            _paint_open(painter, theme, box, level, look)
    if look.cell.state is not CellState.PLACED:
        paint_starting_points(painter, theme, cells, look)


def paint_starting_points(painter: QPainter, theme: Theme, cells: "Cells", look: "Look") -> None:
    """Where the two started, each in its cell; side by side where they share one."""
    employee, leader = look.cell.employee, look.cell.leader
    apart = theme.px(9) if employee == leader else 0
    sides = ((Viewpoint.EMPLOYEE, employee, -apart), (Viewpoint.LEADER, leader, apart))
    for viewpoint, level, shift in sides:
        if level is not None:
            box = cells.box(level, look.top, look.height)
            ground = box.adjusted(2, 2, -2, -2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("sheet"))
            if viewpoint is Viewpoint.EMPLOYEE or not apart:
                painter.drawRoundedRect(ground, _RADIUS, _RADIUS)
            paint_side(painter, theme, viewpoint, box.center() + QPointF(shift, 0))


def paint_baseline(painter: QPainter, theme: Theme, cells: "Cells", top: float, end: float) -> None:
    """One stretch of Grundlinjen."""
    width = max(_LINE, theme.px(2))
    painter.fillRect(
        QRectF(round(cells.baseline) - width, top, width, end - top), theme.color("ink")
    )


def _paint_placed(painter: QPainter, theme: Theme, box: QRectF, level: int, look: "Look") -> None:
    value = look.cell.level or 0
    filled = 0 < level <= value
    tone = f"{look.dimension.value}{1 if level <= BASELINE else 2}"
    ground = tone if filled else "hover" if level == look.hovered else "track"
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(ground))
    painter.drawRoundedRect(box, _RADIUS, _RADIUS)
    if theme.name == "contrast" and not filled:
        _outline(painter, theme, box, "line")
    if level == value:
        _paint_handle(painter, theme, box, level)
    elif not filled:
        _paint_number(painter, theme, box, level, "ink2", 400)
    if look.cell.previous == level and level != value:
        _paint_previous(painter, theme, box)


def _paint_open(painter: QPainter, theme: Theme, box: QRectF, level: int, look: "Look") -> None:
    """Not discussed is dotted; not relevant is a plain outline with a dash for each number."""
    if level == look.hovered:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("hover"))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
    if look.cell.state is CellState.NOT_RELEVANT:
        _outline(painter, theme, box, "hair")
        middle, half = box.center(), QPointF(box.height() * 0.16, 0)
        painter.setPen(QPen(theme.color("unchosen"), theme.px(2)))
        painter.drawLine(middle - half, middle + half)
        return
    pen = QPen(theme.color("unchosen"), 1.2 * theme.scale, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern(_DOTS)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), _RADIUS, _RADIUS)
    _paint_number(painter, theme, box, level, "ink2", 400)


def _paint_handle(painter: QPainter, theme: Theme, box: QRectF, level: int) -> None:
    width = min(box.width() - 12, box.height() * 1.5)
    handle = QRectF(0, 0, width, box.height() * 0.7)
    handle.moveCenter(box.center())
    painter.setPen(QPen(theme.color("ink"), 1.2) if level == 0 else Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("sheet"))
    painter.drawRoundedRect(handle, _RADIUS, _RADIUS)
    _paint_number(painter, theme, box, level, "ink", 700)


def _paint_number(
    painter: QPainter, theme: Theme, box: QRectF, level: int, token: str, weight: int
) -> None:
    painter.setFont(theme.font(13, weight))
    painter.setPen(theme.color(token))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(level))


def _paint_previous(painter: QPainter, theme: Theme, box: QRectF) -> None:
    """Where it stood last time: a dashed stroke on a casing, near the cell's end."""
    x = box.right() - theme.px(5)
    top, end = QPointF(x, box.top() + 1), QPointF(x, box.bottom() - 1)
    casing = QPen(theme.color("sheet"), theme.px(5))
    casing.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(casing)
    painter.drawLine(top, end)
    stroke = QPen(theme.color("ink"), 2.2 * theme.scale, Qt.PenStyle.CustomDashLine)
    stroke.setDashPattern((2, 1.5))
    stroke.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(stroke)
    painter.drawLine(top, end)


def _outline(painter: QPainter, theme: Theme, box: QRectF, token: str) -> None:
    painter.setPen(QPen(theme.color(token), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)


@dataclass(frozen=True)
class Cells:
    """Left edge and width of each level's cell, and the right edge of Grundlinjen's middle."""

    edges: tuple[tuple[int, int], ...]
    baseline: float

    def box(self, level: int, top: float, height: float) -> QRectF:
        """The rectangle of one level."""
        left, width = self.edges[level]
        return QRectF(left, top, width, height)

    def at(self, x: float) -> int | None:
        """The level under `x`; the small gap after a cell belongs to it."""
        for level, (left, width) in enumerate(self.edges):
            if left <= x < left + width + _BETWEEN:
                return level
        return None


@dataclass(frozen=True)
class Look:
    """One ladder's value and where its bar lies; `hovered` is the level under the mouse."""

    dimension: Dimension
    cell: Cell
    top: float
    height: float
    hovered: int | None = None
