"""Udviklingsplan: everything the two can write, take, move and remove, each one undo step."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.desktop.bench import Bench, bench, example
from tests.desktop.desk import NOW
from tests.desktop.forms import fill_reason

from kompasskive.desktop.pages.plan import PlanPage
from kompasskive.desktop.pages.plan_statement import StatementRow
from kompasskive.desktop.settings import Settings
from kompasskive.desktop.theme import Theme
from kompasskive.dialogue import edits
from kompasskive.dialogue.approval import approve, read_through
from kompasskive.dialogue.model import About, AgreementStatus, AgreementStep, Employee
from kompasskive.framework.model import Dimension

AWKWARD = '<b>æøå & "R&D"</b>'
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Open = Callable[..., tuple[Bench, PlanPage]]


@pytest.fixture
def opened(qtbot: QtBot, settings: Settings) -> Open:
    def make(**options: object) -> tuple[Bench, PlanPage]:
        made = bench(qtbot, settings, PlanPage, **options)  # type: ignore[arg-type]
        assert isinstance(made.page, PlanPage)
        return made, made.page

    return make


def remove(made: Bench, row: StatementRow) -> None:
    menu = row.more.menu()
    assert menu is not None
    made.choose(menu, "Fjern")


def test_shows_the_pairs_own_words(opened: Open) -> None:
    made, page = opened()
    assert [row.text.text() for row in page.strengths.rows.rows] == [
        s.text for s in made.talk.strengths
    ]
    assert page.strengths.count.text() == "3 af højst 3"
    assert not page.strengths.add_button.isVisible()
    assert page.potentials.add_button.isVisible()


def test_adds_a_potential_by_typing_and_undoes_it_in_one_step(opened: Open) -> None:
    made, page = opened()
    before = made.talk
    made.click(page.potentials.add_button)
    row = page.potentials.rows.rows[-1]
    editor = row.editor
    assert editor.text.hasFocus()
    made.type_in(editor.text, AWKWARD)
    assert made.talk.potentials[-1].text == AWKWARD
    assert made.undo_text == "Udviklingspotentiale tilføjet"
    assert not page.potentials.add_button.isVisible()
    made.click(editor.done)
    assert row.text.text() == AWKWARD
    made.undo()
    assert made.talk == before


def test_an_empty_new_statement_leaves_nothing_behind(opened: Open) -> None:
    made, page = opened()
    before = made.talk
    made.click(page.potentials.add_button)
    made.click(page.potentials.rows.rows[-1].editor.done)
    assert made.talk == before
    assert len(page.potentials.rows.rows) == 2
    assert not made.context.document.stack.canUndo()


def test_changes_what_a_statement_is_about(opened: Open) -> None:
    made, page = opened()
    made.click(page.strengths.rows.rows[0].text)
    editor = page.strengths.rows.rows[0].editor
    editor.dimension.setFocus()
    made.press(editor.dimension, Qt.Key.Key_Down)
    about = made.talk.strengths[0].about
    assert about.field_id
    assert about.dimension is Dimension.PRACTICAL
    made.press(editor.dimension, Qt.Key.Key_Escape)
    assert page.strengths.rows.rows[0].head.text().endswith(", praktisk")


def test_typing_again_is_a_step_of_its_own(opened: Open) -> None:
    made, page = opened()
    made.click(page.strengths.rows.rows[0].text)
    editor = page.strengths.rows.rows[0].editor
    made.type_in(editor.text, "En")
    made.type_in(editor.text, "To")
    assert made.talk.strengths[0].text == "To"
    made.undo()
    assert made.talk.strengths[0].text == "En"
    assert editor.text.toPlainText() == "En"


def test_moves_and_removes_through_the_menu(opened: Open) -> None:
    made, page = opened()
    first, second, third = (s.id for s in made.talk.strengths)
    menu = page.strengths.rows.rows[0].more.menu()
    assert menu is not None
    made.choose(menu, "Flyt ned")
    assert [s.id for s in made.talk.strengths] == [second, first, third]
    remove(made, page.strengths.rows.rows[0])
    assert [s.id for s in made.talk.strengths] == [first, third]
    assert page.strengths.add_button.isVisible()
    assert page.focusWidget() is page.strengths.add_button
    made.undo()
    made.undo()
    assert [s.id for s in made.talk.strengths] == [first, second, third]


def test_undo_closes_the_editor_of_what_it_took_away(opened: Open) -> None:
    made, page = opened()
    made.click(page.potentials.add_button)
    made.type_in(page.potentials.rows.rows[-1].editor.text, "Ny")
    made.undo()
    assert len(page.potentials.rows.rows) == 2
    assert page.potentials.add_button.isVisible()


def test_takes_a_suggestion(opened: Open) -> None:
    made, page = opened()
    before = made.talk
    row = next(r for r in page.suggestions.rows.rows if "Udviklingspotentiale" in r.place.text())
    text = row.text.text()
    assert row.reason.text().startswith("Fordi: ")
    made.click(row.take)
    assert made.talk.potentials[-1].text == text
    assert page.potentials.rows.rows[-1].text.text() == text
    made.undo()
    assert made.talk == before


def test_rewrites_a_suggested_agreement(opened: Open) -> None:
    made, page = opened()
    row = next(r for r in page.suggestions.rows.rows if "Aftale" in r.place.text())
    made.click(row.rewrite)
    editor = page.agreements.rows.rows[-1].editor
    made.type_in(editor.what, "Noget helt andet")
    assert made.talk.agreements[-1].what == "Noget helt andet"


def test_what_is_left_lying_can_be_brought_back(opened: Open) -> None:
    made, page = opened()
    before = made.talk
    texts = [row.text.text() for row in page.suggestions.rows.rows]
    made.click(page.suggestions.rows.rows[0].leave)
    assert texts[0] not in [row.text.text() for row in page.suggestions.rows.rows]
    assert made.talk == before
    made.click(page.suggestions.back)
    assert [row.text.text() for row in page.suggestions.rows.rows] == texts


def test_writes_a_new_agreement(opened: Open) -> None:
    made, page = opened()
    made.click(page.agreements.add_button)
    editor = page.agreements.rows.rows[-1].editor
    assert editor.what.hasFocus()
    made.type_in(editor.what, AWKWARD)
    made.click(editor.dimensions.boxes[Dimension.REFLEXIVE])
    made.click(editor.forms.boxes["Case-analyse"])
    made.type_in(editor.forms.own, "Egen form")
    made.type_in(editor.who, "Jens & Amina")
    made.type_in(editor.due.line, "31/3-2027")
    made.type_in(editor.follow_up, "Teammøde")
    made.type_in(editor.follow_up_on.line, "1.2.27")
    agreement = made.talk.agreements[-1]
    assert agreement.what == AWKWARD
    assert agreement.dimensions == (Dimension.REFLEXIVE,)
    assert agreement.learning_forms == ("Case-analyse", "Egen form")
    assert (agreement.who, agreement.due_on) == ("Jens & Amina", date(2027, 3, 31))
    assert (agreement.follow_up, agreement.follow_up_on) == ("Teammøde", date(2027, 2, 1))
    made.click(editor.done)
    face = page.agreements.rows.rows[-1].face
    assert face.accessibleName().startswith("Aftale 4 af 4, <b>æøå")
    assert "Senest 31.3.2027" in face.accessibleName()
    assert face.hasFocus()


def test_a_wrong_date_is_said_beside_the_field_and_never_stored(opened: Open) -> None:
    made, page = opened()
    before = made.talk.agreements[0]
    made.click(page.agreements.rows.rows[0].face)
    due = page.agreements.rows.rows[0].editor.due
    made.type_in(due.line, "31.2.2027")
    assert due.fault.isVisible()
    assert "»31.2.2027« er ikke en dato" in due.fault.text()
    assert due.line.text() == "31.2.2027"
    assert made.talk.agreements[0].due_on == before.due_on
    made.type_in(due.line, "28.2.2027")
    assert not due.fault.isVisible()
    assert made.talk.agreements[0].due_on == date(2027, 2, 28)
    made.type_in(due.line, "")
    assert made.talk.agreements[0].due_on is None


def test_learning_forms_of_the_chosen_dimension_come_first(opened: Open) -> None:
    made, page = opened()
    made.click(page.agreements.add_button)
    editor = page.agreements.rows.rows[-1].editor
    made.type_in(editor.what, "Noget")
    every = len(made.context.position.framework.learning_forms)
    assert len(editor.forms.boxes) == every
    made.click(editor.dimensions.boxes[Dimension.PRACTICAL])
    assert list(editor.forms.boxes) == ["Sidemandsoplæring", "E-læring", "Click-through"]
    made.click(editor.forms.more)
    assert len(editor.forms.boxes) == every
    assert next(iter(editor.forms.boxes)) == "Sidemandsoplæring"


def test_a_dropped_agreement_asks_why(opened: Open) -> None:
    made, page = opened()
    made.click(page.agreements.rows.rows[0].face)
    editor = page.agreements.rows.rows[0].editor
    assert not editor.reason.isVisible()
    editor.status.setFocus()
    made.press(editor.status, Qt.Key.Key_End)
    assert made.talk.agreements[0].status is AgreementStatus.DROPPED
    assert page.agreements.rows.rows[0].face.hint.text() == "Hvorfor er den frafaldet?"
    made.type_in(editor.reason, "Kurset blev aflyst")
    told = made.talk.agreements[0]
    assert told.status_reason == "Kurset blev aflyst"
    assert told.steps == (AgreementStep(NOW.date(), AgreementStatus.DROPPED, "Kurset blev aflyst"),)
    assert editor.story.text() == "Frafaldet 23.11.2026: Kurset blev aflyst"
    made.click(editor.done)
    face = page.agreements.rows.rows[0].face
    assert face.story.isVisible()
    assert face.story.text() == editor.story.text()
    assert "Frafaldet 23.11.2026" in face.accessibleDescription()
    made.undo()
    made.undo()
    assert made.talk.agreements[0].steps == ()
    assert not face.story.isVisible()


def test_an_agreement_without_day_and_owner_is_asked_about_gently(opened: Open) -> None:
    made, page = opened()
    made.click(page.agreements.add_button)
    editor = page.agreements.rows.rows[-1].editor
    made.type_in(editor.what, "Noget")
    made.click(editor.done)
    assert page.agreements.rows.rows[-1].face.hint.text() == "Hvem gør det, og hvornår?"


def test_removes_an_agreement(opened: Open) -> None:
    made, page = opened()
    before = made.talk
    made.click(page.agreements.rows.rows[0].face)
    made.click(page.agreements.rows.rows[0].editor.remove_button)
    assert made.talk.agreements == before.agreements[1:]
    made.undo()
    assert made.talk == before


def test_the_needle_follows_the_first_direction(opened: Open) -> None:
    made, page = opened()
    first, second = made.talk.directions
    menu = page.course.directions.rows.rows[1].more.menu()
    assert menu is not None
    made.choose(menu, "Flyt op")
    assert [d.id for d in made.talk.directions] == [second.id, first.id]
    assert second.about.field_id
    number = made.context.position.framework.number(second.about.field_id)
    picture = page.course.dial.view.picture
    assert picture is not None
    name = made.context.position.framework.fields[number - 1].name
    assert f"Nålen peger på {name}" in picture.description


def test_adds_a_third_direction_and_no_fourth(opened: Open) -> None:
    made, page = opened()
    made.click(page.course.directions.add_button)
    editor = page.course.directions.rows.rows[-1].editor
    editor.field.setFocus()
    made.press(editor.field, Qt.Key.Key_Down)
    first = made.context.position.framework.fields[0].id
    assert made.talk.directions[-1].about == About(first)
    made.click(editor.done)
    assert not page.course.directions.add_button.isVisible()


def test_writes_what_management_does(opened: Open) -> None:
    made, page = opened()
    made.type_in(page.course.management, "To timer om måneden")
    assert made.talk.management == "To timer om måneden"
    assert made.undo_text == "»Hvad skal ledelsen gøre?« skrevet"


def test_parked_topics_are_closed_or_removed_first(opened: Open) -> None:
    made, page = opened()
    before = made.talk
    assert page.parked.isVisible()
    made.click(page.parked.rows.rows[0].done)
    assert made.talk.parked[0].closed
    assert not page.parked.isVisible()
    made.undo()
    made.click(page.parked.rows.rows[0].remove)
    assert made.talk.parked == before.parked[1:]


def test_an_approved_talk_is_locked_and_says_so(opened: Open) -> None:
    workbook = example()
    talk = workbook.dialogues_of(workbook.people[0].id)[-1]
    approved = approve(read_through(talk), NOW)
    dialogues = tuple(approved if d.id == talk.id else d for d in workbook.dialogues)
    made, page = opened(workbook=replace(workbook, dialogues=dialogues))
    assert page.lock.isVisible()
    assert "Ret i den godkendte samtale" in page.lock.words.text()
    assert not page.potentials.add_button.isVisible()
    assert not page.agreements.add_button.isEnabled()
    assert not page.suggestions.isVisible()
    assert page.course.management.isReadOnly()
    kept = page.agreements.kept
    assert kept.isVisible()
    kept.rows.rows[0].status.picked.emit(AgreementStatus.IN_PROGRESS)
    assert made.talk.agreements[0].steps == (
        AgreementStep(NOW.date(), AgreementStatus.IN_PROGRESS),
    )
    assert kept.rows.rows[0].story.text() == "I gang 23.11.2026"
    assert not made.talk.is_draft
    made.answers.forms.append(fill_reason)
    made.click(page.lock.amend_button)
    assert not kept.isVisible()
    assert made.talk.is_draft
    assert not page.lock.isVisible()
    assert page.potentials.add_button.isVisible()


def test_a_person_without_a_talk_is_invited(opened: Open) -> None:
    workbook = example()
    ida = Employee("ida", "Ida Lund")
    made, page = opened(workbook=replace(workbook, people=(*workbook.people, ida)), person="ida")
    made.click(page.empty.button)
    assert made.talk.employee_id == "ida"
    assert made.context.position.page == "talk"


def test_narrow_windows_get_cards_and_one_column(opened: Open) -> None:
    made, page = opened(size=(1000, 700))
    assert page.split.stacked
    assert page.agreements.heads.isVisible()
    page.resize(820, 700)
    made.settle()
    assert not page.agreements.heads.isVisible()
    assert page.course.mapTo(page, page.course.rect().topLeft()).x() < 40


def test_nothing_is_wider_than_the_window_at_200_percent(opened: Open) -> None:
    made, page = opened(size=(1280, 640), theme=Theme("light", 2.0))
    made.click(page.agreements.rows.rows[0].face)
    made.settle()
    bar = page.split.horizontalScrollBar()
    assert bar.maximum() == 0
    assert page.width() == 1280


def test_a_wish_that_the_plan_says_nothing_about_is_asked_about(opened: Open) -> None:
    made, page = opened()
    assert not page.agreements.wishes.isVisible()
    item = made.context.document.value.frameworks[0].field("borger").items[0]
    wished = edits.set_wish(made.talk, item.id, True)
    made.context.document.edit_dialogue("»Vil gerne udvikle« sat", wished)
    made.settle()
    assert page.agreements.wishes.isVisible()
    assert "Borgernære Metoder & Virkning. Skal planen" in page.agreements.wishes.text()
