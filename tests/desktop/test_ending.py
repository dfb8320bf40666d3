"""The program ends in order, whatever it is at."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from kompasskive.dialogue.example import example_workbook
from kompasskive.framework.catalogue import bundled
from kompasskive.storage.workbook import check, create

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 60


def test_a_window_closed_while_pages_are_drawn_ends_in_order(tmp_path: Path) -> None:
    path = tmp_path / "Æble & <pære>.kompas"
    create(path, example_workbook(bundled(), 3, 1, date(2026, 11, 23))).close()
    own = {name: str(tmp_path / name) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    around = {**os.environ, **own, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    paths = [str(ROOT), str(ROOT / "src"), os.environ.get("PYTHONPATH", "")]
    ended = subprocess.run(
        [sys.executable, "-m", "tests.desktop.ending", str(path)],
        cwd=ROOT,
        env={**around, "PYTHONPATH": os.pathsep.join(paths)},
        timeout=PATIENCE_S,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert check(path) == ()
