"""Icons from `resources/ikoner`, drawn in any colour and size."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kompasskive.assets import icon_path


@lru_cache
def _svg(name: str) -> str:
    return icon_path(name).read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def pixmap(name: str, size: int, color: str, ratio: float = 1.0) -> QPixmap:
    """An icon `size` logical pixels square; `color` is "#RRGGBB", `ratio` the device pixels."""
    return _drawn(_svg(name).replace("currentColor", color), size, size, ratio)


@lru_cache(maxsize=64)
def ground(width: int, height: int, shapes: str, ratio: float) -> QPixmap:
    """SVG `shapes` in a box of logical pixels; needs no pen or brush, see `desktop.early`."""
    box = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{shapes}</svg>'
    return _drawn(svg, width, height, ratio)


def icon(name: str, size: int, color: str) -> QIcon:
    """An icon for a button, sharp at one device pixel per pixel and on the finest screen."""
    result = QIcon(pixmap(name, size, color))
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    if ratio > 1:
        result.addPixmap(pixmap(name, size, color, ratio))
    return result


def _drawn(svg: str, width: int, height: int, ratio: float) -> QPixmap:
    image = QPixmap(round(width * ratio), round(height * ratio))
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(image.rect()))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image
