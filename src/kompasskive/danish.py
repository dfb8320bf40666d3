"""Danish dates, times, numbers, lists and sort order."""

import unicodedata
from collections.abc import Iterable
from datetime import date, datetime
from functools import cache

MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
_ALPHABET = {c: i for i, c in enumerate("abcdefghijklmnopqrstuvwxyzæøå")}
_FOLDED = str.maketrans({"ä": "æ", "ö": "ø", "ü": "y", "ð": "d", "ß": "s"})


def long_date(day: date) -> str:
    """ "23. november 2026"."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """ "31.3.2027", for tables."""
    return f"{day.day}.{day.month}.{day.year}"


def clock(moment: datetime) -> str:
    """ "kl. 14.05"."""
    return f"kl. {moment.hour:02d}.{moment.minute:02d}"


def parse_date(text: str) -> date | None:
    """A date typed as 31.3.2027, 31/3-2027 or 2027-03-31; None when it is not a date."""
    parts = [p for p in "".join(c if c.isdigit() else " " for c in text).split() if p]
    if len(parts) != 3:
        return None
    numbers = [int(p) for p in parts]
    year_first = len(parts[0]) == 4
    year, month, day = numbers if year_first else reversed(numbers)
    try:
        return date(year if year >= 100 else 2000 + year, month, day)
    except ValueError:
        return None


def decimal(number: float) -> str:
    """A number with a decimal comma and no trailing zeros: 3.5 -> "3,5"."""
    return f"{number:g}".replace(".", ",")


def join(parts: Iterable[str]) -> str:
    """ "a, b og c"."""
    words = list(parts)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} og {words[-1]}"


def sort_key(text: str) -> tuple[tuple[int, ...], str]:
    """Danish order: æ ø å last, aa as å, accents and case ignored."""
    lowered = unicodedata.normalize("NFC", text).casefold().replace("aa", "å").translate(_FOLDED)
    return tuple(map(_rank, lowered)), text


@cache
def _rank(char: str) -> int:
    if char in _ALPHABET:
        return 1000 + _ALPHABET[char]
    base = unicodedata.normalize("NFD", char)[0]
    return 1000 + _ALPHABET[base] if base in _ALPHABET else min(ord(char), 999)
