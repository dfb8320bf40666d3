"""The way into an encrypted file: its password, or its key from the recovery code."""

from hmac import compare_digest
from pathlib import Path

from sqlcipher3 import dbapi2

from kompasskive.errors import FileError
from kompasskive.storage import failures
from kompasskive.storage.backups import backups_for
from kompasskive.storage.connection import head, raw
from kompasskive.storage.encryption import KNOWN, Key, derived, is_marked
from kompasskive.storage.recovery_code import looks_like_code, secret_of


def is_encrypted(path: Path) -> bool:
    """Whether a file has a password; FileError when it cannot be reached."""
    try:
        return is_marked(head(path))
    except failures.TROUBLE as error:
        raise failures.explained(error, path, failures.Doing.OPENING) from error


def is_locked(path: Path) -> bool:
    """Whether a file has a password that was not given; FileError when it cannot be reached."""
    return is_encrypted(path) and KNOWN.get(head(path)) is None


def unlock(path: Path, typed: str, backups: Path | None = None) -> None:
    """Have a file open from now on, by its password or its recovery code; takes 0.1 to 0.3 s.

    LockedError, always in the same words, when what was typed does not fit; DamagedError when it
    fits a backup of the file in the folder `backups`, so that it is the file that is damaged; its
    backups can then be read.
    """
    try:
        salt = head(path)
        if not is_marked(salt):
            return
        key = key_from(typed, salt)
        if not _fits(path, key):
            if not _fits_a_backup(path, key, backups):
                raise failures.wrong_or_damaged(path)
            KNOWN.keep(key)
            raise failures.damaged(path)
    except failures.TROUBLE as error:
        raise failures.explained(error, path, failures.Doing.OPENING) from error
    KNOWN.keep(key)


def prove(path: Path, typed: str, key: Key) -> None:
    """LockedError unless a password or recovery code is that of a file's key; reads nothing."""
    if not compare_digest(key_from(typed, key.salt).secret, key.secret):
        raise failures.wrong_password(path)


def key_from(typed: str, salt: bytes) -> Key:
    """The key that a password, or a recovery code, stands for in the file with this salt."""
    if looks_like_code(typed):
        try:
            return Key(secret_of(typed), salt)
        except ValueError:
            return derived(typed, salt)
    return derived(typed, salt)


def _fits(path: Path, key: Key) -> bool:
    """Whether the key opens the file's first page.

    A hot journal has to be rolled back first; what that writes is encrypted already, so it is
    right whatever the key.
    """
    try:
        return _opens(path, key, "ro")
    except dbapi2.Error as error:
        if failures.driver_code(error) != failures.READ_ONLY:
            raise
        return _opens(path, key, "rw")


def _opens(path: Path, key: Key, mode: str) -> bool:
    """Damage in a later page says that the first one opened."""
    try:
        raw(path, mode, key).close()
    except FileError:
        return False
    except failures.TROUBLE as error:
        if not failures.is_damage(error):
            raise
    return True


def _fits_a_backup(path: Path, key: Key, folder: Path | None) -> bool:
    own = backups_for(path, folder) if folder is not None else ()
    return any(head(b.path) == key.salt and _fits(b.path, key) for b in own)
