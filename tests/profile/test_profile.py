"""The profile: the one model, and that dial values, table and words agree."""

from dataclasses import fields, replace
from datetime import date
from typing import Any
from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import dialogues, marked_dialogues

from kompasskive.dialogue import edits, plan
from kompasskive.dialogue.example import example_workbook
from kompasskive.dialogue.model import About, Dialogue, PlacementState, Viewpoint
from kompasskive.dialogue.plan import StatementKind
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Dimension, Level, Mark
from kompasskive.kept import Kept
from kompasskive.profile import fields as field_profiles
from kompasskive.profile import profile as profiles
from kompasskive.profile.fields import STATE_WORDS
from kompasskive.profile.model import CellState, Profile
from kompasskive.profile.profile import empty_profile, make_profile
from kompasskive.profile.words import in_words, table

FRAMEWORK = bundled()
TODAY = date(2026, 11, 23)


def talk() -> Dialogue:
    return Dialogue("t", FRAMEWORK.key, "p", TODAY)


def profile(dialogue: Dialogue, previous: Dialogue | None = None) -> Profile:
    return make_profile(FRAMEWORK, dialogue, "Jens Jensen", previous)


def jens() -> Profile:
    workbook = example_workbook(FRAMEWORK, 1, 1, TODAY)
    then, now = workbook.dialogues
    return profile(now, then)


@given(marked_dialogues(FRAMEWORK))
def test_cells_show_the_agreed_placements(dialogue: Dialogue) -> None:
    for field in profile(dialogue).fields:
        for cell in field.cells:
            agreed = dialogue.placement(field.field_id, cell.dimension)
            assert (cell.level is None) == (cell.state is not CellState.PLACED)
            assert cell.level == (agreed.level if agreed else None)
            assert cell.state.value == (agreed.state.value if agreed else "not_discussed")
            if cell.level is not None:
                assert cell.word == FRAMEWORK.placement_word(cell.level)
            else:
                assert cell.word == STATE_WORDS[cell.state]


@given(marked_dialogues(FRAMEWORK))
def test_beads_and_counts_agree_with_the_marks(dialogue: Dialogue) -> None:
    for field in profile(dialogue).fields:
        for beads, counts in (
            (field.basic, field.basic_counts),
            (field.specialised, field.specialised_counts),
        ):
            assert [b.mark for b in beads] == [dialogue.answer(b.item_id).mark for b in beads]
            settled = [b for b in beads if b.mark in (Mark.CONFIDENT, Mark.SHARES)]
            undiscussed = [b for b in beads if b.word == "Ikke drøftet"]
            assert counts.settled == len(settled)
            assert counts.relevant == sum(not b.not_relevant for b in beads)
            assert counts.undiscussed == len(undiscussed)


@settings(max_examples=50)
@given(dialogues(FRAMEWORK))
def test_dial_table_and_words_agree(dialogue: Dialogue) -> None:
    made = profile(dialogue)
    for field, row, told in zip(made.fields, table(made).rows, in_words(made), strict=True):
        assert (row.number, row.field) == (told.number, told.name) == (field.number, field.name)
        assert row.placements == tuple(cell.word for cell in field.cells)
        placed = any(cell.state is not CellState.NOT_DISCUSSED for cell in field.cells)
        for summary, cell in zip(made.dimensions, field.cells, strict=True):
            assert (f"{summary.name}: {cell.word}" in told.text) == placed
        for counts, in_table in (
            (field.basic_counts, row.basic),
            (field.specialised_counts, row.specialised),
        ):
            if counts.settled:
                assert in_table == f"{counts.settled} af {counts.relevant}"
                assert in_table in told.text
        assert ("Styrkeposition." in told.text) == field.strength
        assert ("Kursen er sat hertil." in told.text) == field.direction


@given(marked_dialogues(FRAMEWORK))
def test_the_specialised_level_is_never_a_gap(dialogue: Dialogue) -> None:
    made = profile(dialogue)
    assert not any(row.specialised.startswith("0 af") for row in table(made).rows)
    for told in in_words(made):
        assert not any(s.startswith("0 af") and "speciali" in s for s in told.text.split(". "))


@given(marked_dialogues(FRAMEWORK))
def test_no_percentages_and_no_totals(dialogue: Dialogue) -> None:
    made = profile(dialogue)
    everything = " ".join([s.text for s in made.dimensions] + [w.text for w in in_words(made)])
    assert "%" not in everything
    assert "gennemsnit" not in everything


@given(marked_dialogues(FRAMEWORK))
def test_starting_points_show_only_when_the_cards_are_turned(dialogue: Dialogue) -> None:
    sealed = profile(replace(dialogue, revealed=False))
    cells = [cell for field in sealed.fields for cell in field.cells]
    assert all(cell.employee is None and cell.leader is None for cell in cells)
    for field in profile(replace(dialogue, revealed=True)).fields:
        for cell in field.cells:
            own = dialogue.placement(field.field_id, cell.dimension, Viewpoint.EMPLOYEE)
            placed = own is not None and own.state is PlacementState.PLACED
            assert cell.employee == (own.level if own and placed else None)


def test_jens_in_words() -> None:
    practical, reflexive, relational = jens().dimensions
    assert practical.text == (
        "Mestrer eller mere i fem felter, og dybde i tre. Ressourceperson i IT & Digital."
    )
    assert reflexive.text == (
        "Mestrer eller mere i tre felter, og dybde i to. "
        "Er gået fra Mestrer til Specialist i IT & Digital."
    )
    assert relational.text == (
        "Mestrer i IT & Digital, i gang eller godt i gang i de andre. "
        "Jens har valgt den som udviklingspotentiale."
    )
    assert (practical.strength, reflexive.strength, relational.strength) == (True, False, False)


def test_jens_beside_last_time() -> None:
    made = jens()
    law = made.fields[1]
    assert law.cell(Dimension.PRACTICAL).previous_word == "I gang"
    assert [b.previous_word for b in law.basic] == ["På vej", "På vej", "Nyt", "På vej", "Nyt"]
    assert [b.previous_word for b in law.specialised] == ["Nyt", "", "", "", ""]
    assert (made.title, made.held_on, made.draft) == (
        "Kompetenceprofil for Jens Jensen",
        TODAY,
        True,
    )
    assert made.needle == 1
    assert [f.number for f in made.fields if f.strength] == [3, 5]
    assert [f.number for f in made.fields if f.direction] == [2, 6]
    assert [f.number for f in made.fields if f.parked] == [5]


def test_jens_in_the_table() -> None:
    made = table(jens())
    assert made.header == (
        "Felt",
        "Praktisk",
        "Refleksiv",
        "Relationel",
        "Grundlæggende",
        "Specialiseret",
    )
    assert [row.basic for row in made.rows] == [
        "5 af 6",
        "1 af 5",
        "4 af 4",
        "4 af 6",
        "5 af 5",
        "3 af 6",
    ]
    assert [row.specialised for row in made.rows] == ["1 af 5", "–", "4 af 5", "–", "2 af 5", "–"]


def test_the_empty_profile_says_not_discussed_everywhere() -> None:
    made = empty_profile(FRAMEWORK, "Ida Lund")
    assert (made.held_on, made.draft, made.needle) == (None, False, None)
    assert {w.text for w in in_words(made)} == {"Ikke drøftet endnu."}
    assert {s.text for s in made.dimensions} == {"Ikke drøftet endnu."}
    assert {(r.basic, r.specialised) for r in table(made).rows} == {("ikke drøftet",) * 2}


def test_the_needle_points_to_the_first_direction_only() -> None:
    direction = StatementKind.DIRECTION
    across = plan.add_statement(talk(), direction, "1", About(None, Dimension.RELATIONAL), "")
    both = plan.add_statement(across, direction, "2", About("it"), "")
    assert profile(both).needle is None
    assert profile(both).dimensions[2].direction
    assert profile(plan.move_statement(both, direction, "2", 0)).needle == 2


def test_marks_without_placements_say_what_is_missing() -> None:
    marked = edits.set_mark(talk(), "lov-g1", Mark.CONFIDENT)
    assert in_words(profile(marked))[1].text == (
        "Dimensionerne er ikke placeret endnu. "
        "1 af 5 grundlæggende er fast praksis, 4 ikke drøftet."
    )


def test_items_are_beside_last_time_only_when_unchanged() -> None:
    first, *others = FRAMEWORK.fields
    items = (replace(first.items[0], text="Nyt ordvalg"), *first.items[1:])
    adapted = replace(FRAMEWORK, version="2", fields=(replace(first, items=items), *others))
    then = edits.set_mark(talk(), first.items[0].id, Mark.NEW)
    then = edits.set_mark(then, first.items[1].id, Mark.NEW)
    now = Dialogue("now", adapted.key, "p", TODAY)
    beads = make_profile(adapted, now, "Jens", then, FRAMEWORK).fields[0].basic
    assert [b.previous_word for b in beads[:2]] == ["", "Nyt"]
    assert all(b.level is Level.BASIC for b in beads)


@given(dialogues(FRAMEWORK), dialogues(FRAMEWORK), st.data())
def test_a_profile_is_the_same_whether_or_not_its_fields_were_made_before(
    dialogue: Dialogue, other: Dialogue, data: st.DataObject
) -> None:
    """Every part of one talk that another one has in its place leads to what it would alone."""
    names = [f.name for f in fields(Dialogue) if f.name not in ("id", "framework_key")]
    profile(dialogue, other)
    for name in data.draw(st.lists(st.sampled_from(names), max_size=6)):
        dialogue = replace(dialogue, **{name: getattr(other, name)})
        made = profile(dialogue, other), profile(dialogue)
        names_kept = ("_FIELDS", "_CELLS", "_BEADS", "_PLACES")
        kept: dict[str, Any] = {each: Kept[object](256) for each in names_kept}
        texts = mock.patch.object(profiles, "_TEXTS", Kept[str](64))
        with mock.patch.multiple(field_profiles, **kept), texts:
            assert made == (profile(dialogue, other), profile(dialogue))


def test_a_mark_leaves_the_other_fields_the_very_same() -> None:
    workbook = example_workbook(FRAMEWORK, 1, 1, TODAY)
    before, now = workbook.dialogues
    field = FRAMEWORK.fields[1]
    marked = edits.set_mark(now, field.items[0].id, Mark.SHARES)
    pairs = list(zip(profile(now, before).fields, profile(marked, before).fields, strict=True))
    assert [one is two for one, two in pairs] == [f is not field for f in FRAMEWORK.fields]
