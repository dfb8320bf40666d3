"""The first picture needs Qt alone; everything heavy comes after it."""

import os
import subprocess
import sys

import pytest
from platformdirs import user_config_path
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kompasskive.desktop import early
from kompasskive.desktop.settings import config_folder

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
    "dataclasses",
    "datetime",
    "platformdirs",
    "kompasskive.desktop.files",
    "kompasskive.desktop.warmup",
    "kompasskive.dialogue.model",
    "kompasskive.framework.model",
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
)
MADE_LATER = ("Qt", "QStyle", "QGraphicsSceneEvent", "QTouchEvent", "QMenu", "QShortcut")
SCRIPT = """
import os, sys
from kompasskive.cli.main import main
from kompasskive.desktop.window import Window
from PySide6 import QtCore, QtGui, QtWidgets

then = Window.when_painted

def tell():
    print(*sys.modules)
    print(*vars(QtCore), *vars(QtGui), *vars(QtWidgets))
    sys.stdout.flush()
    os._exit(0)

def when_painted(window, act):
    Window.when_painted = then
    window.painted.connect(lambda: QtCore.QTimer.singleShot(0, tell))
    then(window, act)

Window.when_painted = when_painted
main([])
"""


@pytest.fixture(scope="module")
def first_paint(tmp_path_factory: pytest.TempPathFactory) -> tuple[set[str], set[str]]:
    """The modules that are loaded and the names of Qt's that are made, as the first paint ends."""
    folder = str(tmp_path_factory.mktemp("look"))
    around = {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder}
    result = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, **around, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    modules, names = result.stdout.splitlines()
    return set(modules.split()), set(names.split())


def test_nothing_heavy_is_loaded_before_the_first_paint(
    first_paint: tuple[set[str], set[str]],
) -> None:
    loaded, _ = first_paint
    assert "kompasskive.desktop.pages.start" in loaded
    assert loaded.isdisjoint(LATER)


def test_what_is_slow_to_make_in_qt_is_not_made_before_the_first_paint(
    first_paint: tuple[set[str], set[str]],
) -> None:
    _, made = first_paint
    assert "QMainWindow" in made
    assert made.isdisjoint(MADE_LATER)


def test_the_numbers_that_stand_for_qts_names_are_right(qtbot: QtBot) -> None:
    label = QLabel("<b>ordret</b>")
    qtbot.addWidget(label)
    early.take_focus(label)
    assert label.focusPolicy() == Qt.FocusPolicy.StrongFocus
    early.pass_focus(label)
    assert label.focusPolicy() == Qt.FocusPolicy.NoFocus
    early.literal(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert Qt.AlignmentFlag.AlignCenter.value == early.CENTRED


def test_settings_lie_where_the_platform_says() -> None:
    assert config_folder() == user_config_path("Kompasskive", appauthor=False)
