"""Notes and parked topics: kept where they were written, one undo step for one typing."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.desktop.talk_desk import TalkDesk

from kompasskive.dialogue.model import NoteScope
from kompasskive.framework.model import Arena

LITERAL = '<b>&"æøå'


@pytest.fixture
def talk(qtbot: QtBot, tmp_path: Path) -> TalkDesk:
    """A talk where nothing has been said yet."""
    return TalkDesk(qtbot, tmp_path)


def texts(talk: TalkDesk) -> list[tuple[NoteScope, str, str]]:
    """The notes of the talk without their ids."""
    return [(n.scope, n.target_id, n.text) for n in talk.dialogue.notes]


def test_n_opens_the_note_in_the_row_and_what_is_typed_is_kept(talk: TalkDesk) -> None:
    row = talk.parts.items.rows[0]
    talk.focus(row)
    talk.press(Qt.Key.Key_N)
    assert QApplication.focusWidget() is row.note.edit
    talk.type(f"{LITERAL} 1234")
    talk.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is row
    assert texts(talk) == [(NoteScope.ITEM, row.bead.item_id, f"{LITERAL} 1234")]
    assert talk.dialogue.items == {}


def test_one_typing_is_one_undo_step_and_the_next_another(talk: TalkDesk) -> None:
    edit = talk.parts.notes.note.edit
    steps = len(talk.undo_texts)
    talk.focus(edit)
    talk.type("Først")
    edit.commit()
    talk.type(" og så")
    edit.commit()
    assert len(talk.undo_texts) == steps + 1
    talk.focus(talk.parts.items.rows[0])
    talk.focus(edit)
    talk.type(" mere")
    talk.focus(talk.parts.items.rows[0])
    assert talk.undo_texts[steps:] == ["Note skrevet", "Note skrevet"]
    talk.context.document.stack.undo()
    talk.context.document.stack.undo()
    assert talk.dialogue.notes == ()
    assert edit.toPlainText() == ""


def test_turning_to_a_field_while_typing_leaves_the_text_where_it_belongs(talk: TalkDesk) -> None:
    first, second = talk.page.talk.framework.fields[:2]
    edit = talk.parts.notes.note.edit
    talk.focus(edit)
    talk.type("Om det første felt")
    talk.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert edit.toPlainText() == ""
    talk.type("Om det andet")
    talk.press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert edit.toPlainText() == "Om det første felt"
    assert texts(talk) == [
        (NoteScope.FIELD, first.id, "Om det første felt"),
        (NoteScope.FIELD, second.id, "Om det andet"),
    ]


def test_turning_to_another_person_while_typing_writes_in_the_right_talk(talk: TalkDesk) -> None:
    own = talk.dialogue.id
    talk.focus(talk.parts.notes.note.edit)
    talk.type("Hører til her")
    other = talk.context.document.value.people[1]
    talk.context.position.open_person(other.id)
    assert talk.dialogue.id != own
    assert [n.text for n in talk.context.document.value.dialogue(own).notes] == ["Hører til her"]
    assert "Hører til her" not in [n.text for n in talk.dialogue.notes]


def test_a_note_carries_an_arena_and_the_tick_once_there_is_a_text(talk: TalkDesk) -> None:
    note = talk.parts.notes.note
    assert not note.arena.isEnabled()
    assert not note.to_file.isEnabled()
    talk.focus(note.edit)
    talk.type("En situation")
    talk.focus(talk.parts.items.rows[0])
    note.arena_menu().actions()[1].trigger()
    talk.click(note.to_file)
    (stored,) = talk.dialogue.notes
    assert stored.arena is Arena.INDIVIDUAL
    assert stored.to_file
    assert note.arena.accessibleName() == "Arena: Individuelt"


def test_a_very_long_note_is_kept_whole(talk: TalkDesk) -> None:
    text = "Ordet står her. " * 1250
    edit = talk.parts.notes.note.edit
    talk.focus(edit)
    edit.setPlainText(text)
    talk.focus(talk.parts.items.rows[0])
    assert talk.dialogue.notes[0].text == text
    assert len(text) == 20_000


def test_leaving_the_page_hands_over_what_is_being_typed(talk: TalkDesk) -> None:
    talk.focus(talk.parts.notes.note.edit)
    talk.type("Nåede lige det")
    talk.page.leave()
    assert [n.text for n in talk.dialogue.notes] == ["Nåede lige det"]


def test_ctrl_j_parks_topics_one_after_another(talk: TalkDesk) -> None:
    talk.focus(talk.parts.items.rows[0])
    talk.press(Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    parking = talk.parts.notes.parking
    assert QApplication.focusWidget() is parking.line
    for topic in (LITERAL, "Et emne til"):
        talk.type(topic)
        talk.press(Qt.Key.Key_Return)
    talk.press(Qt.Key.Key_Return)
    assert [t.text for t in talk.dialogue.parked] == [LITERAL, "Et emne til"]
    assert {t.field_id for t in talk.dialogue.parked} == {talk.context.position.field.id}
    assert [r.text.text() for r in parking.topics.rows] == [LITERAL, "Et emne til"]
    assert talk.parts.fields.parked.accessibleName() == "Parkeret: 2 emner"
    assert not parking.line.isVisible()


def test_a_parked_topic_is_closed_opened_again_and_removed(talk: TalkDesk) -> None:
    talk.parts.actions.park("Emnet", talk.context.position.field.id)
    talk.settle()
    (row,) = talk.parts.notes.parking.topics.rows
    row.menu().actions()[0].trigger()
    assert talk.dialogue.parked[0].closed
    assert row.closed_sign.isVisible()
    row.menu().actions()[0].trigger()
    assert not talk.dialogue.parked[0].closed
    row.menu().actions()[1].trigger()
    assert talk.dialogue.parked == ()


def test_an_item_is_parked_in_its_own_words(talk: TalkDesk) -> None:
    row = talk.parts.items.rows[0]
    menu = row.menu()
    next(a for a in menu.actions() if a.text().startswith("Parkér")).trigger()
    assert talk.parts.notes.parking.line.text() == row.bead.text
