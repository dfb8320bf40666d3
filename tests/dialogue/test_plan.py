"""The plan's edits: places for three, order, and agreements as typed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompasskive.dialogue import plan
from kompasskive.dialogue.model import STATEMENTS_MAX, About, Agreement, Dialogue
from kompasskive.dialogue.plan import StatementKind
from kompasskive.framework.model import Dimension

ABOUT = About("lov")
kinds = st.sampled_from(StatementKind)


def talk() -> Dialogue:
    return Dialogue("t", "ramme@1", "p", date(2026, 11, 23))


def with_three(kind: StatementKind) -> Dialogue:
    dialogue = talk()
    for name in ("a", "b", "c"):
        dialogue = plan.add_statement(dialogue, kind, name, ABOUT, name)
    return dialogue


@given(kinds)
def test_there_is_room_for_three(kind: StatementKind) -> None:
    full = with_three(kind)
    assert len(plan.statements(full, kind)) == STATEMENTS_MAX
    assert not plan.has_room(full, kind)
    with pytest.raises(ValueError, match="room"):
        plan.add_statement(full, kind, "d", ABOUT, "d")


@given(kinds, st.sampled_from("abc"), st.integers(-2, 5))
def test_moving_keeps_the_others_in_order(kind: StatementKind, moved: str, to: int) -> None:
    order = [
        s.id for s in plan.statements(plan.move_statement(with_three(kind), kind, moved, to), kind)
    ]
    assert order.index(moved) == max(0, min(to, 2))
    assert [i for i in order if i != moved] == [i for i in "abc" if i != moved]


@given(kinds, st.sampled_from("abc"))
def test_kinds_do_not_mix(kind: StatementKind, gone: str) -> None:
    rewritten = plan.rewrite_statement(
        with_three(kind), kind, gone, About(None, Dimension.RELATIONAL), "Nyt\x00"
    )
    assert plan.statements(rewritten, kind)["abc".index(gone)].text == "Nyt"
    left = plan.remove_statement(rewritten, kind, gone)
    assert [s.id for s in plan.statements(left, kind)] == [i for i in "abc" if i != gone]
    for other in StatementKind:
        assert other is kind or plan.statements(left, other) == ()


def test_an_agreement_is_tidied() -> None:
    agreement = Agreement(
        "a",
        "Øver\x00 sig",
        dimensions=(Dimension.RELATIONAL, Dimension.PRACTICAL, Dimension.RELATIONAL),
        learning_forms=(" Rollespil ", "", "Rollespil"),
        who="Jens\nog Amina ",
    )
    kept = plan.add_agreement(talk(), agreement).agreements[0]
    assert kept.what == "Øver sig"
    assert kept.dimensions == (Dimension.PRACTICAL, Dimension.RELATIONAL)
    assert kept.learning_forms == ("Rollespil",)
    assert kept.who == "Jens og Amina "


def test_agreements_are_changed_and_removed_by_id() -> None:
    two = plan.add_agreement(plan.add_agreement(talk(), Agreement("a", "A")), Agreement("b", "B"))
    changed = plan.change_agreement(two, Agreement("a", "C"))
    assert [a.what for a in changed.agreements] == ["C", "B"]
    assert [a.id for a in plan.remove_agreement(changed, "a").agreements] == ["b"]
    with pytest.raises(KeyError):
        plan.change_agreement(two, Agreement("x", "X"))


def test_management_is_written() -> None:
    assert plan.set_management(talk(), "Finder tid").management == "Finder tid"
