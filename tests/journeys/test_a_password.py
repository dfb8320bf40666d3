"""A leader's file with a password: made, worked in, left alone, unlocked, changed, and the code."""

import re
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton
from tests.desktop.desk import Desk

from kompasskive.cli.main import main
from kompasskive.desktop.new_file import NewFileDialog
from kompasskive.desktop.pages.people import PeoplePage
from kompasskive.desktop.pages.people_dialogs import PersonDialog, TalkDialog
from kompasskive.desktop.pages.start import StartPage
from kompasskive.desktop.pages.talk import TalkPage
from kompasskive.desktop.password_dialogs import NewPasswordDialog
from kompasskive.desktop.recovery_dialog import RecoveryDialog
from kompasskive.desktop.unlock_dialog import UnlockDialog
from kompasskive.desktop.widgets.shield import Shield
from kompasskive.errors import LockedError
from kompasskive.framework.model import Mark
from kompasskive.storage.encryption import KNOWN
from kompasskive.storage.workbook import check, read

FIRST, SECOND = "rød cykel på Æbelø", "grøn båd ved Anholt"
ADD = "Tilføj medarbejder"
CANARY = "Kanariefugl Æblegrød"
GROUP = "[0-9A-HJKMNP-TV-Z]{4}"
CLICK = Qt.MouseButton.LeftButton
Fill = Callable[[QDialog], object]


def typed(desk: Desk, password: str) -> Fill:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, UnlockDialog)
        dialog.show()
        QTest.keyClicks(dialog.secret.line, password)
        QTest.keyClick(dialog.secret.line, Qt.Key.Key_Return)
        desk.settle()

    return fill


def chosen(desk: Desk, password: str) -> Fill:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, NewFileDialog | NewPasswordDialog)
        dialog.show()
        for line in (dialog.new_password.secret.line, dialog.new_password.repeat):
            QTest.keyClicks(line, password)
        QTest.mouseClick(dialog.yes, CLICK)
        desk.settle()

    return fill


def kept(desk: Desk, path: Path) -> Fill:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, RecoveryDialog)
        dialog.show()
        desk.answers.paths.append(path)
        QTest.mouseClick(dialog.save_button, CLICK)
        QTest.mouseClick(dialog.yes, CLICK)

    return fill


def named(dialog: QDialog) -> None:
    assert isinstance(dialog, PersonDialog)
    dialog.show()
    QTest.keyClicks(dialog._name, CANARY)
    QTest.mouseClick(dialog.yes, CLICK)


def begun(dialog: QDialog) -> None:
    assert isinstance(dialog, TalkDialog)
    dialog.show()
    QTest.mouseClick(dialog.yes, CLICK)


def by_code(desk: Desk, code: str) -> Fill:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, UnlockDialog)
        dialog.show()
        QTest.mouseClick(dialog.other, CLICK)
        QTest.keyClicks(dialog.code, code)
        QTest.mouseClick(dialog.yes, CLICK)
        desk.settle()

    return fill


def code_on(paper: Path) -> str:
    """The four lines of sixteen signs on the sheet."""
    document = pypdfium2.PdfDocument(paper)
    text = document[0].get_textpage().get_text_range()
    document.close()
    found = re.search(rf"({GROUP}\s+){{15}}{GROUP}", text)
    assert found is not None
    return " ".join(found.group().split())


def action(desk: Desk, words: str) -> QAction:
    return next(a for a in desk.window.menu.findChildren(QAction) if a.text() == words)


def told_in(folder: Path) -> list[str]:
    """Names of files in a folder that hold the canary."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if b"Kanariefugl" in path.read_bytes()]


def test_made_left_alone_changed_and_opened_by_its_code(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.settings.backups = desk.folder / "kopier"
    path, paper = desk.folder / "Samtaler.kompas", desk.folder / "kode.pdf"
    desk.show()
    document, locker = desk.window.context.document, desk.window.locker
    start = desk.window.page
    assert isinstance(start, StartPage)
    desk.answers.paths.append(path)
    desk.answers.forms += [chosen(desk, FIRST), kept(desk, desk.folder / "første.pdf")]
    desk.click(start.new)
    people = desk.window.page
    assert isinstance(people, PeoplePage)
    desk.answers.forms += [named, begun]
    desk.window.activateWindow()
    desk.settle()
    (add,) = (b for b in people.empty.findChildren(QPushButton) if b.accessibleName() == ADD)
    desk.click(add)
    desk.window.activateWindow()
    desk.settle()
    desk.press(Qt.Key.Key_Return)
    talk = desk.window.page
    assert isinstance(talk, TalkPage)
    assert talk.parts is not None
    desk.window.activateWindow()
    desk.settle()
    row = talk.parts.items.rows[0]
    row.setFocus()
    QTest.keyClicks(row, "4")
    before = document.value

    idle = locker._idle
    idle.minute_ms = 1
    locker.set_minutes(5)
    desk.bot.waitUntil(lambda: locker.locked)
    desk.settle()
    idle.minute_ms = 60_000
    assert told_in(desk.folder) == []
    with pytest.raises(LockedError):
        read(path)
    desk.answers.forms.append(typed(desk, FIRST))
    (shield,) = desk.window.findChildren(Shield)
    desk.click(shield.button)
    assert (document.value, desk.window.page) == (before, talk)
    assert row.bead.mark is Mark.SHARES

    desk.answers.forms += [typed(desk, FIRST), chosen(desk, SECOND), kept(desk, paper)]
    action(desk, "Skift adgangskode …").trigger()
    desk.settle()
    assert desk.window.page is talk
    desk.window.files.show_example()
    desk.settle()
    desk.answers.forms.append(by_code(desk, code_on(paper)))
    desk.window.files.open(path)
    desk.settle()
    assert document.value == before
    assert desk.window.banner.notice is not None
    desk.window.files.show_example()
    desk.settle()
    assert told_in(desk.folder) == []
    monkeypatch.setattr(KNOWN, "_keys", {})
    assert "adgangskode" in check(path)[0]
    assert main(["people", str(path)]) == 1
    assert CANARY not in "".join(capsys.readouterr())
