"""The door text comes in through: what it lets in, removes and says it removed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompasskive.dialogue import text
from kompasskive.dialogue.model import NAME_MAX, NOTE_MAX

anything = st.text(st.characters(), max_size=80)


@given(anything)
def test_cleaning_twice_changes_nothing_more(raw: str) -> None:
    once = text.clean(raw, NOTE_MAX, lines=True)
    assert text.clean(once.text, NOTE_MAX, lines=True) == text.Cleaned(once.text, lost=False)


@given(anything)
def test_clean_text_can_be_stored_and_shown(raw: str) -> None:
    for kept in (text.note(raw), text.line(raw), text.name(raw)):
        assert kept.encode("utf-8").decode("utf-8") == kept
        assert unicodedata.is_normalized("NFC", kept)
        assert not {"Cc", "Cs"} & {unicodedata.category(c) for c in kept if c not in "\n\t"}


@given(anything)
def test_a_name_is_one_line_without_loose_spaces(raw: str) -> None:
    name = text.name(raw)
    assert name == " ".join(name.split())
    assert len(name) <= NAME_MAX


@pytest.mark.parametrize(
    ("raw", "kept", "lost"),
    [
        ("Bl\u0061\u030a", "Blå", False),
        ("to\r\nlinjer\tog mere ", "to\nlinjer\tog mere ", False),
        ("nul\x00", "nul", True),
        ("\u202eomvendt\u202c", "omvendt", True),
        ("halv \ud83d", "halv ", True),
        ("familie 👩\u200d👧", "familie 👩\u200d👧", False),
        ("\ufeffmærke", "mærke", True),
        ("<b>R&D</b>", "<b>R&D</b>", False),
    ],
)
def test_what_a_note_keeps(raw: str, kept: str, lost: bool) -> None:
    assert text.clean(raw, NOTE_MAX, lines=True) == text.Cleaned(kept, lost)


def test_a_line_has_no_breaks() -> None:
    assert text.line("a\nb\tc\u2028d") == "a b c d"


def test_what_is_cut_off_is_told() -> None:
    assert text.clean("æøå", 2, lines=False) == text.Cleaned("æø", lost=True)
    assert text.clean("æø", 2, lines=False) == text.Cleaned("æø", lost=False)


@given(anything)
def test_a_strangers_name_can_be_shown(raw: str) -> None:
    shown = text.visible(raw)
    assert len(shown) == len(raw)
    assert shown.encode("utf-8").decode("utf-8") == shown
    assert not {"Cc", "Cs"} & {unicodedata.category(c) for c in shown if c not in "\n\t"}
    assert text.visible("\u202eb.exe") == "\ufffdb.exe"
