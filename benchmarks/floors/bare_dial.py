"""The floor of a dial paint: a bare QPainter over the same cached paths, with pens ready made."""

import statistics
import time
from datetime import date

from PySide6.QtGui import QBrush, QColor, QGuiApplication, QImage, QPainter, QPainterPath, QPen

from kompasskive.desktop.dial_painter import prepare
from kompasskive.dial.drawing import draw
from kompasskive.dial.options import DialOptions, words_of
from kompasskive.dial.palette import THEMES
from kompasskive.dialogue.example import example_workbook
from kompasskive.framework.catalogue import bundled
from kompasskive.profile.profile import make_profile

SIZE = 800
PAINTS = 30


def strokes(size: int = SIZE) -> list[tuple[QPen, QBrush, QPainterPath]]:
    """Jens Jensen's dial, `size` pixels square, as pens, brushes and paths."""
    workbook = example_workbook(bundled(), 1, 1, date(2026, 11, 23))
    before, talk = workbook.dialogues_of(workbook.people[0].id)
    profile = make_profile(bundled(), talk, "Jens Jensen", before)
    picture = draw(profile, size, size, DialOptions(legend=words_of(bundled())))
    palette = THEMES["light"]
    return [
        (s.pen(palette), QBrush(QColor(palette[s.fill])) if s.fill else QBrush(), s.path)
        for s in prepare(picture.shapes)
    ]


def milliseconds(image: QImage, ready: list[tuple[QPen, QBrush, QPainterPath]]) -> float:
    """How long one paint takes."""
    started = time.perf_counter()
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for pen, brush, path in ready:
        painter.setPen(pen)
        painter.setBrush(brush)
        painter.drawPath(path)
    painter.end()
    return (time.perf_counter() - started) * 1000


def main() -> None:
    """Print the median of many paints in milliseconds."""
    application = QGuiApplication([])
    image = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    ready = strokes()
    print(statistics.median(milliseconds(image, ready) for _ in range(PAINTS)))
    application.quit()


if __name__ == "__main__":
    main()
