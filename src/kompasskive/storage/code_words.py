"""A person's own code word for a sealed starting point, kept only as a slow salted hash."""

import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from argon2 import PasswordHasher

PASSES: Final = 2
MEMORY_KIB: Final = 19_456
LANES: Final = 1


def hashed(word: str) -> str:
    """What is kept of a code word; different each time."""
    return _hasher().hash(_plain(word))


def fits(word: str, kept: str) -> bool:
    """Whether it is that code word, however its letters were typed (NFC) and whatever the case."""
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return _hasher().verify(kept, _plain(word))
    except (VerificationError, InvalidHashError):
        return False


def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher(PASSES, MEMORY_KIB, LANES)


def _plain(word: str) -> bytes:
    composed = unicodedata.normalize("NFC", word.strip()).casefold()
    return composed.encode("utf-8", "surrogatepass")
