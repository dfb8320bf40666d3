"""The long list in the window: one key per line, codes from paper, undo, and who is written for."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.desktop.talk_desk import NOW, TalkDesk

from kompasskive.desktop.pages.talk.long_list import LongList
from kompasskive.dialogue import roster
from kompasskive.dialogue.model import DialogueKind, Viewpoint
from kompasskive.dialogue.preparation import seal
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Dimension, Mark

ALONE, TOGETHER = Viewpoint.EMPLOYEE, Viewpoint.AGREED
FIRST = [item.id for item in bundled().fields[0].items]


def screening(
    bot: QtBot, folder: Path, size: tuple[int, int] = (1440, 900), text: float = 1.0
) -> TalkDesk:
    desk = TalkDesk(bot, folder, size, text, fresh=False)
    document, position = desk.context.document, desk.context.position
    person = document.value.people[0].id
    made = roster.new_dialogue(
        document.value, person, "s", bundled(), NOW.date(), "Mette", DialogueKind.SCREENING
    )
    document.edit("Ny screening", made)
    position.open_person(person, "s")
    desk.settle()
    return desk


def listed(desk: TalkDesk) -> LongList:
    found = desk.page.views.list
    assert found is not None
    assert found.isVisible()
    return found


def key_in(desk: TalkDesk, text: str) -> None:
    edit = listed(desk).code.edit
    desk.focus(edit)
    edit.selectAll()
    desk.type(text)
    desk.press(Qt.Key.Key_Return)
    desk.settle()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> TalkDesk:
    return screening(qtbot, tmp_path)


def test_one_key_says_something_and_goes_on(desk: TalkDesk) -> None:
    long = listed(desk)
    desk.focus(long.list)
    desk.type("321")
    assert [desk.dialogue.answer(i).mark for i in FIRST[:3]] == [
        Mark.CONFIDENT,
        Mark.UNDER_WAY,
        Mark.NEW,
    ]
    assert long.list.current is not None
    assert long.list.current.id == "1.4"
    assert long.progress.text() == "3 af 61 punkter, 0 af 18 placeringer"


def test_a_whole_screening_takes_one_key_per_line(desk: TalkDesk) -> None:
    long = listed(desk)
    desk.focus(long.list)
    desk.type("".join("3" for _ in long.list.lines.rows))
    assert long.progress.text() == "61 af 61 punkter, 18 af 18 placeringer"
    assert len(desk.undo_texts) == 1 + 79


def test_space_skips_delete_clears_and_a_wish_stays_on_the_line(desk: TalkDesk) -> None:
    long = listed(desk)
    desk.focus(long.list)
    desk.type(" 4")
    desk.press(Qt.Key.Key_Up)
    desk.type("v")
    answer = desk.dialogue.answer(FIRST[1])
    assert (answer.mark, answer.wish) == (Mark.SHARES, True)
    desk.press(Qt.Key.Key_Delete)
    desk.type("v")
    assert desk.dialogue.items == {}
    assert long.list.current is not None
    assert long.list.current.id == "1.2"


def test_a_level_is_0_to_6_on_a_placement(desk: TalkDesk) -> None:
    long = listed(desk)
    long.list.go_to("1a")
    desk.focus(long.list)
    desk.type("06i")
    field = bundled().fields[0].id
    levels = [desk.dialogue.placement(field, d) for d in Dimension]
    assert [p.level if p else None for p in levels] == [0, 6, None]
    assert long.list.current is not None
    assert long.list.current.line.code == "2.1"


def test_a_key_that_says_nothing_here_changes_nothing(desk: TalkDesk) -> None:
    desk.focus(listed(desk).list)
    desk.type("79xæ-")
    assert desk.dialogue.items == {}


def test_marks_and_levels_are_clicked_and_clicked_away(desk: TalkDesk) -> None:
    long = listed(desk)
    row = long.list.lines.rows[0]
    shape = long.list.delegate.shape(long.list.visualRect(long.list.lines.index(0)), row)

    def click(place: QPoint) -> None:
        QTest.mouseClick(
            long.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
        )

    click(shape.mark_box(Mark.CONFIDENT).center())
    click(shape.wish.center())
    assert desk.dialogue.answer(FIRST[0]).mark is Mark.CONFIDENT
    assert desk.dialogue.answer(FIRST[0]).wish
    click(shape.mark_box(Mark.CONFIDENT).center())
    click(shape.wish.center())
    assert desk.dialogue.items == {}


def test_each_line_is_undone_by_name(desk: TalkDesk) -> None:
    desk.focus(listed(desk).list)
    desk.type("3")
    assert desk.undo_texts[-1].endswith("markeret Sikker")
    desk.context.document.stack.undo()
    assert desk.dialogue.items == {}


def test_a_code_and_a_mark_are_written_and_the_next_line_waits(desk: TalkDesk) -> None:
    long = listed(desk)
    key_in(desk, "2.3 3v")
    key_in(desk, "4")
    key_in(desk, "2b5")
    items = bundled().fields[1].items
    assert desk.dialogue.answer(items[2].id).mark is Mark.CONFIDENT
    assert desk.dialogue.answer(items[2].id).wish
    assert desk.dialogue.answer(items[3].id).mark is Mark.SHARES
    placed = desk.dialogue.placement("lov", Dimension.REFLEXIVE)
    assert placed is not None
    assert placed.level == 5
    assert long.list.current is not None
    assert long.list.current.id == "2c"
    assert long.code.edit.text() == ""


def test_a_wrong_code_stays_with_its_sentence_and_writes_nothing(desk: TalkDesk) -> None:
    long = listed(desk)
    key_in(desk, "2.30 3")
    assert desk.dialogue.items == {}
    assert long.code.edit.text() == "2.30 3"
    assert long.code.told.isVisible()
    assert long.code.told.text().startswith("Koden 2.30 findes ikke.")
    assert long.code.edit.accessibleDescription() == long.code.told.text()
    desk.page.render_page()
    assert long.code.told.text().startswith("Koden 2.30 findes ikke.")
    key_in(desk, "2.3 3")
    assert len(desk.dialogue.items) == 1


def test_undo_reaches_the_last_line_of_the_sheet_from_the_code(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = screening(qtbot, tmp_path)
    key_in(desk, "2.3 3")
    from PySide6.QtGui import QKeySequence, QShortcut

    undo = QShortcut(QKeySequence.StandardKey.Undo, desk.window)
    undo.activated.connect(desk.context.document.stack.undo)
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.dialogue.items == {}


def test_filling_alone_is_the_employees_own_view_and_can_be_turned(desk: TalkDesk) -> None:
    long = listed(desk)
    long.where.setCurrentIndex(0)
    long.where.activated.emit(0)
    desk.focus(long.list)
    desk.type("3")
    assert {key[0] for key in desk.dialogue.items} == {ALONE}
    assert long.list.lines.rows[0].word == "Sikker"
    long.where.setCurrentIndex(1)
    long.where.activated.emit(1)
    assert {key[0] for key in desk.dialogue.items} == {TOGETHER}
    assert desk.undo_texts[-1] == "Screeningen udfyldes sammen"


def test_a_field_key_goes_to_its_first_line(desk: TalkDesk) -> None:
    desk.press(Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    current = listed(desk).list.current
    assert current is not None
    assert current.id == "4.1"


def test_the_line_is_read_aloud_with_its_keys(desk: TalkDesk) -> None:
    desk.focus(listed(desk).list)
    desk.type("3")
    reader = QAccessible.queryAccessibleInterface(listed(desk).list)
    line = reader.child(0)
    heard = line.text(QAccessible.Text.Name)
    assert "1.1, " in heard
    assert heard.endswith("Sikker")
    assert line.text(QAccessible.Text.Description).startswith("1–4 markér")


def test_a_finished_screening_is_read_only(desk: TalkDesk) -> None:
    from kompasskive.dialogue.approval import approve, read_through

    done = approve(read_through(desk.dialogue), NOW)
    desk.page.talk.edit("Færdig", done)
    long = listed(desk)
    assert not long.code.edit.isEnabled()
    desk.focus(long.list)
    desk.type("3")
    assert desk.dialogue.items == {}


@pytest.mark.parametrize("size", [(1280, 720), (640, 480)])
def test_nothing_is_cut_at_twice_the_text(
    qtbot: QtBot, tmp_path: Path, size: tuple[int, int]
) -> None:
    desk = screening(qtbot, tmp_path, size, 2.0)
    long = listed(desk)
    viewport = long.list.viewport()
    for row in long.list.lines.rows[:12]:
        area = long.list.visualRect(long.list.lines.index_of(row.id))
        shape = long.list.delegate.shape(area, row)
        assert shape.wish.right() <= viewport.width()
        assert shape.body.bottom() <= area.bottom()
    assert long.done_button.geometry().right() <= long.width()
    assert viewport.height() >= 60


def test_a_sheet_is_keyed_into_a_starting_point_or_what_is_agreed(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = TalkDesk(qtbot, tmp_path)
    desk.page.key_in()
    desk.settle()
    long = listed(desk)
    assert QApplication.focusWidget() is long.code.edit
    assert [long.where.itemText(i) for i in range(long.where.count())] == [
        "Det, I er enige om",
        "Jens' udgangspunkt",
        "Mettes udgangspunkt",
    ]
    key_in(desk, "1.1 3")
    long.where.activated.emit(2)
    desk.settle()
    assert long.list.lines.rows[0].word == "Ikke drøftet"
    key_in(desk, "1.1 1")
    said = {view: answer.mark for (view, _), answer in desk.dialogue.items.items()}
    assert said == {Viewpoint.AGREED: Mark.CONFIDENT, Viewpoint.LEADER: Mark.NEW}
    assert desk.undo_texts[-1] == "Udgangspunkt ændret"
    desk.click(long.done_button)
    desk.settle()
    assert desk.body.isVisible()


def test_a_sealed_starting_point_takes_no_sheet(qtbot: QtBot, tmp_path: Path) -> None:
    from kompasskive.dialogue import edits

    desk = TalkDesk(qtbot, tmp_path)
    own = edits.set_mark(desk.dialogue, FIRST[0], Mark.NEW, Viewpoint.LEADER)
    desk.page.talk.settle(seal(own, Viewpoint.LEADER))
    desk.page.key_in()
    desk.settle()
    long = listed(desk)
    assert [long.where.itemText(i) for i in range(long.where.count())] == [
        "Det, I er enige om",
        "Jens' udgangspunkt",
    ]
    assert all(row.word == "Ikke drøftet" for row in long.list.lines.rows)
