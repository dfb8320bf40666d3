"""Keying in a filled sheet: "2.3 3" marks item 2.3 Sikker, "2b 4" places, "3" goes on from there.

Danish keypads have a comma for the point, so "2,3 3" is the same.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kompasskive.dialogue.lines import LEVEL_SIGNS, MARK_SIGNS, Line, Said

CLEAR: Final = "-"
NOT_RELEVANT: Final = "i"
WISH: Final = "v"
_ENTRY: Final = re.compile(r"(?:(\d+ ?[.,] ?\d+)(?= |$|[a-z-])|(\d+ ?[a-hj-uw-z]))?(.*)")
ITEM_SIGNS: Final = "1–4, v for »Vil gerne udvikle«, i for ikke relevant eller 0 for intet"
CELL_SIGNS: Final = "0–6, i for ikke relevant eller - for intet"
NOTHING: Final = "Skriv en kode og et mærke, fx 2.3 3 eller 2b 4."


def read_entry(text: str, lines: Sequence[Line], at: Line | None) -> "Entry | Fault":
    """What was typed; a mark alone is about `at`. Nothing is guessed: a fault says what to do."""
    match = _ENTRY.fullmatch(" ".join(text.casefold().split()))
    point, letter, sign = match.groups(default="") if match else ("", "", "")
    code, sign = point or letter, sign.strip()
    if not code and not sign:
        return Fault(NOTHING)
    code = code.replace(" ", "").replace(",", ".")
    line = next((each for each in lines if each.code == code), None) if code else at
    if line is None:
        return Fault(_unknown(code, lines) if code else NOTHING)
    if not sign:
        return Fault(f"Skriv et mærke efter {line.code}: {signs_of(line)}.")
    said = said_by(line, sign)
    if said is None:
        return Fault(f"»{sign}« passer ikke til {line.code}. Skriv {signs_of(line)}.")
    return Entry(line, said)


def said_by(line: Line, sign: str) -> Said | None:
    """What a sign says on a line; None when it says nothing there."""
    return _placed(sign) if line.dimension is not None else _marked(sign)


def signs_of(line: Line) -> str:
    """What can be written on a line, in words."""
    return CELL_SIGNS if line.dimension is not None else ITEM_SIGNS


def _placed(sign: str) -> Said | None:
    if sign in LEVEL_SIGNS:
        return Said(level=LEVEL_SIGNS[sign])
    if sign == NOT_RELEVANT:
        return Said(not_relevant=True)
    return Said(cleared=True) if sign == CLEAR else None


def _marked(sign: str) -> Said | None:
    first, wish = sign.removesuffix(WISH).strip(), sign.endswith(WISH)
    if not first:
        return Said(wish=True) if wish else None
    said = {
        NOT_RELEVANT: Said(not_relevant=True),
        CLEAR: Said(cleared=True),
        "0": Said(cleared=True),
        **{key: Said(mark=mark) for key, mark in MARK_SIGNS.items()},
    }.get(first)
    return said.wished() if said is not None and wish else said


def _unknown(code: str, lines: Sequence[Line]) -> str:
    """Which codes there are near the one that was typed."""
    number = re.match(r"\d+", code)
    field = [each.code for each in lines if number and _number(each.code) == int(number.group())]
    if not field:
        return f"Koden {code} findes ikke. Felterne er 1–{_number(lines[-1].code)}."
    items = [each for each in field if "." in each]
    cells = [each for each in field if "." not in each]
    named = f"{items[0]}–{items[-1]} og {cells[0]}–{cells[-1]}"
    return f"Koden {code} findes ikke. I det felt er koderne {named}."


def _number(code: str) -> int:
    match = re.match(r"\d+", code)
    return int(match.group()) if match else 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the sheet, understood."""

    line: Line
    said: Said


@dataclass(frozen=True, slots=True)
class Fault:
    """Why nothing was written, as a Danish sentence that says what to do."""

    sentence: str
