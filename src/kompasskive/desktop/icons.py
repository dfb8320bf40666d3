"""Icons from `resources/ikoner`, drawn in any colour and size."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kompasskive.assets import icon_path


@lru_cache
def _svg(name: str) -> str:
    return icon_path(name).read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def pixmap(name: str, size: int, color: str, ratio: float = 1.0) -> QPixmap:
    """An icon `size` logical pixels square; `color` is "#RRGGBB", `ratio` the device pixels."""
    image = QPixmap(round(size * ratio), round(size * ratio))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer = QSvgRenderer(QByteArray(_svg(name).replace("currentColor", color).encode()))
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def icon(name: str, size: int, color: str) -> QIcon:
    """An icon for a button, sharp at one and two device pixels per pixel."""
    result = QIcon(pixmap(name, size, color))
    result.addPixmap(pixmap(name, size, color, 2.0))
    return result
