"""Progress in words, and what it never says."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from tests.strategies import marked_dialogues

from kompasskive.dialogue import edits, progress
from kompasskive.dialogue.model import About, Agreement, Dialogue, Note, NoteScope, Statement
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import CompetenceField, Dimension, Level, Mark

FRAMEWORK = bundled()
LAW = FRAMEWORK.field("lov")


def talk(**marks: Mark) -> Dialogue:
    dialogue = Dialogue("t", FRAMEWORK.key, "p", date(2026, 11, 23))
    for name, mark in marks.items():
        dialogue = edits.set_mark(dialogue, f"lov-{name}", mark)
    return dialogue


def everything(field: CompetenceField) -> Dialogue:
    dialogue = talk()
    for item in field.items:
        dialogue = edits.set_mark(dialogue, item.id, Mark.NEW)
    return dialogue


def test_the_pictures_talk_in_words() -> None:
    dialogue = talk(g1=Mark.CONFIDENT, g2=Mark.UNDER_WAY)
    assert progress.fields_touched(FRAMEWORK, dialogue) == "1 af 6 felter berørt"
    assert progress.field_progress(dialogue, LAW) == "I gang – 2 af 10 punkter"
    assert progress.level_progress(dialogue, LAW, Level.BASIC) == "2 af 5 drøftet"
    assert progress.support(dialogue, LAW) == "1 af 5 grundlæggende er fast praksis, 3 ikke drøftet"


def test_before_after_and_between() -> None:
    assert progress.field_progress(talk(), LAW) == "Ikke drøftet endnu"
    placed = edits.place(talk(), "lov", Dimension.PRACTICAL, 0)
    assert progress.field_progress(placed, LAW) == "Placeret – ingen punkter endnu"
    assert progress.fields_touched(FRAMEWORK, placed) == "1 af 6 felter berørt"
    assert progress.field_progress(everything(LAW), LAW) == "Alle punkter drøftet"


def test_a_wish_alone_is_no_progress() -> None:
    assert progress.field_progress(edits.set_wish(talk(), "lov-g1", True), LAW) == (
        "Ikke drøftet endnu"
    )


def test_not_relevant_is_discussed_but_leaves_the_denominator() -> None:
    dialogue = edits.set_not_relevant(talk(g1=Mark.SHARES), "lov-g2", True, "andet team")
    assert progress.level_progress(dialogue, LAW, Level.BASIC) == "2 af 5 drøftet"
    assert progress.support(dialogue, LAW) == "1 af 4 grundlæggende er fast praksis, 3 ikke drøftet"


def test_the_specialised_level_is_an_invitation() -> None:
    assert progress.level_progress(talk(), LAW, Level.SPECIALISED, "Jens") == (
        "Tal om dem, der er noget for Jens"
    )
    assert progress.level_progress(talk(), LAW, Level.SPECIALISED) == (
        "Tal om dem, der er noget for jer"
    )
    assert progress.level_progress(talk(s1=Mark.NEW), LAW, Level.SPECIALISED) == "1 af 5 drøftet"


def test_depth_is_mentioned_where_it_is() -> None:
    assert progress.support(talk(s1=Mark.CONFIDENT), LAW) == (
        "Ingen grundlæggende er drøftet endnu · 1 af 5 specialiserede er fast praksis"
    )


def test_depth_without_a_specialised_item_asks_for_an_example() -> None:
    def asks(dialogue: Dialogue) -> bool:
        return progress.asks_for_example(dialogue, LAW, Dimension.PRACTICAL)

    deep = edits.place(talk(g1=Mark.SHARES), "lov", Dimension.PRACTICAL, 5)
    assert asks(deep)
    assert not asks(edits.set_mark(deep, "lov-s1", Mark.CONFIDENT))
    assert not asks(edits.place(deep, "lov", Dimension.PRACTICAL, 4))
    assert not asks(talk())


@given(marked_dialogues(FRAMEWORK))
def test_nothing_counts_zero_specialised_items(dialogue: Dialogue) -> None:
    for field in FRAMEWORK.fields:
        assert "0 af" not in progress.level_progress(dialogue, field, Level.SPECIALISED)
        depth = [s for s in progress.support(dialogue, field).split(" · ") if "speciali" in s]
        assert not any(sentence.startswith("0 af") for sentence in depth)


@given(marked_dialogues(FRAMEWORK))
def test_counts_add_up(dialogue: Dialogue) -> None:
    for field in FRAMEWORK.fields:
        counts = progress.tally(dialogue, field.items)
        assert counts.settled + counts.undiscussed <= counts.relevant <= counts.total
        assert counts.discussed + counts.undiscussed == len(field.items)


def test_what_is_approved_is_summed_up_in_counts_of_the_two_s_own_words() -> None:
    dialogue = talk(g1=Mark.CONFIDENT)
    assert progress.summary(FRAMEWORK, dialogue) == ("1 af 6 felter berørt", "Ingen plan endnu")
    planned = replace(
        edits.park(edits.park(dialogue, "a", "Et"), "b", "To"),
        strengths=(Statement("s", About("lov"), "x"),),
        agreements=(Agreement("1", "x"), Agreement("2", "y")),
        notes=(Note("n", NoteScope.TALK, "", "x", to_file=True),),
    )
    assert progress.summary(FRAMEWORK, edits.close_parked(planned, "b")) == (
        "1 af 6 felter berørt",
        "1 styrkeposition, 2 aftaler",
        "1 parkeret emne venter",
        "1 note til personalesagen",
    )
