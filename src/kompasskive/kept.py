"""What was made of the very same parts is made once."""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Kept(Generic[T]):
    """Results by the identity of what they were made of, so that nothing large is compared.

    The parts are immutable and kept too. At `most` results all are let go. Any thread may ask.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._made: dict[tuple[int, ...], tuple[tuple[object, ...], T]] = {}

    def of(self, parts: tuple[object, ...], make: Callable[[], T]) -> T:
        """What was made of these parts before, or what `make` makes of them now."""
        key = tuple(map(id, parts))
        found = self._made.get(key)
        if found is None:
            found = parts, make()
            if len(self._made) >= self._most:
                self._made = {}
            self._made[key] = found
        return found[1]
