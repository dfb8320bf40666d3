"""Leader and employee: both prepare, turn the cards, disagree, approve, amend and renew."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from tests.desktop.desk import Desk
from tests.desktop.forms import WHY, approve_as_it_is, fill_reason
from tests.journeys.window import NOW, Journey

from kompasskive.desktop.pages.approve_dialog import ApproveDialog
from kompasskive.desktop.pages.preparation import PreparationPage
from kompasskive.desktop.pages.preparation.code_word import SealDialog
from kompasskive.desktop.pages.preparation.starting_view import StartingView
from kompasskive.desktop.pages.profile import ProfilePage
from kompasskive.desktop.pages.talk import TalkPage
from kompasskive.dialogue.model import Dialogue, DialogueState, PlacementState, Viewpoint
from kompasskive.framework.model import Dimension, Mark
from kompasskive.storage.export import export
from kompasskive.storage.workbook import read

LEVELS = ("123", "153")


@pytest.fixture
def journey(desk: Desk) -> Journey:
    return Journey(desk)


MARKS = ("34", "32")


def seal(dialog: QDialog) -> None:
    assert isinstance(dialog, SealDialog)
    dialog.show()
    QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)


def prepare(journey: Journey, sides: int) -> None:
    page = journey.page(3)
    assert isinstance(page, PreparationPage)
    journey.desk.click(page.empty.button)
    for side in range(sides):
        journey.desk.click(page.points.cards[side].open)
        assert isinstance(page.view, StartingView)
        journey.type_at(page.view.items.rows, MARKS[side])
        journey.type_at(page.view.placement.ladders, LEVELS[side])
        journey.desk.click(page.view.close_button)
        journey.desk.answers.forms.append(seal)
        journey.desk.click(page.points.cards[side].seal)
        journey.desk.window.activateWindow()
        journey.desk.settle()
    journey.desk.click(page.begin_button)


def turn(journey: Journey) -> TalkPage:
    page = journey.page(4)
    assert isinstance(page, TalkPage)
    journey.desk.click(page.cards.turn_button)
    assert page.meeting is not None
    return page


def differing(dialog: QDialog) -> None:
    assert isinstance(dialog, ApproveDialog)
    dialog.show()
    QTest.keyClicks(dialog.differing, "Vi ser forskelligt på loven.")
    QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)


def cell(talk: Dialogue, dimension: Dimension) -> tuple[PlacementState, int | None] | None:
    placed = talk.placement("arbejdsmarked", dimension)
    return (placed.state, placed.level) if placed else None


def test_prepared_apart_turned_together_and_approved_with_a_differing_view(
    journey: Journey,
) -> None:
    prepare(journey, 2)
    sealed = journey.talk
    assert sealed.sealed == {Viewpoint.EMPLOYEE, Viewpoint.LEADER}
    assert sealed.state is DialogueState.IN_PROGRESS
    told = export(read(journey.path), None, NOW)
    assert b'"placements": []' in told
    assert b'"items": []' in told
    page = turn(journey)
    assert page.meeting is not None
    assert page.meeting.title.text() == "Her er I enige – 2 af 18"
    assert not journey.context.document.stack.canUndo()
    assert len(page.meeting.cards) == 1
    assert cell(journey.talk, Dimension.PRACTICAL) == (PlacementState.PLACED, 1)
    journey.desk.click(page.meeting.cards[0].stand)
    assert cell(journey.talk, Dimension.REFLEXIVE) == (PlacementState.LET_STAND, None)
    assert "1 sted lader I begge syn stå." in page.meeting.subtitle.text()
    assert page.meeting.cards == []
    profile = journey.page(5)
    assert isinstance(profile, ProfilePage)
    journey.desk.click(profile.read_button)
    journey.desk.answers.forms.append(differing)
    journey.desk.click(profile.approve_button)
    approved = journey.talk
    assert approved.state is DialogueState.APPROVED
    assert approved.approval is not None
    assert approved.approval.differing_view == "Vi ser forskelligt på loven."
    journey.desk.answers.forms += [fill_reason, approve_as_it_is]
    journey.desk.click(profile.amend_button)
    assert journey.talk.state is DialogueState.AMENDED
    journey.desk.click(profile.approve_button)
    renewed = journey.talk
    assert renewed.state is DialogueState.APPROVED
    assert [a.reason for a in renewed.amendments] == [WHY]


def test_placed_together_the_ladder_has_the_keyboard(journey: Journey) -> None:
    prepare(journey, 2)
    page = turn(journey)
    assert page.meeting is not None
    assert page.parts is not None
    journey.desk.click(page.meeting.cards[0].together)
    ladder = page.parts.placement.ladders[1]
    assert ladder.isVisible()
    assert QApplication.focusWidget() is ladder
    assert "medarbejder 2, leder 5" in ladder.accessibleName()
    QTest.keyClicks(ladder, "4")
    assert cell(journey.talk, Dimension.REFLEXIVE) == (PlacementState.PLACED, 4)
    assert "medarbejder" not in ladder.accessibleName()
    assert not page.cards.isVisible()


def test_items_marked_differently_show_both_marks_until_they_agree(journey: Journey) -> None:
    prepare(journey, 2)
    page = turn(journey)
    assert page.meeting is not None
    assert page.parts is not None
    journey.desk.click(page.meeting.go_on)
    same, other = page.parts.items.rows[:2]
    assert same.bead.mark is Mark.CONFIDENT
    assert not same.started.isVisible()
    assert other.bead.mark is None
    assert other.started.text() == "Jens: Deler  ·  Mette: På vej"
    journey.type_at((other,), "3")
    assert not other.started.isVisible()
    assert journey.talk.answer(other.bead.item_id).mark is Mark.CONFIDENT


def test_one_preparation_is_enough_and_may_be_the_start(journey: Journey) -> None:
    prepare(journey, 1)
    page = turn(journey)
    assert page.meeting is not None
    assert page.meeting.title.text() == "Her er Jens' udgangspunkt"
    journey.desk.click(page.meeting.starts[Viewpoint.EMPLOYEE])
    assert cell(journey.talk, Dimension.REFLEXIVE) == (PlacementState.PLACED, 2)
    assert not page.meeting.starts[Viewpoint.EMPLOYEE].isVisible()
    journey.context.document.stack.undo()
    assert cell(journey.talk, Dimension.REFLEXIVE) is None


def test_turning_asks_first(journey: Journey) -> None:
    prepare(journey, 2)
    page = journey.page(4)
    assert isinstance(page, TalkPage)
    journey.desk.answers.yes = False
    journey.desk.click(page.cards.turn_button)
    assert journey.desk.answers.asked[-1] == "Vend kortene"
    assert not journey.talk.revealed
    assert page.meeting is None


def test_without_any_preparation_the_talk_is_as_good(journey: Journey) -> None:
    page = journey.page(4)
    assert isinstance(page, TalkPage)
    journey.desk.click(page.empty.button)
    assert page.parts is not None
    assert not page.cards.isVisible()
    journey.type_at(page.parts.items.rows, "3412")
    journey.type_at(page.parts.placement.ladders, "321")
    assert journey.talk.is_draft
    profile = journey.page(5)
    assert isinstance(profile, ProfilePage)
    journey.desk.click(profile.read_button)
    journey.desk.answers.forms.append(approve_as_it_is)
    journey.desk.click(profile.approve_button)
    assert journey.talk.state is DialogueState.APPROVED


def test_every_state_can_be_undone_and_done_again(journey: Journey) -> None:
    prepare(journey, 0)
    started = journey.talk
    profile = journey.page(5)
    assert isinstance(profile, ProfilePage)
    journey.desk.click(profile.read_button)
    journey.desk.answers.forms.append(approve_as_it_is)
    journey.desk.click(profile.approve_button)
    approved = journey.talk
    stack = journey.context.document.stack
    assert stack.undoText() == "Samtalen godkendt"
    stack.undo()
    assert journey.talk == replace(started, state=DialogueState.IN_REVIEW)
    stack.undo()
    assert journey.talk == started
    stack.undo()
    assert journey.talk == replace(started, state=DialogueState.PREPARING)
    for _ in range(3):
        stack.redo()
    assert journey.talk == approved
