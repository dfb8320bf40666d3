"""The dial as a file's content or as a picture: SVG, PNG or PDF, with or without a screen."""

import os
from typing import TYPE_CHECKING, Final

from kompasskive.dial.palette import THEMES
from kompasskive.dial.picture import Picture

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

ENDINGS: Final = (".svg", ".png", ".pdf")


def content(picture: Picture, theme: str, ending: str) -> bytes:
    """A whole file; `theme` is one of `THEMES` and `ending` one of `ENDINGS`."""
    return {".svg": _svg, ".png": _png, ".pdf": _pdf}[ending](picture, theme)


def _svg(picture: Picture, theme: str) -> bytes:
    from kompasskive.dial.svg import to_svg

    return to_svg(picture, THEMES[theme]).encode("utf-8")


def _pdf(picture: Picture, theme: str) -> bytes:
    from kompasskive.reports.dial_pdf import render

    return render(picture, THEMES[theme])


def _png(picture: Picture, theme: str) -> bytes:
    """One pixel per unit of the picture."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QGuiApplication, QImageWriter

    from kompasskive.desktop.dial_painter import to_image

    application = QGuiApplication.instance() or _without_screen()
    image = to_image(picture, THEMES[theme], 1)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    del application
    return bytes(buffer.data().data())


def _without_screen() -> "QGuiApplication":
    from PySide6.QtGui import QGuiApplication

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return QGuiApplication([])
