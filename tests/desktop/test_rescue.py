"""A file that does not open because it is damaged goes back to a backup, with keys alone."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from tests.desktop.desk import NOW, Desk

from kompasskive.desktop import rescue
from kompasskive.desktop.backup_dialog import BackupDialog
from kompasskive.desktop.unlock_dialog import UnlockDialog
from kompasskive.dialogue.example import example_workbook
from kompasskive.framework.catalogue import bundled
from kompasskive.storage.encryption import KNOWN, Key, new_key
from kompasskive.storage.workbook import create, read

PASSWORD = "en lang sætning om fag"
NAMED, LATER = -1, -2
keyed = pytest.mark.parametrize("password", ["", PASSWORD], ids=["plain", "encrypted"])


@pytest.fixture
def key() -> Iterator[Key]:
    """The key of an encrypted file; nobody has it before the password is given."""
    made = new_key(PASSWORD)
    yield made
    KNOWN.forget(made.salt)


def worked_in(desk: Desk, key: Key | None) -> Path:
    """A file that Mette led, and its one backup from then."""
    desk.settings.backups = desk.folder / "kopier"
    path = desk.folder / "fil.kompas"
    example = example_workbook(bundled(), 3, 1, NOW.date())
    opened = create(path, example, backups=desk.settings.backups, key=key)
    opened.submit(example, replace(example, leader="Mette"), lambda _: None)
    opened.close()
    if key is not None:
        KNOWN.forget(key.salt)
    return path


def spoil(path: Path, at: int) -> bytes:
    """Write over a few bytes from there on, or, at `NAMED`, where a name stands or may stand.

    At `LATER` all pages but the first are spoilt.
    """
    content = bytearray(path.read_bytes())
    if at == LATER:
        for later in range(4096 + 500, len(content), 4096):
            content[later] ^= 255
        path.write_bytes(content)
        return bytes(content)
    if at == NAMED:
        at = max(content.find(b"Jens Jensen"), 4096 * 3)
    content[at : at + 8] = b"spoleret"
    path.write_bytes(content)
    return bytes(content)


def type_password(dialog: QDialog) -> None:
    """Write the password and press Enter; wait for what it takes."""
    assert isinstance(dialog, UnlockDialog)
    dialog.show()
    QTest.keyClicks(dialog.secret.line, PASSWORD)
    QTest.keyClick(dialog.secret.line, Qt.Key.Key_Return)
    wait_for(dialog)


def wait_for(dialog: UnlockDialog) -> None:
    """Until the dialog has tried what was typed."""
    while dialog.working:
        QApplication.processEvents()


def choose_newest(dialog: QDialog) -> None:
    """Take the first on the list, with Enter."""
    assert isinstance(dialog, BackupDialog)
    dialog.show()
    assert dialog.list.count() == 1
    assert dialog.focusWidget() is dialog.list
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)


def to_the_banner(desk: Desk) -> None:
    """F6 until the keyboard is on what the banner offers, then Enter."""
    desk.window.activateWindow()
    desk.settle()
    action = desk.window.banner.action
    for _ in range(6):
        if not action.hasFocus():
            desk.press(Qt.Key.Key_F6)
    assert action.hasFocus()
    desk.press(Qt.Key.Key_Space)


@keyed
@pytest.mark.parametrize("at", [70, NAMED, LATER], ids=["head", "page", "later"])
def test_a_damaged_file_goes_back_to_its_backup(
    desk: Desk, key: Key, password: str, at: int
) -> None:
    path = worked_in(desk, key if password else None)
    spoilt = spoil(path, at)
    desk.show()
    desk.answers.forms += [type_password] * bool(password)
    desk.window.files.open(path)
    desk.settle()
    banner = desk.window.banner
    assert banner.what.text() == rescue.NOT_OPENED
    assert "sikkerhedskopi" in banner.more.text()
    assert path.read_bytes() == spoilt
    desk.answers.forms.append(choose_newest)
    to_the_banner(desk)
    assert desk.answers.asked[-2:] == ["Sikkerhedskopier", "Sikkerhedskopier"]
    assert desk.window.context.document.path == path
    assert desk.window.context.document.value.leader == "Mette"
    assert read(path).leader == "Mette"
    assert (path.read_bytes()[:4] == b"KMP\x01") is bool(password)
    (aside,) = desk.folder.glob("*beskadiget*.kompas")
    assert aside.read_bytes() == spoilt


def test_where_the_password_may_be_wrong_or_the_file_damaged_both_are_said(
    desk: Desk, key: Key
) -> None:
    path = worked_in(desk, key)
    spoil(path, 6)
    desk.show()

    def give_up(dialog: QDialog) -> None:
        assert isinstance(dialog, UnlockDialog)
        assert dialog.way_out.isHidden()
        type_password(dialog)
        assert "eller filen er beskadiget" in dialog._fault.text()
        QTest.keyClick(dialog.way_out, Qt.Key.Key_Space)

    desk.answers.forms += [give_up, choose_newest, type_password]
    desk.window.files.open(path)
    desk.settle()
    assert desk.window.context.document.value.leader == "Mette"
    assert read(path).leader == "Mette"


def test_a_file_without_backups_offers_none(desk: Desk) -> None:
    path = worked_in(desk, None)
    spoil(path, 40)
    desk.settings.backups = desk.folder / "ingen"
    desk.show()
    desk.window.files.open(path)
    desk.settle()
    assert desk.window.banner.what.text() == rescue.NOT_OPENED
    assert not desk.window.banner.action.isVisible()


def test_a_file_that_is_gone_can_be_fetched_back(desk: Desk) -> None:
    path = worked_in(desk, None)
    path.unlink()
    desk.show()
    desk.window.files.open(path)
    desk.settle()
    desk.answers.forms.append(choose_newest)
    to_the_banner(desk)
    assert read(path).leader == "Mette"
