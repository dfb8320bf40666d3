"""Finds what looks like a CPR number in free text, and takes it out again.

A day of the calendar (ddmmyy) and four digits, with one hyphen, one space or nothing between.
"""

import re
from collections.abc import Iterator, Set
from datetime import date
from typing import Final

_NUMBER: Final = re.compile(
    r"(?<![0-9+])(?<![0-9][-./–])"
    r"([0-9]{2})([0-9]{2})([0-9]{2})[-‐‑–\x20\xa0\u202f]?([0-9]{4})"
    r"(?![0-9])(?![-./–][0-9])"
)


def numbers(text: str) -> tuple[str, ...]:
    """The ten digits of everything in the text that looks like a CPR number, in its order."""
    return tuple("".join(match.groups()) for match in _matches(text))


def without(text: str, kept: Set[str] = frozenset()) -> str:
    """The text without those numbers, and without the space each leaves; `kept` ones stay."""
    left = text
    for match in reversed(list(_matches(text))):
        if "".join(match.groups()) not in kept:
            before, after = left[: match.start()], left[match.end() :]
            doubled = (not before or before[-1].isspace()) and after.startswith(" ")
            left = before + (after[1:] if doubled else after)
    return left


def _matches(text: str) -> Iterator[re.Match[str]]:
    return (match for match in _NUMBER.finditer(text) if _is_day(*match.groups()[:3]))


def _is_day(day: str, month: str, year: str) -> bool:
    """Whether it is a day in some century; every fourth year has a 29 February in one of them."""
    try:
        date(2000 + int(year), int(month), int(day))
    except ValueError:
        return False
    return True
