"""Medarbejdere: from an empty file to talks, by key and mouse, on a real file."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from tests.desktop.desk import NOW, Desk

from kompasskive.desktop.pages.people import MANY, PeoplePage
from kompasskive.desktop.pages.people_dialogs import (
    NO_NAME,
    MoveDialog,
    NamesDialog,
    PersonDialog,
    TalkDialog,
    split_names,
)
from kompasskive.desktop.widgets.person_row import GO_ON, LOOK_AT, NEW_TALK
from kompasskive.dialogue.model import DialogueState, Employee, Workbook
from kompasskive.storage.workbook import create, read

CONTROL = Qt.KeyboardModifier.ControlModifier


def person_form(
    name: str, team: str = "", functions: str = "", started: str = ""
) -> "Callable[[QDialog], None]":
    """Fills in a person and presses the button."""

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, PersonDialog)
        dialog._name.setText(name)
        dialog._team.setCurrentText(team)
        dialog._functions.setText(functions)
        dialog._started.setText(started)
        dialog.yes.click()

    return fill


def names_form(text: str) -> Callable[[QDialog], None]:
    """Pastes names and presses the button."""

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, NamesDialog)
        dialog._names.setPlainText(text)
        dialog.yes.click()

    return fill


def talk_form(day: str) -> Callable[[QDialog], None]:
    """Says when the talk is held."""

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, TalkDialog)
        dialog._day.setText(day)
        dialog.yes.click()

    return fill


def people_page(desk: Desk, width: int = 1440, height: int = 900) -> PeoplePage:
    """The page, shown."""
    desk.show(width, height)
    desk.window.context.position.go("people")
    desk.settle()
    page = desk.window.page
    assert isinstance(page, PeoplePage)
    return page


def with_example(desk: Desk, people: int = 12, width: int = 1440) -> PeoplePage:
    """The page with the example's people."""
    desk.show_example(people)
    return people_page(desk, width)


def shown(page: PeoplePage) -> list[str]:
    """The names in the list, from the top."""
    return [row.name for row in page.sheet.list.people.rows]


def choose(page: PeoplePage, person_id: str, text: str) -> None:
    """Choose an entry of a person's menu."""
    menu = page.person_menu(person_id)
    next(action for action in menu.actions() if action.text() == text).trigger()


@pytest.fixture
def file(desk: Desk) -> Path:
    """A real file with nobody in it, open."""
    path = desk.folder / "a.kompas"
    opened = create(path, Workbook(id="w", leader="Mette Holm"))
    desk.window.context.document.show(opened.workbook, opened)
    return path


def test_an_empty_file_invites_and_takes_a_whole_team(desk: Desk, file: Path) -> None:
    page = people_page(desk)
    assert page.empty.isVisible()
    assert not page.add_button.isVisible()
    desk.answers.forms.append(names_form("Åse Aagaard\n\n  Bo <b>Fed</b> & Søn \nBo Dam\nBo Dam"))
    desk.click(page.empty.paste)
    assert shown(page) == ["Bo <b>Fed</b> & Søn", "Bo Dam", "Bo Dam", "Åse Aagaard"] or shown(
        page
    ) == ["Bo Dam", "Bo Dam", "Bo <b>Fed</b> & Søn", "Åse Aagaard"]
    assert page.sheet.isVisible()
    assert desk.window.context.document.stack.undoText() == "Tilføjet 4 medarbejdere"
    desk.window.context.document.close()
    assert len(read(file).people) == 4


def test_a_person_is_added_corrected_and_undone(desk: Desk, file: Path) -> None:
    page = people_page(desk)
    desk.answers.forms.append(person_form("Ida Lund", "Nyt team", "Mentor, mentor , Vejleder"))
    desk.click(page.empty.add)
    value = desk.window.context.document.value
    ida = value.people[0]
    assert [t.name for t in value.teams] == ["Nyt team"]
    assert [f.name for f in value.job_functions] == ["Mentor", "Vejleder"]
    assert page.sheet.list.current_id == ida.id
    desk.answers.forms.append(person_form("Ida Lund-Berg", "nyt TEAM", "Mentor", "1.8.2024"))
    choose(page, ida.id, "Ret oplysninger")
    value = desk.window.context.document.value
    assert value.people[0].name == "Ida Lund-Berg"
    assert value.people[0].team_id == value.teams[0].id
    assert value.people[0].started_on == date(2024, 8, 1)
    desk.press(Qt.Key.Key_Z, CONTROL)
    desk.press(Qt.Key.Key_Z, CONTROL)
    assert desk.window.context.document.value.people == ()
    assert page.empty.isVisible()


def test_a_person_says_whether_others_may_ask_them(desk: Desk) -> None:
    page = with_example(desk)
    jens = desk.window.context.document.value.people[0]

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, PersonDialog)
        dialog.show()
        assert not dialog.may_be_named
        QTest.mouseClick(dialog._named, Qt.MouseButton.LeftButton, pos=QPoint(10, 12))
        dialog.yes.click()

    desk.answers.forms.append(fill)
    choose(page, jens.id, "Ret oplysninger")
    assert desk.window.context.document.value.person(jens.id).may_be_named
    desk.press(Qt.Key.Key_Z, CONTROL)
    assert not desk.window.context.document.value.person(jens.id).may_be_named


def test_a_wrong_form_stays_open_and_says_why(desk: Desk) -> None:
    desk.show_example()
    dialog = PersonDialog(desk.window.context.theme, desk.window.context.document.value, None)
    dialog.yes.click()
    assert dialog.result() != QDialog.DialogCode.Accepted
    assert dialog.fault() == NO_NAME
    dialog._name.setText("  jens   JENSEN ")
    assert "allerede en med det navn" in dialog._note.text()
    dialog._started.setText("31.2.2027")
    assert "er ikke en dato" in dialog.fault()
    dialog._started.setText("")
    dialog.yes.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    dialog.deleteLater()


def test_a_first_talk_asks_for_day_and_leader_then_opens(desk: Desk, file: Path) -> None:
    page = people_page(desk)
    desk.answers.forms += [person_form("Ida Lund"), talk_form("24.11.2026")]
    desk.click(page.empty.add)
    assert page.sheet.list.people.rows[0].action == NEW_TALK
    desk.press(Qt.Key.Key_Return)
    position = desk.window.context.position
    assert position.page == "talk"
    assert position.dialogue is not None
    assert position.dialogue.held_on == date(2026, 11, 24)
    assert position.dialogue.leader == "Mette Holm"
    desk.window.context.document.close()
    stored = read(file)
    assert len(stored.dialogues) == len(stored.frameworks) == 1


def test_arrows_move_enter_opens_and_the_ring_lies_round_the_row(desk: Desk) -> None:
    page = with_example(desk)
    people = page.sheet.list
    people.setFocus(Qt.FocusReason.TabFocusReason)
    first = people.current_id
    desk.press(Qt.Key.Key_Down)
    second = people.current_id
    assert second != first
    ring = people.property("ring_rect")
    assert people.place(second).contains(ring)
    desk.press(Qt.Key.Key_Return)
    assert desk.window.context.position.page == "talk"
    assert desk.window.context.position.person_id == second


def test_the_row_button_and_the_dots_work_with_the_mouse(desk: Desk) -> None:
    page = with_example(desk)
    people = page.sheet.list
    row = people.people.rows[0]
    shape = people.delegate.shape(people.place(row.id), row)
    asked: list[str] = []
    people.more.connect(lambda person_id, _place: asked.append(person_id))
    desk.click(people.viewport(), shape.more.center())
    assert asked == [row.id]
    menus = [m for m in page.findChildren(QMenu) if m.isVisible()]
    assert [a.text() for a in menus[0].actions()][-7:] == [
        "Ret oplysninger",
        "Flyt til et andet team …",
        "Ny samtale",
        "Ny screening …",
        "Arkivér",
        "Har bedt om indsigt",
        "Slet …",
    ]
    menus[0].close()
    desk.click(people.viewport(), shape.name.center())
    assert desk.window.context.position.page == "people"
    desk.click(people.viewport(), shape.action.center())
    assert desk.window.context.position.person_id == row.id


def test_the_search_finds_names_teams_and_functions(desk: Desk) -> None:
    page = with_example(desk)
    everyone = shown(page)
    desk.press(Qt.Key.Key_F, CONTROL)
    assert QApplication.focusWidget() is page.sheet.search
    for key in "jens":
        desk.press(Qt.Key(ord(key.upper())))
    assert "Jens Jensen" in shown(page)
    assert len(shown(page)) < len(everyone)
    assert page.sheet.count.text() == f"Viser {len(shown(page))} af 12"
    desk.press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is page.sheet.list
    desk.press(Qt.Key.Key_F, CONTROL)
    desk.press(Qt.Key.Key_Escape)
    assert shown(page) == everyone
    page.sheet.search.setText("<b>")
    assert page.sheet.nobody.text() == "Ingen passer til »<b>«."
    assert not page.sheet.list.isVisible()


def test_the_three_views_hold_who_they_say(desk: Desk) -> None:
    page = with_example(desk)
    rows = {row.name: row for row in page.sheet.list.people.rows}
    page.sheet.tabs.choose(2)
    assert shown(page)
    assert all("Ældre end 12" in rows[name].plan for name in shown(page))
    page.sheet.tabs.choose(1)
    soon = shown(page)
    assert 0 < len(soon) < len(rows)
    page.sheet.tabs.choose(0)
    assert shown(page)[: len(soon)] == soon


def test_archiving_takes_away_and_brings_back(desk: Desk) -> None:
    page = with_example(desk)
    row = page.sheet.list.people.rows[0]
    choose(page, row.id, "Arkivér")
    assert row.name not in shown(page)
    page._archived.setChecked(True)
    assert shown(page) == [row.name]
    choose(page, row.id, "Hent frem igen")
    page._archived.setChecked(False)
    assert row.name in shown(page)


def test_what_enter_does_follows_the_talk(desk: Desk) -> None:
    page = with_example(desk)
    value = desk.window.context.document.value
    for row in page.sheet.list.people.rows:
        talks = value.dialogues_of(row.id)
        wanted = NEW_TALK
        if talks:
            wanted = LOOK_AT if talks[-1].state is DialogueState.APPROVED else GO_ON
        assert row.action == wanted
        assert row.draft == (bool(talks) and talks[-1].is_draft)


def test_rows_are_read_aloud_in_words(desk: Desk) -> None:
    page = with_example(desk)
    reader = QAccessible.queryAccessibleInterface(page.sheet.list)
    assert reader is not None
    told = reader.child(0).text(QAccessible.Text.Name)
    row = page.sheet.list.people.rows[0]
    assert told == row.spoken
    assert row.name in told
    assert f"næste opfølgning: {row.follow_up}" in told


@pytest.mark.parametrize(
    ("width", "text", "cards"), [(1440, 1.0, False), (880, 1.0, True), (1280, 2.0, True)]
)
def test_cards_replace_the_table_where_room_is_short(
    desk: Desk, width: int, text: float, cards: bool
) -> None:
    page = with_example(desk, width=width)
    desk.window.context.theme.use("light", text)
    desk.settle()
    assert page.sheet.list.delegate.cards is cards
    assert page.sheet.headings.isVisible() is not cards
    assert page.sheet.choice.isVisible() is not page.sheet.tabs.isVisible()


def test_a_file_opened_for_reading_says_so_and_changes_nothing(desk: Desk) -> None:
    path = desk.folder / "a.kompas"
    held = create(path, Workbook(id="w", people=(Employee("p", "Ida Lund"),)))
    desk.show()
    desk.window.files.open(path)
    desk.settle()
    page = desk.window.page
    assert isinstance(page, PeoplePage)
    assert not page.add_button.isEnabled()
    assert page._lock_strip.isVisible()
    assert page.sheet.list.people.rows[0].action == ""
    assert not any(action.isEnabled() for action in page.person_menu("p").actions())
    held.close()


def test_three_hundred_people_are_shown_at_once(desk: Desk) -> None:
    value = desk.show_example()
    crowd = tuple(replace(value.people[i % 12], id=f"p{i}", name=f"P {i}") for i in range(300))
    talks = tuple(
        replace(value.dialogues[i % len(value.dialogues)], id=f"d{i}", employee_id=f"p{i}")
        for i in range(300)
    )
    page = people_page(desk)
    desk.window.context.document.edit("Flere", replace(value, people=crowd, dialogues=talks))
    began = perf_counter()
    page.render_page()
    page.grab()
    assert perf_counter() - began < 1.0
    assert len(shown(page)) == 300


def test_the_menu_key_asks_for_the_rest(desk: Desk) -> None:
    page = with_example(desk)
    people = page.sheet.list
    people.setFocus(Qt.FocusReason.TabFocusReason)
    asked: list[tuple[str, QPoint]] = []
    people.more.connect(lambda person_id, place: asked.append((person_id, place)))
    desk.press(Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert [person_id for person_id, _ in asked] == [people.current_id]
    next(menu for menu in page.findChildren(QMenu) if menu.isVisible()).close()


def test_names_are_split_and_cleaned() -> None:
    assert split_names(" a  b ,, c ", ",") == ("a b", "c")
    assert NOW.date() == date(2026, 11, 23)


def test_a_person_moves_to_another_team_and_talks_keep_theirs(desk: Desk) -> None:
    page = with_example(desk)
    value = desk.window.context.document.value
    person = next(p for p in value.people if value.dialogues_of(p.id))

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, MoveDialog)
        dialog.show()
        dialog.team_box.setCurrentText("Team Æbler & <b>")
        QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)

    desk.answers.forms.append(fill)
    page.edits.move(person.id)
    moved = desk.window.context.document.value
    team = next(t for t in moved.teams if t.id == moved.person(person.id).team_id)
    assert team.name == "Team Æbler & <b>"
    assert moved.dialogues_of(person.id) == value.dialogues_of(person.id)
    assert desk.window.context.document.stack.undoText() == f"Flyttet {person.name}"


def test_the_last_day_is_kept_and_cannot_be_before_the_first(desk: Desk) -> None:
    page = with_example(desk)
    person = desk.window.context.document.value.people[0]

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, PersonDialog)
        dialog.show()
        dialog._started.setText("1.8.2024")
        dialog._left.setText("1.7.2024")
        QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
        assert dialog.isVisible()
        assert dialog.fault().startswith("Slutdatoen ligger før")
        dialog._left.setText("31.12.2026")
        QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)

    desk.answers.forms.append(fill)
    page.edits.change(person.id)
    assert desk.window.context.document.value.person(person.id).left_on == date(2026, 12, 31)


def test_thirty_names_are_pasted_and_taken_back_in_one_step(desk: Desk) -> None:
    page = with_example(desk)
    before = desk.window.context.document.value
    names = [f"Æble Nr{number}" for number in range(28)] + ["To Ens", "To Ens"]

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, NamesDialog)
        dialog.show()
        dialog._names.setPlainText("\n".join(names))
        QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)

    desk.answers.forms.append(fill)
    page.edits.paste()
    after = desk.window.context.document.value
    assert [p.name for p in after.people[len(before.people) :]] == names
    assert len({p.id for p in after.people}) == len(after.people)
    desk.window.context.document.stack.undo()
    assert desk.window.context.document.value == before


def test_a_long_list_is_made_while_the_window_answers(desk: Desk) -> None:
    people = tuple(Employee(f"p{i}", f"Person {i:04}") for i in range(MANY))
    desk.show()
    desk.window.context.document.show(Workbook("w", people=people), None)
    desk.window.context.position.go("people")
    page = desk.window.page
    assert isinstance(page, PeoplePage)
    page.finish()
    desk.settle()
    assert len(page.sheet.list.people.rows) == MANY
    assert page.sheet.count.text() == f"Viser {MANY} af {MANY}"
    page.sheet.search.setText("0999")
    page.finish()
    desk.settle()
    assert [row.name for row in page.sheet.list.people.rows] == ["Person 0999"]
    assert not page.working.isVisible()
