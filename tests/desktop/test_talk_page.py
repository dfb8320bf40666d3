"""The page around the talk: turning to fields, questions, layouts, locks and empty states."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.forms import fill_reason
from tests.desktop.talk_desk import NOW, TalkDesk

from kompasskive.desktop.pages.talk.actions import short
from kompasskive.desktop.pages.talk.arrangement import Mode, arrange
from kompasskive.desktop.pages.talk.details import Details
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.dialogue.approval import approve, read_through
from kompasskive.dialogue.model import DialogueState, Employee
from kompasskive.dialogue.roster import add_person

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SIZES = (
    (1440, 900, 1.0, Mode.PANES),
    (1280, 720, 1.0, Mode.DRAWER),
    (1000, 760, 1.0, Mode.LIST),
    (860, 700, 1.0, Mode.COLUMN),
    (1280, 720, 2.0, Mode.COLUMN),
    (640, 720, 2.0, Mode.COLUMN),
)


@pytest.fixture
def talk(qtbot: QtBot, tmp_path: Path) -> TalkDesk:
    """A talk where nothing has been said yet."""
    return TalkDesk(qtbot, tmp_path)


def in_view(talk: TalkDesk) -> tuple[str, int, str]:
    """The name in the heading, the number on it and the first item."""
    number = talk.page.talk.framework.number(talk.context.position.field.id)
    return talk.parts.head.name.text(), number, talk.parts.items.rows[0].text.text()


def named(widget: QWidget) -> bool:
    """Whether a widget says something of its own to a screen reader."""
    return bool(widget.accessibleName().strip())


def test_keys_turn_to_every_field_and_round_the_dial(talk: TalkDesk) -> None:
    fields = talk.page.talk.framework.fields
    talk.focus(talk.parts.items.rows[0])
    for index, field in enumerate(fields):
        talk.press(Qt.Key(Qt.Key.Key_1 + index), CTRL)
        assert in_view(talk) == (field.name, index + 1, field.items[0].text)
    talk.press(Qt.Key.Key_Right, ALT)
    assert talk.context.position.field is fields[0]
    talk.press(Qt.Key.Key_Left, ALT)
    assert talk.context.position.field is fields[-1]
    talk.press(Qt.Key.Key_8, CTRL)
    assert talk.context.position.field is fields[-1]


def test_buttons_and_list_turn_to_fields(talk: TalkDesk) -> None:
    fields = talk.page.talk.framework.fields
    talk.click(talk.parts.fields.buttons[3])
    assert talk.context.position.field is fields[3]
    assert [b.isChecked() for b in talk.parts.fields.buttons].index(True) == 3
    talk.click(talk.parts.head.on)
    talk.click(talk.parts.head.back)
    assert talk.context.position.field is fields[3]
    talk.parts.stepper.menu().actions()[5].trigger()
    assert talk.context.position.field is fields[5]


def test_a_click_on_the_dial_turns_to_the_field(talk: TalkDesk) -> None:
    field = talk.page.talk.framework.fields[4]
    talk.parts.dial.dial.view.field_chosen.emit(field.id)
    assert talk.context.position.field is field


def test_rows_are_reused_from_field_to_field(talk: TalkDesk) -> None:
    before = set(talk.parts.items.rows)
    for _ in range(6):
        talk.context.position.step_field(1)
    assert set(talk.parts.items.rows) == before


def test_the_same_question_never_comes_twice_in_a_row(talk: TalkDesk) -> None:
    asked = [talk.parts.prompt.text.text()]
    for _ in range(40):
        talk.press(Qt.Key.Key_G, CTRL, talk.page)
        asked.append(talk.parts.prompt.text.text())
    assert all(one != next_one for one, next_one in pairwise(asked))
    assert len(set(asked)) > 6


def test_a_field_keeps_its_question(talk: TalkDesk) -> None:
    first = talk.parts.prompt.text.text()
    talk.context.position.step_field(1)
    assert talk.parts.prompt.text.text() != first
    talk.context.position.step_field(-1)
    assert talk.parts.prompt.text.text() == first


@pytest.mark.parametrize(("width", "height", "text", "mode"), SIZES)
def test_every_part_can_be_reached_in_every_layout(
    qtbot: QtBot, tmp_path: Path, width: int, height: int, text: float, mode: Mode
) -> None:
    talk = TalkDesk(qtbot, tmp_path, (width, height), text)
    assert arrange(width, height, talk.context.theme.scale).mode is mode
    parts = talk.parts
    assert parts.items.isVisible()
    assert parts.fields.isVisible() or parts.stepper.isVisible()
    talk.body.show_placement()
    assert parts.placement.isVisible()
    for index, part in enumerate((parts.dial, parts.prompt, parts.notes)):
        talk.body.open_part(index)
        talk.settle()
        assert part.isVisible()
        assert part.width() > 100
    talk.press(Qt.Key.Key_G, CTRL, talk.page)
    assert parts.prompt.isVisible()
    talk.press(Qt.Key.Key_J, CTRL, talk.page)
    assert QApplication.focusWidget() is parts.notes.parking.line


@pytest.mark.parametrize(("width", "height", "text", "mode"), SIZES)
def test_no_text_is_cut_in_any_layout(
    qtbot: QtBot, tmp_path: Path, width: int, height: int, text: float, mode: Mode
) -> None:
    talk = TalkDesk(qtbot, tmp_path, (width, height), text, fresh=False)
    tabs = talk.body.tabs
    for tab in range(5 if mode is Mode.COLUMN else 1):
        tabs.choose(tab)
        talk.settle()
        for words in talk.page.findChildren(QLabel):
            if words.isVisible() and words.text():
                needed = words.heightForWidth(words.width())
                height_needed = needed if words.wordWrap() else words.sizeHint().height()
                assert words.height() + 1 >= height_needed, words.text()
                assert words.wordWrap() or words.width() + 1 >= words.sizeHint().width()
        for area in talk.page.findChildren(QAbstractScrollArea):
            assert area.horizontalScrollBar().maximum() == 0 or not area.isVisible()


def test_the_drawer_opens_one_part_at_a_time_and_closes(qtbot: QtBot, tmp_path: Path) -> None:
    talk = TalkDesk(qtbot, tmp_path, (1280, 800))
    side = (talk.parts.dial, talk.parts.prompt, talk.parts.notes)
    assert not any(part.isVisible() for part in side)
    for index, button in enumerate(talk.page.drawer.buttons):
        talk.click(button)
        assert [part.isVisible() for part in side] == [at == index for at in range(3)]
    talk.click(talk.page.drawer.buttons[2])
    assert not any(part.isVisible() for part in side)


def test_f6_goes_through_the_panes_in_view(talk: TalkDesk) -> None:
    panes = talk.page.panes()
    assert len(panes) == 4
    assert all(pane.isVisible() for pane in panes)


def test_focus_goes_as_the_page_is_read(talk: TalkDesk) -> None:
    talk.focus(talk.parts.head.on)
    talk.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is talk.parts.items.rows[0]
    talk.focus(talk.parts.items.extra.button)
    talk.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is talk.parts.placement.more
    talk.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is talk.parts.placement.ladders[0]


def test_everything_that_takes_focus_has_a_name(talk: TalkDesk) -> None:
    takes = [
        w
        for w in talk.page.findChildren(QWidget)
        if w.isVisible() and w.focusProxy() is None and w.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(takes) > 20
    assert [(type(w), type(w.parent())) for w in takes if not named(w)] == []


def test_an_approved_talk_is_locked_and_says_what_to_do(talk: TalkDesk) -> None:
    talk.context.document.edit_dialogue("Godkendt", approve(read_through(talk.dialogue), NOW))
    assert "Ret i den godkendte samtale" in talk.page.talk.locked
    assert talk.page.lock.isVisible()
    row = talk.parts.items.rows[0]
    assert not row.marks.isEnabled()
    talk.focus(row)
    for key in (Qt.Key.Key_3, Qt.Key.Key_I, Qt.Key.Key_N):
        talk.press(key)
    assert talk.dialogue.items == {}
    assert not talk.parts.placement.ladders[0].isEnabled()
    assert talk.parts.notes.note.edit.isReadOnly()
    talk.forms.fill = fill_reason
    talk.click(talk.page.lock.amend_button)
    assert row.marks.isEnabled()
    assert talk.dialogue.state is DialogueState.AMENDED


def test_date_and_leader_are_put_right_in_a_small_dialog(talk: TalkDesk) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, Details)
        dialog.day.setText("i morgen")
        dialog.yes.click()
        assert dialog.result() != QDialog.DialogCode.Accepted
        dialog.day.setText("24.11.2026")
        dialog.leader.setText("Bo <b>&")
        dialog.yes.click()

    talk.forms.fill = fill
    talk.page.menu().actions()[0].trigger()
    assert (talk.dialogue.held_on, talk.dialogue.leader) == (date(2026, 11, 24), "Bo <b>&")
    assert talk.undo_texts[-1] == "Dato, leder og tid rettet"


def test_with_nobody_chosen_the_page_leads_to_the_people(qtbot: QtBot, tmp_path: Path) -> None:
    talk = TalkDesk(qtbot, tmp_path, person=None)
    assert talk.page.parts is None
    assert not talk.page.more.isVisible()
    QTest.keyClick(primary(talk), Qt.Key.Key_Space)
    assert talk.context.position.page == "people"


def test_a_person_without_a_talk_gets_one_from_here(qtbot: QtBot, tmp_path: Path) -> None:
    talk = TalkDesk(qtbot, tmp_path, person=None)
    ida = Employee("ida", "Ida <b>Lund")
    talk.context.document.edit("Ida", add_person(talk.context.document.value, ida))
    talk.context.position.open_person("ida")
    assert primary(talk).accessibleName() == "Begynd en samtale med Ida"
    QTest.keyClick(primary(talk), Qt.Key.Key_Space)
    assert talk.dialogue.employee_id == "ida"
    assert talk.parts.items.rows


def primary(talk: TalkDesk) -> Button:
    """The one primary button in view."""
    buttons = talk.page.findChildren(Button)
    (found,) = (b for b in buttons if b.property("kind") == "primary" and b.isVisible())
    return found


@given(st.floats(640, 4000), st.floats(480, 2200), st.floats(1, 3))
def test_less_room_never_gives_more_panes(width: float, height: float, scale: float) -> None:
    order = list(Mode)
    now = arrange(int(width), int(height), scale)
    less = arrange(int(width * 0.9), int(height * 0.9), scale)
    assert order.index(less.mode) >= order.index(now.mode)
    assert now.docked or not less.docked


@given(st.text(max_size=200))
def test_the_undo_menu_names_things_shortly(text: str) -> None:
    named_text = short(text)
    assert len(named_text) <= 45
    assert (named_text[0], named_text[-1]) == ("»", "«")


@pytest.mark.parametrize(("size", "text"), [((1280, 720), 1.0), ((1280, 720), 2.0)])
def test_the_row_with_the_keyboard_is_always_in_sight(
    qtbot: QtBot, tmp_path: Path, size: tuple[int, int], text: float
) -> None:
    talk = TalkDesk(qtbot, tmp_path, size, text)
    rows = talk.parts.items.rows
    talk.focus(rows[0])
    for row in rows[1:]:
        talk.press(Qt.Key.Key_Down)
        assert QApplication.focusWidget() is row
        assert row.visibleRegion().boundingRect() == row.rect()


def test_the_dial_beside_the_talk_has_room_for_its_beads(talk: TalkDesk) -> None:
    def beads() -> int:
        picture = talk.parts.dial.dial.view.picture
        assert picture is not None
        return sum(shape.fill == "ink" and "bead" in shape.role for shape in picture.shapes)

    before = beads()
    talk.click(talk.parts.items.rows[0].marks.buttons[2])
    assert beads() == before + 1
