"""A text with what looks like a CPR number is held back, and never lost, until the two choose."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.desktop.bench import Bench, bench
from tests.desktop.desk import Desk
from tests.desktop.talk_desk import TalkDesk

from kompasskive.desktop.pages.amend_dialog import AmendDialog
from kompasskive.desktop.pages.plan import PlanPage
from kompasskive.desktop.settings import Settings
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.cpr_guard import asks_first
from kompasskive.desktop.widgets.status_bar import state_words

NUMBER = "010190-1234"
TEXT = f"Samtalen med {NUMBER} om skøn"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def talk(qtbot: QtBot, tmp_path: Path) -> TalkDesk:
    return TalkDesk(qtbot, tmp_path)


@pytest.fixture
def plan(qtbot: QtBot, settings: Settings) -> Bench:
    return bench(qtbot, settings, PlanPage)


def write_note(talk: TalkDesk, text: str = TEXT) -> None:
    edit = talk.parts.notes.note.edit
    talk.focus(edit)
    talk.type(text)
    edit.commit()
    talk.settle()


def test_a_note_is_held_back_until_the_number_is_removed(talk: TalkDesk) -> None:
    write_note(talk)
    edit = talk.parts.notes.note.edit
    assert not talk.dialogue.notes
    assert edit.guard.strip.isVisible()
    talk.click(edit.guard.strip.remove)
    assert [n.text for n in talk.dialogue.notes] == ["Samtalen med om skøn"]
    assert not edit.guard.held
    assert edit.hasFocus()


def test_a_number_that_is_kept_is_not_asked_about_again(talk: TalkDesk) -> None:
    write_note(talk)
    edit = talk.parts.notes.note.edit
    talk.click(edit.guard.strip.keep)
    assert [n.text for n in talk.dialogue.notes] == [TEXT]
    write_note(talk, "!")
    assert NUMBER in talk.dialogue.notes[0].text
    assert "!" in talk.dialogue.notes[0].text


def test_mending_the_text_by_hand_stores_it(talk: TalkDesk) -> None:
    write_note(talk)
    edit = talk.parts.notes.note.edit
    talk.press(Qt.Key.Key_A, CTRL, edit)
    talk.press(Qt.Key.Key_Delete, widget=edit)
    talk.type("Om skøn")
    assert not edit.guard.held
    edit.commit()
    assert [n.text for n in talk.dialogue.notes] == ["Om skøn"]


def test_a_held_note_waits_in_its_own_field(talk: TalkDesk) -> None:
    write_note(talk)
    position, edit = talk.context.position, talk.parts.notes.note.edit
    position.step_field(1)
    assert edit.toPlainText() == ""
    assert not edit.guard.held
    position.step_field(-1)
    assert edit.toPlainText() == TEXT
    talk.settle()
    talk.click(edit.guard.strip.keep)
    assert [(n.target_id, n.text) for n in talk.dialogue.notes] == [(position.field.id, TEXT)]


def test_the_strip_lies_below_the_text(talk: TalkDesk) -> None:
    write_note(talk)
    edit = talk.parts.notes.note.edit
    strip = edit.guard.strip
    assert edit.viewport().geometry().bottom() <= strip.geometry().top()
    assert strip.geometry().bottom() <= edit.rect().bottom()
    assert strip.keep.geometry().right() <= strip.width()


def test_a_parked_topic_and_an_item_of_their_own_are_held_too(talk: TalkDesk) -> None:
    parking, extra = talk.parts.notes.parking, talk.parts.items.extra
    talk.click(parking.button)
    talk.type(TEXT)
    talk.press(Qt.Key.Key_Return)
    assert not talk.dialogue.parked
    talk.click(parking.guard.strip.remove)
    assert [p.text for p in talk.dialogue.parked] == ["Samtalen med om skøn"]
    extra.open()
    talk.settle()
    talk.type(TEXT)
    talk.press(Qt.Key.Key_Return)
    assert not talk.dialogue.extras
    talk.click(extra.guard.strip.keep)
    assert [e.text for e in talk.dialogue.extras] == [TEXT]


def test_an_agreement_stays_open_while_it_is_held(plan: Bench) -> None:
    page = plan.page
    assert isinstance(page, PlanPage)
    count = len(plan.talk.agreements)
    page.agreements.add()
    plan.settle()
    editor = page.agreements.rows.rows[-1].editor
    plan.type_in(editor.who, TEXT)
    assert editor.who.guard.held
    plan.click(editor.done)
    assert editor.isVisible()
    assert len(plan.talk.agreements) == count
    plan.click(editor.who.guard.strip.remove)
    assert plan.talk.agreements[-1].who == "Samtalen med om skøn"


def test_a_held_agreement_is_there_again_after_another_talk(plan: Bench) -> None:
    page, position = plan.page, plan.context.position
    assert isinstance(page, PlanPage)
    first, others = plan.context.document.value.people[0], plan.context.document.value.people[1:]
    other = next(p for p in others if plan.context.document.value.dialogues_of(p.id))
    page.agreements.add()
    plan.settle()
    plan.type_in(page.agreements.rows.rows[-1].editor.what, TEXT)
    position.open_person(other.id)
    assert TEXT not in [r.editor.what.toPlainText() for r in page.agreements.rows.rows]
    position.open_person(first.id)
    plan.settle()
    what = page.agreements.rows.rows[-1].editor.what
    assert what.toPlainText() == TEXT
    plan.click(what.guard.strip.keep)
    assert plan.talk.agreements[-1].what == TEXT


def test_what_management_does_is_held_for_its_own_talk(plan: Bench) -> None:
    page, position = plan.page, plan.context.position
    assert isinstance(page, PlanPage)
    people = plan.context.document.value.people
    plan.type_in(page.course.management, TEXT)
    before = plan.talk.management
    position.open_person(people[1].id)
    position.open_person(people[0].id)
    assert plan.talk.management == before
    assert page.course.management.toPlainText() == TEXT


def test_a_dialog_stays_open_until_the_two_choose(qtbot: QtBot) -> None:
    dialog = AmendDialog(Theme())
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.written.setPlainText(TEXT)
    QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert asks_first(dialog)
    dialog.written.setPlainText("En fejl i aftalen")
    QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_the_status_line_says_that_it_is_not_saved(desk: Desk) -> None:
    desk.show_example()
    context = desk.window.context
    context.position.open_person(context.document.value.people[0].id)
    context.position.go("plan")
    desk.show()
    page = desk.window.page
    assert isinstance(page, PlanPage)
    page.course.management.setFocus()
    QTest.keyClicks(page.course.management, NUMBER)
    page.course.management.commit()
    assert "CPR" in desk.window.status.state.text()
    desk.answers.yes = False
    desk.window.close()
    assert desk.window.isVisible()
    assert desk.answers.asked == ["En tekst er ikke gemt"]
    page.course.management.guard.strip.remove.click()
    assert desk.window.status.state.text() == state_words(desk.window.save)
    assert "CPR" not in desk.window.status.state.text()
