"""Profil: one profile three ways, approved and opened again."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from tests.desktop.bench import Bench, bench, example
from tests.desktop.desk import NOW
from tests.desktop.forms import WHY, fill_reason

from kompasskive.desktop.pages.approve_dialog import ApproveDialog
from kompasskive.desktop.pages.profile import ProfilePage
from kompasskive.desktop.settings import Settings
from kompasskive.desktop.theme import Theme
from kompasskive.dialogue.model import Approval, DialogueState, Employee
from kompasskive.framework.model import Dimension

Open = Callable[..., tuple[Bench, ProfilePage]]


@pytest.fixture
def opened(qtbot: QtBot, settings: Settings) -> Open:
    def make(**options: object) -> tuple[Bench, ProfilePage]:
        made = bench(qtbot, settings, ProfilePage, **options)  # type: ignore[arg-type]
        assert isinstance(made.page, ProfilePage)
        return made, made.page

    return make


def cells(page: ProfilePage, row: int) -> list[str]:
    grid = page.table.grid
    items = (grid.item(row, place) for place in range(grid.columnCount()))
    return [item.text() for item in items if item is not None]


def test_dial_table_and_words_agree_on_every_cell(opened: Open) -> None:
    made, page = opened()
    picture = page.dial.view.picture
    assert picture is not None
    framework = made.context.position.framework
    names = [area.name for area in picture.areas]
    for row, field in enumerate(framework.fields):
        told = page.words.rows.rows[row].text.text()
        for column, dimension in enumerate(Dimension, start=1):
            word = cells(page, row)[column]
            name = framework.dimension(dimension).name
            assert f"{field.name}, {name}, {word}" in names
            assert f"{name}: {word}" in told


def test_a_change_shows_in_all_three(opened: Open) -> None:
    from kompasskive.dialogue.edits import place

    made, page = opened()
    field = made.context.position.framework.fields[1]
    changed = place(made.talk, field.id, Dimension.PRACTICAL, 6)
    made.context.document.edit_dialogue("Placeret", changed)
    assert cells(page, 1)[1] == "Ressourceperson"
    assert "Praktisk: Ressourceperson" in page.words.rows.rows[1].text.text()
    picture = page.dial.view.picture
    assert picture is not None
    assert f"{field.name}, Praktisk, Ressourceperson" in [a.name for a in picture.areas]


def test_tabs_are_turned_by_click_and_by_ctrl_tab(opened: Open) -> None:
    made, page = opened()
    shown = (page.dial, page.table, page.words)
    assert [view.isVisible() for view in shown] == [True, False, False]
    page.side.setFocus()
    for wanted in (1, 2, 0):
        QTest.keyClick(page, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        made.settle()
        assert [view.isVisible() for view in shown] == [index == wanted for index in range(3)]


def test_the_table_has_headers_for_screen_readers(opened: Open) -> None:
    _, page = opened()
    page.tabs.choose(1)
    grid = QAccessible.queryAccessibleInterface(page.table.grid)
    assert grid is not None
    assert grid.role() is QAccessible.Role.Table
    header = page.table.grid.horizontalHeaderItem(1)
    assert header is not None
    assert header.text() == "Praktisk"


def test_enter_in_the_table_opens_the_field_in_samtale(opened: Open) -> None:
    made, page = opened()
    page.tabs.choose(1)
    made.settle()
    grid = page.table.grid
    grid.setFocus()
    made.press(grid, Qt.Key.Key_Down)
    made.press(grid, Qt.Key.Key_Return)
    assert made.context.position.page == "talk"
    assert made.context.position.field is made.context.position.framework.fields[1]


def test_the_names_in_words_and_beside_open_their_field(opened: Open) -> None:
    made, page = opened()
    made.click(page.side.rows.rows[2])
    assert made.context.position.field.id == made.context.position.framework.fields[2].id
    page.tabs.choose(2)
    made.settle()
    made.click(page.words.rows.rows[4].name)
    assert made.context.position.field.id == made.context.position.framework.fields[4].id


def test_breadth_and_depth_in_beads_and_words(opened: Open) -> None:
    _, page = opened()
    assert page.side.rows.rows[0].accessibleName() == (
        "1 Arbejdsmarked & Uddannelse, grundlæggende 5 af 6, specialiseret 1 af 5"
    )


def test_what_moved_since_last_opens_under_its_number(opened: Open) -> None:
    made, page = opened()
    moves = page.side.moves
    assert moves.link.accessibleName() == "Siden sidst: 7 steder har bevæget sig"
    made.click(moves.link)
    assert "Ny styrke" in moves.lines
    assert "IT & Digital · Refleksiv: Mestrer → Specialist" in moves.lines
    assert any(line.startswith("Bevæger sig") for line in moves.lines)


def test_approves_with_a_differing_view_and_opens_again(opened: Open) -> None:
    made, page = opened()
    draft = made.talk

    def agree(dialog: QDialog) -> None:
        assert isinstance(dialog, ApproveDialog)
        dialog.show()
        QTest.keyClicks(dialog.differing, "Vi er uenige om <IT>.")
        QTest.keyClicks(dialog.remarks, "Jeg er glad for <IT>.")
        QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)

    made.answers.forms.append(agree)
    assert page.header.draft.words.text() == "KLADDE"
    made.click(page.read_button)
    assert page.header.draft.words.text() == "KLADDE · Til gennemlæsning"
    made.click(page.approve_button)
    assert made.talk.approval == Approval(NOW, "Vi er uenige om <IT>.")
    assert made.talk.remark == "Jeg er glad for <IT>."
    assert page.header.approved.words.text() == "Godkendt"
    assert not page.header.draft.isVisible()
    assert "23. november 2026 kl. 14.05" in page.lock.words.text()
    assert not page.approve_button.isVisible()
    made.answers.forms.append(fill_reason)
    made.click(page.amend_button)
    assert page.header.draft.words.text() == "KLADDE · Ændret"
    assert [a.reason for a in made.talk.amendments] == [WHY]
    assert made.talk.approval is None
    for state in (DialogueState.APPROVED, DialogueState.IN_REVIEW):
        made.undo()
        assert made.talk.state is state
    made.undo()
    assert made.talk == draft
    assert page.read_button.isVisible()


def test_back_from_reading_to_talking(opened: Open) -> None:
    made, page = opened()
    made.click(page.read_button)
    made.choose(page.menu(), "Tilbage til samtalen")
    assert made.talk.state is DialogueState.IN_PROGRESS
    assert made.undo_text == "Samtalen i gang igen"
    assert page.read_button.isVisible()


def test_not_approving_changes_nothing(opened: Open) -> None:
    made, page = opened()
    made.click(page.read_button)
    before = made.talk
    made.click(page.approve_button)
    assert made.talk == before
    assert made.undo_text == "Samtalen til gennemlæsning"


def test_a_person_without_a_talk_is_invited(opened: Open) -> None:
    workbook = example()
    ida = Employee("ida", "Ida Lund")
    made, page = opened(workbook=replace(workbook, people=(*workbook.people, ida)), person="ida")
    assert page.empty.button.accessibleName() == "Begynd en samtale med Ida"
    assert not page.tabs.isVisible()
    made.click(page.empty.button)
    assert made.talk.employee_id == "ida"
    assert made.talk.held_on == NOW.date()
    assert made.context.position.page == "talk"


def test_nobody_in_view_leads_to_the_people(opened: Open) -> None:
    made, page = opened(person=None)
    made.click(page.empty.button)
    assert made.context.position.page == "people"


def test_one_column_of_cards_at_200_percent(opened: Open) -> None:
    _, page = opened(size=(1280, 640), theme=Theme("light", 2.0))
    page.tabs.choose(1)
    assert page.table.cards.isVisible()
    assert not page.table.grid.isVisible()
    assert page.width() == 1280
    assert page.split.horizontalScrollBar().maximum() == 0
