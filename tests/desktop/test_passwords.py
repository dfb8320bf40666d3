"""Passwords in the window: chosen at creation, asked for at opening, changed, removed, the code."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit
from tests.desktop.desk import NOW, Desk

from kompasskive.desktop.backup_dialog import BackupDialog
from kompasskive.desktop.new_file import NewFileDialog
from kompasskive.desktop.pages.start import StartPage
from kompasskive.desktop.password_dialogs import NewPasswordDialog, RemoveDialog
from kompasskive.desktop.recovery_dialog import RecoveryDialog
from kompasskive.desktop.save_state import Saving
from kompasskive.desktop.unlock_dialog import UnlockDialog
from kompasskive.desktop.widgets.form import Form
from kompasskive.desktop.widgets.secret_field import CAPITALS
from kompasskive.dialogue.example import example_workbook
from kompasskive.framework.catalogue import bundled
from kompasskive.storage import encryption
from kompasskive.storage.backups import backups_of
from kompasskive.storage.connection import head
from kompasskive.storage.encryption import KNOWN, MARK, PLAIN, Key
from kompasskive.storage.recovery_code import code_of
from kompasskive.storage.workbook import create, read

PASSWORD = "rød cykel på Æbelø"
OTHER = "grøn båd ved Anholt"
CLICK = Qt.MouseButton.LeftButton


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
    """An encrypted example with three people, closed and forgotten, and a window that is shown."""
    desk.settings.backups = desk.folder / "kopier"
    path = desk.folder / "fil.kompas"
    create(path, example_workbook(bundled(), 3, 1, NOW.date()), key=key).close()
    KNOWN.forget(key.salt)
    desk.show()
    return path


def press_yes(desk: Desk, dialog: Form) -> None:
    """The default button, and what follows off the window's thread."""
    QTest.mouseClick(dialog.yes, CLICK)
    desk.settle()


def typing(desk: Desk, *texts: str) -> Callable[[QDialog], object]:
    """Types each text as the password in turn, pressing Enter after each."""

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, UnlockDialog)
        dialog.show()
        for text in texts:
            QTest.keyClicks(dialog.secret.line, text)
            QTest.keyClick(dialog.secret.line, Qt.Key.Key_Return)
            desk.settle()

    return act


def choosing(desk: Desk, password: str) -> Callable[[QDialog], object]:
    """Chooses a new password, written twice."""

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, NewPasswordDialog | NewFileDialog)
        dialog.show()
        QTest.keyClicks(dialog.new_password.secret.line, password)
        QTest.keyClicks(dialog.new_password.repeat, password)
        press_yes(desk, dialog)

    return act


def action(desk: Desk, words: str) -> QAction:
    """An entry of the menu."""
    return next(a for a in desk.window.menu.findChildren(QAction) if a.text() == words)


def opened(desk: Desk, file: Path, password: str = PASSWORD) -> None:
    """Open the file in the window."""
    desk.answers.forms.append(typing(desk, password))
    desk.window.files.open(file)
    desk.settle()
    assert desk.window.context.document.path == file


def test_a_new_file_is_made_with_a_password_and_its_code_is_shown(desk: Desk) -> None:
    shown: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, RecoveryDialog)
        shown.extend(dialog._code)

    desk.show()
    path = desk.folder / "Ny.kompas"
    desk.answers.paths.append(path)
    desk.answers.forms += [choosing(desk, PASSWORD), look]
    start = desk.window.page
    assert isinstance(start, StartPage)
    desk.click(start.new)
    document = desk.window.context.document
    assert document.path == path
    assert head(path).startswith(MARK)
    assert document.file is not None
    assert document.file.key is not None
    assert tuple(shown) == code_of(document.file.key.secret)


def test_a_new_file_wants_a_choice_and_says_what_is_wrong(desk: Desk) -> None:
    faults: list[str] = []

    def try_out(dialog: QDialog) -> None:
        assert isinstance(dialog, NewFileDialog)
        dialog.show()
        own = dialog.new_password
        for typed, repeated in (("", ""), ("for kort", "for kort"), (PASSWORD, OTHER)):
            own.clear()
            QTest.keyClicks(own.secret.line, typed)
            QTest.keyClicks(own.repeat, repeated)
            press_yes(desk, dialog)
            faults.append(dialog._fault.text())
        assert own.without is not None
        QTest.mouseClick(own.without, CLICK, pos=QPoint(8, own.without.height() // 2))
        assert not own.secret.line.isEnabled()
        assert "kan læse den" in dialog._note.text()
        press_yes(desk, dialog)

    desk.show()
    path = desk.folder / "Ny.kompas"
    desk.answers.paths.append(path)
    desk.answers.forms.append(try_out)
    desk.window.files.ask_new()
    desk.settle()
    assert "»Uden adgangskode«" in faults[0]
    assert "mindst 12 tegn" in faults[1]
    assert "ikke ens" in faults[2]
    assert head(path) == PLAIN


def test_opening_asks_until_it_fits(desk: Desk, file: Path) -> None:
    told: list[str] = []

    def try_out(dialog: QDialog) -> None:
        assert isinstance(dialog, UnlockDialog)
        for wrong in ("forkert en", "forkert to"):
            typing(desk, wrong)(dialog)
            assert dialog.isVisible()
            told.append(dialog._fault.text())
            assert dialog.secret.line.selectedText() == wrong
        typing(desk, PASSWORD)(dialog)
        assert dialog.secret.line.text() == ""

    desk.answers.forms.append(try_out)
    desk.window.files.open(file)
    desk.settle()
    assert len(set(told)) == 1
    assert "passer ikke" in told[0]
    assert desk.window.context.document.path == file
    assert desk.window.page.title == "Medarbejdere"


def test_cancelled_the_start_page_stays(desk: Desk, file: Path) -> None:
    def leave(dialog: QDialog) -> None:
        dialog.show()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    desk.answers.forms.append(leave)
    desk.window.files.open(file)
    desk.settle()
    assert not desk.window.context.document.is_open
    assert desk.window.banner.notice is None
    assert file not in desk.settings.recent


def test_what_is_typed_can_be_shown_and_locked_capitals_are_told(desk: Desk, file: Path) -> None:
    def try_out(dialog: QDialog) -> None:
        assert isinstance(dialog, UnlockDialog)
        dialog.show()
        line = dialog.secret.line
        QTest.keyClicks(line, "a")
        assert line.echoMode() is QLineEdit.EchoMode.Password
        assert dialog.secret.switch.accessibleName() == "Vis adgangskoden"
        QTest.mouseClick(dialog.secret.switch, CLICK)
        assert line.echoMode() is QLineEdit.EchoMode.Normal
        QTest.mouseClick(dialog.secret.switch, CLICK)
        assert line.echoMode() is QLineEdit.EchoMode.Password
        QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
        QTest.sendKeyEvent(QTest.KeyAction.Click, line, Qt.Key.Key_A, "A", Qt.KeyboardModifier(0))
        assert dialog._note.text() == CAPITALS
        QTest.keyClick(line, Qt.Key.Key_B)
        assert dialog._note.isHidden()

    desk.answers.forms.append(try_out)
    desk.window.files.open(file)
    desk.settle()


def test_the_code_opens_it_and_a_new_password_is_suggested(
    desk: Desk, file: Path, key: Key
) -> None:
    lines = code_of(key.secret)

    def by_code(dialog: QDialog) -> None:
        assert isinstance(dialog, UnlockDialog)
        dialog.show()
        QTest.mouseClick(dialog.other, CLICK)
        assert dialog.focusWidget() is dialog.code
        wrong = "A" if lines[1][0] != "A" else "B"
        QTest.keyClicks(dialog.code, f"{lines[0]} {wrong}{lines[1][1:]} {lines[2]} {lines[3]}")
        press_yes(desk, dialog)
        assert "Linje 2" in dialog._fault.text()
        dialog.code.clear()
        QTest.keyClicks(dialog.code, " ".join(lines).lower())
        press_yes(desk, dialog)

    desk.answers.forms.append(by_code)
    desk.window.files.open(file)
    desk.settle()
    notice = desk.window.banner.notice
    assert notice is not None
    assert "gendannelseskoden" in notice.what
    desk.answers.forms.append(choosing(desk, OTHER))
    desk.click(desk.window.banner.action)
    document = desk.window.context.document
    assert document.file is not None
    assert document.file.key is not None
    assert document.file.key.secret != key.secret
    assert desk.answers.asked[-2:] == ["Adgangskode", "Gendannelseskode"]


def test_a_password_is_set_and_the_undo_stack_stays(desk: Desk) -> None:
    desk.settings.backups = desk.folder / "kopier"
    path = desk.open_changed_file()
    document = desk.window.context.document
    assert not action(desk, "Fjern adgangskoden …").isEnabled()
    desk.answers.forms.append(choosing(desk, PASSWORD))
    action(desk, "Sæt adgangskode …").trigger()
    desk.settle()
    assert head(path).startswith(MARK)
    assert read(path).leader == "Mette"
    (backup,) = backups_of(desk.folder / "kopier", document.value.id)
    assert head(backup.path) == head(path)
    assert desk.window.page.title == "Medarbejdere"
    assert desk.window.save.state is Saving.SAVED
    document.stack.undo()
    assert document.file is not None
    assert document.file.wait(5) == 0
    assert read(path).leader != "Mette"


def test_changing_asks_for_the_old_one_first(desk: Desk, file: Path) -> None:
    opened(desk, file)
    before = head(file)
    action(desk, "Skift adgangskode …").trigger()
    assert desk.answers.asked[-1] == "Skriv adgangskoden"
    assert head(file) == before
    desk.answers.forms += [typing(desk, "forkert kode", PASSWORD), choosing(desk, OTHER)]
    action(desk, "Skift adgangskode …").trigger()
    desk.settle()
    assert head(file) not in (before, PLAIN)
    assert len(read(file).people) == 3


def test_removing_says_what_it_means_and_leaves_a_plain_file(desk: Desk, file: Path) -> None:
    def remove(dialog: QDialog) -> None:
        assert isinstance(dialog, RemoveDialog)
        dialog.show()
        press_yes(desk, dialog)

    opened(desk, file)
    desk.answers.forms += [typing(desk, PASSWORD), remove]
    action(desk, "Fjern adgangskoden …").trigger()
    desk.settle()
    assert head(file) == PLAIN
    assert desk.window.context.document.read_only_reason == ""


def test_a_file_open_for_reading_keeps_its_password(desk: Desk, file: Path, key: Key) -> None:
    from kompasskive.storage.locking import lock_path

    lock_path(file).write_text('[1, "en anden maskine", "2026-11-23T14:05:00+01:00", "x"]')
    opened(desk, file)
    assert "en anden maskine" in desk.window.context.document.read_only_reason
    assert not action(desk, "Skift adgangskode …").isEnabled()
    lock_path(file).unlink()


def test_the_code_is_shown_to_who_knows_the_password_and_kept_as_pdf(
    desk: Desk, file: Path, key: Key
) -> None:
    def keep(dialog: QDialog) -> None:
        assert isinstance(dialog, RecoveryDialog)
        dialog.show()
        dialog.save_button.setFocus()
        QTest.keyClick(dialog.save_button, Qt.Key.Key_Space)
        assert dialog.working
        assert not dialog.yes.isEnabled()
        dialog.reject()
        assert dialog.isVisible()
        desk.settle()
        assert "Flyt den" in dialog._note.text()
        assert dialog.focusWidget() is dialog.save_button

    opened(desk, file)
    desk.answers.paths.append(desk.folder / "kode")
    desk.answers.forms += [typing(desk, PASSWORD), keep]
    action(desk, "Gendannelseskode …").trigger()
    document = pypdfium2.PdfDocument(desk.folder / "kode.pdf")
    text = " ".join(document[0].get_textpage().get_text_range().split())
    document.close()
    assert " ".join(code_of(key.secret)) in text
    assert "fil.kompas" in text


def test_a_copy_of_an_encrypted_file_is_encrypted(desk: Desk, file: Path) -> None:
    opened(desk, file)
    desk.answers.paths.append(desk.folder / "kopi.kompas")
    action(desk, "Gem kopi …").trigger()
    desk.settle()
    assert head(desk.folder / "kopi.kompas") == head(file)
    assert len(read(desk.folder / "kopi.kompas").people) == 3


def test_another_file_makes_the_key_be_forgotten(desk: Desk, file: Path, key: Key) -> None:
    opened(desk, file)
    assert KNOWN.get(key.salt) is not None
    desk.window.files.show_example()
    desk.settle()
    assert KNOWN.get(key.salt) is None


def test_nothing_of_a_password_is_remembered_in_settings(desk: Desk, file: Path) -> None:
    opened(desk, file)
    desk.settings._store.sync()
    stored = (desk.folder / "s.ini").read_text(encoding="utf-8")
    assert "fil.kompas" in stored
    assert PASSWORD not in stored
    assert "cykel" not in stored


def test_a_backup_of_an_encrypted_file_is_fetched(desk: Desk, file: Path) -> None:
    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, BackupDialog)
        dialog.show()
        QTest.mouseClick(dialog.yes, CLICK)
        desk.settle()

    opened(desk, file)
    document = desk.window.context.document
    document.edit("Leder", replace(document.value, leader="Mette"))
    desk.window.files.show_example()
    desk.settle()
    opened(desk, file)
    document.edit("Leder", replace(document.value, leader="Bent"))
    desk.answers.forms.append(choose)
    action(desk, "Sikkerhedskopier …").trigger()
    desk.settle()
    desk.bot.waitUntil(lambda: document.is_open and document.value.leader == "Mette")
    assert head(file).startswith(MARK)
    assert read(file).leader == "Mette"
