"""When Python looks for rubbish that lies in rings, which stops every thread while it lasts.

Never before the first paint, and never through what a file holds: that is immutable and without
rings, so it goes by itself when nobody needs it, and looking 20,000 talks through takes 0.4 s.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def look_from_now_on() -> None:
    """What there is stays, and is never looked through again."""
    gc.freeze()
    gc.enable()


@contextmanager
def not_looking() -> Iterator[None]:
    """What is made meanwhile is never looked through."""
    gc.disable()
    try:
        yield
    finally:
        look_from_now_on()
