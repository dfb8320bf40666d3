"""While the open file is worked on, keys and clicks change nothing and nothing is lost."""

from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from tests.desktop.desk import NO_MODIFIER, Desk

from kompasskive.desktop.file_in_use import FileInUse
from kompasskive.desktop.files import Files
from kompasskive.desktop.pages.people import PeoplePage
from kompasskive.desktop.password_dialogs import NewPasswordDialog
from kompasskive.desktop.passwords import Passwords
from kompasskive.desktop.questions import Questions
from kompasskive.desktop.widgets.pause import Pause
from kompasskive.desktop.window import Window
from kompasskive.errors import FileError
from kompasskive.storage import encryption
from kompasskive.storage.unlocking import is_encrypted
from kompasskive.storage.workbook import read

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def file(desk: Desk) -> Path:
    """A file open in the window, with one change that can be undone."""
    return desk.open_changed_file()


class Work:
    """Work on the file that takes until it is told to end."""

    def __init__(self) -> None:
        self.begun, self.end, self.fault = Event(), Event(), ""

    def __call__(self, _path: Path) -> None:
        self.begun.set()
        assert self.end.wait(60)
        if self.fault:
            raise FileError(self.fault)


def begin(desk: Desk) -> Work:
    """Have the file worked on, and wait until it is."""
    work = Work()
    desk.window.files.in_use.work_on(work)
    assert work.begun.wait(60)
    QApplication.processEvents()
    return work


def finish(desk: Desk, work: Work) -> None:
    work.end.set()
    desk.settle()


def key(window_key: Qt.Key, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
    """A real key where the keyboard is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, window_key, modifier)
    QApplication.processEvents()


def test_keys_and_clicks_meanwhile_change_nothing(desk: Desk, file: Path) -> None:
    window, document = desk.window, desk.window.context.document
    page = window.page
    assert isinstance(page, PeoplePage)
    work = begin(desk)
    before, asked = document.value, list(desk.answers.asked)
    assert isinstance(QApplication.focusWidget(), Pause)
    assert window.pause.geometry() == window.rect()
    assert "Intet kan ændres" in window.pause.accessibleName()
    key(Qt.Key.Key_Z, CTRL)
    key(Qt.Key.Key_O, CTRL)
    key(Qt.Key.Key_3, ALT)
    for each in (Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape):
        key(each)
    QTest.keyClicks(window.pause, "x<&>æøå")
    for at in (window.rect().center(), window.rect().topLeft() * 0.5):
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
    assert isinstance(QApplication.focusWidget(), Pause)
    assert (document.value, desk.answers.asked) == (before, asked)
    assert window.context.position.page == "people"
    finish(desk, work)
    assert not window.pause.isVisible()
    assert document.value == before == read(file)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.isAncestorOf(focused)
    document.edit("Leder", replace(document.value, leader="Bent"))
    assert document.file is not None
    assert document.file.wait(20) == 0
    assert read(file).leader == "Bent"


def test_f9_hides_the_screen_meanwhile(desk: Desk, file: Path) -> None:
    work = begin(desk)
    key(Qt.Key.Key_F9)
    assert desk.window.cover.isVisible()
    finish(desk, work)
    assert desk.window.cover.isVisible()
    assert desk.window.cover.hasFocus()
    key(Qt.Key.Key_F9)
    assert not desk.window.cover.isVisible()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.isVisible()


def test_a_window_closed_meanwhile_waits_for_the_file(desk: Desk, file: Path) -> None:
    work = begin(desk)
    desk.window.close()
    assert desk.window.isVisible()
    finish(desk, work)
    assert not desk.window.isVisible()
    assert read(file).leader == "Mette"


def test_work_that_fails_gives_the_window_back(desk: Desk, file: Path) -> None:
    work = begin(desk)
    work.fault = "Det gik ikke."
    finish(desk, work)
    assert not desk.window.pause.isVisible()
    assert desk.window.banner.more.text() == "Det gik ikke."
    assert desk.window.context.document.read_only_reason == ""


def test_a_file_that_cannot_be_opened_again_is_not_shown_as_open(desk: Desk, file: Path) -> None:
    work = begin(desk)
    file.unlink()
    finish(desk, work)
    window = desk.window
    assert window.context.position.page == "start"
    assert not window.context.document.is_open
    assert window.windowTitle() == "Kompasskive"
    assert "findes ikke" in window.banner.more.text()


class Hands:
    """Presses keys in the window while a dialog lies over it, then answers each dialog."""

    def __init__(self, window: Window) -> None:
        self.window, self.met = window, list[str]()
        self.timer = QTimer()
        self.timer.timeout.connect(self.go_on)
        self.timer.start(0)

    def go_on(self) -> None:
        """One dialog after another, each once."""
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or type(dialog).__name__ in self.met:
            return
        self.met.append(type(dialog).__name__)
        self.press_behind()
        if isinstance(dialog, NewPasswordDialog):
            for line in (dialog.new_password.secret.line, dialog.new_password.repeat):
                QTest.keyClicks(line, "tolv tegn og mere")
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        self.press_behind()

    def press_behind(self) -> None:
        """Undo, another page and letters, sent to the window as the system would."""
        behind = self.window.windowHandle()
        QTest.keyClick(behind, Qt.Key.Key_Z, CTRL)
        QTest.keyClick(behind, Qt.Key.Key_3, ALT)
        QTest.keyClick(behind, Qt.Key.Key_X)
        QTest.mouseClick(behind, Qt.MouseButton.LeftButton, pos=self.window.rect().center())


def test_keys_reach_nothing_while_a_password_is_set(
    desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encryption, "MEMORY_KIB", 64)
    window, before = desk.window, desk.window.context.document.value
    context = window.context._replace(questions=Questions(window, window.context.theme))
    in_use = FileInUse(context, window.files.background, window.save, window.say, window.leave_page)
    hands = Hands(window)
    Passwords(context, Files(in_use)).ask_new()
    desk.settle()
    hands.timer.stop()
    assert hands.met == ["NewPasswordDialog", "QMessageBox", "RecoveryDialog"]
    assert is_encrypted(file)
    assert window.context.document.value == before == read(file)
    assert window.context.position.page == "people"
    assert window.context.document.read_only_reason == ""
