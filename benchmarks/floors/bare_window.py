"""The floor for start-up: a bare Qt window, from the interpreter's start to its first paint."""

import sys
import time

STARTED = time.perf_counter()

from PySide6.QtCore import QTimer  # noqa: E402
from PySide6.QtGui import QPaintEvent  # noqa: E402
from PySide6.QtWidgets import QApplication, QMainWindow  # noqa: E402


class Window(QMainWindow):
    """Prints the milliseconds to its first paint and quits."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        print((time.perf_counter() - STARTED) * 1000, flush=True)
        QTimer.singleShot(0, QApplication.quit)


app = QApplication(sys.argv)
window = Window()
window.resize(1440, 900)
window.show()
sys.exit(app.exec())
