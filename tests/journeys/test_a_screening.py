"""A screening by keyboard from Medarbejdere to paper, and how it never mixes with the talks."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from tests.desktop.desk import NOW, Desk
from tests.journeys.window import Journey

from kompasskive.cli.main import main
from kompasskive.desktop.pages.history import HistoryPage
from kompasskive.desktop.pages.people import NEW_SCREENING, PeoplePage
from kompasskive.desktop.pages.people_dialogs import TalkDialog
from kompasskive.desktop.pages.profile import ProfilePage
from kompasskive.desktop.pages.start import StartPage
from kompasskive.desktop.pages.talk import TalkPage
from kompasskive.dialogue.approval import approve, read_through
from kompasskive.dialogue.edits import place
from kompasskive.dialogue.model import DialogueKind, DialogueState, Viewpoint
from kompasskive.dialogue.roster import new_dialogue, put_dialogue
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Dimension

ALT = Qt.KeyboardModifier.AltModifier


def begin(dialog: QDialog) -> None:
    assert isinstance(dialog, TalkDialog)
    assert dialog.windowTitle() == "Ny screening"
    dialog.show()
    QTest.keyClick(dialog.yes, Qt.Key.Key_Space)


def with_talk(journey: Journey) -> None:
    """An approved talk stands beside it."""
    document = journey.context.document
    value = new_dialogue(document.value, "p0", "t", bundled(), NOW.date(), "Mette Holm")
    talk = place(value.dialogue("t"), "lov", Dimension.PRACTICAL, 2)
    done = approve(read_through(talk), NOW)
    document.edit("Samtale", put_dialogue(value, done))


def screen(journey: Journey) -> TalkPage:
    """Begin a screening from the person's menu and fill it alone, by keys only."""
    desk = journey.desk
    people = journey.page(2)
    assert isinstance(people, PeoplePage)
    desk.answers.forms.append(begin)
    menu = people.person_menu("p0")
    next(a for a in menu.actions() if a.text() == NEW_SCREENING).trigger()
    desk.window.activateWindow()
    desk.settle()
    page = desk.window.page
    assert isinstance(page, TalkPage)
    long = page.views.list
    assert long is not None
    long.where.setFocus()
    desk.press(Qt.Key.Key_Up)
    assert long.viewpoint is Viewpoint.EMPLOYEE
    long.list.setFocus()
    for row in long.list.lines.rows:
        QTest.keyClicks(long.list, "5" if row.cell is not None else "3")
    desk.settle()
    return page


def test_a_screening_alone_from_the_list_to_paper(desk: Desk, tmp_path: Path) -> None:
    journey = Journey(desk)
    with_talk(journey)
    page = screen(journey)
    assert page.header.draft.words.text() == "SCREENING · KLADDE"
    assert page.views.list is not None
    assert page.views.list.progress.text() == "61 af 61 punkter, 18 af 18 placeringer"
    page.views.list.done_button.setFocus()
    desk.press(Qt.Key.Key_Space)
    profile = desk.window.page
    assert isinstance(profile, ProfilePage)
    profile.read_button.setFocus()
    desk.press(Qt.Key.Key_Space)
    assert QApplication.focusWidget() is profile.approve_button
    desk.press(Qt.Key.Key_Space)
    assert desk.answers.asked[-1] == "Gør screeningen færdig"
    assert profile.header.approved.words.text() == "SCREENING · Færdig"
    held = journey.talk
    assert (held.kind, held.state) == (DialogueKind.SCREENING, DialogueState.APPROVED)
    assert {key[0] for key in (*held.items, *held.placements)} == {Viewpoint.EMPLOYEE}
    history = journey.page(7)
    assert isinstance(history, HistoryPage)
    assert [row.name.text().split()[0] for row in history.talks.rows.rows] == [
        "Screening",
        "Samtale",
    ]
    assert not history.compared.isVisible()
    desk.window.context.document.close()
    on_paper(journey.path, tmp_path)


def on_paper(path: Path, folder: Path) -> None:
    """The profile is the talk's, the screening is asked for by name and says what it is."""
    out = folder / "P.txt"
    who = [str(path), "--person", "p0", "-o"]
    assert main(["report", *who, str(out)]) == 0
    assert "screening" not in out.read_text(encoding="utf-8-sig").lower()
    assert main(["report", *who, str(out), "--kind", "screening"]) == 0
    told = out.read_text(encoding="utf-8-sig")
    assert "SCREENING – IKKE EN AFTALT PROFIL" in told
    assert "Udfyldt alene" in told
    assert "Dato og underskrift" not in told
    dial = folder / "S.svg"
    assert main(["dial", *who, str(dial), "--kind", "screening"]) == 0
    assert "SCREENING" in dial.read_text(encoding="utf-8")


def test_the_list_says_it_beside_the_talk(desk: Desk) -> None:
    journey = Journey(desk)
    with_talk(journey)
    screen(journey)
    people = journey.page(2)
    assert isinstance(people, PeoplePage)
    (row,) = people.sheet.list.people.rows
    assert (row.talk, row.draft, row.action) == ("Godkendt", False, "Åbn samtalen")
    assert row.screening == "Screening 23.11.2026 (kladde)"
    assert row.screening in row.spoken
    people.sheet.list.setFocus()
    desk.press(Qt.Key.Key_Return)
    assert journey.context.position.dialogue_id == "t"


def test_start_asks_whom_the_screening_is_with(desk: Desk) -> None:
    journey = Journey(desk, ("Jens Jensen", "Amina Yusuf"))
    start = journey.page(1)
    assert isinstance(start, StartPage)
    desk.answers.forms.append(begin)
    desk.click(start.screening)
    assert journey.talk.kind is DialogueKind.SCREENING
    assert journey.talk.employee_id == "p1"
    assert isinstance(desk.window.page, TalkPage)


def test_start_leads_to_where_people_are_added_when_there_are_none(desk: Desk) -> None:
    journey = Journey(desk, ())
    start = journey.page(1)
    assert isinstance(start, StartPage)
    desk.click(start.screening)
    page = desk.window.page
    assert isinstance(page, PeoplePage)
    assert page.empty.isVisible()
    assert journey.context.document.value.dialogues == ()
