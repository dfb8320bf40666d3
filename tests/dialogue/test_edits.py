"""Talk edits: what is kept, what is cleared, and that approved talks stay as they are."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import marked_dialogues

from kompasskive.dialogue import approval, edits, plan
from kompasskive.dialogue.model import (
    NOTE_MAX,
    Case,
    Dialogue,
    DialogueState,
    ItemAnswer,
    Note,
    NoteScope,
    Viewpoint,
)
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Arena, Dimension, Mark

FRAMEWORK = bundled()
ITEMS = [item.id for field in FRAMEWORK.fields for item in field.items]
AT = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
drafts = marked_dialogues(FRAMEWORK, [DialogueState.IN_PROGRESS, DialogueState.AMENDED])
items = st.sampled_from(ITEMS)
marks = st.sampled_from(Mark)
fields = st.sampled_from([field.id for field in FRAMEWORK.fields])
dimensions = st.sampled_from(Dimension)


def talk() -> Dialogue:
    return Dialogue("t", FRAMEWORK.key, "p", date(2026, 11, 23))


@given(drafts, items, marks)
def test_a_mark_is_set_once_and_for_all(dialogue: Dialogue, item: str, mark: Mark) -> None:
    once = edits.set_mark(dialogue, item, mark)
    assert edits.set_mark(once, item, mark) == once
    assert once.answer(item) == ItemAnswer(mark=mark, wish=dialogue.answer(item).wish)


@given(drafts, items, marks, st.text(max_size=20))
def test_a_mark_and_not_relevant_exclude_each_other(
    dialogue: Dialogue, item: str, mark: Mark, reason: str
) -> None:
    left_out = edits.set_not_relevant(dialogue, item, True, reason)
    assert left_out.answer(item).mark is None
    marked = edits.set_mark(left_out, item, mark)
    assert not marked.answer(item).not_relevant
    assert marked.answer(item).reason == ""


@given(drafts, items)
def test_cleared_items_leave_no_trace(dialogue: Dialogue, item: str) -> None:
    cleared = edits.set_wish(edits.set_mark(dialogue, item, None), item, False)
    assert (Viewpoint.AGREED, item) not in cleared.items
    untouched = {key: a for key, a in dialogue.items.items() if key[1] != item}
    assert {key: a for key, a in cleared.items.items() if key[1] != item} == untouched


@given(drafts, st.lists(st.tuples(items, st.none() | marks, st.booleans()), max_size=8))
def test_an_empty_answer_is_never_stored(
    dialogue: Dialogue, steps: list[tuple[str, Mark | None, bool]]
) -> None:
    for item, mark, wish in steps:
        dialogue = edits.set_wish(edits.set_mark(dialogue, item, mark), item, wish)
        dialogue = edits.set_not_relevant(dialogue, item, False)
        dialogue = edits.set_reason(dialogue, item, "fordi")
    assert ItemAnswer() not in dialogue.items.values()


@given(drafts, items, marks)
def test_viewpoints_do_not_mix(dialogue: Dialogue, item: str, mark: Mark) -> None:
    dialogue = replace(dialogue, revealed=False)
    marked = edits.set_mark(dialogue, item, mark, Viewpoint.EMPLOYEE)
    assert marked.answer(item) == dialogue.answer(item)
    assert marked.answer(item, Viewpoint.EMPLOYEE).mark is mark


@given(drafts, fields, dimensions, st.integers(0, 6))
def test_placing_keeps_the_example(
    dialogue: Dialogue, field: str, dimension: Dimension, level: int
) -> None:
    told = edits.set_example(edits.place(dialogue, field, dimension, 2), field, dimension, "en sag")
    placement = edits.place(told, field, dimension, level).placement(field, dimension)
    assert placement is not None
    assert (placement.level, placement.example) == (level, "en sag")


@given(drafts, fields, dimensions)
def test_a_cleared_cell_is_not_discussed(
    dialogue: Dialogue, field: str, dimension: Dimension
) -> None:
    left_out = edits.set_placement_not_relevant(dialogue, field, dimension, True)
    assert (
        edits.set_placement_not_relevant(left_out, field, dimension, False).placement(
            field, dimension
        )
        is None
    )
    assert edits.place(left_out, field, dimension, None).placement(field, dimension) is None


def test_not_relevant_off_leaves_a_placement_alone() -> None:
    placed = edits.place(talk(), "lov", Dimension.PRACTICAL, 3)
    assert edits.set_placement_not_relevant(placed, "lov", Dimension.PRACTICAL, False) == placed


def test_an_example_needs_a_cell_that_is_discussed() -> None:
    assert edits.set_example(talk(), "lov", Dimension.PRACTICAL, "en sag") == talk()


@pytest.mark.parametrize("level", [-1, 7])
def test_a_level_outside_the_scale_is_refused(level: int) -> None:
    with pytest.raises(ValueError, match="level"):
        edits.place(talk(), "lov", Dimension.PRACTICAL, level)


def test_a_reason_belongs_to_what_is_not_relevant() -> None:
    left_out = edits.set_not_relevant(talk(), "lov-g1", True, "ingen afgørelser")
    assert edits.set_reason(left_out, "lov-g1", "nyt").answer("lov-g1").reason == "nyt"
    back = edits.set_not_relevant(left_out, "lov-g1", False)
    assert back == talk()


def test_a_note_is_written_rewritten_and_removed() -> None:
    written = edits.write_note(talk(), "n", NoteScope.FIELD, "lov", "Først")
    filed = edits.set_note_to_file(edits.set_note_arena(written, "n", Arena.INDIVIDUAL), "n", True)
    again = edits.write_note(filed, "n", NoteScope.FIELD, "lov", "Så\nnyt ")
    assert again.notes == (
        Note("n", NoteScope.FIELD, "lov", "Så\nnyt ", Arena.INDIVIDUAL, to_file=True),
    )
    assert edits.write_note(again, "n", NoteScope.FIELD, "lov", " \n") == talk()


def test_a_long_note_is_cut_at_the_limit() -> None:
    written = edits.write_note(talk(), "n", NoteScope.TALK, "", "æ" * (NOTE_MAX + 1))
    assert len(written.notes[0].text) == NOTE_MAX


def test_an_extra_item_goes_with_all_that_was_said_about_it() -> None:
    added = edits.add_extra(talk(), "x", "lov", "Klagesager")
    marked = edits.set_mark(added, "x", Mark.CONFIDENT)
    noted = edits.write_note(marked, "n", NoteScope.ITEM, "x", "Fast onsdag")
    assert edits.rewrite_extra(noted, "x", "Klager").extras[0].text == "Klager"
    assert edits.remove_extra(noted, "x") == talk()


def test_a_parked_topic_is_closed_reopened_and_removed() -> None:
    parked = edits.park(talk(), "t1", "Dokumentation", "virksomhed")
    closed = edits.close_parked(parked, "t1")
    assert closed.parked[0].closed
    assert edits.close_parked(closed, "t1", False) == parked
    assert edits.rewrite_parked(parked, "t1", "Tid").parked[0].text == "Tid"
    assert edits.remove_parked(parked, "t1") == talk()


def test_ids_are_never_used_twice() -> None:
    parked = edits.park(talk(), "t1", "Dokumentation")
    with pytest.raises(ValueError, match="taken"):
        edits.park(parked, "t1", "Tid")


def test_rewriting_what_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        edits.rewrite_parked(talk(), "t1", "Tid")


def test_details_remark_and_case() -> None:
    told = edits.set_details(talk(), date(2027, 1, 4), "  Mette   Holm ", 90)
    assert (told.held_on, told.leader, told.minutes) == (date(2027, 1, 4), "Mette Holm", 90)
    assert edits.set_remark(talk(), "Enig\x00").remark == "Enig"
    assert edits.set_case(talk(), Case(choice="Ventede\x07")).case == Case(choice="Ventede")


@pytest.mark.parametrize(
    "edit",
    [
        lambda d: edits.set_mark(d, "lov-g1", Mark.NEW),
        lambda d: edits.set_not_relevant(d, "lov-g1", True),
        lambda d: edits.set_reason(d, "lov-g1", ""),
        lambda d: edits.set_wish(d, "lov-g1", True),
        lambda d: edits.place(d, "lov", Dimension.PRACTICAL, 1),
        lambda d: edits.set_placement_not_relevant(d, "lov", Dimension.PRACTICAL, True),
        lambda d: edits.set_example(d, "lov", Dimension.PRACTICAL, ""),
        lambda d: edits.write_note(d, "n", NoteScope.TALK, "", "Nyt"),
        lambda d: edits.add_extra(d, "x", "lov", "Nyt"),
        lambda d: edits.remove_extra(d, "x"),
        lambda d: edits.park(d, "t", "Nyt"),
        lambda d: edits.remove_parked(d, "t"),
        lambda d: edits.set_case(d, Case()),
        lambda d: edits.set_remark(d, ""),
        lambda d: edits.set_details(d, date(2027, 1, 4), "", None),
        lambda d: plan.remove_statement(d, plan.StatementKind.STRENGTH, "s"),
        lambda d: plan.remove_agreement(d, "a"),
        lambda d: plan.set_management(d, ""),
    ],
)
def test_an_approved_talk_cannot_be_edited(edit: Callable[[Dialogue], Dialogue]) -> None:
    with pytest.raises(ValueError, match="approved"):
        edit(approval.approve(approval.read_through(talk()), AT))
