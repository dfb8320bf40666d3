"""The window under test and settings of nobody."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete
from tests.desktop.desk import NOW, Answers, Desk

from kompasskive.desktop.app import build, dress
from kompasskive.desktop.rubbish import look
from kompasskive.desktop.settings import Settings
from kompasskive.desktop.turns import at_once, in_turns


@pytest.fixture(autouse=True)
def rubbish() -> Iterator[None]:
    """As in the program, no other thread looks for rubbish, which may hold widgets."""
    gc.disable()
    yield
    look()
    gc.enable()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of nobody."""
    return Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def another(
    qapp: QApplication, qtbot: QtBot, settings: Settings, tmp_path: Path
) -> Iterator[Callable[[], Desk]]:
    """Windows that are not shown yet, closed and written out afterwards."""
    dress(qapp)
    desks: list[Desk] = []

    def make() -> Desk:
        answers = Answers()
        window = build(qapp, settings, lambda: NOW, answers, at_once)
        desks.append(Desk(window, answers, settings, tmp_path, qtbot))
        return desks[-1]

    yield make
    for desk in desks:
        desk.answers.yes = True
        desk.settle()
        desk.window.close()
        delete(desk.window)


@pytest.fixture
def desk(another: Callable[[], Desk]) -> Desk:
    """The window under test."""
    return another()


@pytest.fixture
def turning(desk: Desk, qapp: QApplication) -> Iterator[Desk]:
    """A desk whose window makes its pages in turns, as the program does."""
    window = build(qapp, desk.settings, lambda: NOW, Answers(), in_turns)
    made = Desk(window, desk.answers, desk.settings, desk.folder, desk.bot)
    made.show()
    workbook = made.show_example(3)
    window.context.position.open_person(workbook.people[0].id)
    yield made
    made.settle()
    window.close()
    delete(window)
