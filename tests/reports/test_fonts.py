import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth

from kompasskive.reports import fonts


@given(st.text())
def test_everything_printable_has_a_shape_in_every_weight(text: str) -> None:
    shown = set(fonts.printable(text)) - {"\n"}
    for face in fonts.register():
        assert shown <= set(map(chr, face.face.charToGlyph))


@given(st.text())
def test_printing_twice_changes_nothing_more(text: str) -> None:
    once = fonts.printable(text)
    assert fonts.printable(once) == once.removesuffix("\n")


@given(st.text(alphabet="abcæøåÆØÅ <>&\"'0123456789»«–→•"))
def test_danish_text_is_left_alone(text: str) -> None:
    assert fonts.printable(text) == text
    assert fonts.replaced([text]) == ()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("😀", "[U+1F600]"),
        ("A\u030a", "Å"),
        ("a\u202eb", "a[U+202E]b"),
        ("a\x00b", "a[U+0000]b"),
        ("a\ud800b", "a[U+D800]b"),
        ("a\u00adb\u200d", "ab"),
        ("a\tb", "a    b"),
        ("a\r\nb\u2028c", "a\nb\nc"),
        ("漢", "[U+6F22]"),
    ],
)
def test_what_the_font_lacks_is_shown_by_number(typed: str, shown: str) -> None:
    assert fonts.printable(typed) == shown


def test_the_user_can_be_told_which_characters_were_replaced_once_each() -> None:
    assert fonts.replaced(["a😀", "漢😀", "ø\n"]) == ("😀", "漢")


@given(st.text(alphabet="abcdefæøå ", max_size=80), st.floats(30, 300))
def test_an_elided_line_keeps_both_ends_and_fits(text: str, width: float) -> None:
    shown = fonts.elided(text, fonts.REGULAR, 8, width)
    assert stringWidth(shown, fonts.REGULAR, 8) <= width
    if shown != text:
        head, tail = shown.split(fonts.ELLIPSIS)
        assert text.startswith(head)
        assert text.endswith(tail)


def test_text_is_normalised() -> None:
    assert unicodedata.is_normalized("NFC", fonts.printable("Å" + "o\u0308"))
