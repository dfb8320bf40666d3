"""Backups: verified copies of a file in a folder of their own, made while it is used, thinned."""

import os
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection

from kompasskive.errors import FileError
from kompasskive.storage import failures
from kompasskive.storage.connection import connect, execute_alone
from kompasskive.storage.digest import Meta
from kompasskive.storage.loading import Content, load

EVERY = timedelta(minutes=30)
LATEST, DAYS, WEEKS = 12, 10, 9
_AS_IT_IS: int = getattr(os, "O_BINARY", 0)
"""On Windows a file opened as text for reading and writing loses a last byte 0x1A."""
_STAMP = "%Y-%m-%dT%H.%M.%SZ"
_SUFFIX = ".kompas"
_PLACE = "sted.txt"
"""Beside the backups: where the file they are of was last."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One verified copy; its name says when it was made (UTC) and at which revision."""

    path: Path
    made_at: datetime
    revision: int


def backups_of(folder: Path, workbook_id: str) -> tuple[Backup, ...]:
    """The backups of one workbook, newest first."""
    found = [_named(path) for path in _own(folder, workbook_id).glob(f"*{_SUFFIX}")]
    return tuple(sorted(filter(None, found), key=lambda b: (b.made_at, b.revision), reverse=True))


def backups_for(path: Path, folder: Path) -> tuple[Backup, ...]:
    """The backups of a file, newest first, also when the file itself cannot be read any more."""
    try:
        workbook_id = _content(path).workbook.id
    except (FileError, *failures.TROUBLE):
        places = [note.parent for note in folder.glob(f"*/{_PLACE}") if _tells_of(note, path)]
        return tuple(backup for place in places for backup in backups_of(folder, place.name))
    return backups_of(folder, workbook_id)


def back_up(
    connection: Connection, path: Path, content: Content, folder: Path, at: datetime
) -> None:
    """Make, verify and keep a copy of an open file, then thin; raises `failures.TROUBLE`.

    The connection must be in no transaction. A copy has its name only when it is whole.
    """
    _back_up(connection, path, content.meta, content.workbook.id, folder, at)


def _back_up(
    connection: Connection, path: Path, meta: Meta, workbook_id: str, folder: Path, at: datetime
) -> None:
    own = _own(folder, workbook_id)
    own.mkdir(parents=True, exist_ok=True)
    stamp = at.astimezone(UTC).strftime(_STAMP)
    temporary = own / f"{os.getpid()}.halv"
    temporary.unlink(missing_ok=True)
    copy_into(connection, temporary)
    if verified(temporary) != meta:
        raise failures.damaged(temporary)
    put(temporary, own / f"{stamp}-{meta.revision}{_SUFFIX}")
    (own / _PLACE).write_text(str(path.absolute()), encoding="utf-8")
    for backup in thinned(backups_of(folder, workbook_id)):
        backup.path.unlink(missing_ok=True)


def copy_into(connection: Connection, path: Path) -> None:
    """A compact copy with the file's own settings, on the disk when this returns."""
    execute_alone(connection, "VACUUM INTO ?", str(path))
    synced(path)


def put(temporary: Path, target: Path) -> None:
    """Give a copy its name at once, replacing what had it."""
    temporary.replace(target)
    if os.name == "posix":
        synced(target.parent)


def verified(path: Path) -> Meta:
    """How far a copy has come, once everything in it was found right."""
    return _content(path).meta


def thinned(backups: Sequence[Backup]) -> tuple[Backup, ...]:
    """Those that go: not among the 12 latest, nor the last of one of 10 days or of 9 weeks."""
    days = _last_of_each(backups, lambda b: b.made_at.date(), DAYS)
    weeks = _last_of_each(backups, lambda b: tuple(b.made_at.isocalendar())[:2], WEEKS)
    kept = {*backups[:LATEST], *days, *weeks}
    return tuple(backup for backup in backups if backup not in kept)


class Keeper:
    """Makes the backups of one open file as it is changed; `folder` None makes none.

    `trouble` is the Danish reason the last attempt failed; "" when it did not.
    """

    def __init__(self, folder: Path | None, path: Path, opened: Content) -> None:
        self._folder, self._path, self._id = folder, path, opened.workbook.id
        self._kept = opened.meta
        self.trouble = ""

    def keep(self, connection: Connection, meta: Meta, at: datetime, *, closing: bool) -> None:
        """Make a backup when content changed: at closing, otherwise every half hour."""
        if self._folder is None or meta == self._kept:
            return
        latest = backups_of(self._folder, self._id)[:1]
        if not closing and latest and at - latest[0].made_at < EVERY:
            return
        try:
            _back_up(connection, self._path, meta, self._id, self._folder, at)
        except failures.TROUBLE as error:
            reason = failures.explained(error, self._folder, failures.Doing.CREATING)
            self.trouble = f"Der kunne ikke laves en sikkerhedskopi. {reason}"
        else:
            self._kept, self.trouble = meta, ""


def _content(path: Path) -> Content:
    with connect(path, writable=False) as connection, connection.begin():
        return load(connection, path)


def _tells_of(note: Path, path: Path) -> bool:
    return note.read_text(encoding="utf-8") == str(path.absolute())


def _own(folder: Path, workbook_id: str) -> Path:
    safe = "".join(c if c.isalnum() or c in "-_" else "_" for c in workbook_id)
    return folder / safe


def _named(path: Path) -> Backup | None:
    stamp, _, revision = path.stem.rpartition("-")
    try:
        return Backup(path, datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC), int(revision))
    except ValueError:
        return None


def _last_of_each(
    backups: Iterable[Backup], period: Callable[[Backup], Hashable], count: int
) -> list[Backup]:
    last: dict[Hashable, Backup] = {}
    for backup in backups:
        last.setdefault(period(backup), backup)
    return list(last.values())[:count]


def synced(path: Path) -> None:
    """Have a file, or the names in a folder, on the disk when this returns."""
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR | _AS_IT_IS)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
