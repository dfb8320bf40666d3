"""Setting, changing and removing a file's password: a whole new file, then in its place at once."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from kompasskive.errors import FileError
from kompasskive.storage import failures
from kompasskive.storage.backups import backups_of, put, synced, verified
from kompasskive.storage.connection import connect, execute_alone, head, key_of
from kompasskive.storage.encryption import KNOWN, Key, is_marked
from kompasskive.storage.loading import Content, load
from kompasskive.storage.locking import held

_OUT_OF_REACH = (
    "Kopier, som I selv, OneDrive eller et backupprogram har taget før, og filer, der er"
    " eksporteret, er ikke ændret."
)


@dataclass(frozen=True, slots=True)
class Rekeyed:
    """What was done: how many backups follow the file, and how many could not.

    Those are gone, but for when a password was removed: then they keep the old one.
    """

    encrypted: bool
    backups: int
    behind: int

    @property
    def text(self) -> str:
        """What was done, in Danish."""
        what = (
            "Filen er krypteret og kan kun åbnes med den nye adgangskode eller dens"
            " gendannelseskode."
            if self.encrypted
            else "Filen har ingen adgangskode mere. Alle, der kan nå den, kan læse den."
        )
        follow = f"Det samme gælder {_copies(self.backups)} af den." if self.backups else ""
        fate = "er kasseret" if self.encrypted else "har stadig den gamle adgangskode"
        behind = f"{_copies(self.behind)} kunne ikke følge med og {fate}." if self.behind else ""
        return "\n".join(filter(None, (what, follow, behind, _OUT_OF_REACH)))


def rekey(path: Path, key: Key | None, folder: Path | None, at: datetime) -> Rekeyed:
    """Give a closed file and its backups a key, another key, or none.

    Killed at any moment the file is whole, as it was or as it is to be; backups it did not reach
    are taken when the file is next opened. FileError when the file is open elsewhere, is not
    unlocked or cannot be trusted or written; it is then as it was.
    """
    try:
        with held(path, at):
            before = key_of(path)
            if key is not None:
                KNOWN.keep(key)
            content = _rewritten(path, key)
    except failures.TROUBLE as error:
        raise failures.explained(error, path, failures.Doing.OPENING) from error
    own = backups_of(folder, content.workbook.id) if folder is not None else ()
    behind = sum(not _followed(backup.path, key) for backup in own)
    if before is not None:
        KNOWN.forget(before.salt)
    return Rekeyed(key is not None, len(own) - behind, behind)


def encrypt_backups(folder: Path, workbook_id: str, key: Key) -> None:
    """Leave no backup of an encrypted file unencrypted, whatever was cut short before."""
    for backup in backups_of(folder, workbook_id):
        temporary_of(backup.path).unlink(missing_ok=True)
        with suppress(FileError, *failures.TROUBLE):
            if not is_marked(head(backup.path)):
                _rewritten(backup.path, key)


def temporary_of(path: Path) -> Path:
    """Where a file is written anew before it takes its place."""
    return path.with_name(f"{path.name}.halv")


def _followed(path: Path, key: Key | None) -> bool:
    try:
        _rewritten(path, key)
    except (FileError, *failures.TROUBLE):
        if key is not None:
            path.unlink(missing_ok=True)
        return False
    return True


def _rewritten(path: Path, key: Key | None) -> Content:
    """Write a file anew under a key, check it, and put it in its place."""
    path = path.resolve() if path.is_symlink() else path
    temporary = temporary_of(path)
    temporary.unlink(missing_ok=True)
    was_plain = not is_marked(head(path))
    try:
        with connect(path, writable=True) as connection:
            with connection.begin():
                content = load(connection, path)
            export(connection, temporary, key)
        shutil.copymode(path, temporary)
        if verified(temporary) != content.meta:
            raise failures.damaged(path)
        with _wiped(path, was_plain and key is not None):
            put(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)
    return content


def export(connection: Connection, target: Path, key: Key | None) -> None:
    """Write all of an open file to a new one under a key, on the disk when this returns.

    The connection must be in no transaction, and nothing is left beside the new file.
    """
    literal = key.literal if key is not None else ""
    execute_alone(connection, "ATTACH DATABASE ? AS ny KEY ?", str(target), literal)
    try:
        execute_alone(connection, "PRAGMA ny.journal_mode = MEMORY")
        with connection.begin():
            connection.exec_driver_sql("SELECT sqlcipher_export('ny')")
            for name in ("application_id", "user_version"):
                value = connection.exec_driver_sql(f"PRAGMA main.{name}").scalar_one()
                connection.exec_driver_sql(f"PRAGMA ny.{name} = {value}")
    finally:
        execute_alone(connection, "DETACH DATABASE ny")
    synced(target)


@contextmanager
def _wiped(path: Path, plain: bool) -> Iterator[None]:
    """Overwrite what lay at a path, once something else has taken its place.

    Only where a file may be replaced while it is open, and only when it has no other name.
    """
    if os.name != "posix" or not plain or path.stat().st_nlink > 1:
        yield
        return
    handle = os.open(path, os.O_WRONLY)
    try:
        yield
        with suppress(OSError):
            _overwrite(handle)
    finally:
        os.close(handle)


def _overwrite(handle: int) -> None:
    left = os.fstat(handle).st_size
    block = bytes(1 << 16)
    while left > 0:
        left -= os.write(handle, block[:left])
    os.fsync(handle)


def _copies(count: int) -> str:
    return f"{count} sikkerhedskopi" if count == 1 else f"{count} sikkerhedskopier"
