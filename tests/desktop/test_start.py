"""Start: ways in, recent files by path only, and workbooks that are really opened and made."""

from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QDialog, QWidget
from tests.desktop.desk import NOW, Desk
from tests.desktop.forms import without_password

from kompasskive.desktop.files import with_suffix
from kompasskive.desktop.new_file import NewFileDialog
from kompasskive.desktop.pages.start import StartPage
from kompasskive.desktop.recent import RecentFile
from kompasskive.desktop.save_state import Saving
from kompasskive.desktop.widgets.dial_pane import DialPane
from kompasskive.desktop.widgets.recent_list import GONE, folder_words, when_words
from kompasskive.desktop.window import Window
from kompasskive.dialogue.example import example_workbook
from kompasskive.dialogue.model import Workbook
from kompasskive.framework.catalogue import bundled
from kompasskive.storage.workbook import create, read


def start_of(window: Window) -> StartPage:
    """The Start page."""
    assert isinstance(window.page, StartPage)
    return window.page


def fill(dialog: QDialog) -> None:
    """Write a leader and an organisation, and press the button."""
    assert isinstance(dialog, NewFileDialog)
    dialog._leader.setText("Mette Holm")
    dialog._organisation.setText("Jobcenter <Nord> & Syd")
    dialog.show()
    without_password(dialog)
    dialog.yes.click()


def a_file(folder: Path, name: str, people: int = 1) -> Path:
    """A workbook on disk, closed."""
    path = folder / name
    create(path, example_workbook(bundled(), people, 1, NOW.date())).close()
    return path


def test_the_window_opens_with_the_first_way_in_under_the_keys(desk: Desk) -> None:
    desk.show()
    assert desk.window.focusWidget() is start_of(desk.window).new


def test_a_new_file_is_made_where_asked_and_holds_what_was_told(desk: Desk) -> None:
    desk.show()
    desk.answers.paths.append(desk.folder / "Samtaler 2026")
    desk.answers.forms.append(fill)
    desk.click(start_of(desk.window).new)
    path = desk.folder / "Samtaler 2026.kompas"
    assert desk.window.page.title == "Medarbejdere"
    assert desk.window.context.document.path == path
    assert desk.window.windowTitle() == "Samtaler 2026.kompas – Kompasskive"
    assert desk.settings.recent == (path,)
    stored = read(path)
    assert (stored.leader, stored.organisation) == ("Mette Holm", "Jobcenter <Nord> & Syd")


def test_nothing_is_made_when_the_question_is_left(desk: Desk) -> None:
    desk.show()
    desk.answers.paths.append(desk.folder / "a.kompas")
    desk.click(start_of(desk.window).new)
    assert desk.answers.asked == ["Ny fil"]
    assert not desk.window.context.document.is_open
    assert not (desk.folder / "a.kompas").exists()


def test_a_file_that_exists_is_never_overwritten(desk: Desk) -> None:
    path = a_file(desk.folder, "a.kompas")
    before = path.read_bytes()
    desk.show()
    desk.answers.paths.append(path)
    desk.answers.forms.append(fill)
    desk.window.files.ask_new()
    desk.settle()
    assert desk.window.banner.what.text() == "Filen blev ikke oprettet."
    assert path.read_bytes() == before
    assert not desk.window.context.document.is_open


def test_going_on_opens_the_latest_file_at_the_latest_draft(desk: Desk) -> None:
    path = a_file(desk.folder, "a.kompas")
    desk.settings.remember(path)
    desk.show()
    start = start_of(desk.window)
    assert start.go_on.isVisible()
    desk.click(start.go_on)
    position = desk.window.context.position
    assert position.page == "talk"
    assert position.dialogue is not None
    assert position.dialogue.is_draft
    assert desk.window.save.state is Saving.SAVED


def test_a_new_talk_starts_from_the_latest_file(desk: Desk) -> None:
    path = a_file(desk.folder, "a.kompas")
    desk.settings.remember(path)
    desk.show()
    desk.click(start_of(desk.window).new)
    assert desk.window.context.document.path == path
    assert desk.window.page.title == "Medarbejdere"


def test_recent_files_open_and_those_gone_can_be_removed(desk: Desk) -> None:
    path, gone = a_file(desk.folder, "<b>a.kompas"), desk.folder / "væk.kompas"
    desk.settings.remember(gone)
    desk.settings.remember(path)
    desk.show()
    recent = start_of(desk.window).recent
    first, second = recent.rows
    assert first.opener.isEnabled()
    assert not first.remover.isVisible()
    assert not second.opener.isEnabled()
    assert GONE in second.opener.accessibleName()
    desk.click(second.remover)
    assert desk.settings.recent == (path,)
    assert len(recent.rows) == 1
    desk.click(recent.rows[0].opener)
    assert desk.window.context.document.path == path


def test_start_names_nobody(desk: Desk) -> None:
    desk.settings.remember(a_file(desk.folder, "a.kompas", people=5))
    desk.show()
    people = example_workbook(bundled(), 5, 1, NOW.date()).people
    start = start_of(desk.window)
    told = " ".join(
        str(child.property("text") or "") + child.accessibleName()
        for child in start._left.findChildren(QWidget)
    )
    assert "a.kompas" in told
    assert not [p.name for p in people if p.name in told]


def test_a_file_that_is_no_workbook_is_explained(desk: Desk) -> None:
    path = desk.folder / "a.kompas"
    path.write_bytes(b"hej" * 1000)
    desk.answers.paths.append(path)
    desk.show()
    desk.click(start_of(desk.window).other)
    assert desk.window.banner.what.text() == "Filen blev ikke åbnet."
    assert desk.window.banner.more.text()
    assert desk.window.context.position.page == "start"
    assert path.read_bytes() == b"hej" * 1000


def test_the_example_is_shown_and_written_nowhere(desk: Desk) -> None:
    desk.show()
    start = start_of(desk.window)
    before = sorted(desk.folder.iterdir())
    desk.click(start.example.button)
    document = desk.window.context.document
    assert document.is_open
    assert document.path is None
    person = desk.window.context.position.person
    assert person is not None
    assert person.name == "Jens Jensen"
    assert desk.window.status.state.text() == "Eksempel – intet gemmes"
    assert sorted(desk.folder.iterdir()) == before


def test_the_dial_takes_the_room_that_was_kept_for_it(desk: Desk) -> None:
    start = start_of(desk.window)
    desk.window.resize(1440, 900)
    desk.window.show()
    desk.bot.waitExposed(desk.window)
    width = start.example.width()
    desk.settle()
    dial = start.example.findChild(DialPane)
    assert dial is not None
    assert dial.isVisible()
    assert start.example.width() == width


def test_the_files_of_a_second_window_are_read_only(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.kompas"
    held = create(path, Workbook(id="w"))
    desk.show()
    desk.window.files.open(path)
    desk.settle()
    assert desk.window.save.state is Saving.READ_ONLY
    assert desk.window.banner.isVisible()
    held.close()


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (NOW.replace(hour=9, minute=12), "i dag kl. 09.12"),
        (NOW.replace(day=22), "i går"),
        (NOW.replace(day=12), "12. november 2026"),
        (None, GONE),
    ],
)
def test_when_a_file_was_changed(changed: datetime | None, words: str) -> None:
    assert when_words(RecentFile(Path("a"), changed), NOW.date()) == words


def test_folders_are_told_briefly(tmp_path: Path) -> None:
    assert folder_words(tmp_path / "a.kompas", tmp_path) == "Dokumenter"
    deep = Path("/x/Fællesdrev/Jobcenter/a.kompas")
    assert folder_words(deep, tmp_path) == "Fællesdrev › Jobcenter"
    assert folder_words(Path("/a.kompas"), tmp_path) == ""


@pytest.mark.parametrize(
    ("typed", "name"),
    [("a", "a.kompas"), ("a.KOMPAS", "a.KOMPAS"), ("a.2026", "a.2026.kompas")],
)
def test_every_file_gets_the_ending(typed: str, name: str) -> None:
    assert with_suffix(Path(typed)).name == name


def test_the_sheet_to_prepare_with_is_printed_without_a_file(desk: Desk) -> None:
    desk.show()
    target = desk.folder / "ark.pdf"

    def print_to_file(dialog: QDialog) -> None:
        assert isinstance(dialog, QPrintDialog)
        dialog.printer().setResolution(72)
        dialog.printer().setOutputFileName(str(target))
        dialog.done(QDialog.DialogCode.Accepted)

    desk.answers.forms.append(print_to_file)
    desk.click(start_of(desk.window).sheet)
    desk.settle()
    document = pypdfium2.PdfDocument(target)
    assert len(document) == 6
    document.close()


def test_the_sheet_is_saved_as_a_file_by_its_own_way(desk: Desk) -> None:
    desk.show()
    desk.answers.paths.append(desk.folder / "Mit ark")
    desk.click(start_of(desk.window).sheet_file)
    desk.settle()
    assert desk.answers.asked == ["Forberedelsesark"]
    document = pypdfium2.PdfDocument(desk.folder / "Mit ark.pdf")
    assert "Forberedelse" in document[0].get_textpage().get_text_range()
    document.close()


def test_a_sheet_that_cannot_be_saved_says_so_and_leaves_nothing(desk: Desk) -> None:
    desk.show()
    desk.answers.paths.append(desk.folder / "væk" / "ark.pdf")
    desk.click(start_of(desk.window).sheet_file)
    desk.settle()
    assert desk.window.banner.isVisible()
    assert desk.answers.asked == []
    assert not (desk.folder / "væk").exists()
