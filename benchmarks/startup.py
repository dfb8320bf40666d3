"""Start-up: Kompasskive's first paint against a bare Qt window's, alternating in one run.

`python benchmarks/startup.py [rounds]`; aim <= 1.5x.
"""

import os
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
AIM = 1.5
OURS = """
import sys, time
started = time.perf_counter()
from datetime import datetime
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication
from kompasskive.desktop.app import build
from kompasskive.desktop.settings import Settings

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched is window:
            print((time.perf_counter() - started) * 1000, flush=True)
            QTimer.singleShot(0, app.quit)
        return False

app = QApplication(sys.argv)
store = QSettings(sys.argv[1], QSettings.Format.IniFormat)
window = build(app, Settings(store), lambda: datetime.now().astimezone())
watch = Watch()
window.installEventFilter(watch)
window.show()
app.exec()
window.close()
"""


def milliseconds(command: list[str]) -> float:
    """What one run printed."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(HERE.parent / "src"),
    }
    shown = subprocess.check_output(command, text=True, env=environment, stderr=subprocess.DEVNULL)
    return float(shown.splitlines()[0])


def main() -> None:
    """Print both medians and their ratio."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    floor_command = [sys.executable, str(HERE / "floors" / "bare_window.py")]
    our_command = [sys.executable, "-c", OURS, os.devnull]
    milliseconds(floor_command)
    milliseconds(our_command)
    floors, ours = [], []
    for _ in range(rounds):
        floors.append(milliseconds(floor_command))
        ours.append(milliseconds(our_command))
    floor, own = statistics.median(floors), statistics.median(ours)
    print(f"bare Qt window {floor:.0f} ms, Kompasskive {own:.0f} ms: {own / floor:.2f}x (<= {AIM})")


if __name__ == "__main__":
    main()
