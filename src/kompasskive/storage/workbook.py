"""Workbook files: make one, open one for work, read one, check one."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from kompasskive.dialogue.model import Workbook
from kompasskive.errors import FileError
from kompasskive.storage import soundness
from kompasskive.storage.backups import Keeper
from kompasskive.storage.committing import found, probe
from kompasskive.storage.connection import connect, connect_new, key_of, refuse_unknown
from kompasskive.storage.encryption import KNOWN, Key
from kompasskive.storage.failures import TROUBLE, Doing, cannot_write, explained, is_unwritable
from kompasskive.storage.loading import Content, load
from kompasskive.storage.locking import Lock, Taken, take
from kompasskive.storage.schema import SCHEMA_VERSION
from kompasskive.storage.unshown import put_right, shown
from kompasskive.storage.writer import Clock, Done, Saved, Writer

CLOSING_SECONDS = 30.0

__all__ = ["OpenWorkbook", "Saved", "check", "create", "open_workbook", "read"]


def local_now() -> datetime:
    """The wall clock with its offset."""
    return datetime.now().astimezone()


class _UnwritableError(FileError):
    """The file can be read only; the text is the Danish reason."""

    def __init__(self, reason: str, may_take_over: bool = False) -> None:
        super().__init__(reason)
        self.may_take_over = may_take_over


class OpenWorkbook:
    """A file that is open. `workbook` is what it held when opened.

    `revision` and `saved_at` say how far it had come then, and when that was saved.
    `read_only_reason` says in Danish why nothing can be written; "" when it can, and
    `may_take_over` whether that is only because another machine, which may be dead, has the file.
    `key` is None for a file without a password. `was_unshown` says that some of its texts held
    what cannot be shown, which is visible now.
    """

    def __init__(
        self,
        path: Path,
        content: Content,
        writer: Writer | None,
        read_only_reason: str,
        may_take_over: bool = False,
    ) -> None:
        self.path = path
        self.workbook = content.workbook
        self.saved_at, self.revision = content.saved_at, content.meta.revision
        self.read_only_reason, self.may_take_over = read_only_reason, may_take_over
        self.was_unshown = content.was_unshown
        self.key = key_of(path)
        self._writer = writer

    def submit(self, before: Workbook, after: Workbook, done: Done) -> None:
        """Queue one change for disk and return at once; FileError when opened for reading.

        `done` is called on the writer's thread: with `Saved` when the change is on disk, before
        that with a `FileError` for each attempt that failed. ValueError when `before` is not what
        was submitted last.
        """
        if self._writer is None:
            raise FileError(self.read_only_reason)
        self._writer.submit(before, after, done)

    def on_delay(self, listener: Callable[[str], object]) -> None:
        """Have `listener` called on the writer's thread when a change waits for another program.

        It gets the Danish reason; the change's own answer follows.
        """
        if self._writer is not None:
            self._writer.delayed = listener

    def retry(self) -> None:
        """Try again to write what could not be written."""
        if self._writer is not None:
            self._writer.retry()

    def pending(self) -> int:
        """How many changes are not yet on disk."""
        return self._writer.pending() if self._writer is not None else 0

    def wait(self, timeout: float) -> int:
        """Wait at most `timeout` seconds for the disk; how many changes are not on it."""
        return self._writer.wait(timeout) if self._writer is not None else 0

    @property
    def backup_trouble(self) -> str:
        """Why the last backup could not be made, in Danish; "" when it could."""
        return self._writer.backup_trouble if self._writer is not None else ""

    @property
    def is_closed(self) -> bool:
        """Whether the file was let go, which `close` begins."""
        return self._writer is None or self._writer.is_closed()

    def close(self, timeout: float = CLOSING_SECONDS) -> int:
        """Write what is queued and let the file go; the number of changes that did not make it.

        Waits at most `timeout` seconds.
        """
        return self._writer.close(timeout) if self._writer is not None else 0


def create(
    path: Path,
    workbook: Workbook,
    *,
    clock: Clock = local_now,
    backups: Path | None = None,
    key: Key | None = None,
) -> OpenWorkbook:
    """Make a new file with this content and open it; FileError when it exists or cannot be.

    `backups` is the folder its backups go to; None makes none. With a `key` it is encrypted.
    """
    with _explained(path, Doing.CREATING):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
        try:
            if key is not None:
                KNOWN.keep(key)
            connection = partial(connect_new, path, key)
            return _locked(path, connection, partial(_founded, workbook, clock), clock, backups)
        except (FileError, *TROUBLE):
            path.unlink()
            raise


def open_workbook(
    path: Path,
    read_only: bool = False,
    *,
    clock: Clock = local_now,
    backups: Path | None = None,
    take_over: bool = False,
) -> OpenWorkbook:
    """Open a file for work; its digest is verified. Backups go to the folder `backups`.

    With `take_over` it is had even though another machine's lock lies beside it.

    It opens for reading when asked to, when another window has it, when nothing can be written
    where it lies, and when it is older and cannot be backed up before its upgrade. FileError when
    it is missing, damaged, newer or no workbook.
    """
    with _explained(path, Doing.OPENING):
        refuse_unknown(path)
        if read_only:
            return _reading(path, "Filen er åbnet til læsning.")
        try:
            connection = partial(connect, path, writable=True)
            verified = partial(_verified, path, clock, backups)
            return _locked(path, connection, verified, clock, backups, take_over)
        except _UnwritableError as unwritable:
            return _reading(path, str(unwritable), unwritable.may_take_over)


def _locked(
    path: Path,
    connected: Callable[[], Connection],
    filled: Callable[[Connection], Content],
    clock: Clock,
    backups: Path | None,
    take_over: bool = False,
) -> OpenWorkbook:
    with ExitStack() as undo:
        lock = _taken(path, clock, take_over)
        undo.callback(lock.release)
        connection = connected()
        undo.callback(connection.close)
        content = filled(connection)
        undo.pop_all()
    _tidy(path, content.workbook.id, backups)
    keeper = Keeper(backups, path, content)
    writer = Writer(path, connection, content, clock, lock, keeper)
    return OpenWorkbook(path, content, writer, "")


def _tidy(path: Path, workbook_id: str, backups: Path | None) -> None:
    """Away with what a change of password that was cut short left behind."""
    from kompasskive.storage.rekeying import encrypt_backups, temporary_of

    with suppress(OSError):
        temporary_of(path).unlink(missing_ok=True)
    key = key_of(path)
    if key is not None and backups is not None:
        encrypt_backups(backups, workbook_id, key)


def _taken(path: Path, clock: Clock, over: bool) -> Lock:
    try:
        lock = take(path, clock(), over=over)
    except OSError as error:
        raise _UnwritableError(cannot_write()) from error
    if isinstance(lock, Taken):
        raise _UnwritableError(lock.reason, lock.is_elsewhere)
    return lock


def _founded(workbook: Workbook, clock: Clock, connection: Connection) -> Content:
    at = clock()
    return Content(workbook, found(connection, workbook, at), at)


def _verified(path: Path, clock: Clock, backups: Path | None, connection: Connection) -> Content:
    try:
        with connection.begin():
            content = load(connection, path)
        probe(connection)
        content = _present(connection, path, content, backups, clock)
        return put_right(connection, path, content, clock())
    except DBAPIError as error:
        if is_unwritable(error):
            raise _UnwritableError(cannot_write()) from error
        raise


def _present(
    connection: Connection, path: Path, content: Content, backups: Path | None, clock: Clock
) -> Content:
    if content.version == SCHEMA_VERSION:
        return content
    from kompasskive.storage.upgrading import upgraded

    try:
        return upgraded(connection, path, content, backups, clock())
    except FileError as error:
        raise _UnwritableError(str(error)) from error


def _reading(path: Path, reason: str, may_take_over: bool = False) -> OpenWorkbook:
    return OpenWorkbook(path, _loaded(path), None, reason, may_take_over)


def _loaded(path: Path) -> Content:
    with connect(path, writable=False) as connection, connection.begin():
        return shown(connection, load(connection, path))


def read(path: Path) -> Workbook:
    """What a file holds now, without locking it; FileError when it cannot be trusted."""
    with _explained(path, Doing.OPENING):
        return _loaded(path).workbook


def check(path: Path) -> tuple[str, ...]:
    """Everything that is wrong with a file, as Danish sentences; empty when it is sound."""
    try:
        with (
            _explained(path, Doing.OPENING),
            connect(path, writable=False) as connection,
            connection.begin(),
        ):
            return soundness.faults(connection, path)
    except FileError as error:
        return (str(error),)


@contextmanager
def _explained(path: Path, doing: Doing) -> Iterator[None]:
    try:
        yield
    except TROUBLE as error:
        raise explained(error, path, doing) from error
