"""The one ordered writer: changes go to disk in the order they were made, on a thread of its own.

A change leaves the queue only when its transaction is on disk. One that fails stays first in
line, and those behind it wait, until `retry` or `close` tries again. What may be another program's
passing hold on the file is tried again by itself first, for a while.
"""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Condition, Thread
from typing import TYPE_CHECKING, TypeAlias

from sqlalchemy import Connection

from kompasskive.dialogue.model import Workbook
from kompasskive.errors import FileError, TakenOverError
from kompasskive.storage.backups import Keeper
from kompasskive.storage.committing import commit, following, is_at
from kompasskive.storage.connection import connect, execute_alone
from kompasskive.storage.failures import TROUBLE, Doing, explained, replaced, taken_over
from kompasskive.storage.loading import Content
from kompasskive.storage.locking import Lock
from kompasskive.storage.patience import BUSY_MS, Patience, is_busy
from kompasskive.storage.rows import RowChange, changes

if TYPE_CHECKING:
    from kompasskive.storage.digest import Meta

Clock: TypeAlias = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Saved:
    """A change is on disk: the file's revision with it, and when it got there."""

    revision: int
    at: datetime


Done: TypeAlias = Callable[[Saved | FileError], None]


@dataclass(frozen=True, slots=True)
class _Job:
    before: Workbook
    after: Workbook
    done: Done


class Writer:
    """Writes the changes of one open file, and releases its lock when it has let the file go.

    After a change is acknowledged, and at closing, the keeper may make a backup. `delayed` is
    called on the writer's thread, with the Danish reason, when a change has to wait for another
    program; the change's own answer follows.
    """

    def __init__(
        self,
        path: Path,
        connection: Connection,
        content: Content,
        clock: Clock,
        lock: Lock,
        keeper: Keeper,
    ) -> None:
        self._path, self._clock, self._lock = path, clock, lock
        self._keeper = keeper
        self._connection: Connection | None = _impatient(connection)
        self.delayed: Callable[[str], object] = str
        self._identity = _identity(path)
        self._meta = content.meta
        self._doubtful: Meta | None = None
        self._latest = content.workbook
        self._queue: deque[_Job] = deque()
        self._condition = Condition()
        self._paused = self._closing = False
        self._thread: Thread | None = None

    def submit(self, before: Workbook, after: Workbook, done: Done) -> None:
        """Queue a change; ValueError when it does not start where the one before it ended.

        `done` is called on the writer's thread: with `Saved` once it is on disk, before that
        with a `FileError` for every attempt that failed.
        """
        with self._condition:
            if self._closing:
                raise ValueError("the file is closed")
            if before is not self._latest and before != self._latest:
                raise ValueError("the change does not start from what was submitted last")
            self._latest = after
            self._queue.append(_Job(before, after, done))
            self._wake()

    def retry(self) -> None:
        """Try again from the first change that could not be written."""
        with self._condition:
            if not self._closing:
                self._paused = False
                self._wake()

    def pending(self) -> int:
        """How many changes are not yet on disk."""
        with self._condition:
            return len(self._queue)

    def wait(self, timeout: float) -> int:
        """Wait at most `timeout` seconds for what is queued; how many changes are left."""
        with self._condition:
            self._condition.wait_for(lambda: not self._queue or self._paused, timeout)
            return len(self._queue)

    @property
    def backup_trouble(self) -> str:
        """Why the last backup could not be made, in Danish; "" when it could."""
        return self._keeper.trouble

    def close(self, timeout: float) -> int:
        """Write what is queued, wait at most `timeout` seconds; how many changes are left.

        The file is let go even if some are; closing again only waits.
        """
        with self._condition:
            thread = self._thread
            if thread is None or not self._closing:
                self._closing, self._paused = True, False
                thread = self._wake()
        thread.join(timeout)
        return self.pending()

    def is_closed(self) -> bool:
        """Whether the file was let go, its backup made."""
        return self._closing and self._thread is not None and not self._thread.is_alive()

    def _wake(self) -> Thread:
        if self._thread is None or not self._thread.is_alive():
            self._thread = Thread(target=self._run, name="kompasskive-writer", daemon=True)
            self._thread.start()
        self._condition.notify_all()
        return self._thread

    def _run(self) -> None:
        try:
            while (job := self._next()) is not None:
                self._attempt(job)
            self._keep(closing=True)
        finally:
            self._disconnect()
            if self._closing:
                self._lock.release()

    def _next(self) -> _Job | None:
        with self._condition:
            self._condition.wait_for(lambda: self._closing or (self._queue and not self._paused))
            return self._queue[0] if self._queue and not self._paused else None

    def _attempt(self, job: _Job) -> None:
        outcome = self._outcome(job)
        with self._condition:
            if isinstance(outcome, Saved):
                self._queue.popleft()
            else:
                self._paused = True
            self._condition.notify_all()
        job.done(outcome)
        self._keep(closing=False)

    def _outcome(self, job: _Job) -> Saved | FileError:
        """What became of a change, waiting while another program holds the file."""
        patience = Patience(self._path, self._pause)
        while True:
            try:
                return self._written(job)
            except TakenOverError as error:
                return error
            except FileError:
                self._disconnect()
                return replaced(self._path)
            except TROUBLE as error:
                if not is_busy(error):
                    self._disconnect()
                reason = explained(error, self._path, Doing.WRITING)
                if not patience.lasts(error):
                    return reason
            self.delayed(str(reason))
            patience.wait()

    def _pause(self, seconds: float) -> None:
        with self._condition:
            self._condition.wait_for(lambda: False, seconds)

    def _keep(self, *, closing: bool) -> None:
        if self._connection is not None:
            self._keeper.keep(self._connection, self._meta, self._clock(), closing=closing)

    def _written(self, job: _Job) -> Saved:
        changed = changes(job.before, job.after)
        at = self._clock()
        if self._lock.is_lost():
            raise taken_over(self._path)
        if changed:
            self._commit(self._connected(), changed, at)
        return Saved(self._meta.revision, at)

    def _commit(self, connection: Connection, changed: Sequence[RowChange], at: datetime) -> None:
        """Commit, unless the attempt that failed turns out to have reached the disk."""
        if self._doubtful is not None and is_at(connection, self._doubtful):
            self._meta = self._doubtful
        else:
            try:
                self._meta = commit(connection, self._path, self._meta, changed, at)
            except TROUBLE:
                self._doubtful = following(self._meta, changed, at)
                raise
        self._doubtful = None

    def _connected(self) -> Connection:
        """The connection, made anew when the last attempt failed or the file was replaced."""
        if self._connection is not None and _identity(self._path) != self._identity:
            self._disconnect()
        if self._connection is None:
            self._connection = _impatient(connect(self._path, writable=True))
            self._identity = _identity(self._path)
        return self._connection

    def _disconnect(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()


def _impatient(connection: Connection) -> Connection:
    """Have SQLite give up on another program's lock soon, so that the wait can be told of."""
    execute_alone(connection, f"PRAGMA busy_timeout = {BUSY_MS}")
    return connection


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
