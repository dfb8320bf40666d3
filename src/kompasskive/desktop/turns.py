"""Long work in the window itself: a step in each turn of the event loop, keys and paint between."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QObject

    Turns: TypeAlias = Callable[[QObject, Iterator[None]], None]


def in_turns(owner: QObject, steps: Iterator[None]) -> None:
    """Take one step now and one in each turn to come, for as long as `owner` lives."""
    try:
        next(steps)
    except StopIteration:
        return
    QTimer.singleShot(0, owner, lambda: in_turns(owner, steps))


def at_once(_owner: QObject, steps: Iterator[None]) -> None:
    """Take every step before returning; for tests that look at what they end in."""
    deque(steps, maxlen=0)
