"""Backups, a copy and deletion in the window, on real files in the test's own folder."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog
from tests.desktop.desk import NOW, Desk

from kompasskive.desktop.backup_dialog import BackupDialog
from kompasskive.desktop.pages.people import PeoplePage
from kompasskive.dialogue.example import example_workbook
from kompasskive.framework.catalogue import bundled
from kompasskive.storage.backups import backups_for
from kompasskive.storage.workbook import create, read


@pytest.fixture
def file(desk: Desk) -> Path:
    """An example with three people, open in the window, changed once."""
    desk.settings.backups = desk.folder / "kopier"
    path = desk.folder / "fil.kompas"
    create(path, example_workbook(bundled(), 3, 1, NOW.date())).close()
    desk.show()
    desk.window.files.open(path)
    desk.settle()
    document = desk.window.context.document
    document.edit("Leder", replace(document.value, leader="Mette"))
    return path


def action(desk: Desk, words: str) -> QAction:
    """An entry of the file menu."""
    return next(a for a in desk.window.menu.findChildren(QAction) if a.text() == words)


def test_a_closed_file_has_a_backup_that_can_be_fetched(desk: Desk, file: Path) -> None:
    document = desk.window.context.document
    desk.window.files.work_on(lambda _: None)
    document.edit("Leder", replace(document.value, leader="Bent"))

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, BackupDialog)
        dialog.yes.click()

    desk.answers.forms.append(choose)
    action(desk, "Sikkerhedskopier …").trigger()
    desk.settle()
    assert document.value.leader == "Mette"
    assert read(file).leader == "Mette"
    assert not document.stack.canUndo()


def test_a_copy_is_written_beside(desk: Desk, file: Path) -> None:
    desk.answers.paths.append(desk.folder / "kopi")
    action(desk, "Gem kopi …").trigger()
    desk.settle()
    assert read(desk.folder / "kopi.kompas").leader == "Mette"
    assert desk.window.context.document.path == file


def test_a_person_is_deleted_for_good_with_a_receipt(desk: Desk, file: Path) -> None:
    window = desk.window
    page = window.page
    assert isinstance(page, PeoplePage)
    jens = next(p for p in window.context.document.value.people if p.name == "Jens Jensen")
    menu = page.person_menu(jens.id)
    next(a for a in menu.actions() if a.text() == "Slet …").trigger()
    desk.settle()
    assert desk.answers.asked[-2:] == ["Slet for altid", "Kvittering"]
    assert jens not in window.context.document.value.people
    assert b"Jens Jensen" not in file.read_bytes()
    for backup in backups_for(file, desk.folder / "kopier"):
        assert b"Jens Jensen" not in backup.path.read_bytes()


def test_a_no_deletes_nothing(desk: Desk, file: Path) -> None:
    page = desk.window.page
    assert isinstance(page, PeoplePage)
    before = desk.window.context.document.value
    desk.answers.yes = False
    next(
        a for a in page.person_menu(before.people[0].id).actions() if a.text() == "Slet …"
    ).trigger()
    assert desk.window.context.document.value == before


def test_a_backup_that_cannot_be_made_is_told(desk: Desk, file: Path) -> None:
    (desk.folder / "kopier").write_text("i vejen")
    document = desk.window.context.document
    assert document.file is not None
    document.edit("Leder", replace(document.value, leader="Bent"))
    document.file.close()
    assert "sikkerhedskopi" in document.file.backup_trouble
    action(desk, "Sikkerhedskopier …").trigger()
    assert desk.answers.asked == ["Sikkerhedskopier"]
    assert read(file).leader == "Bent"
