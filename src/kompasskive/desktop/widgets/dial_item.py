"""The graphics objects of the dial: the picture, painted once per size, and what lies over it."""

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from kompasskive.desktop.dial_painter import Stroke, paint_strokes, prepare
from kompasskive.dial.palette import Palette
from kompasskive.dial.picture import Picture, Shape


class DialItem(QGraphicsObject):
    """A picture, kept as a pixmap until picture, palette or device pixel ratio change."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self._box = QRectF()
        self._strokes: tuple[Stroke, ...] = ()
        self._drawn: QPixmap | None = None

    def show_picture(self, picture: Picture) -> None:
        """Show another picture."""
        self.prepareGeometryChange()
        self._box = QRectF(0, 0, picture.width, picture.height)
        self._strokes = prepare(picture.shapes)
        self.repaint()

    def set_palette(self, palette: Palette) -> None:
        """Paint in other colours."""
        self._palette = palette
        self.repaint()

    def repaint(self) -> None:
        """Forget what was painted and paint anew."""
        self._drawn = None
        self.update()

    def boundingRect(self) -> QRectF:
        """The picture's box."""
        return self._box

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        """Show the pixmap, made anew when it does not fit the device."""
        ratio = painter.device().devicePixelRatio()
        if self._drawn is None or self._drawn.devicePixelRatio() != ratio:
            self._drawn = self._render(ratio)
        painter.drawPixmap(0, 0, self._drawn)

    def _render(self, ratio: float) -> QPixmap:
        width, height = (math.ceil(v * ratio) for v in (self._box.width(), self._box.height()))
        pixmap = QPixmap(max(1, width), max(1, height))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_strokes(painter, self._strokes, self._palette)
        painter.end()
        return pixmap


class OverlayItem(QGraphicsObject):
    """Shapes over the picture, such as the focus ring, or nothing."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self._strokes: tuple[Stroke, ...] = ()
        self._box = QRectF()

    def show_shapes(self, shapes: tuple[Shape, ...]) -> None:
        """Draw these shapes, or nothing when there are none."""
        self.prepareGeometryChange()
        self._strokes = prepare(shapes)
        self._box = QRectF()
        for stroke in self._strokes:
            edge = stroke.width * 2
            box = stroke.path.boundingRect().adjusted(-edge, -edge, edge, edge)
            self._box = self._box.united(box)
        self.update()

    def set_palette(self, palette: Palette) -> None:
        """Paint in other colours."""
        self._palette = palette
        self.update()

    def boundingRect(self) -> QRectF:
        """The shapes' box."""
        return self._box

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        """Draw the shapes."""
        paint_strokes(painter, self._strokes, self._palette)
