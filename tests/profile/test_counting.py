"""Histograms: the latest approved talk of each person, and organisations with only a part."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from kompasskive.dialogue.model import (
    About,
    Agreement,
    AgreementStatus,
    Approval,
    Dialogue,
    DialogueKind,
    DialogueState,
    Employee,
    ItemAnswer,
    JobFunction,
    Placement,
    PlacementState,
    Statement,
    Viewpoint,
    Workbook,
)
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Dimension, Framework, Level, Mark
from kompasskive.profile.counting import both_series, count, counted_talks
from kompasskive.profile.histograms import NeedKind
from kompasskive.profile.organisation import Shown
from kompasskive.profile.privacy import publish
from kompasskive.profile.team_overview import team_overview

FRAMEWORK = bundled()
IT = FRAMEWORK.field("it")
LAST = date(2026, 12, 31)
APPROVED = Approval(datetime(2026, 11, 1, 9, 0, tzinfo=UTC))
AGREED = Viewpoint.AGREED


def talk(person: int, **content: Any) -> Dialogue:
    """An approved talk with one person."""
    start = Dialogue(f"t{person}", FRAMEWORK.key, f"p{person}", date(2026, 3, 1))
    return replace(start, state=DialogueState.APPROVED, approval=APPROVED, **content)


def workbook(talks: list[Dialogue], people: int = 8, **content: Any) -> Workbook:
    cast = tuple(Employee(f"p{i}", f"Person {i}") for i in range(people))
    book = Workbook("w", people=cast, dialogues=tuple(talks), frameworks=(FRAMEWORK,))
    return replace(book, **content)


def placed(level: int) -> dict[str, Any]:
    key = (AGREED, "it", Dimension.PRACTICAL)
    return {"placements": {key: Placement(PlacementState.PLACED, level)}}


def marked(*marks: Mark, level: Level = Level.BASIC) -> dict[str, Any]:
    items = IT.at(level)
    return {"items": {(AGREED, i.id): ItemAnswer(m) for i, m in zip(items, marks, strict=False)}}


def agreed(book: Workbook, framework: Framework = FRAMEWORK) -> Any:
    return count(book, framework, DialogueKind.DIALOGUE, LAST)


def cell_of(histograms: Any) -> Any:
    wanted = ("it", Dimension.PRACTICAL)
    return next(c for c in histograms.cells if (c.field_id, c.dimension) == wanted)


def test_the_latest_approved_talk_of_each_person_counts() -> None:
    old = replace(talk(1, **placed(1)), id="old", held_on=date(2025, 1, 1))
    draft = replace(
        talk(1, **placed(6)),
        id="draft",
        held_on=date(2026, 6, 1),
        state=DialogueState.AMENDED,
    )
    later = replace(talk(1, **placed(5)), id="later", held_on=date(2027, 1, 1))
    book = workbook([talk(1, **placed(4)), old, draft, later])
    assert [t.id for t in counted_talks(book, DialogueKind.DIALOGUE, LAST)] == ["t1"]
    assert cell_of(agreed(book)).levels == (0, 0, 0, 0, 1, 0, 0)


def test_of_two_talks_on_one_day_the_last_made_counts() -> None:
    second = replace(talk(1, **placed(2)), id="second")
    book = workbook([talk(1, **placed(4)), second])
    assert [t.id for t in counted_talks(book, DialogueKind.DIALOGUE, LAST)] == ["second"]


def test_who_left_or_is_archived_does_not_count() -> None:
    people = (
        Employee("p1", "Gået", left_on=date(2026, 5, 1)),
        Employee("p2", "Arkiveret", archived=True),
        Employee("p3", "Går næste år", left_on=date(2027, 1, 1)),
    )
    book = replace(workbook([talk(i, **placed(3)) for i in (1, 2, 3)]), people=people)
    assert agreed(book).people == 1


def test_letting_both_stand_and_not_relevant_are_counted_apart() -> None:
    key = (AGREED, "it", Dimension.PRACTICAL)
    states = (PlacementState.LET_STAND, PlacementState.LET_STAND, PlacementState.NOT_RELEVANT)
    talks = [talk(i, placements={key: Placement(s)}) for i, s in enumerate(states)]
    found = cell_of(agreed(workbook([*talks, talk(5, **placed(0))])))
    assert (found.people, found.let_stand, found.not_relevant) == (1, 2, 1)


def test_starting_points_never_count() -> None:
    key = (Viewpoint.LEADER, "it", Dimension.PRACTICAL)
    book = workbook([talk(1, placements={key: Placement(PlacementState.PLACED, 6)})])
    assert cell_of(agreed(book)).people == 0


def test_breadth_needs_every_relevant_basic_item_and_depth_one_specialised() -> None:
    every = len(IT.at(Level.BASIC))
    all_sure = talk(1, **marked(*[Mark.CONFIDENT] * every))
    one_missing = talk(2, **marked(*[Mark.SHARES] * (every - 1)))
    items: dict[Any, ItemAnswer] = dict(marked(*[Mark.SHARES] * (every - 1))["items"])
    items[AGREED, IT.at(Level.BASIC)[-1].id] = ItemAnswer(not_relevant=True)
    rest_not_relevant = talk(3, items=items)
    deep = talk(4, **marked(Mark.CONFIDENT, level=Level.SPECIALISED))
    shallow = talk(5, **marked(Mark.UNDER_WAY, level=Level.SPECIALISED))
    found = agreed(workbook([all_sure, one_missing, rest_not_relevant, deep, shallow]))
    rows = {(f.field_id, f.level): (f.people, f.settled) for f in found.fields}
    assert rows["it", Level.BASIC] == (3, 2)
    assert rows["it", Level.SPECIALISED] == (2, 1)
    assert rows["lov", Level.BASIC] == (0, 0)


def test_only_unchanged_items_are_added_up_across_frameworks() -> None:
    reworded = replace(IT.items[0], text="Noget andet")
    field = replace(IT, items=(reworded, *IT.items[1:]))
    fields = tuple(field if f.id == "it" else f for f in FRAMEWORK.fields)
    own = replace(FRAMEWORK, version="2", fields=fields)
    held = talk(1, **marked(Mark.CONFIDENT, Mark.SHARES), **placed(4))
    book = workbook([held], frameworks=(FRAMEWORK, own))
    found = agreed(book, own)
    marks = {i.item_id: i.marks for i in found.items}
    assert marks[IT.items[0].id] == (0, 0, 0, 0)
    assert marks[IT.items[1].id] == (0, 0, 0, 1)
    assert cell_of(found).people == 1


def test_needs_are_counted_in_people_by_field_dimension_and_known_form() -> None:
    known = FRAMEWORK.learning_forms[0].name
    practical = (Dimension.PRACTICAL,)
    agreements = (
        Agreement("a", "Noget", "it", practical, (known, "Hemmelig egen form")),
        Agreement("b", "Andet", "it", practical, (known,)),
        Agreement("c", "Sket", "it", practical, (known,), status=AgreementStatus.DONE),
    )
    potentials = (Statement("s", About("lov", Dimension.REFLEXIVE), "tekst"),)
    wish = {(AGREED, IT.items[0].id): ItemAnswer(wish=True)}
    held = [talk(i, agreements=agreements, potentials=potentials, items=wish) for i in (1, 2)]
    found = {
        (n.kind, n.field_id, n.dimension, n.form): n.people for n in agreed(workbook(held)).needs
    }
    assert found == {
        (NeedKind.AGREEMENT, "it", Dimension.PRACTICAL, known): 2,
        (NeedKind.AGREEMENT, "it", Dimension.PRACTICAL, "Andet"): 2,
        (NeedKind.POTENTIAL, "lov", Dimension.REFLEXIVE, ""): 2,
        (NeedKind.WISH, "it", None, ""): 2,
    }


def test_job_functions_are_counted_where_their_people_are_placed() -> None:
    people = tuple(Employee(f"p{i}", f"P{i}", job_function_ids=("f",)) for i in range(3))
    book = workbook([talk(0, **placed(5)), talk(1, **placed(3)), talk(2)], people=3)
    book = replace(book, people=people, job_functions=(JobFunction("f", "Mentor"),))
    (group,) = agreed(book).groups
    assert (group.name, group.field_id, group.people, group.deep) == ("Mentor", "it", 2, 1)


PARTS = {
    "only items": [talk(i, **marked(Mark.CONFIDENT)) for i in range(6)],
    "only placements": [talk(i, **placed(3)) for i in range(6)],
    "a mix": [talk(i, **(placed(3) if i else marked(Mark.NEW))) for i in range(6)],
}


@pytest.mark.parametrize(
    ("part", "cell", "level"),
    [
        ("only items", "ikke placeret", "højst 2 af 6"),
        ("only placements", "flest på 3 eller mere · bredde mindst 4 · af 6", "ikke drøftet"),
        ("a mix", "flest på 3 eller mere · bredde mindst 3 · af 5", "for få"),
    ],
)
def test_an_organisation_gets_what_it_has(part: str, cell: str, level: str) -> None:
    profile = publish(FRAMEWORK, agreed(workbook(PARTS[part])), "2026")
    assert profile.cell("it", Dimension.PRACTICAL).words == cell
    assert profile.level("it", Level.BASIC).words == level
    assert profile.placed is (part != "only items")
    assert profile.discussed is (part != "only placements")
    assert profile.cell("lov", Dimension.PRACTICAL).shown is Shown.NOT_PLACED


def test_screening_is_a_series_of_its_own() -> None:
    screened = [replace(t, kind=DialogueKind.SCREENING) for t in PARTS["only items"]]
    placed_too = [replace(talk(i, **placed(2)), id=f"d{i}") for i in range(3)]
    series = both_series(workbook([*screened, *placed_too]), FRAMEWORK, LAST)
    assert (series.agreed.people, series.screening.people) == (3, 6)
    assert cell_of(series.screening).people == 0
    assert cell_of(series.agreed).people == 3


def test_a_team_is_seen_by_name_with_what_rests_on_one_person() -> None:
    shares = talk(0, **placed(6))
    people = (
        Employee("p0", "Åse Ny", may_be_named=True),
        Employee("p1", "Bo Hansen"),
        Employee("p2", "Uden Samtale"),
    )
    book = replace(workbook([shares, talk(1, **placed(2))]), people=people)
    view = team_overview(book, FRAMEWORK, date(2026, 11, 23))
    assert [row.person.name for row in view.rows] == ["Bo Hansen", "Uden Samtale", "Åse Ny"]
    it = next(f for f in view.fields if f.field_id == "it")
    assert [p.name for p in it.may_be_asked] == ["Åse Ny"]
    assert it.sentence == "Dybden hviler på Åse Ny."
    assert [row.person.name for row in view.due] == ["Uden Samtale"]
    not_named = replace(book, people=tuple(replace(p, may_be_named=False) for p in people))
    again = team_overview(not_named, FRAMEWORK, date(2026, 11, 23))
    assert all(not f.may_be_asked for f in again.fields)
