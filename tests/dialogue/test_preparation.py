"""Blind starting points: sealed, turned at once, and never told before."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import marked_dialogues

from kompasskive.dialogue import edits, preparation
from kompasskive.dialogue.meeting import is_open, meeting
from kompasskive.dialogue.model import (
    Dialogue,
    DialogueState,
    ItemAnswer,
    Placement,
    PlacementState,
    Viewpoint,
)
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Dimension, Mark
from kompasskive.profile.profile import make_profile

FRAMEWORK = bundled()
FIELDS = [field.id for field in FRAMEWORK.fields]
BOTH = preparation.STARTING_POINTS
EMPLOYEE, LEADER = BOTH
P = Dimension.PRACTICAL
AT = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
talks = marked_dialogues(FRAMEWORK, [DialogueState.PREPARING]).map(
    lambda d: replace(d, revealed=False)
)


def talk() -> Dialogue:
    state = DialogueState.PREPARING
    return Dialogue("t", FRAMEWORK.key, "p", date(2026, 11, 23), state=state)


def place(dialogue: Dialogue, field: str, employee: int | None, leader: int | None) -> Dialogue:
    for viewpoint, level in ((EMPLOYEE, employee), (LEADER, leader)):
        dialogue = edits.place(dialogue, field, P, level, viewpoint)
    return dialogue


def sealed(dialogue: Dialogue) -> Dialogue:
    for viewpoint in BOTH:
        if preparation.is_prepared(dialogue, viewpoint):
            dialogue = preparation.seal(dialogue, viewpoint)
    return dialogue


def test_only_a_code_word_opens_a_sealed_starting_point_again() -> None:
    prepared = place(talk(), "lov", 1, 3)
    without = preparation.seal(prepared, EMPLOYEE)
    assert not preparation.may_reopen(without, EMPLOYEE)
    with pytest.raises(ValueError, match="cannot be opened"):
        preparation.reopen(without, EMPLOYEE, "r", AT)
    both = preparation.seal(preparation.seal(prepared, LEADER, "hash-l"), EMPLOYEE, "hash-e")
    opened = preparation.reopen(both, EMPLOYEE, "r", AT)
    assert opened.sealed == {LEADER}
    assert preparation.code_word_of(opened, LEADER) == "hash-l"
    assert [(r.viewpoint, r.opened_at) for r in opened.reopenings] == [(EMPLOYEE, AT)]
    assert opened.placements == prepared.placements


def test_turned_cards_need_no_code_word_and_are_not_opened_again() -> None:
    sealed_one = preparation.seal(place(talk(), "lov", 1, None), EMPLOYEE, "hash")
    turned = preparation.turn(sealed_one)
    assert turned.code_words == ()
    assert not preparation.may_reopen(turned, EMPLOYEE)


@given(talks)
def test_before_the_cards_are_turned_the_profile_is_as_if_nobody_had_prepared(d: Dialogue) -> None:
    agreed = Viewpoint.AGREED
    without = replace(
        d,
        items={k: a for k, a in d.items.items() if k[0] is agreed},
        placements={k: p for k, p in d.placements.items() if k[0] is agreed},
    )
    assert make_profile(FRAMEWORK, sealed(d), "Jens", None) == make_profile(
        FRAMEWORK, without, "Jens", None
    )


@given(talks, st.sampled_from(BOTH))
def test_each_side_sees_its_own_and_only_that(dialogue: Dialogue, viewpoint: Viewpoint) -> None:
    own = preparation.seen_from(dialogue, viewpoint)
    assert {v for v, _ in own.items} <= {Viewpoint.AGREED}
    assert {(viewpoint, i): a for (_, i), a in own.items.items()} == {
        k: a for k, a in dialogue.items.items() if k[0] is viewpoint
    }
    assert len(own.placements) == sum(k[0] is viewpoint for k in dialogue.placements)


def test_a_sealed_starting_point_cannot_be_changed_but_the_other_can() -> None:
    prepared = preparation.seal(place(talk(), "lov", 1, 3), EMPLOYEE)
    with pytest.raises(ValueError, match="sealed"):
        edits.place(prepared, "lov", P, 2, EMPLOYEE)
    with pytest.raises(ValueError, match="sealed"):
        edits.set_mark(prepared, "lov-g1", Mark.NEW, EMPLOYEE)
    assert edits.place(prepared, "lov", P, 2, LEADER).placement("lov", P, LEADER) == Placement(
        PlacementState.PLACED, 2
    )


def test_the_cards_wait_until_nothing_lies_half_done() -> None:
    assert not preparation.may_turn(talk())
    prepared = place(talk(), "lov", 1, 3)
    assert preparation.unsealed(prepared) == BOTH
    one = preparation.seal(prepared, EMPLOYEE)
    assert not preparation.may_turn(one)
    with pytest.raises(ValueError, match="cannot be turned"):
        preparation.turn(one)
    assert preparation.may_turn(preparation.seal(one, LEADER))
    with pytest.raises(ValueError, match="no starting point"):
        preparation.seal(talk(), LEADER)


def test_turned_cards_stay_turned() -> None:
    turned = preparation.turn(sealed(place(talk(), "lov", 1, 3)))
    assert turned.state is DialogueState.IN_PROGRESS
    assert not preparation.may_turn(turned)
    for viewpoint in BOTH:
        with pytest.raises(ValueError, match="sealed"):
            edits.place(turned, "lov", P, 2, viewpoint)


def test_what_both_saw_alike_is_agreed_and_nothing_else() -> None:
    d = place(place(place(talk(), "lov", 2, 2), "it", 1, 3), "net", 4, None)
    for viewpoint in BOTH:
        d = edits.set_mark(d, "lov-g1", Mark.CONFIDENT, viewpoint)
    d = edits.set_mark(
        edits.set_mark(d, "lov-g2", Mark.NEW, EMPLOYEE), "lov-g2", Mark.SHARES, LEADER
    )
    d = edits.set_wish(d, "lov-g1", True, EMPLOYEE)
    turned = preparation.turn(sealed(d))
    agreed = preparation.seen_from(turned, Viewpoint.AGREED)
    assert set(agreed.placements) == {(Viewpoint.AGREED, "lov", P)}
    assert turned.answer("lov-g1") == ItemAnswer(Mark.CONFIDENT, wish=True)
    assert not turned.answer("lov-g2").discussed


def test_what_was_already_agreed_is_left_alone() -> None:
    d = edits.place(place(talk(), "lov", 2, 2), "lov", P, 5)
    turned = preparation.turn(sealed(d))
    assert turned.placement("lov", P) == Placement(PlacementState.PLACED, 5)


def test_the_meeting_counts_and_puts_the_largest_difference_first() -> None:
    d = talk()
    views = zip(FIELDS, ((2, 2), (1, 3), (6, 0), (4, None), (3, 4), (None, None)), strict=True)
    for field, (employee, leader) in views:
        d = place(d, field, employee, leader)
    turned = preparation.turn(sealed(d))
    met = meeting(FRAMEWORK, turned)
    assert (met.cells, met.agreed, met.one_sided, met.let_stand) == (18, 1, 1, 0)
    assert [(each.field.id, each.distance) for each in met.apart] == [
        (FIELDS[2], 6),
        (FIELDS[1], 2),
        (FIELDS[4], 1),
    ]
    first = met.apart[0]
    assert is_open(turned, first)
    stands = preparation.let_stand(turned, first.field.id, first.dimension)
    assert not is_open(stands, first)
    assert meeting(FRAMEWORK, stands).let_stand == 1
    assert stands.placement(first.field.id, P) == Placement(PlacementState.LET_STAND)


def test_not_relevant_against_a_level_is_the_largest_difference() -> None:
    d = edits.place(talk(), "lov", P, 3, LEADER)
    d = edits.set_placement_not_relevant(d, "lov", P, True, EMPLOYEE)
    (only,) = meeting(FRAMEWORK, preparation.turn(sealed(d))).apart
    assert only.distance == 7


@given(talks)
def test_taking_a_start_fills_only_what_is_not_agreed(dialogue: Dialogue) -> None:
    d = edits.place(dialogue, "lov", P, 2, EMPLOYEE)
    turned = preparation.turn(sealed(d))
    taken = preparation.take(turned, EMPLOYEE)
    assert turned.placements.items() <= taken.placements.items()
    assert turned.items.items() <= taken.items.items()
    assert taken.placement("lov", P) is not None
    assert preparation.take(taken, EMPLOYEE) == taken


def test_nothing_is_taken_or_let_stand_before_the_cards_are_turned() -> None:
    prepared = sealed(place(talk(), "lov", 1, 3))
    with pytest.raises(ValueError, match="not turned"):
        preparation.take(prepared, EMPLOYEE)
    with pytest.raises(ValueError, match="not turned"):
        preparation.let_stand(prepared, "lov", P)


def test_depth_keeps_the_field_order() -> None:
    d = talk()
    for field in reversed(FIELDS[:3]):
        d = preparation.set_depth(d, FRAMEWORK, field, True)
    assert d.depth_field_ids == tuple(FIELDS[:3])
    assert preparation.set_depth(d, FRAMEWORK, FIELDS[1], False).depth_field_ids == (
        FIELDS[0],
        FIELDS[2],
    )


def test_fields_not_come_to_open_the_next_talk() -> None:
    last = edits.place(talk(), FIELDS[0], P, 2)
    assert preparation.undiscussed_fields(FRAMEWORK, last) == tuple(FIELDS[1:])
    assert preparation.undiscussed_fields(FRAMEWORK, None) == ()
