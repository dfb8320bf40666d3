"""Placing on the ladders by key and click, setting aside, and the question about an example."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.desktop.talk_desk import TalkDesk

from kompasskive.desktop.pages.talk.placement import Placement as Ladders
from kompasskive.desktop.widgets.ladder import Ladder
from kompasskive.desktop.widgets.ladder_words import LadderHead, margin_for, said
from kompasskive.dialogue.model import Placement, PlacementState
from kompasskive.framework.model import Dimension, Level
from kompasskive.profile.model import Cell, CellState


@pytest.fixture
def talk(qtbot: QtBot, tmp_path: Path) -> TalkDesk:
    """A talk where nothing has been said yet."""
    return TalkDesk(qtbot, tmp_path)


def stored(talk: TalkDesk, ladder: Ladder) -> Placement | None:
    """What the talk says about a ladder of the field in view."""
    return talk.dialogue.placement(talk.context.position.field.id, ladder.dimension)


def click_cell(talk: TalkDesk, ladder: Ladder, level: int) -> None:
    """Click a level's cell."""
    point = ladder.cell_center(level).toPoint()
    QTest.mouseClick(ladder, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)


def test_arrows_digits_and_delete_place_and_clear(talk: TalkDesk) -> None:
    ladder = talk.parts.placement.ladders[0]
    talk.focus(ladder)
    seen = []
    keys = (
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Right,
        Qt.Key.Key_4,
        Qt.Key.Key_Left,
        Qt.Key.Key_Delete,
        Qt.Key.Key_0,
        Qt.Key.Key_Backspace,
    )
    for key in keys:
        talk.press(key)
        placement = stored(talk, ladder)
        seen.append(placement.level if placement else None)
    assert seen == [None, 0, 1, 4, 3, None, 0, None]


def test_the_ends_hold(talk: TalkDesk) -> None:
    ladder = talk.parts.placement.ladders[1]
    talk.focus(ladder)
    talk.press(Qt.Key.Key_End)
    talk.press(Qt.Key.Key_Right)
    assert stored(talk, ladder) == Placement(PlacementState.PLACED, 6)
    talk.press(Qt.Key.Key_Home)
    talk.press(Qt.Key.Key_Left)
    assert stored(talk, ladder) == Placement(PlacementState.PLACED, 0)


@pytest.mark.parametrize("level", range(7))
def test_a_click_places_and_a_click_on_the_value_clears(talk: TalkDesk, level: int) -> None:
    ladder = talk.parts.placement.ladders[2]
    click_cell(talk, ladder, level)
    assert stored(talk, ladder) == Placement(PlacementState.PLACED, level)
    click_cell(talk, ladder, level)
    assert stored(talk, ladder) is None
    talk.context.document.stack.undo()
    assert stored(talk, ladder) == Placement(PlacementState.PLACED, level)


def test_a_placement_is_one_step_with_a_danish_name(talk: TalkDesk) -> None:
    ladder = talk.parts.placement.ladders[0]
    talk.focus(ladder)
    talk.press(Qt.Key.Key_2)
    field = talk.context.position.field.name
    assert talk.undo_texts[-1] == f"{field}, praktisk placeret Godt i gang"


def test_not_relevant_is_said_in_words_and_taken_back(talk: TalkDesk) -> None:
    ladder = talk.parts.placement.ladders[0]
    talk.focus(ladder)
    talk.press(Qt.Key.Key_I)
    placement = stored(talk, ladder)
    assert placement is not None
    assert placement.state is PlacementState.NOT_RELEVANT
    assert ladder.accessibleName().endswith("Praktisk, Ikke relevant")
    talk.press(Qt.Key.Key_I)
    assert stored(talk, ladder) is None


def test_the_menu_sets_aside_and_clears(talk: TalkDesk) -> None:
    placement = talk.parts.placement
    texts = [a.text().split("\t")[0] for a in placement.menu().actions() if not a.isSeparator()]
    assert texts == [
        f"{name}: {act}"
        for name in ("Praktisk", "Refleksiv", "Relationel")
        for act in ("ikke relevant", "ryd")
    ]
    placement.menu().actions()[0].trigger()
    stands = stored(talk, placement.ladders[0])
    assert stands is not None
    assert stands.state is PlacementState.NOT_RELEVANT
    placement.menu().actions()[1].trigger()
    assert stored(talk, placement.ladders[0]) is None


def test_up_and_down_go_from_ladder_to_ladder(talk: TalkDesk) -> None:
    ladders = talk.parts.placement.ladders
    talk.focus(ladders[0])
    talk.press(Qt.Key.Key_Down)
    talk.press(Qt.Key.Key_Down)
    talk.press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is ladders[2]
    talk.press(Qt.Key.Key_Up)
    assert QApplication.focusWidget() is ladders[1]


def test_a_ladder_is_a_slider_that_says_its_word(talk: TalkDesk) -> None:
    ladder = talk.parts.placement.ladders[1]
    talk.focus(ladder)
    talk.press(Qt.Key.Key_5)
    spoken = QAccessible.queryAccessibleInterface(ladder)
    assert spoken.role() is QAccessible.Role.Slider
    field = talk.context.position.field.name
    assert spoken.text(QAccessible.Text.Name) == f"{field}, Refleksiv, Specialist"
    assert spoken.valueInterface().currentValue() == 5
    assert spoken.valueInterface().maximumValue() == 6


def test_focus_swaps_the_count_line_for_question_and_expressions(talk: TalkDesk) -> None:
    placement = talk.parts.placement
    talk.focus(talk.parts.items.rows[0])
    assert "drøftet" in placement.support.text()
    assert not placement.guidance.isVisible()
    talk.focus(placement.ladders[2])
    framework = talk.page.talk.framework
    assert placement.support.text() == ""
    assert placement.guidance.question.text() == framework.dimension(Dimension.RELATIONAL).question
    told = placement.guidance.expressions.text()
    assert all(e.text in told for e in framework.expressions_of(Dimension.RELATIONAL))
    talk.focus(talk.parts.items.rows[0])
    assert not placement.guidance.isVisible()


def test_a_high_placement_without_support_asks_for_an_example_and_never_blocks(
    talk: TalkDesk,
) -> None:
    placement = talk.parts.placement
    example = placement.examples[0]
    talk.focus(placement.ladders[0])
    talk.press(Qt.Key.Key_4)
    assert not example.isVisible()
    talk.press(Qt.Key.Key_5)
    assert example.isVisible()
    assert QApplication.focusWidget() is placement.ladders[0]
    talk.focus(example.edit)
    talk.type('<b>&"æøå"')
    talk.focus(placement.ladders[0])
    now = stored(talk, placement.ladders[0])
    assert now == Placement(PlacementState.PLACED, 5, '<b>&"æøå"')


def test_a_specialised_item_at_sikker_answers_the_question(talk: TalkDesk) -> None:
    placement = talk.parts.placement
    talk.focus(placement.ladders[0])
    talk.press(Qt.Key.Key_6)
    talk.focus(talk.parts.items.specialised.rows[0])
    talk.press(Qt.Key.Key_3)
    item = talk.context.position.field.at(Level.SPECIALISED)[0]
    assert talk.dialogue.answer(item.id).discussed
    assert not placement.examples[0].isVisible()


def test_last_time_is_said_under_the_name() -> None:
    placed = CellState.PLACED
    before = Cell(Dimension.PRACTICAL, placed, "Mestrer", 3, 1, "I gang")
    same = Cell(Dimension.PRACTICAL, placed, "Mestrer", 3, 3, "Mestrer")
    first = Cell(Dimension.PRACTICAL, placed, "Mestrer", 3)
    nothing = Cell(Dimension.PRACTICAL, CellState.NOT_DISCUSSED, "Ikke drøftet", None, 1, "I gang")
    told = [said(cell) for cell in (before, same, first, nothing)]
    assert told == ["Sidst: I gang", "Som sidst", "Mestrer", "Ikke drøftet"]


def test_words_stand_over_the_cells_only_where_they_fit(talk: TalkDesk) -> None:
    head, margin = LadderHead(talk.context.theme), margin_for(talk.context.theme, ())
    head.set_words([p.word for p in talk.page.talk.framework.placements])
    assert head.fits(1000, margin)
    assert not head.fits(400, margin)


@pytest.mark.parametrize("word", ["I gang", "Godt i gang", "Ressourceperson"])
def test_the_margin_has_room_for_last_time(talk: TalkDesk, word: str) -> None:
    cell = Cell(Dimension.PRACTICAL, CellState.PLACED, "Mestrer", 3, 1, word)
    theme = talk.context.theme
    margin = margin_for(theme, (cell,))
    told = QFontMetrics(theme.font(12)).horizontalAdvance(said(cell))
    assert margin.indent + told < margin.width


def test_a_ladder_tells_what_its_level_means(talk: TalkDesk) -> None:
    ladder = talk.parts.placement.ladders[0]
    assert ladder.accessibleDescription() == ""
    talk.focus(ladder)
    talk.type("4")
    assert ladder.accessibleDescription().startswith("Fordyber sig: Rækker ud over")
    QTest.mouseMove(ladder, ladder.cell_center(2).toPoint())
    talk.settle()
    assert "Godt i gang: Det lykkes" in ladder.toolTip()


def test_ladders_that_were_never_given_a_field_can_be_laid_out(talk: TalkDesk) -> None:
    """An exception in a resize event crashed Qt."""
    empty = Ladders(talk.parts.actions)
    empty.setParent(talk.window)
    empty.resize(400, 400)
    empty.show()
    talk.settle()
    assert not empty.grab().isNull()
    assert empty.head.fits(400, margin_for(talk.context.theme, ()))
