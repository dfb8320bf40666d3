"""The dial as PNG bytes, with or without a window and a screen."""

import os

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication

from kompasskive.desktop.dial_painter import to_image
from kompasskive.dial.palette import Palette
from kompasskive.dial.picture import Picture


def to_png(picture: Picture, palette: Palette, scale: float = 1.0) -> bytes:
    """The picture at `scale` pixels per unit as a PNG file's content."""
    application = QGuiApplication.instance() or _without_screen()
    image = to_image(picture, palette, scale)
    buffer = QBuffer(application)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def _without_screen() -> QGuiApplication:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return QGuiApplication([])
