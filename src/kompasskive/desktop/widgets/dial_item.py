"""The graphics objects of the dial: the picture, painted once per size, and what lies over it."""

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform
from PySide6.QtWidgets import QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from kompasskive.desktop.dial_painter import (
    Stroke,
    common_ends,
    paint_strokes,
    prepare,
    prepare_anew,
)
from kompasskive.dial.palette import Palette
from kompasskive.dial.picture import Picture, Shape


def _changed(before: tuple[Stroke, ...], after: tuple[Stroke, ...]) -> QRectF | None:
    """Where two pictures differ; None when what they share lies in another order.

    Strokes of equal shapes are one and the same while `prepare` remembers them.
    """
    start, end = common_ends(before, after)
    before, after = before[start : len(before) - end], after[start : len(after) - end]
    old, new = {id(stroke) for stroke in before}, {id(stroke) for stroke in after}
    shared = [id(stroke) for stroke in before if id(stroke) in new]
    if shared != [id(stroke) for stroke in after if id(stroke) in old]:
        return None
    box, kept = QRectF(), old & new
    for stroke in (*before, *after):
        if id(stroke) not in kept:
            box = box.united(stroke.box)
    return box


def _whole_pixels(box: QRectF, ratio: float) -> QRectF:
    """The least box round another that ends where device pixels do."""
    device = QTransform.fromScale(ratio, ratio)
    whole = QRectF(device.mapRect(box).toAlignedRect())
    return QTransform.fromScale(1 / ratio, 1 / ratio).mapRect(whole)


class DialItem(QGraphicsObject):
    """A picture, kept as a pixmap until picture, palette or device pixel ratio change."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self._box = QRectF()
        self._shapes: tuple[Shape, ...] = ()
        self._strokes: tuple[Stroke, ...] = ()
        self._drawn: QPixmap | None = None

    def show_picture(self, picture: Picture) -> None:
        """Show another picture; where it is like the last, nothing is painted."""
        before = self._strokes
        self._strokes = prepare_anew(picture.shapes, self._shapes, before)
        self._shapes = picture.shapes
        box = QRectF(0, 0, picture.width, picture.height)
        changed = _changed(before, self._strokes)
        if self._drawn is None or changed is None or box != self._box:
            self.prepareGeometryChange()
            self._box = box
            self.repaint()
        elif not changed.isEmpty():
            where = _whole_pixels(changed, self._drawn.devicePixelRatio())
            self._paint(self._drawn, where)
            self.update(where)

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
        self._paint(pixmap, self._box)
        return pixmap

    def _paint(self, pixmap: QPixmap, where: QRectF) -> None:
        """Paint what lies in `where`, of whole device pixels, and nothing outside it."""
        painter = QPainter(pixmap)
        if not where.contains(self._box):
            painter.setClipRect(where)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            painter.fillRect(where, Qt.GlobalColor.transparent)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        seen = tuple(stroke for stroke in self._strokes if stroke.box.intersects(where))
        paint_strokes(painter, seen, self._palette)
        painter.end()


class OverlayItem(QGraphicsObject):
    """Shapes over the picture, such as the focus ring, or nothing."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self._strokes: tuple[Stroke, ...] = ()
        self._box = QRectF()

    def show_shapes(self, shapes: tuple[Shape, ...]) -> None:
        """Draw these shapes, or nothing when there are none."""
        strokes = prepare(shapes)
        if strokes == self._strokes:
            return
        self.prepareGeometryChange()
        self._strokes = strokes
        self._box = QRectF()
        for stroke in strokes:
            self._box = self._box.united(stroke.box)
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
