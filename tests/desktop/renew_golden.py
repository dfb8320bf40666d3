"""Draw the dial's states anew: `python -m tests.desktop.renew_golden [FOLDER]`.

Pictures that differ from the kept ones are replaced. Before, after and what differs are put beside
each other in FOLDER (out/golden), to be looked at before the new ones are committed by themselves.
"""

import os
import sys
from pathlib import Path

from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from tests.desktop.dial_states import GOLDEN, images

_GAP = 12


def main(folder: Path) -> None:
    """Renew what differs, and tell which."""
    GOLDEN.mkdir(parents=True, exist_ok=True)
    folder.mkdir(parents=True, exist_ok=True)
    drawn = images()
    for path in GOLDEN.glob("*.png"):
        if path.stem not in drawn:
            path.unlink()
            print(f"removed {path.name}")
    for name, after in drawn.items():
        path = GOLDEN / f"{name}.png"
        before = QImage(str(path)).convertToFormat(after.format())
        if before != after:
            _beside(before, after).save(str(folder / f"{name}.png"))
            after.convertToFormat(QImage.Format.Format_RGB888).save(str(path))
            print(f"{'renewed' if not before.isNull() else 'new'} {path.name}")


def _beside(before: QImage, after: QImage) -> QImage:
    """Before, after, and the difference of the two."""
    size = before.size().expandedTo(after.size())
    sheet = QImage(3 * size.width() + 2 * _GAP, size.height(), QImage.Format.Format_RGB32)
    sheet.fill(QColor("#B0B0B0"))
    painter = QPainter(sheet)
    painter.drawImage(0, 0, before)
    painter.drawImage(size.width() + _GAP, 0, after)
    left = 2 * (size.width() + _GAP)
    painter.drawImage(left, 0, after)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(left, 0, before)
    painter.end()
    return sheet


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication([])
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "out/golden"))
