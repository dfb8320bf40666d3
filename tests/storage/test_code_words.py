"""A code word is kept as a hash that says nothing, and fits however it is typed."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from kompasskive.storage.code_words import fits, hashed


@settings(max_examples=15, deadline=None)
@given(st.text(min_size=1, max_size=40))
def test_a_word_fits_its_own_hash_alone(word: str) -> None:
    kept = hashed(word)
    assert fits(word, kept)
    assert fits(unicodedata.normalize("NFD", word), kept)
    assert not fits(f"{word}x", kept)


def test_the_same_word_is_never_kept_the_same_way() -> None:
    one, other = hashed("Blåbær"), hashed("Blåbær")
    assert one != other
    assert "Blåbær" not in one
    assert one.startswith("$argon2id$")


def test_neither_case_nor_spaces_around_it_matter() -> None:
    assert fits(" blåBÆR ", hashed("Blåbær"))


def test_what_is_no_hash_fits_nothing() -> None:
    assert not fits("", "")
    assert not fits("x", "x")
