"""Long work in the window itself: a step in each turn of the event loop, keys and paint between."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QObject

    Turns: TypeAlias = Callable[[QObject, Iterator[None]], None]

REST_MS: Final = 1


def in_turns(owner: QObject, steps: Iterator[None]) -> None:
    """Take one step now and one in each turn to come, for as long as `owner` lives.

    Without a rest, Qt would take the steps one upon the other, as calls that wait in its queue.
    """
    try:
        next(steps)
    except StopIteration:
        return
    QTimer.singleShot(REST_MS, owner, lambda: in_turns(owner, steps))


def at_once(_owner: QObject, steps: Iterator[None]) -> None:
    """Take every step before returning; for tests that look at what they end in."""
    deque(steps, maxlen=0)
