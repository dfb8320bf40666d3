"""What looks like a CPR number is found and taken out; numbers of other kinds are left alone."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompasskive.dialogue.cpr import numbers, without

days = st.dates(date(1900, 1, 1), date(2099, 12, 31))
serials = st.integers(0, 9999).map("{:04}".format)
separators = st.sampled_from(["", " ", "-", "–", "\u2011", "\xa0"])
around = st.text(st.sampled_from("abcæøå ,;:()\n\"'"), max_size=20)


@given(days, serials, separators, around, around)
def test_every_day_with_four_digits_is_found_and_can_be_taken_out(
    day: date, serial: str, separator: str, before: str, after: str
) -> None:
    text = f"{before}{day:%d%m%y}{separator}{serial}{after}"
    assert numbers(text) == (f"{day:%d%m%y}{serial}",)
    assert numbers(without(text)) == ()
    assert "".join(without(text).split()) == "".join(f"{before}{after}".split())
    assert without(text, {f"{day:%d%m%y}{serial}"}) == text


@given(st.text())
def test_a_text_without_numbers_is_left_as_it_is(text: str) -> None:
    assert numbers(text) or without(text) == text


@given(days, serials, st.text(st.sampled_from("0123456789"), min_size=1))
def test_a_longer_run_of_digits_is_not_one(day: date, serial: str, more: str) -> None:
    assert numbers(f"{day:%d%m%y}{serial}{more}") == ()
    assert numbers(f"{more}{day:%d%m%y}{serial}") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ring på 12 34 56 78 eller 12345678.",
        "+45 12 34 56 78, 0045 12345678, 4512345678, +4512345678",
        "+3101019012",
        "Mødet den 23.11.2026 kl. 14.05, igen 01-02-2027 og 2027-02-01",
        "20261123 1405 og 2026-11-23T14:05",
        "Sag 2026-010190-1234, 26/010190-1234 og 010190-1234-2",
        "Sagsnr. 15.20.00-G01-12-26, 27.36.04-A26-1-24",
        "320190-1234 og 011390-1234 og 000090-1234 og 300299-1234",
        "290223-1234",
        "01019-1234, 010190-123, 010190-12345, 010190--1234, 010190  1234, 010190/1234",
        "CVR 12345678, EAN 5798000123456, konto 1234 1234567",
        "§ 32, stk. 2 i lov nr. 1482 af 23. december 2014",
        "",
    ],
)
def test_numbers_of_other_kinds_are_left_alone(text: str) -> None:
    assert numbers(text) == ()
    assert without(text) == text


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Borger 010190-1234 mødte op", "Borger mødte op"),
        ("010190 1234 mødte op", "mødte op"),
        ("Mødet med 0101901234.", "Mødet med ."),
        ("(290204-1234)", "()"),
        ("Født 290200-1234, søn 310199-4321", "Født , søn "),
        ("cpr010190-1234", "cpr"),
    ],
)
def test_what_is_left_reads_on(text: str, rest: str) -> None:
    assert without(text) == rest


def test_only_the_numbers_that_are_not_kept_are_taken_out() -> None:
    assert without("A 010190-1234 B 020290-1234", {"0202901234"}) == "A B 020290-1234"
