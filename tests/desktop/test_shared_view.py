""" "Vis for os begge": large, live and with nothing private; F9 gives the screen back exactly."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from tests.desktop.desk import Desk

from kompasskive.desktop.pages.talk import TalkPage
from kompasskive.desktop.pages.talk.keyed_edit import KeyedEdit
from kompasskive.desktop.pages.talk.shared_view import SharedView
from kompasskive.dialogue.model import PlacementState
from kompasskive.framework.model import Dimension

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def talk(desk: Desk) -> Desk:
    value = desk.show_example()
    desk.window.context.position.open_person(value.people[0].id)
    desk.window.context.position.go("talk")
    desk.show()
    return desk


def page_of(desk: Desk) -> TalkPage:
    page = desk.window.page
    assert isinstance(page, TalkPage)
    return page


def view_of(desk: Desk) -> SharedView:
    view = page_of(desk).shared
    assert view is not None
    return view


def said(root: QWidget) -> str:
    parts = [root, *root.findChildren(QWidget)]
    texts = [w.text() for w in parts if isinstance(w, QLabel) and w.isVisible()]
    return "\n".join([*texts, *(w.accessibleName() for w in parts)])


def test_f5_shows_the_field_large_over_the_whole_window(talk: Desk) -> None:
    plain = page_of(talk).parts
    assert plain is not None
    talk.press(Qt.Key.Key_F5)
    view = view_of(talk)
    assert view.geometry() == talk.window.rect()
    assert view.name.text() == talk.window.context.position.field.name
    assert view.name.fontMetrics().height() > plain.head.name.fontMetrics().height()
    assert view.ladders[0].hasFocus()


def test_no_note_and_no_name_of_anybody_else_is_there(talk: Desk) -> None:
    talk.press(Qt.Key.Key_F5)
    view = view_of(talk)
    context = talk.window.context
    words = said(view)
    others = [p.name for p in context.document.value.people[1:]]
    dialogue = context.position.dialogue
    assert dialogue is not None
    private = [n.text for n in dialogue.notes] + [p.text for p in dialogue.parked]
    assert private
    assert not any(text in words for text in (*others, *private, dialogue.leader))
    assert view.findChildren(KeyedEdit) == []


def test_the_two_place_and_turn_fields_in_it(talk: Desk) -> None:
    talk.press(Qt.Key.Key_F5)
    position = talk.window.context.position
    talk.press(Qt.Key.Key_Right, ALT)
    assert position.field is position.framework.fields[1]
    assert view_of(talk).name.text() == position.field.name
    talk.press(Qt.Key.Key_5)
    dialogue = position.dialogue
    assert dialogue is not None
    placed = dialogue.placement(position.field.id, Dimension.PRACTICAL)
    assert placed is not None
    assert (placed.state, placed.level) == (PlacementState.PLACED, 5)
    assert ", Specialist" in view_of(talk).ladders[0].accessibleName()
    talk.press(Qt.Key.Key_Z, CTRL)
    assert ", Specialist" not in view_of(talk).ladders[0].accessibleName()


def test_ctrl_g_asks_again_in_it(talk: Desk) -> None:
    talk.press(Qt.Key.Key_F5)
    view = view_of(talk)
    before = view.question.text()
    talk.press(Qt.Key.Key_G, CTRL)
    assert view.question.text() not in ("", before)
    assert view.ladders[0].hasFocus()


def test_tab_stays_in_it_and_other_pages_stay_away(talk: Desk) -> None:
    talk.press(Qt.Key.Key_F5)
    view = view_of(talk)
    for _ in range(4):
        talk.press(Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        assert view.isAncestorOf(now)
    for key, modifier in ((Qt.Key.Key_2, ALT), (Qt.Key.Key_J, CTRL), (Qt.Key.Key_F6, ALT)):
        shown = QKeyEvent(QKeyEvent.Type.ShortcutOverride, key, modifier)
        QApplication.sendEvent(view, shown)
        assert shown.isAccepted()
    talk.press(Qt.Key.Key_2, ALT)
    assert talk.window.context.position.page == "talk"


def test_escape_gives_the_window_back_with_the_keyboard_where_it_was(talk: Desk) -> None:
    parts = page_of(talk).parts
    assert parts is not None
    row = parts.items.rows[1]
    row.setFocus()
    talk.press(Qt.Key.Key_F5)
    talk.press(Qt.Key.Key_Escape)
    assert page_of(talk).shared is None
    assert row.hasFocus()
    talk.click(page_of(talk).both)
    assert view_of(talk).isVisible()


def test_f9_hides_it_and_gives_it_back_exactly(talk: Desk) -> None:
    talk.press(Qt.Key.Key_F5)
    talk.press(Qt.Key.Key_Tab)
    before = talk.window.grab().toImage()
    talk.press(Qt.Key.Key_F9)
    hidden = talk.window.grab().toImage()
    assert talk.window.cover.isVisible()
    talk.press(Qt.Key.Key_F9)
    assert not talk.window.cover.isVisible()
    assert view_of(talk).ladders[1].hasFocus()
    assert talk.window.grab().toImage() == before != hidden


def test_f9_gives_back_a_note_that_is_being_written(talk: Desk) -> None:
    parts = page_of(talk).parts
    assert parts is not None
    edit = parts.notes.note.edit
    edit.setFocus()
    edit.setPlainText("Midt i en sætning")
    cursor = edit.textCursor()
    cursor.setPosition(4)
    edit.setTextCursor(cursor)
    talk.press(Qt.Key.Key_F9)
    talk.press(Qt.Key.Key_Escape)
    assert edit.hasFocus()
    assert edit.textCursor().position() == 4
    assert edit.toPlainText() == "Midt i en sætning"
