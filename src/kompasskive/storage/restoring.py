"""Back to a backup: verified, without anybody deleted since, and in place at once."""

import os
from datetime import datetime
from pathlib import Path

from kompasskive.errors import FileError
from kompasskive.storage.backups import Backup, back_up, backups_of, copy_into, put, verified
from kompasskive.storage.connection import connect, head, key_of
from kompasskive.storage.deletion import bury, tombstones
from kompasskive.storage.encryption import KNOWN, PLAIN, is_marked
from kompasskive.storage.failures import TROUBLE, Doing, explained
from kompasskive.storage.loading import load
from kompasskive.storage.locking import held
from kompasskive.storage.rekeying import export


def restore(path: Path, backup: Backup, folder: Path, at: datetime) -> Path | None:
    """Put a backup in the file's place; where the file that could not be read was set aside.

    What the file holds now is backed up first. FileError when the backup or the place cannot be
    trusted; the file is then as it was.
    """
    temporary = path.with_name(f"{path.name}.{os.getpid()}.halv")
    try:
        with held(path, at):
            try:
                return _restored(path, backup, folder, temporary, at)
            finally:
                temporary.unlink(missing_ok=True)
    except TROUBLE as error:
        raise explained(error, path, Doing.OPENING) from error


def _restored(
    path: Path, backup: Backup, folder: Path, temporary: Path, at: datetime
) -> Path | None:
    temporary.unlink(missing_ok=True)
    _copied(backup.path, path, temporary)
    graves, whole = _kept_safe(path, folder, at)
    for other in backups_of(folder, backup.path.parent.name):
        graves |= _graves_in(other.path)
    with connect(temporary, writable=True) as connection:
        with connection.begin():
            content = load(connection, temporary)
        meta = bury(connection, temporary, content, graves, at)
    if verified(temporary) != meta:
        raise FileError("Sikkerhedskopien kunne ikke kontrolleres – filen er, som den var.")
    aside = None if whole or not path.exists() else _set_aside(path, at)
    put(temporary, path)
    return aside


def _copied(source: Path, path: Path, temporary: Path) -> None:
    """Copy a backup, encrypted as the file is that it is to replace, if that can be told.

    When nobody has that file's key, a backup keeps its own.
    """
    now, then = head(path) if path.exists() else b"", head(source)
    keyless = is_marked(now) and is_marked(then) and KNOWN.get(now) is None
    with connect(source, writable=True) as connection:
        if now == then or keyless or not (is_marked(now) or now == PLAIN):
            copy_into(connection, temporary)
        else:
            export(connection, temporary, key_of(path))


def _kept_safe(path: Path, folder: Path, at: datetime) -> tuple[dict[str, str], bool]:
    """Whom the file says are deleted, and whether it could be read and was backed up."""
    try:
        with connect(path, writable=True) as connection:
            with connection.begin():
                content = load(connection, path)
            back_up(connection, path, content, folder, at)
            return tombstones(connection), True
    except (FileError, *TROUBLE):
        return {}, False


def _graves_in(path: Path) -> dict[str, str]:
    try:
        with connect(path, writable=False) as connection:
            return tombstones(connection)
    except (FileError, *TROUBLE):
        return {}


def _set_aside(path: Path, at: datetime) -> Path:
    """Move a file that cannot be read, and its journal, out of the way; nothing is deleted."""
    aside = path.with_name(f"{path.stem} – beskadiget {at:%Y-%m-%d %H.%M.%S}{path.suffix}")
    journal = path.with_name(f"{path.name}-journal")
    path.replace(aside)
    if journal.exists():
        journal.replace(aside.with_name(f"{aside.name}-journal"))
    return aside
