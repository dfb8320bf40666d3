"""Suggestions carry their reason, repeat nothing and never call depth a gap."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import dialogues, marked_dialogues

from kompasskive.dialogue import edits, plan
from kompasskive.dialogue.model import (
    About,
    Agreement,
    Dialogue,
    Placement,
    PlacementState,
    Viewpoint,
)
from kompasskive.dialogue.plan import StatementKind, has_room, statements
from kompasskive.dialogue.suggestions import (
    Suggestion,
    SuggestionKind,
    learning_forms_for,
    suggest,
    unheard_wishes,
)
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Dimension, Level, Mark

FRAMEWORK = bundled()


def talk(**marks: Mark) -> Dialogue:
    dialogue = Dialogue("t", FRAMEWORK.key, "p", date(2026, 11, 23))
    for name, mark in marks.items():
        dialogue = edits.set_mark(dialogue, name.replace("_", "-"), mark)
    return dialogue


def of_kind(dialogue: Dialogue, kind: SuggestionKind) -> list[Suggestion]:
    return [s for s in suggest(FRAMEWORK, dialogue, "Jens") if s.kind is kind]


def test_what_others_can_draw_on_is_a_strength() -> None:
    shares = talk(it_g1=Mark.SHARES, it_g4=Mark.SHARES, it_s1=Mark.SHARES)
    (strength,) = of_kind(shares, SuggestionKind.STRENGTH)
    assert strength.about == About("it")
    assert strength.reason == "Andre kan trække på Jens på 3 punkter under IT & Digital"


def test_a_strength_already_told_becomes_something_to_do() -> None:
    told = plan.add_statement(
        talk(it_g1=Mark.SHARES), StatementKind.STRENGTH, "s", About("it"), "CRM"
    )
    assert of_kind(told, SuggestionKind.STRENGTH) == []
    (agreement,) = of_kind(told, SuggestionKind.AGREEMENT)
    assert agreement.text == "Jens viser kollegerne sin måde at arbejde på under IT & Digital."
    assert agreement.reason == "Andre kan trække på Jens på 1 punkt under IT & Digital"
    agreed = plan.add_agreement(told, Agreement("a", "Viser CRM", field_id="it"))
    assert of_kind(agreed, SuggestionKind.AGREEMENT) == []


def test_depth_in_a_placement_is_a_strength() -> None:
    placed = edits.place(talk(), "it", Dimension.REFLEXIVE, 5)
    (strength,) = of_kind(placed, SuggestionKind.STRENGTH)
    assert strength.reason == "IT & Digital · Refleksiv: Specialist"


def test_wishes_are_potentials_at_both_levels() -> None:
    wishing = edits.set_wish(edits.set_wish(talk(), "lov-g2", True), "lov-s1", True)
    (potential,) = of_kind(wishing, SuggestionKind.POTENTIAL)
    assert potential.about == About("lov")
    assert potential.reason == "»Vil gerne udvikle« er sat ved 2 punkter under Lov & Myndighed"


def test_many_new_basic_items_are_a_potential() -> None:
    new = talk(lov_g1=Mark.NEW, lov_g2=Mark.UNDER_WAY, lov_g3=Mark.NEW)
    (potential,) = of_kind(new, SuggestionKind.POTENTIAL)
    assert potential.reason == (
        "3 grundlæggende punkter under Lov & Myndighed er »Nyt« eller »På vej«"
    )


def test_a_dimension_on_its_way_in_most_fields_is_a_potential() -> None:
    dialogue = talk()
    for number, field in enumerate(FRAMEWORK.fields[:4]):
        dialogue = edits.place(dialogue, field.id, Dimension.RELATIONAL, 1 + number % 2)
    (potential,) = of_kind(dialogue, SuggestionKind.POTENTIAL)
    assert potential.about == About(None, Dimension.RELATIONAL)
    assert potential.reason == "Relationel: I gang eller Godt i gang i 4 felter"
    assert "rollespil" in potential.text


def test_a_dimension_mastered_in_most_fields_is_a_strength() -> None:
    dialogue = talk()
    for field in FRAMEWORK.fields[:5]:
        dialogue = edits.place(dialogue, field.id, Dimension.PRACTICAL, 3)
    (strength,) = of_kind(dialogue, SuggestionKind.STRENGTH)
    assert strength.reason == "Praktisk: Mestrer eller mere i 5 felter"


@given(st.sets(st.sampled_from([i.id for f in FRAMEWORK.fields for i in f.at(Level.SPECIALISED)])))
def test_the_specialised_level_is_never_a_gap(new: set[str]) -> None:
    dialogue = talk(**dict.fromkeys(new, Mark.NEW))
    assert suggest(FRAMEWORK, dialogue, "Jens") == ()


@settings(max_examples=40)
@given(dialogues(FRAMEWORK))
def test_nothing_is_suggested_that_the_plan_has_or_has_no_room_for(dialogue: Dialogue) -> None:
    told = suggest(FRAMEWORK, dialogue, "Jens")
    assert len({(s.kind, s.about) for s in told}) == len(told)
    for kind in (StatementKind.STRENGTH, StatementKind.POTENTIAL):
        new = [s.about for s in told if s.kind.value == kind.value]
        assert not set(new) & {s.about for s in statements(dialogue, kind)}
        assert len(new) <= 3 * has_room(dialogue, kind)


@given(marked_dialogues(FRAMEWORK))
def test_every_suggestion_says_why(dialogue: Dialogue) -> None:
    for suggestion in suggest(FRAMEWORK, dialogue, ""):
        assert suggestion.text
        assert suggestion.reason


def test_learning_forms_of_the_dimension_come_first() -> None:
    forms = learning_forms_for(FRAMEWORK, [Dimension.RELATIONAL])
    assert [f.dimension for f in forms[:5]] == [Dimension.RELATIONAL] * 5
    assert forms[5].dimension is None
    assert sorted(f.id for f in forms) == sorted(f.id for f in FRAMEWORK.learning_forms)


def _seen(employee: int, leader: int, agreed: Placement | None = None) -> Dialogue:
    key = ("it", Dimension.PRACTICAL)
    placements = {
        (Viewpoint.EMPLOYEE, *key): Placement(PlacementState.PLACED, employee),
        (Viewpoint.LEADER, *key): Placement(PlacementState.PLACED, leader),
    }
    if agreed is not None:
        placements[Viewpoint.AGREED, *key] = agreed
    return replace(talk(), placements=placements, revealed=True)


def test_where_the_two_differ_they_may_look_at_a_case_together() -> None:
    for agreed in (None, Placement(PlacementState.LET_STAND)):
        (potential,) = of_kind(_seen(4, 2, agreed), SuggestionKind.POTENTIAL)
        assert potential.about == About("it", Dimension.PRACTICAL)
        assert potential.reason == (
            "I ser forskelligt på IT & Digital · Praktisk: »Fordyber sig« og »Godt i gang«"
        )


def test_differences_are_not_told_before_the_cards_are_turned_or_after_they_agreed() -> None:
    agreed = Placement(PlacementState.PLACED, 3)
    for dialogue in (replace(_seen(4, 2), revealed=False), _seen(4, 2, agreed), _seen(3, 3)):
        assert of_kind(dialogue, SuggestionKind.POTENTIAL) == []


def test_a_wish_is_heard_when_the_plan_is_about_its_field() -> None:
    wished = edits.set_wish(talk(), "it-s1", True)
    assert unheard_wishes(FRAMEWORK, wished) == ("IT & Digital",)
    agreed = plan.add_agreement(wished, Agreement("a", "Kursus", "it"))
    assert unheard_wishes(FRAMEWORK, agreed) == ()
    told = plan.add_statement(wished, StatementKind.POTENTIAL, "p", About("it"), "Mere af det.")
    assert unheard_wishes(FRAMEWORK, told) == ()
