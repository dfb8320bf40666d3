"""The life of a talk: every move from every state, and what an amendment leaves behind."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from kompasskive.dialogue import approval
from kompasskive.dialogue.model import Amendment, Approval, Dialogue, DialogueState
from kompasskive.framework.catalogue import bundled

AT = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
LATER = datetime(2027, 1, 4, 9, 30, tzinfo=UTC)
Move = Callable[[Dialogue], Dialogue]
S = DialogueState
MOVES: dict[str, Move] = {
    "begin": approval.begin,
    "read": approval.read_through,
    "talk on": approval.talk_on,
    "approve": lambda d: approval.approve(d, AT),
    "amend": lambda d: approval.amend(d, "a", LATER, "Datoen var forkert"),
}
ALLOWED = {
    ("begin", S.PREPARING): S.IN_PROGRESS,
    ("read", S.IN_PROGRESS): S.IN_REVIEW,
    ("talk on", S.IN_REVIEW): S.IN_PROGRESS,
    ("approve", S.IN_REVIEW): S.APPROVED,
    ("approve", S.AMENDED): S.APPROVED,
    ("amend", S.APPROVED): S.AMENDED,
}


def talk(state: DialogueState) -> Dialogue:
    return Dialogue("t", bundled().key, "p", date(2026, 11, 23), state=state)


@pytest.mark.parametrize("state", S)
@pytest.mark.parametrize("name", MOVES)
def test_every_move_from_every_state(name: str, state: DialogueState) -> None:
    after = ALLOWED.get((name, state))
    if after is None:
        with pytest.raises(ValueError, match=state.value):
            MOVES[name](talk(state))
    else:
        assert MOVES[name](talk(state)).state is after


@pytest.mark.parametrize("state", S)
def test_everything_but_approved_is_a_draft(state: DialogueState) -> None:
    assert talk(state).is_draft is (state is not S.APPROVED)


def test_an_approval_keeps_its_time_and_the_differing_view() -> None:
    done = approval.approve(talk(S.IN_REVIEW), AT, "Jens ser det\x00 anderledes")
    assert done.approval == Approval(AT, "Jens ser det anderledes")


def test_an_amendment_voids_the_approval_until_it_is_renewed() -> None:
    done = approval.approve(talk(S.IN_REVIEW), AT)
    amended = approval.amend(done, "a", LATER, "  Datoen var forkert ")
    assert amended.approval is None
    assert amended.amendments == (Amendment("a", LATER, "Datoen var forkert"),)
    renewed = approval.approve(amended, LATER)
    assert renewed.approval == Approval(LATER)
    assert renewed.amendments == amended.amendments
    twice = approval.amend(renewed, "b", LATER, "En ting til")
    assert [a.id for a in twice.amendments] == ["a", "b"]


def test_an_amendment_without_a_reason_is_refused() -> None:
    with pytest.raises(ValueError, match="reason"):
        approval.amend(talk(S.APPROVED), "a", LATER, " \n ")


@pytest.mark.parametrize("state", S)
def test_a_talk_is_begun_once(state: DialogueState) -> None:
    expected = S.IN_PROGRESS if state is S.PREPARING else state
    assert approval.begun(talk(state)) == replace(talk(state), state=expected)
