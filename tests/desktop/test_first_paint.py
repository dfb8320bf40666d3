"""The first picture needs Qt alone; everything heavy comes after it."""

import os
import subprocess
import sys
from pathlib import Path

LATER = (
    "sqlalchemy",
    "sqlcipher3",
    "sqlite3",
    "pyqtgraph",
    "numpy",
    "reportlab",
    "fontTools",
    "msgspec",
    "pypdfium2",
    "alembic",
    "tomlkit",
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
)
SCRIPT = """
import sys
from datetime import datetime
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from kompasskive.desktop.app import build, dress
from kompasskive.desktop.settings import Settings

app = QApplication([])
dress(app)
store = QSettings(sys.argv[1], QSettings.Format.IniFormat)
window = build(app, Settings(store), lambda: datetime.now().astimezone())
window.painted.connect(lambda: print(*sys.modules))
window.painted.connect(app.quit)
window.show()
app.exec()
window.files.background.wait()
"""


def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path / "s.ini")],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    loaded = set(result.stdout.split())
    assert "kompasskive.desktop.pages.start" in loaded
    assert loaded.isdisjoint(LATER)
