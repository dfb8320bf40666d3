"""A screening is filled alone or together, told as it was filled, and never taken for a talk."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from tests.strategies import marked_dialogues

from kompasskive.dialogue import edits
from kompasskive.dialogue.approval import approve, read_through
from kompasskive.dialogue.model import (
    Agreement,
    Dialogue,
    DialogueKind,
    DialogueState,
    Employee,
    Viewpoint,
    Workbook,
)
from kompasskive.dialogue.overview import standing
from kompasskive.dialogue.screening import as_told, fill_as, filled_by
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Dimension, Mark
from kompasskive.profile.comparison import compare, previous_dialogue
from kompasskive.profile.profile import make_profile

FRAMEWORK = bundled()
ITEM = FRAMEWORK.fields[0].items[0].id
ALONE, TOGETHER = Viewpoint.EMPLOYEE, Viewpoint.AGREED
EMPTY = Dialogue("s", FRAMEWORK.key, "p", date(2026, 11, 23), DialogueKind.SCREENING)


def filled(viewpoint: Viewpoint, talk: Dialogue = EMPTY) -> Dialogue:
    talk = edits.set_mark(talk, ITEM, Mark.CONFIDENT, viewpoint)
    return edits.place(talk, "lov", Dimension.PRACTICAL, 4, viewpoint)


def test_who_fills_it_is_read_from_what_it_holds() -> None:
    assert filled_by(EMPTY) is TOGETHER
    assert filled_by(EMPTY, ALONE) is ALONE
    assert filled_by(filled(ALONE)) is ALONE
    assert filled_by(filled(TOGETHER), ALONE) is TOGETHER


def test_filling_it_together_after_all_brings_what_was_said_along() -> None:
    assert fill_as(filled(ALONE), TOGETHER) == filled(TOGETHER)
    assert fill_as(filled(TOGETHER), ALONE) == filled(ALONE)
    assert fill_as(filled(ALONE), ALONE) == filled(ALONE)


def test_neither_a_talk_nor_a_finished_screening_changes_who_filled_it() -> None:
    with pytest.raises(ValueError, match="not filled"):
        fill_as(replace(EMPTY, kind=DialogueKind.DIALOGUE), ALONE)
    with pytest.raises(ValueError, match="not filled"):
        fill_as(EMPTY, Viewpoint.LEADER)
    with pytest.raises(ValueError, match="approved"):
        fill_as(approve(read_through(filled(ALONE)), datetime.now().astimezone()), TOGETHER)


def test_alone_and_together_give_the_same_profile_marked_as_screening() -> None:
    alone, together = (make_profile(FRAMEWORK, filled(v), "Jens", None) for v in (ALONE, TOGETHER))
    assert alone == together
    assert (alone.screening, alone.title) == (True, "Screening for Jens")
    assert alone.fields[1].cell(Dimension.PRACTICAL).level == 4


@given(marked_dialogues(FRAMEWORK, [DialogueState.IN_PROGRESS]))
def test_every_other_kind_is_told_as_it_is(talk: Dialogue) -> None:
    for kind in (DialogueKind.DIALOGUE, DialogueKind.SELF_REFLECTION, DialogueKind.TEAM):
        own = replace(talk, kind=kind)
        assert as_told(own) is own


def test_two_screenings_filled_alone_are_compared() -> None:
    before = replace(filled(ALONE), id="old", held_on=date(2025, 11, 23))
    now = edits.place(filled(ALONE), "lov", Dimension.PRACTICAL, 5, ALONE)
    (row,) = compare(FRAMEWORK, now, before).rows
    assert (row.before, row.after) == ("Fordyber sig", "Specialist")


def test_a_screening_and_a_talk_are_never_one_series() -> None:
    done = replace(filled(TOGETHER), state=DialogueState.APPROVED, held_on=date(2025, 11, 23))
    talk = replace(filled(TOGETHER), id="t", kind=DialogueKind.DIALOGUE)
    workbook = Workbook("w", people=(Employee("p", "Jens"),), dialogues=(done, talk))
    assert previous_dialogue(workbook, talk) is None


def test_the_list_of_people_never_takes_a_screening_for_a_talk() -> None:
    agreed = (Agreement("a", "Prøve det", due_on=date(2027, 1, 1)),)
    screening = replace(filled(ALONE), agreements=agreed)
    person = Employee("p", "Jens")
    row = standing(Workbook("w", people=(person,), dialogues=(screening,)), person)
    assert (row.latest, row.plan, row.follow_up_on) == (None, None, None)
    assert row.state_word == "Ingen samtale endnu"
    assert row.screening_words == "Screening 23.11.2026 (kladde)"
