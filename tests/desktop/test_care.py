"""Backups, a copy and deletion in the window, on real files in the test's own folder."""

import json
import shutil
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QMessageBox
from sqlcipher3 import dbapi2
from tests.desktop.desk import NOW, Desk

from kompasskive.desktop.backup_dialog import BackupDialog
from kompasskive.desktop.care import Care
from kompasskive.desktop.file_work import open_file
from kompasskive.desktop.letting_go import let_go
from kompasskive.desktop.pages.history import HistoryPage
from kompasskive.desktop.pages.people import PeoplePage
from kompasskive.desktop.questions import Questions
from kompasskive.desktop.save_state import Saving
from kompasskive.desktop.widgets.working import Working
from kompasskive.dialogue.example import example_workbook
from kompasskive.framework.catalogue import bundled
from kompasskive.storage.backups import backups_for
from kompasskive.storage.locking import lock_path
from kompasskive.storage.workbook import OpenWorkbook, create, open_workbook, read


@pytest.fixture
def file(desk: Desk) -> Path:
    """An example with three people, open in the window, changed once."""
    desk.settings.backups = desk.folder / "kopier"
    return desk.open_changed_file()


def action(desk: Desk, words: str) -> QAction:
    """An entry of the file menu."""
    return next(a for a in desk.window.menu.findChildren(QAction) if a.text() == words)


def test_a_closed_file_has_a_backup_that_can_be_fetched(desk: Desk, file: Path) -> None:
    document = desk.window.context.document
    desk.window.files.in_use.work_on(lambda _: None)
    desk.settle()
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


@pytest.mark.parametrize("careful", [False, True])
def test_enter_alone_says_yes_only_to_what_can_be_undone(desk: Desk, careful: bool) -> None:
    desk.show()
    answered: list[str] = []

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        answered.append(box.text())
        QTest.keyClick(box, Qt.Key.Key_Return)

    QTimer.singleShot(0, press)
    yes = Questions(desk.window, desk.window.context.theme).confirm(
        "Spørgsmål", "Skal vi?", yes="Ja", careful=careful
    )
    assert answered == ["Skal vi?"]
    assert yes is not careful


def test_a_no_deletes_nothing(desk: Desk, file: Path) -> None:
    page = desk.window.page
    assert isinstance(page, PeoplePage)
    before = desk.window.context.document.value
    desk.answers.yes = False
    next(
        a for a in page.person_menu(before.people[0].id).actions() if a.text() == "Slet …"
    ).trigger()
    assert desk.window.context.document.value == before


def test_a_backup_that_cannot_be_made_is_told(desk: Desk) -> None:
    desk.settings.backups = desk.folder / "kopier"
    desk.settings.backups.write_text("i vejen")
    file = desk.open_changed_file()
    document = desk.window.context.document
    assert document.file is not None
    document.edit("Leder", replace(document.value, leader="Bent"))
    document.file.close()
    assert "sikkerhedskopi" in document.file.backup_trouble
    action(desk, "Sikkerhedskopier …").trigger()
    assert desk.answers.asked == ["Sikkerhedskopier"]
    assert read(file).leader == "Bent"


def entry(menu: QMenu, words: str) -> QAction:
    """A menu entry that begins with these words."""
    return next(a for a in menu.actions() if a.text().startswith(words))


def person_entry(desk: Desk, name: str, words: str) -> QAction:
    """An entry in a person's menu on Medarbejdere."""
    page = desk.window.page
    assert isinstance(page, PeoplePage)
    people = desk.window.context.document.value.people
    person = next(p for p in people if p.name == name)
    return entry(page.person_menu(person.id), words)


def test_one_talk_is_deleted_for_good_from_the_history(desk: Desk, file: Path) -> None:
    context = desk.window.context
    jens = next(p for p in context.document.value.people if p.name == "Jens Jensen")
    earlier, latest = context.document.value.dialogues_of(jens.id)[-2:]
    context.position.open_person(jens.id, latest.id)
    context.position.go("history")
    page = desk.window.page
    assert isinstance(page, HistoryPage)
    desk.settle()
    row = page.talks.rows.row(earlier.id)
    assert row.more.isVisible()
    entry(row.menu, "Slet samtalen").trigger()
    desk.settle()
    assert desk.answers.asked[-2:] == ["Slet for altid", "Kvittering"]
    left = {d.id for d in read(file).dialogues}
    assert earlier.id not in left
    assert latest.id in left
    assert jens in read(file).people
    assert context.position.page == "people"


def test_a_standing_request_for_access_blocks_deletion(desk: Desk, file: Path) -> None:
    document = desk.window.context.document
    before = document.value
    person_entry(desk, "Jens Jensen", "Har bedt om indsigt").trigger()
    person_entry(desk, "Jens Jensen", "Slet …").trigger()
    desk.settle()
    assert desk.answers.asked[-1] == "Der er bedt om indsigt"
    assert len(document.value.people) == 3
    person_entry(desk, "Jens Jensen", "Indsigt er givet (bedt om 23. november 2026)").trigger()
    assert document.value == before
    person_entry(desk, "Jens Jensen", "Slet …").trigger()
    desk.settle()
    assert len(document.value.people) == 2


def test_a_talk_of_the_example_goes_too(desk: Desk) -> None:
    desk.show()
    value = desk.show_example(2)
    care = Care(desk.window.context, desk.window.files.in_use)
    talk = value.dialogues[0]
    desk.window.context.position.open_person(talk.employee_id or "", talk.id)
    care.delete_talk(talk.id)
    assert talk not in desk.window.context.document.value.dialogues
    assert desk.window.context.position.page == "people"


def state_of(desk: Desk) -> Saving:
    return desk.window.save.state


def test_a_wait_for_another_program_is_told_in_the_status(desk: Desk, file: Path) -> None:
    scanner = dbapi2.connect(str(file), isolation_level=None)
    document = desk.window.context.document
    assert document.file is not None
    document.file.wait(20)
    scanner.execute("BEGIN EXCLUSIVE")
    with desk.bot.waitSignal(document.delayed, timeout=20_000):
        document.edit("Leder", replace(document.value, leader="Bent"))
    desk.settle()
    assert state_of(desk) is Saving.DELAYED
    assert "et andet program har filen" in desk.window.status.state.text()
    with desk.bot.waitSignal(document.saved, timeout=20_000):
        scanner.execute("ROLLBACK")
        scanner.close()
    desk.settle()
    assert state_of(desk) is Saving.SAVED
    assert read(file).leader == "Bent"


@pytest.fixture
def held_elsewhere(desk: Desk) -> Path:
    """A file that another machine's lock lies beside, opened in the window."""
    path = desk.folder / "fil.kompas"
    create(path, example_workbook(bundled(), 3, 1, NOW.date())).close()
    lock_path(path).write_text(json.dumps([1, "anden-pc", NOW.isoformat(), "x"]))
    desk.show()
    desk.window.files.open(path)
    desk.settle()
    return path


def test_a_dead_machines_lock_is_offered_for_take_over(desk: Desk, held_elsewhere: Path) -> None:
    document, banner = desk.window.context.document, desk.window.banner
    assert banner.notice is not None
    assert "anden-pc siden 23. november 2026 kl. 14.05" in banner.what.text()
    assert banner.action.isVisible()
    desk.click(banner.action)
    assert desk.answers.asked == ["Overtag filen"]
    assert document.read_only_reason == ""
    assert not banner.isVisible()
    document.edit("Leder", replace(document.value, leader="Bent"))
    assert document.file is not None
    assert document.file.wait(20) == 0
    assert read(held_elsewhere).leader == "Bent"


def test_a_no_takes_nothing_over(desk: Desk, held_elsewhere: Path) -> None:
    desk.answers.yes = False
    desk.click(desk.window.banner.action)
    assert desk.window.context.document.read_only_reason
    assert "anden-pc" in lock_path(held_elsewhere).read_text()


def test_a_conflict_copy_is_pointed_out_and_can_be_opened(desk: Desk) -> None:
    path = desk.folder / "fil.kompas"
    create(path, example_workbook(bundled(), 3, 1, NOW.date())).close()
    copy = Path(shutil.copy(path, desk.folder / "fil-DESKTOP-AB12.kompas"))
    other = open_workbook(copy)
    other.submit(other.workbook, replace(other.workbook, leader="Bent"), lambda _: None)
    other.close()
    desk.show()
    desk.window.files.open(path)
    desk.settle()
    banner = desk.window.banner
    assert "Ved siden af filen (udgave 1)" in banner.what.text()
    assert "»fil-DESKTOP-AB12.kompas« (udgave 2" in banner.what.text()
    desk.click(banner.action)
    assert desk.window.context.document.path == copy
    assert "»fil.kompas« (udgave 1" in banner.what.text()


def test_a_change_that_cannot_be_written_at_closing_is_asked_about(desk: Desk, file: Path) -> None:
    document = desk.window.context.document
    assert document.file is not None
    document.file.wait(20)
    away = file.rename(desk.folder / "væk.kompas")
    document.edit("Leder", replace(document.value, leader="Bent"))
    desk.answers.yes = False
    desk.window.close()
    assert desk.answers.asked == ["Noget er ikke gemt"]
    assert desk.window.isVisible()
    away.rename(file)
    with desk.bot.waitSignal(document.saved, timeout=20_000):
        document.retry()
    desk.window.close()
    assert not desk.window.isVisible()
    assert read(file).leader == "Bent"


def test_closing_makes_the_backup_and_lets_the_file_go(desk: Desk, file: Path) -> None:
    opened = desk.window.context.document.file
    assert opened is not None
    assert not opened.is_closed
    desk.window.close()
    assert opened.is_closed
    assert not lock_path(file).exists()
    assert [b.revision for b in backups_for(file, desk.folder / "kopier")] == [2]


def test_nothing_is_changed_while_the_file_is_let_go(desk: Desk, file: Path) -> None:
    document = desk.window.context.document
    let_go(desk.window.context)
    before = document.value
    document.edit("Leder", replace(document.value, leader="For sent"))
    assert document.value is before
    assert read(file).leader == "Mette"


def test_what_is_not_saved_while_another_file_loads_is_asked_about(desk: Desk, file: Path) -> None:
    other = desk.folder / "anden.kompas"
    create(other, example_workbook(bundled(), 1, 1, NOW.date())).close()
    document = desk.window.context.document
    assert document.file is not None
    document.file.wait(20)
    desk.window.files.open(other)
    file.unlink()
    document.edit("Leder", replace(document.value, leader="Åse <&>"))
    desk.answers.yes = False
    desk.settle()
    assert desk.answers.asked == ["Noget er ikke gemt"]
    assert (document.path, document.value.leader) == (file, "Åse <&>")
    assert not lock_path(other).exists()
    desk.answers.yes = True
    desk.window.files.open(other)
    desk.settle()
    assert document.path == other


def test_a_file_that_takes_long_to_open_says_so_and_can_be_stopped(desk: Desk, file: Path) -> None:
    other = desk.folder / "stor.kompas"
    create(other, example_workbook(bundled(), 1, 1, NOW.date())).close()
    document, in_use = desk.window.context.document, desk.window.files.in_use
    slow = Event()

    def work() -> OpenWorkbook:
        assert slow.wait(20)
        return open_file(other, None)

    in_use.load(work, lambda: None, "åbnet")
    lines = desk.window.findChildren(Working)
    line = next(one for one in lines if one.words.text() == "Filen åbnes …")
    desk.bot.waitUntil(line.isVisible, timeout=10_000)
    line.stop_button.click()
    slow.set()
    desk.settle()
    assert not line.isVisible()
    assert document.path == file
    assert desk.window.banner.what.text() == "Filen blev ikke åbnet."
    assert not lock_path(other).exists()
    desk.window.files.open(other)
    desk.settle()
    assert (document.path, line.isVisible()) == (other, False)
