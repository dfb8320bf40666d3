"""How much of the planned time is left; nothing ever expires."""

from datetime import datetime
from math import ceil
from typing import Final

MORE_MINUTES: Final = 15
_ASKS_AT: Final = 0.2


def minutes_left(minutes: int, begun_at: datetime, now: datetime) -> int:
    """Whole minutes left of `minutes`, rounded up; 0 when they are used."""
    used = (now - begun_at).total_seconds() / 60
    return max(0, ceil(minutes - max(0.0, used)))


def left_words(left: int) -> str:
    """ "Der er 55 minutter tilbage"."""
    if left == 0:
        return "Den planlagte tid er gået"
    return f"Der er {left} {'minut' if left == 1 else 'minutter'} tilbage"


def asks(minutes: int, left: int) -> bool:
    """Whether four fifths of the time are used."""
    return left <= minutes * _ASKS_AT


def question(left: int) -> str:
    """What the two are asked then."""
    return f"{left_words(left)}. Vil I runde af eller tage mere tid?"
