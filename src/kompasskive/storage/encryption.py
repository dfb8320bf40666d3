"""Keys of encrypted files: made from a password, known by salt while a file is in use.

A file is encrypted as a whole by SQLCipher; its first 16 bytes are the salt, so nothing lies
beside it. Salts begin with a mark of ours, which tells an encrypted workbook from any other file.
"""

import secrets
import unicodedata
from dataclasses import dataclass, field
from typing import Final

MEMORY_KIB: Final = 64 * 1024
PASSES: Final = 3
LANES: Final = 4
KEY_BYTES: Final = 32
SALT_BYTES: Final = 16
MARK: Final = b"KMP\x01"
PLAIN: Final = b"SQLite format 3\0"
"""What a file without a password begins with."""


@dataclass(frozen=True, slots=True)
class Key:
    """What opens one file: 32 secret bytes, and the 16 bytes the file begins with."""

    secret: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    @property
    def literal(self) -> str:
        """The key as SQLCipher takes it."""
        return f"x'{self.secret.hex()}{self.salt.hex()}'"


class _Known:
    """The keys this process was given, by salt: a key can only ever be tried on its own file."""

    def __init__(self) -> None:
        self._keys: dict[bytes, Key] = {}

    def keep(self, key: Key) -> None:
        """From now on files with this salt open."""
        self._keys[key.salt] = key

    def forget(self, salt: bytes) -> None:
        """From now on they do not."""
        self._keys.pop(salt, None)

    def get(self, salt: bytes) -> Key | None:
        """The key of files with this salt, if it was given."""
        return self._keys.get(salt)


KNOWN: Final = _Known()


def is_marked(head: bytes) -> bool:
    """Whether a file that begins so is an encrypted workbook."""
    return len(head) == SALT_BYTES and head.startswith(MARK)


def new_key(password: str) -> Key:
    """A key for a file that is to have this password, with a salt of its own; slow on purpose."""
    return derived(password, MARK + secrets.token_bytes(SALT_BYTES - len(MARK)))


def derived(password: str, salt: bytes) -> Key:
    """The key a password gives with a salt; the same however its letters were typed (NFC)."""
    from argon2.low_level import Type, hash_secret_raw

    secret = hash_secret_raw(
        composed(password).encode("utf-8", "surrogatepass"),
        salt,
        time_cost=PASSES,
        memory_cost=MEMORY_KIB,
        parallelism=LANES,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )
    return Key(secret, salt)


def composed(password: str) -> str:
    """The password with every letter in one code point where there is one."""
    return unicodedata.normalize("NFC", password)
