"""Organisations whose true figures are known, because they are made from a formula."""

from dataclasses import replace
from datetime import UTC, date, datetime

from kompasskive.dialogue.model import (
    Approval,
    Dialogue,
    DialogueState,
    Employee,
    ItemAnswer,
    JobFunction,
    Placement,
    PlacementState,
    Viewpoint,
    Workbook,
)
from kompasskive.dialogue.organisation import Goal, Lever, Priority
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Dimension, Mark

FRAMEWORK = bundled()
APPROVED = Approval(datetime(2026, 9, 1, 9, 0, tzinfo=UTC))
HELD = date(2026, 9, 1)
DANGEROUS = "=1+1"
MARKS = tuple(Mark)


def level_of(person: int, field: int, dimension: int) -> int:
    """The level the organisation's formula gives: 0-6."""
    return (person * person + person * field + 2 * field * dimension + dimension) % 7


def mark_of(person: int, item: int) -> Mark:
    """The mark it gives an item, by the item's place in the framework."""
    return MARKS[(person + item) % 4]


def true_levels(people: int, field: int, dimension: int) -> list[int]:
    """Everybody's level in one cell, sorted."""
    return sorted(level_of(person, field, dimension) for person in range(people))


def organisation(people: int, start: int = 0) -> Workbook:
    """A file where everybody has one approved talk, by the formula."""
    cast = tuple(
        Employee(f"p{i}", f"Person {i} Fortrolig", job_function_ids=("f",))
        for i in range(start, start + people)
    )
    return Workbook(
        id="org",
        organisation="Jobcenter Prøveby",
        people=cast,
        job_functions=(JobFunction("f", DANGEROUS),),
        dialogues=tuple(_talk(i) for i in range(start, start + people)),
        frameworks=(FRAMEWORK,),
        goals=(Goal("it", priority=1, depth=20), Goal("lov", breadth=2, depth=1)),
        priorities=(
            Priority("a", "2026", "+45 kurser", Lever.LEARNING, "it", "@HR", date(2027, 1, 31)),
        ),
    )


def without_placements(workbook: Workbook) -> Workbook:
    """The same talks with items only."""
    talks = tuple(replace(talk, placements={}) for talk in workbook.dialogues)
    return replace(workbook, dialogues=talks)


def _talk(person: int) -> Dialogue:
    placements = {
        (Viewpoint.AGREED, field.id, dimension): Placement(
            PlacementState.PLACED, level_of(person, f, d), "et fortroligt eksempel"
        )
        for f, field in enumerate(FRAMEWORK.fields)
        for d, dimension in enumerate(Dimension)
    }
    items = [item for field in FRAMEWORK.fields for item in field.items]
    return Dialogue(
        id=f"t{person}",
        framework_key=FRAMEWORK.key,
        employee_id=f"p{person}",
        held_on=HELD,
        state=DialogueState.APPROVED,
        approval=APPROVED,
        placements=placements,
        items={
            (Viewpoint.AGREED, item.id): ItemAnswer(mark_of(person, i))
            for i, item in enumerate(items)
        },
        remark="fortrolig bemærkning",
    )
