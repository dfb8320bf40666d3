"""Placing on the dial beside the talk: with the mouse and by keys, undone like any other step."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.desktop.talk_desk import TalkDesk

from kompasskive.desktop.widgets.dial_view import DialView
from kompasskive.dial.geometry import petal_angles, point
from kompasskive.framework.model import Dimension


@pytest.fixture
def talk(qtbot: QtBot, tmp_path: Path) -> TalkDesk:
    return TalkDesk(qtbot, tmp_path)


def _on(view: DialView, index: int, dimension: Dimension, radius: float) -> QPoint:
    picture = view.picture
    assert picture is not None
    x, y = point(radius * picture.unit, sum(petal_angles(6, index, dimension)) / 2)
    return QPoint(round(picture.cx + x), round(picture.cy + y))


def _level(talk: TalkDesk, index: int, dimension: Dimension) -> int | None:
    field = talk.context.position.framework.fields[index]
    placement = talk.dialogue.placement(field.id, dimension)
    return placement.level if placement else None


def test_a_click_places_turns_to_the_field_and_moves_the_ladder(talk: TalkDesk) -> None:
    dial = talk.parts.dial
    assert not dial.switch.on
    talk.click(dial.switch.button)
    view = dial.dial.view
    spot = _on(view, 2, Dimension.REFLEXIVE, 84)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    talk.settle()
    assert _level(talk, 2, Dimension.REFLEXIVE) == 5
    assert talk.context.position.field.name == "IT & Digital"
    assert talk.parts.placement.ladders[1].value() == 5
    assert talk.undo_texts[1:] == ["IT & Digital, refleksiv placeret Specialist"]
    talk.context.document.stack.undo()
    assert _level(talk, 2, Dimension.REFLEXIVE) is None


def test_off_a_click_opens_the_field_and_changes_nothing(talk: TalkDesk) -> None:
    view = talk.parts.dial.dial.view
    spot = _on(view, 2, Dimension.REFLEXIVE, 84)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    talk.settle()
    assert talk.context.position.field.name == "IT & Digital"
    assert talk.undo_texts[1:] == []


def test_keys_place_from_the_switch_on(talk: TalkDesk) -> None:
    dial = talk.parts.dial
    talk.focus(dial.switch.button)
    talk.press(Qt.Key.Key_Space)
    assert dial.switch.on
    talk.focus(dial.dial.view)
    for _ in range(3):
        talk.press(Qt.Key.Key_Up)
    assert _level(talk, 0, Dimension.PRACTICAL) == 2
    talk.press(Qt.Key.Key_Delete)
    assert _level(talk, 0, Dimension.PRACTICAL) is None
    assert len(talk.undo_texts[1:]) == 4
    dial.dial.view.tip.hide()
    talk.press(Qt.Key.Key_Escape)
    assert not dial.switch.on


@pytest.mark.parametrize("size", [(1440, 900), (1600, 1000)])
def test_the_switch_neither_moves_nor_resizes_the_dial(
    qtbot: QtBot, tmp_path: Path, size: tuple[int, int]
) -> None:
    talk = TalkDesk(qtbot, tmp_path, size)
    before = talk.parts.dial.geometry()
    talk.click(talk.parts.dial.switch.button)
    talk.settle()
    assert talk.parts.dial.geometry() == before
