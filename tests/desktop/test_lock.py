"""An encrypted file nobody touches: saved, its key forgotten, and back exactly as it was."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMessageBox, QWidget
from tests.desktop.desk import NOW, Desk
from tests.desktop.test_passwords import PASSWORD, action, opened, typing

from kompasskive.desktop.idle import MINUTE_MS
from kompasskive.desktop.pages.people_dialogs import PersonDialog
from kompasskive.desktop.pages.talk import TalkPage
from kompasskive.desktop.save_state import Saving
from kompasskive.desktop.settings import LOCK_AFTER
from kompasskive.desktop.widgets.shield import NOT_SAVED, Shield
from kompasskive.dialogue import roster
from kompasskive.dialogue.example import example_workbook
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Mark
from kompasskive.storage import encryption
from kompasskive.storage.encryption import KNOWN, MARK, Key
from kompasskive.storage.locking import lock_path
from kompasskive.storage.workbook import create, open_workbook, read


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2 with little memory: what it costs is tried in tests/storage."""
    monkeypatch.setattr(encryption, "MEMORY_KIB", 64)
    monkeypatch.setattr(KNOWN, "_keys", {})


@pytest.fixture
def key() -> Key:
    return encryption.derived(PASSWORD, MARK + bytes(12))


@pytest.fixture
def file(desk: Desk, key: Key) -> Path:
    """An encrypted example, open in the window at somebody's talk."""
    path = desk.folder / "fil.kompas"
    create(path, example_workbook(bundled(), 3, 1, NOW.date()), key=key).close()
    KNOWN.forget(key.salt)
    desk.show()
    opened(desk, path)
    return path


def seen(desk: Desk) -> set[str]:
    """Every word that can be seen or read aloud in the window."""
    widgets = [w for w in desk.window.findChildren(QWidget) if w.isVisible()]
    words = {w.text() for w in widgets if isinstance(w, QLabel | QLineEdit)}
    return words | {w.accessibleName() for w in widgets}


def unlock(desk: Desk, *typed: str) -> None:
    """Press "Lås op" in front and type."""
    shields = [s for w in QApplication.topLevelWidgets() for s in w.findChildren(Shield)]
    desk.answers.forms.append(typing(desk, *typed))
    desk.click(shields[-1].button)


def test_left_alone_for_the_minutes_that_were_set_it_locks(
    desk: Desk, file: Path, key: Key
) -> None:
    locker = desk.window.locker
    locker._idle.minute_ms = 1
    locker.set_minutes(LOCK_AFTER[0])
    desk.bot.waitUntil(lambda: locker.locked)
    desk.settle()
    assert KNOWN.get(key.salt) is None
    assert not lock_path(file).exists()
    locker._idle.minute_ms = MINUTE_MS
    unlock(desk, PASSWORD)
    assert not locker.locked
    assert locker._idle._timer.isActive()


def test_it_does_not_lock_while_the_file_is_worked_on(desk: Desk, file: Path, key: Key) -> None:
    desk.window.files.in_use.work_on(lambda _: desk.window.locker)
    desk.window.locker.lock()
    assert not desk.window.locker.locked
    desk.settle()
    desk.window.locker.lock()
    assert desk.window.locker.locked
    assert KNOWN.get(key.salt) is not None
    desk.settle()
    assert KNOWN.get(key.salt) is None
    unlock(desk, PASSWORD)


def test_a_touch_begins_the_time_anew(desk: Desk, file: Path) -> None:
    idle = desk.window.locker._idle
    desk.window.locker.set_minutes(LOCK_AFTER[0])
    timer = idle._timer
    begun = timer.timerId()
    QTest.keyClick(desk.window, Qt.Key.Key_Shift)
    assert timer.timerId() != begun
    begun = timer.timerId()
    QTest.mouseMove(desk.window, QPoint(20, 20))
    assert timer.timerId() != begun


def test_never_and_files_without_a_password_are_not_watched(desk: Desk, file: Path) -> None:
    locker = desk.window.locker
    assert locker._idle._timer.isActive()
    locker.set_minutes(0)
    assert not locker._idle._timer.isActive()
    locker.set_minutes(15)
    desk.window.files.show_example()
    desk.settle()
    assert not locker._idle._timer.isActive()
    locker.lock()
    assert not locker.locked


def test_locked_nothing_of_the_talk_is_seen_and_the_key_is_gone(
    desk: Desk, file: Path, key: Key
) -> None:
    position = desk.window.context.position
    position.open_person(desk.window.context.document.value.people[0].id)
    position.go("talk")
    desk.settle()
    desk.window.activateWindow()
    before = desk.window.grab().toImage()
    assert any("Jens" in word for word in seen(desk))
    desk.settle()
    desk.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.locker.locked
    assert KNOWN.get(key.salt) is None
    file_in_window = desk.window.context.document.file
    assert file_in_window is not None
    assert file_in_window.key is None
    assert not any("Jens" in word for word in seen(desk))
    assert "Jens" not in desk.window.windowTitle()
    for keys in (Qt.Key.Key_F9, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Alt):
        desk.press(keys)
    desk.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.locker.locked
    assert position.page == "talk"
    unlock(desk, "forkert adgangskode", PASSWORD)
    assert not desk.window.locker.locked
    assert desk.window.grab().toImage() == before


def test_what_is_being_typed_is_saved_first_and_undo_stays(desk: Desk, file: Path) -> None:
    context = desk.window.context
    person = context.document.value.people[0]
    value = context.document.value
    new = roster.new_dialogue(value, person.id, "ny", bundled(), NOW.date(), "Mette")
    context.document.edit("Ny samtale", new)
    context.position.open_person(person.id, "ny")
    context.position.go("talk")
    page = desk.window.page
    assert isinstance(page, TalkPage)
    assert page.parts is not None
    desk.window.activateWindow()
    desk.settle()
    row = page.parts.items.rows[0]
    row.setFocus()
    QTest.keyClicks(row, "4")
    assert row.bead.mark is Mark.SHARES
    changed = context.document.value
    count = context.document.stack.count()
    desk.window.locker.lock()
    desk.settle()
    unlock(desk, PASSWORD)
    assert desk.window.focusWidget() is row
    assert read(file) == changed == context.document.value
    assert context.document.stack.count() == count
    desk.window.activateWindow()
    desk.settle()
    QTest.keyClicks(row, "1")
    desk.settle()
    assert context.document.file is not None
    assert context.document.file.wait(5) == 0
    assert read(file) == context.document.value != changed


def test_cancelled_it_stays_locked(desk: Desk, file: Path) -> None:
    def leave(dialog: QDialog) -> None:
        dialog.show()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    desk.window.locker.lock()
    desk.settle()
    (shield,) = desk.window.findChildren(Shield)
    desk.answers.forms.append(leave)
    desk.click(shield.button)
    assert desk.window.locker.locked
    unlock(desk, PASSWORD)
    assert not desk.window.locker.locked


def test_a_dialog_is_covered_and_keeps_what_was_typed(desk: Desk, file: Path) -> None:
    context = desk.window.context
    dialog = PersonDialog(context.theme, context.document.value, None)
    dialog.setParent(desk.window, dialog.windowFlags())
    dialog.setModal(True)
    dialog.show()
    QTest.keyClicks(dialog._name, "Hemmelig Hansen")
    desk.window.locker.lock()
    desk.settle()
    assert not dialog._name.isVisible()
    assert len(dialog.findChildren(Shield)) == 1
    unlock(desk, PASSWORD)
    assert dialog._name.isVisible()
    assert dialog._name.text() == "Hemmelig Hansen"
    dialog.close()


def test_a_question_is_answered_with_no(desk: Desk, file: Path) -> None:
    box = QMessageBox(desk.window)
    box.setText("Slet Jens Jensen for altid?")
    box.addButton("Slet", QMessageBox.ButtonRole.AcceptRole)
    box.addButton("Fortryd", QMessageBox.ButtonRole.RejectRole)
    box.show()
    desk.window.locker.lock()
    desk.settle()
    assert not box.isVisible()
    assert box.result() != QMessageBox.StandardButton.Ok
    unlock(desk, PASSWORD)


def test_what_cannot_be_saved_stays_behind_the_password(desk: Desk, file: Path, key: Key) -> None:
    document, away = desk.window.context.document, file.with_name("væk.kompas")
    file.rename(away)
    document.edit("Leder", replace(document.value, leader="Bent"))
    desk.bot.waitUntil(lambda: desk.window.save.state is Saving.FAILED)
    desk.window.locker.lock()
    desk.settle()
    (shield,) = desk.window.findChildren(Shield)
    assert shield.words.text() == NOT_SAVED
    unlock(desk, "forkert adgangskode", PASSWORD)
    assert not desk.window.locker.locked
    assert document.value.leader == "Bent"
    away.rename(file)
    document.retry()
    desk.bot.waitUntil(lambda: desk.window.save.state is Saving.SAVED)
    assert read(file).leader == "Bent"


def test_changed_elsewhere_while_locked_the_new_content_is_shown(
    desk: Desk, file: Path, key: Key
) -> None:
    desk.window.locker.lock()
    desk.settle()
    KNOWN.keep(key)
    other = open_workbook(file)
    other.submit(other.workbook, replace(other.workbook, leader="Ida"), lambda _: None)
    assert other.close() == 0
    KNOWN.forget(key.salt)
    unlock(desk, PASSWORD)
    assert desk.window.context.document.value.leader == "Ida"


def test_another_file_opened_meanwhile_takes_the_cover_away(desk: Desk, file: Path) -> None:
    plain = desk.folder / "åben.kompas"
    create(plain, example_workbook(bundled(), 1, 1, NOW.date())).close()
    desk.window.locker.lock()
    desk.settle()
    desk.window.files.open(plain)
    desk.settle()
    assert not desk.window.locker.locked
    assert desk.window.context.document.path == plain
    assert desk.window.stack.isVisible()


def test_the_menu_says_after_how_long(desk: Desk, file: Path) -> None:
    assert action(desk, "15 minutter").isChecked()
    action(desk, "5 minutter").trigger()
    assert desk.settings.lock_after == 5
    action(desk, "Aldrig").trigger()
    assert desk.settings.lock_after == 0
