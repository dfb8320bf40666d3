"""The periods that organisations are looked at in: a year, a half or a quarter."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from kompasskive.errors import ExpectedError

_WRITTEN = re.compile(r"(\d{4})(?:-?([HhKkQq]?)([1-4]))?")
_PARTS = {"": 2, "H": 2, "K": 4, "Q": 4}
_WORDS = {2: "halvår", 4: "kvartal"}


class PeriodError(ExpectedError):
    """What was written is no period."""


def parse_period(text: str) -> "Period":
    """The period written as 2026, 2026-1 or 2026H1 (a half), 2026K3 (a quarter); PeriodError."""
    found = _WRITTEN.fullmatch(text.strip())
    if found is None or int(found[1]) == 0:
        raise _unknown(text)
    year, kind, number = int(found[1]), (found[2] or "").upper(), found[3]
    if number is None:
        return Period(str(year), str(year), date(year, 1, 1), date(year, 12, 31))
    parts, part = _PARTS[kind], int(number)
    if part > parts:
        raise _unknown(text)
    return _part(year, parts, part)


def begun_period(text: str, today: date) -> "Period":
    """The period written, which has begun; PeriodError."""
    period = parse_period(text)
    if period.first > today:
        raise PeriodError(
            f"{period.name} er ikke begyndt. Vælg en periode, der er i gang eller gået. "
            "Intet er skrevet."
        )
    return period


def half_of(day: date) -> "Period":
    """The half year that a day lies in."""
    return _part(day.year, 2, 1 if day.month <= 6 else 2)


def year_of(day: date) -> "Period":
    """The year that a day lies in."""
    return parse_period(f"{day.year:04d}")


def recent_periods(today: date) -> tuple["Period", ...]:
    """What a user may choose between, the latest first: this and last year, and their halves."""
    years = (today.year, today.year - 1)
    written = (f"{year:04d}{part}" for year in years for part in ("", "H2", "H1"))
    return tuple(p for p in map(parse_period, written) if p.first <= today)


def _part(year: int, parts: int, part: int) -> "Period":
    months = 12 // parts
    last = months * part
    return Period(
        key=f"{year:04d}{'H' if parts == 2 else 'K'}{part}",
        name=f"{part}. {_WORDS[parts]} {year}",
        first=date(year, last - months + 1, 1),
        last=date(year, last, calendar.monthrange(year, last)[1]),
    )


def _unknown(text: str) -> PeriodError:
    return PeriodError(
        f"»{text}« er ikke en periode. Skriv et år som 2026, et halvår som 2026H1 "
        "eller et kvartal som 2026K3."
    )


@dataclass(frozen=True, slots=True)
class Period:
    """`key` is what is stored ("2026H2"), `name` what is read ("2. halvår 2026")."""

    key: str
    name: str
    first: date
    last: date
