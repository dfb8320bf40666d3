"""Paints the dial's signs where they stand alone, outside a dial."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from kompasskive.dial.picture import Circle, Path, Segment, Shape


def paint_shapes(painter: QPainter, shapes: Iterable[Shape], colors: Mapping[str, QColor]) -> None:
    """Paint paths and circles; `colors` has every token the shapes use."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in shapes:
        if isinstance(shape, Path):
            _dress(painter, shape, colors)
            painter.drawPath(_outline(shape.segments))
        elif isinstance(shape, Circle):
            _dress(painter, shape, colors)
            painter.drawEllipse(QPointF(shape.x, shape.y), shape.r, shape.r)


def _dress(painter: QPainter, shape: Path | Circle, colors: Mapping[str, QColor]) -> None:
    painter.setBrush(QBrush(colors[shape.fill]) if shape.fill else Qt.BrushStyle.NoBrush)
    if shape.stroke and shape.width:
        painter.setPen(QPen(colors[shape.stroke], shape.width))
    else:
        painter.setPen(Qt.PenStyle.NoPen)


def _outline(segments: Iterable[Segment]) -> QPainterPath:
    path = QPainterPath()
    for kind, *numbers in segments:
        points = [float(n) for n in numbers]
        if kind == "M":
            path.moveTo(*points)
        elif kind == "L":
            path.lineTo(*points)
        elif kind == "C":
            path.cubicTo(*points)
        else:
            path.closeSubpath()
    return path
