"""Files that the system asks the running program to open, as macOS does on a double click."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QDialog
from tests.desktop.desk import Desk
from tests.desktop.test_start import a_file

from kompasskive.desktop.application import BUSY, Application, open_from_system


@pytest.fixture
def asked(desk: Desk, qapp: Application) -> Iterator[Desk]:
    """A window, not shown yet, that opens what the system asks for."""
    qapp.on_file = partial(open_from_system, desk.window)
    yield desk
    qapp.on_file = None


def ask(path: Path) -> bool:
    """What the system does when a file is double-clicked; whether somebody took it."""
    app = QApplication.instance()
    assert app is not None
    return QApplication.sendEvent(app, QFileOpenEvent(QUrl.fromLocalFile(str(path))))


def test_a_file_asked_for_before_the_window_is_there_opens_when_it_is(
    asked: Desk, tmp_path: Path
) -> None:
    path = a_file(tmp_path, "Ærø & »Åse«.kompas")
    assert ask(path)
    assert not asked.window.context.document.is_open
    asked.show()
    assert asked.window.context.document.path == path


def test_a_second_file_takes_the_place_of_the_first(asked: Desk, tmp_path: Path) -> None:
    first, second = a_file(tmp_path, "a.kompas"), a_file(tmp_path, "b.kompas")
    asked.show()
    for path in (first, second):
        ask(path)
        asked.settle()
    assert asked.window.context.document.path == second
    assert asked.window.windowTitle().startswith("b.kompas")


def test_a_minimised_window_comes_back(asked: Desk, tmp_path: Path) -> None:
    asked.show()
    asked.window.showMinimized()
    ask(a_file(tmp_path, "a.kompas"))
    asked.settle()
    assert not asked.window.isMinimized()


def test_nothing_is_opened_under_a_dialog(asked: Desk, tmp_path: Path) -> None:
    asked.show()
    dialog = QDialog(asked.window)
    dialog.setModal(True)
    dialog.show()
    asked.bot.waitExposed(dialog)
    ask(a_file(tmp_path, "a.kompas"))
    asked.settle()
    assert asked.window.banner.notice == BUSY
    assert not asked.window.context.document.is_open
    dialog.close()


def test_without_a_window_the_event_is_let_be(qapp: Application, tmp_path: Path) -> None:
    assert qapp.on_file is None
    ask(tmp_path / "a.kompas")
