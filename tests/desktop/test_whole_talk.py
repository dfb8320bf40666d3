"""A case where judgement counted, notes to the talk and the employee's own remark."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.desktop.talk_desk import TalkDesk

from kompasskive.desktop.pages.talk.whole import CASE, NOTES, STEPS
from kompasskive.dialogue.model import NoteScope


@pytest.fixture
def talk(qtbot: QtBot, tmp_path: Path) -> TalkDesk:
    return TalkDesk(qtbot, tmp_path)


def test_the_five_steps_are_stored_in_their_own_places(talk: TalkDesk) -> None:
    talk.click(talk.parts.fields.case)
    talk.settle()
    whole = talk.page.whole
    assert whole.steps["situation"].hasFocus()
    for name, edit in whole.steps.items():
        talk.focus(edit)
        talk.type(f"Om {name}")
    whole.commit()
    case = talk.dialogue.case
    assert [getattr(case, name) for name in STEPS] == [f"Om {name}" for name in STEPS]
    assert talk.undo_texts[-5:] == ["Sagen skrevet"] * 5


def test_typing_a_step_is_one_undo_step(talk: TalkDesk) -> None:
    talk.page.open_case()
    edit = talk.page.whole.steps["choice"]
    talk.focus(edit)
    for part in ("Vi ", "valgte"):
        talk.type(part)
        edit.commit()
    assert talk.dialogue.case.choice == "Vi valgte"
    talk.context.document.stack.undo()
    assert talk.dialogue.case.choice == ""


def test_a_note_to_the_talk_is_about_the_talk(talk: TalkDesk) -> None:
    talk.click(talk.parts.fields.notes)
    talk.settle()
    note = talk.page.whole.note
    assert note.edit.hasFocus()
    talk.type("Vi mødes oftere")
    note.edit.commit()
    talk.click(note.to_file)
    assert [(n.scope, n.target_id, n.text, n.to_file) for n in talk.dialogue.notes] == [
        (NoteScope.TALK, "", "Vi mødes oftere", True)
    ]


def test_the_employee_writes_a_remark(talk: TalkDesk) -> None:
    talk.page.open_notes()
    talk.focus(talk.page.whole.remark)
    talk.type("Jeg er enig")
    talk.page.whole.remark.commit()
    assert talk.dialogue.remark == "Jeg er enig"


def test_escape_and_a_field_lead_back(talk: TalkDesk) -> None:
    talk.page.open_case()
    talk.settle()
    talk.press(Qt.Key.Key_Escape)
    assert talk.body.isVisible()
    talk.page.open_case()
    talk.settle()
    talk.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert talk.body.isVisible()
    assert talk.context.position.field is talk.page.talk.framework.fields[1]


def test_the_menu_leads_there_where_there_is_no_list(qtbot: QtBot, tmp_path: Path) -> None:
    talk = TalkDesk(qtbot, tmp_path, (1280, 720), 2.0)
    words = [action.text() for action in talk.page.menu().actions()]
    assert {CASE, NOTES} < set(words)
    talk.page.open_case()
    talk.settle()
    inside, whole = talk.page.whole.widget(), talk.page.whole
    assert inside is not None
    assert inside.width() <= whole.viewport().width()


def test_an_approved_talk_can_be_read_but_not_changed(qtbot: QtBot, tmp_path: Path) -> None:
    talk = TalkDesk(qtbot, tmp_path, fresh=False)
    value = talk.context.document.value
    approved = next(d for d in value.dialogues if not d.is_draft and d.employee_id)
    assert approved.employee_id
    talk.context.position.open_person(approved.employee_id, approved.id)
    talk.page.open_case()
    assert all(edit.isReadOnly() for edit in talk.page.whole.steps.values())
    assert talk.page.whole.remark.isReadOnly()
