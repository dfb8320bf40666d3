"""The recovery code: a file's key written out, in four lines of four groups of four signs.

Each line ends in a check of its own, so that a slip of the pen is found by its line. The signs
are Crockford's: no I, L, O or U; case, spaces and dashes do not matter when it is read.
"""

from collections.abc import Iterator
from hashlib import sha256
from typing import Final

from kompasskive.storage.encryption import KEY_BYTES

LINES: Final = 4
LINE_SIGNS: Final = 16
CHECK_SIGNS: Final = 3
GROUP: Final = 4
_SIGNS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS: Final = str.maketrans("OIL", "011", "-–—.")
_TOLD_SIGNS: Final = LINE_SIGNS - CHECK_SIGNS
_SPARE_BITS: Final = 5 * LINES * _TOLD_SIGNS - 8 * KEY_BYTES


class CodeError(ValueError):
    """The text is no recovery code; the message is a Danish sentence that says where."""


def code_of(secret: bytes) -> tuple[str, ...]:
    """The code of a key, 32 bytes, as four lines such as "8F3K 2M9Q …"."""
    number = int.from_bytes(secret) << _SPARE_BITS
    told = "".join(_signs(number, LINES * _TOLD_SIGNS))
    starts = range(0, len(told), _TOLD_SIGNS)
    lines = [told[start : start + _TOLD_SIGNS] for start in starts]
    return tuple(_grouped(line + _check(at, line)) for at, line in enumerate(lines))


def looks_like_code(text: str) -> bool:
    """Whether a text has as many of the signs as a code: no password is meant by it."""
    signs = _read(text)
    return len(signs) == LINES * LINE_SIGNS and all(sign in _SIGNS for sign in signs)


def secret_of(text: str) -> bytes:
    """The key, 32 bytes, that a typed code stands for; CodeError names the line that is wrong."""
    signs = _read(text)
    foreign = next((sign for sign in signs if sign not in _SIGNS), "")
    if foreign:
        raise CodeError(f"Tegnet »{foreign}« er ikke med i en gendannelseskode. Se efter på arket.")
    if len(signs) != LINES * LINE_SIGNS:
        total = LINES * LINE_SIGNS
        raise CodeError(f"Koden har {total} tegn, og der står {len(signs)}. Se efter på arket.")
    told = "".join(_checked(signs))
    number = 0
    for sign in told:
        number = number * len(_SIGNS) + _SIGNS.index(sign)
    return (number >> _SPARE_BITS).to_bytes(KEY_BYTES)


def _read(text: str) -> str:
    return "".join(text.upper().split()).translate(_READ_AS)


def _checked(signs: str) -> Iterator[str]:
    for at in range(LINES):
        line = signs[at * LINE_SIGNS : (at + 1) * LINE_SIGNS]
        told, check = line[:_TOLD_SIGNS], line[_TOLD_SIGNS:]
        if check != _check(at, told):
            raise CodeError(f"Linje {at + 1} i koden stemmer ikke. Se efter på arket.")
        yield told


def _check(at: int, line: str) -> str:
    return "".join(_signs(int.from_bytes(sha256(f"{at}{line}".encode()).digest()), CHECK_SIGNS))


def _signs(number: int, count: int) -> Iterator[str]:
    """The last `count` signs of a number."""
    for place in reversed(range(count)):
        yield _SIGNS[number >> (5 * place) & 31]


def _grouped(line: str) -> str:
    return " ".join(line[start : start + GROUP] for start in range(0, len(line), GROUP))
