"""What is left of a workbook leads to nobody who was deleted, and lets no number be drawn out."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.organisations import FRAMEWORK, organisation

from kompasskive.dialogue.model import Agreement, JobFunction, Note, NoteScope, Workbook
from kompasskive.dialogue.organisation import Lever, Priority
from kompasskive.profile.forgetting import Mentions, forgotten, mentions
from kompasskive.profile.freezing import counted_here, freeze
from kompasskive.profile.members import differ, linked, loosened, token, token_of
from kompasskive.profile.periods import parse_period
from kompasskive.profile.privacy import PrivacyError

PERIOD = parse_period("2026")
NOW = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)
PEOPLE = tuple(f"p{number}" for number in range(8))

talks = st.dictionaries(
    st.sampled_from(PEOPLE), st.sets(st.sampled_from("abc"), min_size=1, max_size=2), max_size=8
)
chosen = st.sets(st.sampled_from(PEOPLE), max_size=3)


def tokens(held: dict[str, set[str]]) -> tuple[str, ...]:
    return tuple(token(p, f"{p}{t}", None, ()) for p, own in held.items() for t in own)


@given(talks, talks, chosen)
def test_who_differs_later_is_counted_as_before(
    before: dict[str, set[str]], later: dict[str, set[str]], gone: set[str]
) -> None:
    left = {person: own for person, own in later.items() if person not in gone}
    (loose,) = loosened([tokens(before)], gone, {})
    assert differ(loose, tokens(left)) == differ(tokens(before), tokens(left))
    assert loose == tuple(sorted(loose))


def test_periods_that_only_somebody_deleted_joins_still_hang_together() -> None:
    first, second = tokens({"p0": {"a"}, "p1": {"a"}}), tokens({"p0": {"a"}, "p2": {"a"}})
    later = tokens({"p2": {"a"}})
    assert len(linked(later, [first, second])) == 3
    assert len(linked(later, loosened([first, second], {"p0"}, {}))) == 3
    assert len(linked(later, [*loosened([first], {"p0"}, {}), second])) == 2


@given(talks, chosen)
def test_no_token_of_theirs_is_left(before: dict[str, set[str]], gone: set[str]) -> None:
    theirs = tokens({p: own for p, own in before.items() if p in gone})
    parts = {part for each in theirs for part in each.split("/")}
    (loose,) = loosened([tokens(before)], gone, {})
    assert not parts & {part for each in loose for part in each.split("/")}
    assert set(tokens(before)) - set(theirs) <= set(loose)


def test_a_talk_that_is_gone_leaves_only_that_its_person_was_counted() -> None:
    before = tokens({"p1": {"a", "b"}, "p2": {"a"}})
    (loose,) = loosened([before], {"p1b"}, {"p1": {token("p1", "p1a", None, ())}})
    assert set(tokens({"p1": {"a"}, "p2": {"a"}})) < set(loose)
    assert token("p1", "p1b", None, ()) not in loose
    assert len({each.partition("/")[0] for each in loose}) == 2


def frozen(workbook: Workbook, snapshot_id: str = "s1") -> Workbook:
    counted = counted_here(workbook, FRAMEWORK, PERIOD)
    return freeze(workbook, FRAMEWORK, counted, PERIOD, snapshot_id, NOW)


def test_the_numbers_without_somebody_deleted_are_refused_as_before() -> None:
    left = forgotten(frozen(organisation(12)), {"p3"})
    with pytest.raises(PrivacyError):
        frozen(left, "s2")


def test_had_the_tokens_been_taken_away_the_numbers_would_be_told() -> None:
    """The attack: two sets of numbers that differ by one person, the rule seeing none."""
    left = forgotten(frozen(organisation(12)), {"p3"})
    (snapshot,) = left.snapshots
    people = {token_of(left.person(d.employee_id or ""), d) for d in left.dialogues}
    bare = replace(snapshot, members=tuple(m for m in snapshot.members if m in people))
    assert len(bare.members) == 11
    after = frozen(replace(left, snapshots=(bare,)), "s2")
    assert len(after.snapshots) == 2


def test_a_frozen_period_is_as_it_was_but_for_who_was_in_it() -> None:
    before = frozen(organisation(12))
    (was,), (now,) = before.snapshots, forgotten(before, {"p3", "t4"}).snapshots
    assert replace(was, members=now.members) == now
    assert len(now.members) == len(set(was.members)) == 12
    assert len(set(was.members) & set(now.members)) == 10


@pytest.fixture
def named() -> Workbook:
    """Person 0 is named as answerable twice and in two texts about others."""
    workbook = organisation(3)
    first, *rest = workbook.dialogues
    other = replace(
        rest[0],
        agreements=(Agreement("a", "Kursus", who="person 0  fortrolig"), Agreement("b", "Andet")),
        notes=(Note("n", NoteScope.TALK, "", "Sammen med Person 0 Fortrolig, tirsdag"),),
        remark="Person 0 Fortroligs bord",
    )
    priorities = (
        Priority(
            "a", "2026", "Spørg Person 0 Fortrolig", Lever.LEARNING, owner="Person 0 Fortrolig"
        ),
        Priority("b", "2026", "Andet", Lever.LEARNING, owner="Person 1 Fortrolig"),
    )
    return replace(workbook, dialogues=(first, other, *rest[1:]), priorities=priorities)


def test_who_is_gone_answers_for_nothing_and_where_else_they_are_named_is_told(
    named: Workbook,
) -> None:
    left = forgotten(named, {"p0"})
    assert [p.owner for p in left.priorities] == ["", "Person 1 Fortrolig"]
    assert [a.who for d in left.dialogues for a in d.agreements] == ["", ""]
    found = mentions(named, {"p0"})
    assert found == Mentions(1, 2, 2)
    assert "ansvarlig 2 steder og tages ud dér" in found.before
    assert found.after.endswith("stadig i 2 andre tekster, fx noter om andre; dem må I selv rette.")
    assert mentions(left, {"p1"}).answerable == 1
    assert mentions(named, {"t0"}).before == ""


def test_a_name_that_somebody_who_stays_has_too_is_left(named: Workbook) -> None:
    twin = replace(named.people[1], name="Person 0 Fortrolig")
    both = replace(named, people=(named.people[0], twin, named.people[2]))
    assert forgotten(both, {"p0"}).priorities == named.priorities
    assert mentions(both, {"p0"}) == Mentions()


def test_a_name_they_had_in_another_copy_goes_too(named: Workbook) -> None:
    owned = replace(named.priorities[0], owner="Pia Før")
    earlier = replace(named, priorities=(owned,))
    assert forgotten(earlier, {"p0"}).priorities == (owned,)
    assert forgotten(earlier, {"p0"}, ["pia før"]).priorities[0].owner == ""


def test_a_job_function_only_they_had_goes_and_others_stay() -> None:
    workbook = organisation(2)
    own, spare = JobFunction("own", "Kanariepasser"), JobFunction("spare", "Ledig")
    first = replace(workbook.people[0], job_function_ids=("f", "own"))
    workbook = replace(
        workbook,
        people=(first, workbook.people[1]),
        job_functions=(*workbook.job_functions, own, spare),
    )
    assert [f.id for f in forgotten(workbook, {"p0"}).job_functions] == ["f", "spare"]
    assert forgotten(workbook, {"t0"}).job_functions == workbook.job_functions
