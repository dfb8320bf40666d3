"""The Qt painter of a dial picture: paths are made once per picture and drawn in any palette."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import compress, count
from operator import is_not

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QTransform,
)

from kompasskive import assets
from kompasskive.dial.palette import Palette
from kompasskive.dial.picture import Circle, Path, Picture, Shape, Text

_EM = 100
_WEIGHTS = {
    "regular": QFont.Weight.Normal,
    "semibold": QFont.Weight.DemiBold,
    "bold": QFont.Weight.Bold,
}
_ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}


def prepare(shapes: tuple[Shape, ...]) -> tuple["Stroke", ...]:
    """The shapes as Qt paths, to draw many times. Needs a QGuiApplication for the fonts."""
    return tuple(_prepared(shape) for shape in shapes)


def prepare_anew(
    shapes: tuple[Shape, ...], before: tuple[Shape, ...], strokes: tuple["Stroke", ...]
) -> tuple["Stroke", ...]:
    """`prepare`, quickly where most shapes are the very ones whose strokes were made before."""
    start, end = common_ends(before, shapes)
    between = slice(start, len(before) - end)
    made = dict(zip(map(id, before[between]), strokes[between], strict=True))
    new = shapes[start : len(shapes) - end]
    anew = [made.get(id(shape)) or _prepared(shape) for shape in new]
    return (*strokes[:start], *anew, *strokes[len(strokes) - end :])


def common_ends(before: Sequence[object], after: Sequence[object]) -> tuple[int, int]:
    """How many things two rows begin with alike, and how many of the rest they end with alike."""
    both = min(len(before), len(after))
    start = _alike(before, after, both)
    return start, _alike(before[::-1], after[::-1], both - start)


def _alike(before: Sequence[object], after: Sequence[object], most: int) -> int:
    differ = map(is_not, before, after)
    return min(most, next(compress(count(), differ), most))


def paint_strokes(painter: QPainter, strokes: tuple["Stroke", ...], palette: Palette) -> None:
    """Draw prepared shapes at the painter's origin, anti-aliased."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for stroke in strokes:
        painter.setPen(stroke.pen(palette))
        painter.setBrush(_brush(palette[stroke.fill] if stroke.fill else ""))
        painter.drawPath(stroke.path)


def paint(painter: QPainter, picture: Picture, palette: Palette) -> None:
    """Draw a picture once at the painter's origin; the page colour is not filled."""
    paint_strokes(painter, prepare(picture.shapes), palette)


def to_image(picture: Picture, palette: Palette, scale: float) -> QImage:
    """The picture on its page colour, `scale` pixels for each of the picture's units."""
    width, height = round(picture.width * scale), round(picture.height * scale)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(palette["page"]))
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint(painter, picture, palette)
    painter.end()
    return image


@cache
def dial_font(weight: str) -> QFont:
    """The bundled font in "regular", "semibold" or "bold", registered on first use, unhinted."""
    identity = QFontDatabase.addApplicationFont(str(assets.font_path(weight)))
    font = QFont(QFontDatabase.applicationFontFamilies(identity)[0])
    font.setWeight(_WEIGHTS[weight])
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setKerning(False)
    font.setPixelSize(_EM)
    return font


@lru_cache(maxsize=2048)
def _prepared(shape: Shape) -> "Stroke":
    if isinstance(shape, Text):
        return Stroke(_text_path(shape), shape.fill)
    path = _circle_path(shape) if isinstance(shape, Circle) else _path(shape)
    return Stroke(path, shape.fill, shape.stroke, shape.width, shape.dash)


def _circle_path(shape: Circle) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(shape.x, shape.y), shape.r, shape.r)
    return path


def _path(shape: Path) -> QPainterPath:
    path = QPainterPath()
    for kind, *numbers in shape.segments:
        if kind == "M":
            path.moveTo(*numbers)
        elif kind == "L":
            path.lineTo(*numbers)
        elif kind == "C":
            path.cubicTo(*numbers)
        else:
            path.closeSubpath()
    return path


def _text_path(shape: Text) -> QPainterPath:
    path, width = _line(shape.text, shape.weight)
    scale = shape.size / _EM
    left = shape.x - width * scale * _ANCHORS[shape.anchor]
    return QTransform(scale, 0, 0, scale, left, shape.y).map(path)


@lru_cache(maxsize=256)
def _line(text: str, weight: str) -> tuple[QPainterPath, float]:
    """The outline of a line at 100 pixels, and its width."""
    font = dial_font(weight)
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addText(0, 0, font, text)
    return path, QFontMetricsF(font).horizontalAdvance(text)


@lru_cache(maxsize=256)
def _pen(color: str, width: float, dash: tuple[float, ...]) -> QPen:
    if not color:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(QColor(color), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    pen.setMiterLimit(10)
    if dash:
        pen.setDashPattern([d / width for d in dash])
    return pen


@lru_cache(maxsize=64)
def _brush(color: str) -> QBrush:
    return QBrush(QColor(color)) if color else QBrush()


@dataclass(frozen=True, slots=True)
class Stroke:
    """A path with its colour tokens; `box` holds all it may paint, mitres and soft edges too."""

    path: QPainterPath
    fill: str | None
    stroke: str | None = None
    width: float = 0.0
    dash: tuple[float, ...] = ()
    box: QRectF = field(init=False, repr=False)

    def __post_init__(self) -> None:
        edge = self.width * 2 + 1
        box = self.path.boundingRect().adjusted(-edge, -edge, edge, edge)
        object.__setattr__(self, "box", box)

    def pen(self, palette: Palette) -> QPen:
        """The pen in a palette; flat caps and mitred joins, as on paper."""
        return _pen(palette[self.stroke] if self.stroke else "", self.width, self.dash)
