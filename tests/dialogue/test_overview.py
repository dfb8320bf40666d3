"""Who is next: follow-up, the plan's age and the Danish order of names."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import strategies

from kompasskive import danish
from kompasskive.dialogue.model import (
    About,
    Agreement,
    AgreementStatus,
    Dialogue,
    DialogueState,
    Employee,
    JobFunction,
    Statement,
    Team,
    Workbook,
)
from kompasskive.dialogue.overview import (
    OLD_PLAN,
    a_year_before,
    matches,
    next_follow_up,
    standing,
    standings,
)
from kompasskive.framework.catalogue import bundled

TODAY = date(2026, 11, 23)
JENS = Employee("p1", "Jens Jensen", "t1", ("f1",))
BOOK = Workbook(
    "w", teams=(Team("t1", "Virksomhed"),), job_functions=(JobFunction("f1", "Mentor"),)
)
DAYS = st.dates(date(2024, 1, 1), date(2029, 1, 1))


def talk(talk_id: str, held_on: date, *agreements: Agreement, person: str = "p1") -> Dialogue:
    """An approved talk."""
    state = DialogueState.APPROVED
    return Dialogue(talk_id, "r", person, held_on, state=state, agreements=agreements)


def agreed(day: date | None, status: AgreementStatus = AgreementStatus.OPEN) -> Agreement:
    """An agreement to be followed up on a day."""
    return Agreement("a", "noget", follow_up_on=day, status=status)


def book(*talks: Dialogue, people: tuple[Employee, ...] = (JENS,)) -> Workbook:
    """A workbook with these talks."""
    return replace(BOOK, people=people, dialogues=talks)


def test_a_person_without_talks_has_words_for_it() -> None:
    row = standing(book(), JENS)
    assert (row.team, row.job_functions) == ("Virksomhed", ("Mentor",))
    assert row.state_word == "Ingen samtale endnu"
    assert row.follow_up_words(TODAY) == "Ikke aftalt"
    assert row.plan_words(TODAY) == "Ingen plan endnu"


@given(st.lists(st.tuples(st.none() | DAYS, st.none() | DAYS, st.sampled_from(AgreementStatus))))
def test_the_next_follow_up_is_the_earliest_day_still_open(
    given_days: list[tuple[date | None, date | None, AgreementStatus]],
) -> None:
    agreements = tuple(
        Agreement(str(i), "", follow_up_on=first, due_on=second, status=status)
        for i, (first, second, status) in enumerate(given_days)
    )
    waiting = (AgreementStatus.OPEN, AgreementStatus.IN_PROGRESS)
    days = [d for first, second, s in given_days for d in (first, second) if d and s in waiting]
    assert next_follow_up(agreements) == (min(days) if days else None)


def test_a_new_talk_without_a_plan_keeps_the_follow_up_of_the_last() -> None:
    old = talk("d1", TODAY - timedelta(200), agreed(TODAY))
    new = replace(talk("d2", TODAY), state=DialogueState.IN_PROGRESS)
    row = standing(book(old, new), JENS)
    assert row.state_word == "I gang"
    assert row.follow_up_words(TODAY) == "I dag"
    assert row.plan_words(TODAY) == "Fra 7.5.2026"


@pytest.mark.parametrize(
    ("days", "words"), [(-1, "Var 22.11.2026"), (0, "I dag"), (1, "24.11.2026")]
)
def test_a_follow_up_is_told_by_its_day(days: int, words: str) -> None:
    row = standing(book(talk("d1", TODAY, agreed(TODAY + timedelta(days)))), JENS)
    assert row.follow_up_words(TODAY) == words


def test_a_plan_gets_old_after_twelve_months() -> None:
    just, older = date(2025, 11, 23), date(2025, 11, 22)
    assert standing(book(talk("d", just, agreed(None))), JENS).plan_words(TODAY) == "Fra 23.11.2025"
    row = standing(book(talk("d", older, agreed(None))), JENS)
    assert row.plan_is_old(TODAY)
    assert row.plan_words(TODAY) == OLD_PLAN


def test_a_plan_in_a_talk_under_way_is_under_way() -> None:
    statement = Statement("s", About(), "noget")
    begun = replace(talk("d", TODAY), state=DialogueState.IN_PROGRESS, strengths=(statement,))
    assert standing(book(begun), JENS).plan_words(TODAY) == "Ny plan undervejs"


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_a_year_before_is_one_year_less(day: date) -> None:
    before = a_year_before(day)
    assert (day.year - before.year, day.month) == (1, before.month)
    assert day.day - before.day in (0, 1)


@given(st.lists(st.tuples(st.sampled_from(["Åse", "Aage", "Ærø", "Bo", "bo", "Zoë"]), DAYS)))
def test_people_come_by_follow_up_then_by_name(drawn: list[tuple[str, date]]) -> None:
    people = tuple(Employee(f"p{i}", name) for i, (name, _) in enumerate(drawn))
    talks = tuple(
        talk(f"d{i}", TODAY, agreed(day), person=f"p{i}") for i, (_, day) in enumerate(drawn)
    )
    rows = standings(book(*talks, people=people))
    keys = [(row.follow_up_on, danish.sort_key(row.person.name)) for row in rows]
    assert keys == sorted(keys)
    assert len(rows) == len(people)


def test_the_archived_are_listed_apart() -> None:
    away = Employee("p2", "Ida", archived=True)
    workbook = book(people=(JENS, away))
    assert [r.person for r in standings(workbook)] == [JENS]
    assert [r.person for r in standings(workbook, archived=True)] == [away]


@given(strategies.workbooks(bundled(), most_people=5))
def test_a_list_says_of_each_what_is_said_of_one(workbook: Workbook) -> None:
    rows = {row.person: row for away in (False, True) for row in standings(workbook, away)}
    assert rows == {person: standing(workbook, person) for person in workbook.people}


@pytest.mark.parametrize(
    ("wanted", "found"),
    [("", True), ("jens", True), ("MENTOR virk", True), ("jens ole", False), ("<b>", False)],
)
def test_every_word_must_be_found(wanted: str, found: bool) -> None:
    assert matches(standing(book(), JENS), wanted) is found
