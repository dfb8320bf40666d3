"""How far work has come, told by the one who does it to the one who waits and may stop it."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeAlias, TypeVar

Tell: TypeAlias = Callable[[int, int], object]
T = TypeVar("T")
EVERY: Final = 50
WHOLE: Final = 1000


def quietly(_done: int, _whole: int) -> None:
    """Nobody waits."""


def passing(parts: Iterable[T], whole: int, tell: Tell) -> Iterator[T]:
    """The parts, `whole` in all, telling on the way; what `tell` raises ends it."""
    tell(0, whole)
    for done, part in enumerate(parts, start=1):
        yield part
        if done % EVERY == 0:
            tell(done, whole)


def share(tell: Tell, begin: int, end: int) -> Tell:
    """What tells of one part of a work, which is from `begin` to `end` of 1000 of the whole."""
    return lambda done, whole: tell(begin + (end - begin) * done // max(1, whole), WHOLE)
