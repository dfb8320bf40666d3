"""A sheet filled in by hand is keyed in by the codes printed on it, before and in the talk."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.desktop.desk import Desk
from tests.journeys.window import Journey
from tests.reports.reading import elements

from kompasskive.desktop.pages.preparation import PreparationPage
from kompasskive.desktop.pages.talk import TalkPage
from kompasskive.desktop.pages.talk.long_list import LongList
from kompasskive.dialogue.model import Dialogue, DialogueState, Viewpoint
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Dimension, Mark
from kompasskive.reports.sheet import render

EMPLOYEE, AGREED = Viewpoint.EMPLOYEE, Viewpoint.AGREED
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def printed() -> dict[str, str]:
    """Code -> what stands beside it, as the printed sheet has it."""
    said = [text for _, text in elements(render(bundled()))]
    code = re.compile(r"\d\.\d+|\d[abc]")
    return {each: said[at + 1] for at, each in enumerate(said) if code.fullmatch(each)}


def key_in(journey: Journey, listed: LongList, entry: str) -> None:
    assert QApplication.focusWidget() is listed.code.edit
    QTest.keyClicks(listed.code.edit, entry)
    journey.desk.press(Qt.Key.Key_Return)


def marked(talk: Dialogue, viewpoint: Viewpoint) -> dict[str, Mark | None]:
    """Text of the item -> what that side marked."""
    texts = {item.id: item.text for field in bundled().fields for item in field.items}
    return {texts[i]: answer.mark for (view, i), answer in talk.items.items() if view is viewpoint}


def test_every_line_of_the_paper_lands_where_it_says(desk: Desk, printed: dict[str, str]) -> None:
    journey = Journey(desk)
    page = journey.page(3)
    assert isinstance(page, PreparationPage)
    desk.click(page.empty.button)
    desk.click(page.points.cards[0].key_in)
    listed = page.view
    assert isinstance(listed, LongList)
    for code in printed:
        key_in(journey, listed, f"{code.replace('.', ',')} 3")
    talk = journey.talk
    items = [text for code, text in printed.items() if "." in code]
    assert marked(talk, EMPLOYEE) == dict.fromkeys(items, Mark.CONFIDENT)
    assert {placed.level for placed in talk.placements.values()} == {3}
    assert len(talk.placements) == 18
    assert {key[0] for key in (*talk.items, *talk.placements)} == {EMPLOYEE}
    assert talk.state is DialogueState.PREPARING


def test_what_is_wrong_is_mended_on_the_spot_and_undone_a_line_at_a_time(
    desk: Desk, printed: dict[str, str]
) -> None:
    journey = Journey(desk)
    talk_page = journey.page(4)
    assert isinstance(talk_page, TalkPage)
    desk.click(talk_page.empty.button)
    entry = next(a for a in talk_page.menu().actions() if a.text().startswith("Tast et udfyldt"))
    entry.trigger()
    desk.window.activateWindow()
    desk.settle()
    listed = talk_page.views.list
    assert listed is not None
    key_in(journey, listed, "4.1 2")
    key_in(journey, listed, "4.19 3")
    assert listed.code.told.text().startswith("Koden 4.19 findes ikke.")
    assert listed.code.edit.selectedText() == "4.19 3"
    key_in(journey, listed, "4b 6")
    key_in(journey, listed, "5")
    talk = journey.talk
    assert marked(talk, AGREED) == {printed["4.1"]: Mark.UNDER_WAY}
    field = bundled().fields[3].id
    levels = [talk.placement(field, d) for d in Dimension]
    assert [p.level if p else None for p in levels] == [None, 6, 5]
    for left in (2, 1, 0):
        desk.press(Qt.Key.Key_Z, CONTROL)
        assert len(journey.talk.items) + len(journey.talk.placements) == left
    desk.click(listed.done_button)
    assert talk_page.body is not None
    assert talk_page.body.isVisible()
