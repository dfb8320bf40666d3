"""A team places one dial together, from Start to paper, and nothing about anyone is kept."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from tests.desktop.desk import Desk
from tests.desktop.forms import without_password

from kompasskive.cli.main import main
from kompasskive.desktop.new_file import NewFileDialog
from kompasskive.desktop.pages.approve_dialog import ApproveDialog
from kompasskive.desktop.pages.history import HistoryPage
from kompasskive.desktop.pages.people import PeoplePage
from kompasskive.desktop.pages.plan import PlanPage
from kompasskive.desktop.pages.profile import ProfilePage
from kompasskive.desktop.pages.start import StartPage
from kompasskive.desktop.pages.talk import TalkPage
from kompasskive.desktop.pages.team_talks import TeamDialog
from kompasskive.dialogue.model import DialogueKind, DialogueState, Workbook
from kompasskive.storage.workbook import read

ALT = Qt.KeyboardModifier.AltModifier
TEAM = "Team <b> & Ærø"
DIFFERING = "To af os ser større afstand."


def name_nobody(dialog: QDialog) -> None:
    assert isinstance(dialog, NewFileDialog)
    dialog.show()
    without_password(dialog)
    QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)


def name_team(dialog: QDialog) -> None:
    assert isinstance(dialog, TeamDialog)
    dialog.show()
    QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    QTest.keyClicks(dialog.team_box, TEAM)
    QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)


def approve(dialog: QDialog) -> None:
    assert isinstance(dialog, ApproveDialog)
    assert dialog.windowTitle() == f"Godkend samtalen med {TEAM}"
    dialog.show()
    QTest.keyClicks(dialog.differing, DIFFERING)
    QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)


def stored(desk: Desk, path: Path) -> Workbook:
    file = desk.window.context.document.file
    assert file is not None
    desk.bot.waitUntil(lambda: file.pending() == 0)
    return read(path)


def begin(desk: Desk, path: Path) -> TalkPage:
    desk.show()
    start = desk.window.page
    assert isinstance(start, StartPage)
    desk.answers.paths.append(path)
    desk.answers.forms += [name_nobody, name_team]
    desk.click(start.team)
    desk.window.activateWindow()
    page = desk.window.page
    assert isinstance(page, TalkPage)
    return page


def talk(desk: Desk, page: TalkPage) -> None:
    assert page.parts is not None
    for row, key in zip(page.parts.items.rows, "4433", strict=False):
        row.setFocus()
        QTest.keyClicks(row, key)
    for ladder, key in zip(page.parts.placement.ladders, "542", strict=True):
        ladder.setFocus()
        QTest.keyClicks(ladder, key)
    desk.settle()


def test_a_team_from_start_to_paper(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = desk.folder / "Team.kompas"
    page = begin(desk, path)
    assert page.context_line().startswith("Teamsamtale 23. november 2026")
    assert page.header.draft.words.text() == "KLADDE"
    talk(desk, page)
    desk.press(Qt.Key.Key_6, ALT)
    plan = desk.window.page
    assert isinstance(plan, PlanPage)
    desk.click(plan.suggestions.rows.rows[0].take)
    desk.press(Qt.Key.Key_5, ALT)
    profile = desk.window.page
    assert isinstance(profile, ProfilePage)
    desk.click(profile.read_button)
    desk.answers.forms.append(approve)
    desk.click(profile.approve_button)
    workbook = stored(desk, path)
    (held,) = workbook.dialogues
    assert workbook.people == ()
    assert [team.name for team in workbook.teams] == [TEAM]
    assert (held.kind, held.state) == (DialogueKind.TEAM, DialogueState.APPROVED)
    assert (held.employee_id, held.team_id) == (None, workbook.teams[0].id)
    assert held.approval is not None
    assert held.approval.differing_view == DIFFERING
    desk.window.context.document.close()
    assert main(["people", str(path)]) == 0
    assert f"{TEAM}  (teamsamtale)  Godkendt" in capsys.readouterr().out
    paper, dial = tmp_path / "Team.txt", tmp_path / "Team.svg"
    assert main(["report", str(path), "--kind", "team", "--team", TEAM, "-o", str(paper)]) == 0
    assert main(["dial", str(path), "--kind", "team", "--team", TEAM, "-o", str(dial)]) == 0
    text = paper.read_text(encoding="utf-8-sig")
    assert "Til teamets eget brug" in text
    assert DIFFERING in text
    assert "underskrift, medarbejder" not in text
    assert "Teamprofil for Team &lt;b&gt; &amp; Ærø" in dial.read_text(encoding="utf-8")


def test_its_next_talk_begins_with_what_moved(desk: Desk) -> None:
    page = begin(desk, desk.folder / "Team.kompas")
    talk(desk, page)
    desk.press(Qt.Key.Key_5, ALT)
    profile = desk.window.page
    assert isinstance(profile, ProfilePage)
    desk.click(profile.read_button)
    desk.answers.forms.append(approve)
    desk.click(profile.approve_button)
    page.talk.begin()
    desk.settle()
    history = desk.window.page
    assert isinstance(history, HistoryPage)
    assert len(history.talks.rows.rows) == 2
    desk.window.context.position.go("people")
    desk.settle()
    people = desk.window.page
    assert isinstance(people, PeoplePage)
    people.sheet.tabs.choose(3)
    desk.settle()
    (row,) = people.sheet.list.people.rows
    assert (row.name, row.talk, row.draft) == (TEAM, "I gang", True)
    people.sheet.list.setFocus()
    desk.press(Qt.Key.Key_Return)
    assert desk.window.context.position.dialogue_id == page.talk.dialogue.id


def test_undo_takes_the_team_talk_away_again(desk: Desk) -> None:
    page = begin(desk, desk.folder / "Team.kompas")
    stack = desk.window.context.document.stack
    assert stack.undoText() == f"Ny teamsamtale med {TEAM}"
    stack.undo()
    desk.settle()
    assert desk.window.context.document.value.dialogues == ()
    assert not page.talk.exists
