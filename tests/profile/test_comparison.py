""" "Siden sidst": the four words, what is left out, and which talk is last time's."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from tests.strategies import marked_dialogues

from kompasskive.dialogue import edits
from kompasskive.dialogue.approval import approve, read_through
from kompasskive.dialogue.example import example_workbook
from kompasskive.dialogue.model import (
    Dialogue,
    DialogueKind,
    DialogueState,
    Placement,
    PlacementState,
    Viewpoint,
    Workbook,
)
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Dimension, Mark
from kompasskive.profile.comparison import Change, compare, headline, previous_dialogue

FRAMEWORK = bundled()
TODAY = date(2026, 11, 23)
AT = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
KEY = (Viewpoint.AGREED, "lov", Dimension.PRACTICAL)
DRAFT = [DialogueState.IN_PROGRESS]


def talk(dialogue_id: str = "t", held_on: date = TODAY) -> Dialogue:
    return Dialogue(dialogue_id, FRAMEWORK.key, "p", held_on)


def placed(level: int | None) -> Dialogue:
    if level is None:
        return edits.set_placement_not_relevant(talk(), "lov", Dimension.PRACTICAL, True)
    return edits.place(talk(), "lov", Dimension.PRACTICAL, level)


@pytest.mark.parametrize(
    ("before", "after", "change", "word"),
    [
        (3, 4, Change.NEW_STRENGTH, "Ny styrke"),
        (0, 6, Change.NEW_STRENGTH, "Ny styrke"),
        (2, 3, Change.MOVING, "Bevæger sig"),
        (4, 6, Change.MOVING, "Bevæger sig"),
        (5, 5, Change.UNCHANGED, "Uændret"),
        (None, None, Change.UNCHANGED, "Uændret"),
        (4, 3, Change.CHANGED_FOCUS, "Ændret fokus"),
        (4, None, Change.CHANGED_FOCUS, "Ændret fokus"),
        (None, 4, Change.CHANGED_FOCUS, "Ændret fokus"),
    ],
)
def test_the_four_words(before: int | None, after: int | None, change: Change, word: str) -> None:
    (row,) = compare(FRAMEWORK, placed(after), placed(before)).rows
    assert (row.change, row.word) == (change, word)
    assert (row.field, row.dimension_name, row.number) == ("Lov & Myndighed", "Praktisk", 2)


def test_rows_carry_the_words_of_both_talks() -> None:
    (row,) = compare(FRAMEWORK, placed(2), placed(None)).rows
    assert (row.before, row.after) == ("Ikke relevant", "Godt i gang")


@given(marked_dialogues(FRAMEWORK), marked_dialogues(FRAMEWORK))
def test_only_cells_both_talks_have(now: Dialogue, then: Dialogue) -> None:
    def settled(dialogue: Dialogue) -> set[tuple[str, Dimension]]:
        return {
            (field_id, dimension)
            for (viewpoint, field_id, dimension), p in dialogue.placements.items()
            if viewpoint is Viewpoint.AGREED and p.state is not PlacementState.LET_STAND
        }

    rows = compare(FRAMEWORK, now, then).rows
    assert {(r.field_id, r.dimension) for r in rows} == settled(now) & settled(then)


@given(marked_dialogues(FRAMEWORK))
def test_nothing_changes_against_itself(dialogue: Dialogue) -> None:
    comparison = compare(FRAMEWORK, dialogue, dialogue)
    assert all(row.change is Change.UNCHANGED for row in comparison.rows)
    assert comparison.not_comparable == ()
    assert headline(comparison) == "Siden sidst"


def test_both_views_standing_is_no_value_to_compare() -> None:
    standing = replace(talk(), placements={KEY: Placement(PlacementState.LET_STAND)})
    assert compare(FRAMEWORK, standing, placed(2)).rows == ()


def test_jens_since_last_time() -> None:
    then, now = example_workbook(FRAMEWORK, 1, 1, TODAY).dialogues
    comparison = compare(FRAMEWORK, now, then)
    assert headline(comparison) == "Siden sidst: 7 steder har bevæget sig"
    strengths = [
        (r.number, r.dimension) for r in comparison.rows if r.change is Change.NEW_STRENGTH
    ]
    assert strengths == [
        (1, Dimension.PRACTICAL),
        (3, Dimension.REFLEXIVE),
        (5, Dimension.REFLEXIVE),
    ]
    assert headline(compare(FRAMEWORK, placed(3), placed(2))) == (
        "Siden sidst: 1 sted har bevæget sig"
    )


def test_what_the_frameworks_do_not_share_is_not_compared() -> None:
    first, second, *others = FRAMEWORK.fields
    items = (replace(second.items[0], text="Nyt ordvalg"), *second.items[1:])
    adapted = replace(FRAMEWORK, version="2", fields=(replace(second, items=items), *others))
    then = edits.place(placed(2), first.id, Dimension.PRACTICAL, 1)
    for item in (first.items[0], second.items[0], second.items[1]):
        then = edits.set_mark(then, item.id, Mark.NEW)
    now = edits.set_mark(replace(placed(3), framework_key=adapted.key), "lov-g1", Mark.SHARES)
    comparison = compare(adapted, now, then, FRAMEWORK)
    assert [row.field_id for row in comparison.rows] == ["lov"]
    assert comparison.not_comparable == ("Nyt ordvalg", first.items[0].text, second.items[0].text)


def test_last_time_is_the_latest_approved_talk_of_the_same_kind() -> None:
    old = approve(read_through(talk("old", date(2024, 1, 1))), AT)
    latest = approve(read_through(talk("latest", date(2025, 1, 1))), AT)
    draft = talk("draft", date(2026, 1, 1))
    screening = replace(
        approve(read_through(talk("screening", date(2026, 2, 1))), AT), kind=DialogueKind.SCREENING
    )
    another = replace(approve(read_through(talk("another", date(2026, 2, 1))), AT), employee_id="q")
    later = approve(read_through(talk("later", date(2027, 1, 1))), AT)
    now = talk("now")
    book = Workbook("w", dialogues=(later, latest, old, draft, screening, another, now))
    assert previous_dialogue(book, now) == latest
    assert previous_dialogue(book, later) == latest
    assert previous_dialogue(book, old) is None


def test_of_two_talks_on_one_day_the_first_in_the_book_is_last_time() -> None:
    first, second = (
        approve(read_through(talk("first")), AT),
        approve(read_through(talk("second")), AT),
    )
    book = Workbook("w", dialogues=(first, second))
    assert previous_dialogue(book, second) == first
    assert previous_dialogue(book, first) is None


@given(marked_dialogues(FRAMEWORK, DRAFT))
def test_a_draft_is_never_last_time(draft: Dialogue) -> None:
    now = talk("now", date(2100, 1, 1))
    assert previous_dialogue(Workbook("w", dialogues=(draft, now)), now) is None
