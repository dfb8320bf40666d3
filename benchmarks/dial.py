"""A dial paint: DialView against a bare QPainter over the same cached paths, in one run.

`python benchmarks/dial.py [rounds]`; aim <= 3x. Also told: a repaint of what is on show (a blit),
a whole change of profile, which lays out, makes paths and paints, and what a step with the mouse or
the keyboard costs, which paints its outline only, with the share of the dial that is painted.
"""

import os
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
AIM = 3
OURS = """
import statistics, time
from dataclasses import replace
from datetime import date
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from kompasskive.desktop.widgets.dial_view import DialView
from kompasskive.dial.options import DialOptions, words_of
from kompasskive.dial.palette import THEMES
from kompasskive.dialogue.example import example_workbook
from kompasskive.framework.catalogue import bundled
from kompasskive.profile.profile import make_profile

application = QApplication([])
workbook = example_workbook(bundled(), 1, 1, date(2026, 11, 23))
before, talk = workbook.dialogues_of(workbook.people[0].id)
profile = make_profile(bundled(), talk, "Jens Jensen", before)
options = DialOptions(legend=words_of(bundled()))
view = DialView(THEMES["light"])
view.resize(800, 800)
view.show_profile(profile, options)
view.show()
application.processEvents()

def milliseconds(change):
    started = time.perf_counter()
    change()
    view.viewport().repaint()
    return (time.perf_counter() - started) * 1000

def median(change):
    return statistics.median(milliseconds(lambda: change(i)) for i in range(30))

print(median(lambda i: view.set_palette(THEMES["light"])))
print(median(lambda i: None))
print(median(lambda i: view.show_profile(replace(profile, needle=i % 6), options)))

class Painted(QObject):
    area = 0
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.area += sum(box.width() * box.height() for box in event.region())
        return False

painted = Painted()
view.viewport().installEventFilter(painted)

def steps(step):
    application.processEvents()
    painted.area = 0
    times = []
    for i in range(30):
        started = time.perf_counter()
        step(i)
        application.processEvents()
        times.append((time.perf_counter() - started) * 1000)
    print(statistics.median(times))
    print(painted.area / 30 / (800 * 800))

def hover(i):
    spot = QPointF(400 + 120 * (-1) ** i, 300 + 4 * i)
    free = Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(view.viewport(), QMouseEvent(QEvent.Type.MouseMove, spot, spot, *free))

steps(hover)
view.setFocus()
steps(lambda i: QTest.keyClick(view, Qt.Key.Key_Right))
"""


def milliseconds(command: list[str]) -> list[float]:
    """The medians one process printed."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(HERE.parent / "src"),
    }
    shown = subprocess.check_output(command, text=True, env=environment, stderr=subprocess.DEVNULL)
    return [float(line) for line in shown.splitlines()]


def main() -> None:
    """Print the medians and their ratio."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    floors, ours = [], []
    for _ in range(rounds):
        floors.append(milliseconds([sys.executable, str(HERE / "floors" / "bare_dial.py")]))
        ours.append(milliseconds([sys.executable, "-c", OURS]))
    floor = statistics.median(run[0] for run in floors)
    medians = [statistics.median(column) for column in zip(*ours, strict=True)]
    paint, blit, change, hover, hovered, key, walked = medians
    print(f"bare QPainter {floor:.1f} ms, DialView {paint:.1f} ms: {paint / floor:.2f}x (<= {AIM})")
    print(f"repaint {blit:.1f} ms, another profile {change:.1f} ms: {change / floor:.2f}x")
    print(f"mouse step {hover:.1f} ms paints {hovered:.0%}, key step {key:.1f} ms {walked:.0%}")


if __name__ == "__main__":
    main()
