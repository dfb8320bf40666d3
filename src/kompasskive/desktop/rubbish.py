"""When Python looks for rubbish that lies in rings: in turns of the window's thread, never else.

Whatever thread makes an object could look, and would then take rings with widgets in them apart:
Qt forbids that to every thread but the window's, and on Windows it may wait for that one for ever.

Never before the first paint, and never through what a file holds: that is immutable and without
rings, so it goes by itself when nobody needs it, and looking 20,000 talks through takes 0.4 s.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Final

from PySide6.QtCore import QObject, QTimer

EVERY_MS: Final = 500
_looking: Final = Lock()


def look_in_turns(window: QObject) -> None:
    """No thread by itself; that of `window` now and then, but never through what there is yet."""
    gc.disable()
    gc.freeze()
    timer = QTimer(window)
    timer.timeout.connect(look)
    timer.start(EVERY_MS)


def look() -> None:
    """Look through as many generations as Python would, unless a file is being read."""
    counts, limits = gc.get_count(), gc.get_threshold()
    due = [age for age, limit in enumerate(limits) if counts[age] > limit]
    if due and _looking.acquire(blocking=False):
        try:
            gc.collect(max(due))
        finally:
            _looking.release()


@contextmanager
def not_looking() -> Iterator[None]:
    """What is made meanwhile is never looked through."""
    with _looking:
        yield
        gc.freeze()
