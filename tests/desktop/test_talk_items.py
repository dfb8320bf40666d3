"""Marking items by key and mouse, setting them aside, wishes, and the pair's own items."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from tests.desktop.talk_desk import TalkDesk

from kompasskive.framework.model import Mark

LITERAL = '<b>fed</b> & "æøå" <&nbsp;>'


@pytest.fixture
def talk(qtbot: QtBot, tmp_path: Path) -> TalkDesk:
    """A talk where nothing has been said yet."""
    return TalkDesk(qtbot, tmp_path)


def entry(menu: QMenu, text: str) -> QAction:
    """The line of a menu that begins with `text`."""
    return next(a for a in menu.actions() if a.text().startswith(text))


def test_a_field_is_marked_by_keyboard_alone(talk: TalkDesk) -> None:
    rows = talk.parts.items.rows
    talk.focus(rows[0])
    for key in (Qt.Key.Key_3, Qt.Key.Key_2, Qt.Key.Key_1, Qt.Key.Key_4):
        talk.press(key)
        talk.press(Qt.Key.Key_Down)
    marks = [talk.dialogue.answer(row.bead.item_id).mark for row in rows[:5]]
    assert marks == [Mark.CONFIDENT, Mark.UNDER_WAY, Mark.NEW, Mark.SHARES, None]
    assert QApplication.focusWidget() is rows[4]


def test_each_mark_is_one_undo_step_with_a_danish_name(talk: TalkDesk) -> None:
    before = talk.undo_texts
    talk.focus(talk.parts.items.rows[0])
    talk.press(Qt.Key.Key_3)
    assert len(talk.undo_texts) == len(before) + 1
    assert talk.undo_texts[-1].startswith("»")
    assert talk.undo_texts[-1].endswith("markeret Sikker")
    talk.context.document.stack.undo()
    assert talk.dialogue.items == {}
    assert not any(b.isChecked() for b in talk.parts.items.rows[0].marks.buttons)


def test_pressing_the_same_key_again_changes_nothing_and_0_clears(talk: TalkDesk) -> None:
    row = talk.parts.items.rows[1]
    talk.focus(row)
    talk.press(Qt.Key.Key_2)
    talk.press(Qt.Key.Key_2)
    assert talk.dialogue.answer(row.bead.item_id).mark is Mark.UNDER_WAY
    talk.press(Qt.Key.Key_0)
    assert talk.dialogue.items == {}


def test_a_click_marks_and_a_click_on_the_chosen_one_clears(talk: TalkDesk) -> None:
    row = talk.parts.items.rows[0]
    button = row.marks.buttons[2]
    talk.click(button)
    assert talk.dialogue.answer(row.bead.item_id).mark is Mark.CONFIDENT
    assert button.isChecked()
    talk.click(button)
    assert talk.dialogue.items == {}
    assert not button.isChecked()


def test_arrows_go_to_the_buttons_and_enter_chooses(talk: TalkDesk) -> None:
    row = talk.parts.items.rows[0]
    talk.focus(row)
    for _ in range(3):
        talk.press(Qt.Key.Key_Right)
    assert QApplication.focusWidget() is row.marks.buttons[2]
    talk.press(Qt.Key.Key_Return)
    assert talk.dialogue.answer(row.bead.item_id).mark is Mark.CONFIDENT
    talk.press(Qt.Key.Key_1)
    assert talk.dialogue.answer(row.bead.item_id).mark is Mark.NEW


def test_a_row_is_one_tab_stop(talk: TalkDesk) -> None:
    rows = talk.parts.items.rows
    talk.focus(rows[0])
    talk.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is rows[1]


def test_single_letter_keys_do_nothing_outside_a_row(talk: TalkDesk) -> None:
    talk.focus(talk.parts.notes.parking.button)
    for key in (Qt.Key.Key_3, Qt.Key.Key_I, Qt.Key.Key_N):
        talk.press(key)
    assert talk.dialogue.items == {}


def test_a_basic_item_that_is_not_relevant_asks_why(talk: TalkDesk) -> None:
    row = talk.parts.items.basic.rows[0]
    talk.focus(row)
    talk.press(Qt.Key.Key_I)
    assert row.meta.irrelevant.isVisible()
    assert QApplication.focusWidget() is row.reason.edit
    talk.type(LITERAL)
    talk.focus(row)
    answer = talk.dialogue.answer(row.bead.item_id)
    assert answer.not_relevant
    assert answer.reason == LITERAL
    talk.press(Qt.Key.Key_2)
    assert talk.dialogue.answer(row.bead.item_id).mark is Mark.UNDER_WAY
    assert not row.reason.isVisible()


def test_a_specialised_item_that_is_not_relevant_asks_nothing(talk: TalkDesk) -> None:
    row = talk.parts.items.specialised.rows[0]
    talk.focus(row)
    talk.press(Qt.Key.Key_I)
    assert talk.dialogue.answer(row.bead.item_id).not_relevant
    assert not row.reason.isVisible()
    assert QApplication.focusWidget() is row


def test_a_wish_stands_beside_the_mark_and_survives_clearing(talk: TalkDesk) -> None:
    row = talk.parts.items.rows[0]
    talk.focus(row)
    talk.press(Qt.Key.Key_1)
    entry(row.menu(), "Vil gerne udvikle").trigger()
    assert row.meta.wish.isVisible()
    assert row.accessibleName().endswith("Nyt, Vil gerne udvikle")
    talk.press(Qt.Key.Key_0)
    answer = talk.dialogue.answer(row.bead.item_id)
    assert (answer.mark, answer.wish) == (None, True)


def test_a_row_says_its_place_text_and_word(talk: TalkDesk) -> None:
    row = talk.parts.items.basic.rows[1]
    count = len(talk.parts.items.basic.rows)
    assert row.accessibleName() == f"Punkt 2 af {count}, {row.bead.text}, Ikke drøftet"
    spoken = QAccessible.queryAccessibleInterface(row)
    assert spoken.role() is QAccessible.Role.ListItem
    assert spoken.text(QAccessible.Text.Name) == row.accessibleName()
    talk.click(row.marks.buttons[1])
    assert row.accessibleName() == f"Punkt 2 af {count}, {row.bead.text}, På vej"


def test_the_keys_are_told_only_in_the_row_that_has_the_focus(talk: TalkDesk) -> None:
    rows = talk.parts.items.rows
    talk.focus(rows[1])
    assert [row.meta.keys.isVisible() for row in rows[:3]] == [False, True, False]
    talk.press(Qt.Key.Key_N)
    assert not rows[1].meta.keys.isVisible()


def test_an_own_item_is_added_marked_rewritten_and_removed(talk: TalkDesk) -> None:
    items = talk.parts.items
    talk.click(items.extra.button)
    talk.type(LITERAL)
    talk.press(Qt.Key.Key_Return)
    (row,) = items.own.rows
    assert row.text.text() == LITERAL
    assert row.text.textFormat() is Qt.TextFormat.PlainText
    talk.focus(row)
    talk.press(Qt.Key.Key_4)
    assert talk.dialogue.answer(talk.dialogue.extras[0].id).mark is Mark.SHARES
    entry(row.menu(), "Ret teksten").trigger()
    talk.type("Nu")
    talk.press(Qt.Key.Key_Return)
    assert talk.dialogue.extras[0].text == f"{LITERAL}Nu"
    entry(row.menu(), "Fjern punktet").trigger()
    assert talk.dialogue.extras == ()
    assert talk.dialogue.items == {}
    assert not items.own.isVisible()


def test_what_was_said_last_time_stands_in_words(qtbot: QtBot, tmp_path: Path) -> None:
    talk = TalkDesk(qtbot, tmp_path, fresh=False)
    told = [row.meta.last.text() for row in talk.parts.items.rows if row.meta.last.isVisible()]
    assert told
    assert all(text.startswith("Sidst: ") for text in told)


def test_progress_is_told_in_words(talk: TalkDesk) -> None:
    talk.click(talk.parts.items.rows[0].marks.buttons[0])
    count = len(talk.parts.items.basic.rows)
    assert talk.parts.items.basic.count.text() == f"1 af {count} drøftet"
    assert talk.parts.fields.count.text() == "1 af 6 felter berørt"
    assert talk.parts.fields.buttons[0].progress.text().startswith("I gang – 1 af ")


def test_a_mark_drops_a_bead_and_a_placement_grows_a_petal(talk: TalkDesk) -> None:
    view = talk.parts.dial.dial.view
    before = view.picture
    talk.click(talk.parts.items.rows[0].marks.buttons[2])
    after = view.picture
    assert after is not before
    talk.focus(talk.parts.placement.ladders[0])
    talk.press(Qt.Key.Key_3)
    assert view.picture is not after


def test_a_mark_tells_what_it_means_on_the_mouse_and_aloud(talk: TalkDesk) -> None:
    button = talk.parts.items.rows[0].marks.buttons[2]
    assert button.accessibleDescription() == "Vi er enige om, at det er en fast del af praksis."
    assert button.accessibleDescription() in button.toolTip()
