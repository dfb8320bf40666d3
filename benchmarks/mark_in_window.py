"""A mark in the window: from the key until Gemt and the dial repainted, against a raw commit and a
cached paint of a dial that size, in turn in one process, once the pages' code has been loaded.
The items of a field are marked in turn, so that nothing is as it ever was before.

`python benchmarks/mark_in_window.py [rounds] [folder]`; aim <= 2x. The folder says which disk.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
AIM = 2
OURS = """
import statistics, sys, time
from datetime import date, datetime
from pathlib import Path
from PySide6.QtCore import QEvent, QEventLoop, QObject, QSettings
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
import bare_dial, raw_commit
from kompasskive.desktop import warmup
from kompasskive.desktop.app import build
from kompasskive.desktop.pages.talk.item_row import ItemRow
from kompasskive.desktop.rubbish import look_in_turns
from kompasskive.desktop.settings import Settings
from kompasskive.dialogue.example import example_workbook
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Mark
from kompasskive.storage.workbook import create

folder = Path(sys.argv[1])
app = QApplication([])
app.setStyle("Fusion")
settings = Settings(QSettings(str(folder / "look.ini"), QSettings.Format.IniFormat))
settings.motion = False
window = build(app, settings, lambda: datetime.now().astimezone())
window.show()
context = window.context
workbook = example_workbook(bundled(), 30, 1, date(2026, 11, 23))
context.document.show(workbook, create(folder / "mark.kompas", workbook))
look_in_turns(window)
context.position.open_person(workbook.people[0].id)
context.position.go("talk")
context.position.open_field("lov")
for _ in range(50):
    app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
while not sys.modules.keys() >= {*warmup.PAGES, *warmup.PAPER}:
    app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

from kompasskive.desktop.widgets.dial_view import DialView

view = next(v for v in window.findChildren(DialView) if v.isVisible())
rows = [r for r in window.findChildren(ItemRow) if r.isVisible()]
seen = set()
loop = QEventLoop()

def see(what):
    seen.add(what)
    if {"painted", "saved"} <= seen:
        loop.quit()

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            see("painted")
        return False

watch = Watch()
view.viewport().installEventFilter(watch)
context.document.saved.connect(lambda _at: see("saved"))
bare = raw_commit.opened(folder / "raw.db")
side = min(view.width(), view.height())
image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
ready = bare_dial.strokes(side)

def mark(step):
    row = rows[step % len(rows)]
    row.setFocus()
    app.processEvents()
    others = [at for at, mark in enumerate(Mark, start=1) if mark is not row.bead.mark]
    seen.clear()
    started = time.perf_counter()
    QTest.keyClick(row, str(others[step // len(rows) % 3]))
    loop.exec()
    return (time.perf_counter() - started) * 1000

def floor(step):
    return raw_commit.milliseconds(bare, step) + bare_dial.milliseconds(image, ready)

took = [(floor(step), mark(step)) for step in range(60)]
print(*map(statistics.median, zip(*took)))
bare.close()
window.close()
"""


def medians(place: str) -> tuple[float, float]:
    """Milliseconds of the floor and of a mark, from one process in a folder of its own."""
    paths = (HERE.parent / "src", HERE / "floors")
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(map(str, paths)),
        "QT_QPA_PLATFORM": "offscreen",
    }
    with tempfile.TemporaryDirectory(dir=place or None) as folder:
        command = [sys.executable, "-c", OURS, folder]
        shown = subprocess.check_output(
            command, text=True, env=environment, stderr=subprocess.DEVNULL
        )
    floor, own = shown.splitlines()[-1].split()
    return float(floor), float(own)


def main() -> None:
    """Print the medians and their ratio."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    place = sys.argv[2] if len(sys.argv) > 2 else ""
    runs = [medians(place) for _ in range(rounds)]
    floor, own = (statistics.median(column) for column in zip(*runs, strict=True))
    ratio = f"{own / floor:.2f}x (<= {AIM})"
    print(f"raw commit and cached paint {floor:.1f} ms, mark in the window {own:.1f} ms: {ratio}")


if __name__ == "__main__":
    main()
