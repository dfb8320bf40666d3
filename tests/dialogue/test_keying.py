"""The long list and keying in a sheet: every code leads to its line, and nothing is guessed."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompasskive.dialogue.keying import Entry, Fault, read_entry
from kompasskive.dialogue.lines import LEVEL_SIGNS, MARK_SIGNS, Said, lines, put, said_words
from kompasskive.dialogue.model import Dialogue, DialogueKind, Placement, PlacementState, Viewpoint
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Dimension, Level, Mark

FRAMEWORK = bundled()
LINES = lines(FRAMEWORK)
BY_CODE = {line.code: line for line in LINES}
TALK = Dialogue("t", FRAMEWORK.key, "p", date(2026, 11, 23))


def understood(text: str, at: str = "") -> Entry:
    entry = read_entry(text, LINES, BY_CODE.get(at))
    assert isinstance(entry, Entry)
    return entry


def fault(text: str, at: str = "") -> str:
    found = read_entry(text, LINES, BY_CODE.get(at))
    assert isinstance(found, Fault)
    return found.sentence


def test_the_list_has_every_item_and_placement_once() -> None:
    assert len(LINES) == 61 + 18
    assert len(BY_CODE) == len(LINES)
    assert [line.code for line in LINES[9:16]] == ["1.10", "1.11", "1a", "1b", "1c", "2.1", "2.2"]


def test_a_retired_item_has_no_line() -> None:
    field = FRAMEWORK.fields[0]
    gone = replace(field.items[0], retired=True)
    fields = (replace(field, items=(gone, *field.items[1:])), *FRAMEWORK.fields[1:])
    adapted = lines(replace(FRAMEWORK, fields=fields))
    assert gone.id not in [line.item.id for line in adapted if line.item]
    assert adapted[0].code == "1.1"


@given(st.sampled_from(LINES), st.data())
def test_every_code_with_a_sign_is_that_line(line: object, data: st.DataObject) -> None:
    assert isinstance(line, type(LINES[0]))
    sign = data.draw(st.sampled_from([*(LEVEL_SIGNS if line.dimension else MARK_SIGNS)]))
    written = data.draw(
        st.sampled_from([line.code, line.code.replace(".", ","), line.code.upper()])
    )
    entry = understood(f"  {written}  {sign} ")
    assert entry.line is line
    assert (entry.said.mark or entry.said.level) == (
        LEVEL_SIGNS[sign] if line.dimension else MARK_SIGNS[sign]
    ) or entry.said.level == 0


@given(st.text(max_size=30))
def test_any_text_is_understood_or_refused_with_a_sentence(text: str) -> None:
    found = read_entry(text, LINES, LINES[0])
    assert isinstance(found, Entry) or found.sentence.endswith(".")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2.3 3", Said(mark=Mark.CONFIDENT)),
        ("2,3 3v", Said(mark=Mark.CONFIDENT, wish=True)),
        ("2.3v", Said(wish=True)),
        ("2.3 i", Said(not_relevant=True)),
        ("2.3 0", Said(cleared=True)),
        ("2b4", Said(level=4)),
        ("2 b 0", Said(level=0)),
        ("2b -", Said(cleared=True)),
        ("2b i", Said(not_relevant=True)),
    ],
)
def test_what_can_be_written(text: str, said: Said) -> None:
    assert understood(text).said == said


def test_a_mark_alone_is_about_the_line_in_view() -> None:
    assert understood("4", at="3.2").line.code == "3.2"
    assert understood("4", at="3c").said == Said(level=4)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "Skriv en kode og et mærke, fx 2.3 3 eller 2b 4."),
        ("2.3", "Skriv et mærke efter 2.3: 1–4, v for »Vil gerne udvikle«"),
        ("2.3 7", "»7« passer ikke til 2.3. Skriv 1–4"),
        ("2b 7", "»7« passer ikke til 2b. Skriv 0–6"),
        ("2b 3v", "»3v« passer ikke til 2b."),
        ("2.30 3", "Koden 2.30 findes ikke. I det felt er koderne 2.1–2.10 og 2a–2c."),
        ("9.1 3", "Koden 9.1 findes ikke. Felterne er 1–6."),
        ("2d 3", "Koden 2d findes ikke. I det felt er koderne 2.1–2.10 og 2a–2c."),
        ("hej", "Skriv en kode og et mærke"),
    ],
)
def test_a_fault_says_what_to_do(text: str, told: str) -> None:
    assert fault(text).startswith(told)


@pytest.mark.parametrize("viewpoint", list(Viewpoint))
def test_what_is_put_is_said_by_that_viewpoint_alone(viewpoint: Viewpoint) -> None:
    talk = put(TALK, BY_CODE["2.3"], Said(mark=Mark.NEW, wish=True), viewpoint)
    talk = put(talk, BY_CODE["2b"], Said(level=0), viewpoint)
    item = FRAMEWORK.fields[1].at(Level.BASIC)[2]
    assert talk.answer(item.id, viewpoint).mark is Mark.NEW
    assert talk.answer(item.id, viewpoint).wish
    placed = Placement(PlacementState.PLACED, 0)
    assert talk.placement("lov", Dimension.REFLEXIVE, viewpoint) == placed
    assert {key[0] for key in (*talk.items, *talk.placements)} == {viewpoint}


@given(st.sampled_from(LINES))
def test_clearing_takes_back_what_was_put(line: object) -> None:
    assert isinstance(line, type(LINES[0]))
    said = Said(level=5) if line.dimension else Said(mark=Mark.SHARES)
    talk = replace(TALK, kind=DialogueKind.SCREENING)
    assert (
        put(put(talk, line, said, Viewpoint.AGREED), line, Said(cleared=True), Viewpoint.AGREED)
        == talk
    )


def test_the_reason_survives_saying_not_relevant_again() -> None:
    from kompasskive.dialogue import edits

    line = BY_CODE["2.3"]
    talk = put(TALK, line, Said(not_relevant=True), Viewpoint.AGREED)
    talk = edits.set_reason(talk, line.item_id, "Bruges ikke her")
    again = put(talk, line, Said(not_relevant=True), Viewpoint.AGREED)
    assert again == talk


def test_the_undo_menu_says_what_was_put() -> None:
    assert said_words(FRAMEWORK, Said(mark=Mark.CONFIDENT, wish=True)) == (
        "markeret Sikker, vil gerne udvikles"
    )
    assert said_words(FRAMEWORK, Said(level=0)) == "placeret Nyt område"
    assert said_words(FRAMEWORK, Said(not_relevant=True)) == "ikke relevant"
    assert said_words(FRAMEWORK, Said(cleared=True)) == "ryddet"
