"""The window under test and settings of nobody."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete
from tests.desktop.desk import NOW, Answers, Desk

from kompasskive.desktop.app import build, dress
from kompasskive.desktop.settings import Settings
from kompasskive.desktop.turns import at_once


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of nobody."""
    return Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot, settings: Settings, tmp_path: Path) -> Iterator[Desk]:
    """A window that is not shown yet, closed and written out afterwards."""
    dress(qapp)
    answers = Answers()
    window = build(qapp, settings, lambda: NOW, answers, at_once)
    desk = Desk(window, answers, settings, tmp_path, qtbot)
    yield desk
    answers.yes = True
    desk.settle()
    window.close()
    delete(window)
