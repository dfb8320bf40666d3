"""One writing window per file: a small lock file beside it says who has it and since when."""

import json
import os
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from kompasskive import danish
from kompasskive.errors import FileError

_RUN = uuid4().hex
"""This run of the program: tells an own lock from one left by a dead process with our pid."""

_CLOCK_DOUBT_SECONDS = 300
"""How far the clock may have been moved since the machine was started."""

_WRITTEN_WITHIN_SECONDS = 10
"""A lock that says nothing after this long was cut off by a crash and is nobody's."""


@dataclass(frozen=True, slots=True)
class Lock:
    """A lock this process holds; `mark` tells its file from one somebody else puts there."""

    path: Path
    mark: tuple[int, int] | None

    def is_lost(self) -> bool:
        """Whether somebody took it over; one that was merely removed is nobody else's."""
        if _mark(self.path) in (None, self.mark):
            return False
        holder = _holder(self.path)
        return holder is not None and holder.run != _RUN

    def release(self) -> None:
        """Let the file go; a lock that somebody else took over meanwhile is left alone.

        One that cannot be reached any more is nobody's once this process has ended.
        """
        holder = _holder(self.path)
        if holder is not None and holder.run == _RUN:
            with suppress(OSError):
                self.path.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a file open for writing."""

    pid: int
    host: str
    since: str
    run: str

    @property
    def reason(self) -> str:
        """Why the file opens for reading only, in Danish."""
        since = datetime.fromisoformat(self.since)
        return (
            f"Filen har været åben i et andet vindue på {self.host} siden"
            f" {danish.long_date(since)} {danish.clock(since)}; her kan den læses, men ikke ændres."
        )


@dataclass(frozen=True, slots=True)
class Taken:
    """Why a lock cannot be had, in Danish; from another machine it may be one that died."""

    reason: str
    is_elsewhere: bool = False


_UNKNOWN = "Filen er ved at blive åbnet i et andet vindue; her kan den læses, men ikke ændres."


def take(path: Path, since: datetime, *, over: bool = False) -> Lock | Taken:
    """The lock of a workbook file, or why it cannot be had.

    A lock whose process on this machine has ended is taken over, and with `over` one that another
    machine holds. OSError when nothing can be written in the folder.
    """
    lock = lock_path(path)
    mine = Holder(os.getpid(), socket.gethostname(), since.isoformat(), _RUN)
    for _ in range(2):
        if _claimed(lock, mine):
            return Lock(lock, _mark(lock))
        if not (_stale(lock) or (over and _is_elsewhere(_holder(lock)))):
            break
        lock.unlink(missing_ok=True)
    holder = _holder(lock)
    return Taken(holder.reason, _is_elsewhere(holder)) if holder else Taken(_UNKNOWN)


@contextmanager
def held(path: Path, since: datetime) -> Iterator[None]:
    """Hold the lock of a workbook file; FileError when it is open elsewhere."""
    lock = take(path, since)
    if isinstance(lock, Taken):
        raise FileError(f"{lock.reason.split(';')[0]}; luk den dér, og prøv igen.")
    try:
        yield
    finally:
        lock.release()


def lock_path(path: Path) -> Path:
    """Where the lock of a workbook file lies."""
    return path.with_name(f"{path.name}.lock")


def _claimed(lock: Path, mine: Holder) -> bool:
    content = json.dumps([mine.pid, mine.host, mine.since, mine.run]).encode()
    try:
        handle = os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
    except FileExistsError:
        return False
    try:
        _write(handle, content)
    except OSError:
        lock.unlink(missing_ok=True)
        raise
    return True


def _write(handle: int, content: bytes) -> None:
    try:
        os.write(handle, content)
        os.fsync(handle)
    finally:
        os.close(handle)


def _holder(lock: Path) -> Holder | None:
    try:
        pid, host, since, run = json.loads(lock.read_text())
        datetime.fromisoformat(since)
        return Holder(int(pid), str(host), since, str(run))
    except (OSError, ValueError, TypeError):
        return None


def _mark(lock: Path) -> tuple[int, int] | None:
    try:
        status = lock.stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns


def _is_elsewhere(holder: Holder | None) -> bool:
    return holder is not None and holder.host != socket.gethostname()


def _stale(lock: Path) -> bool:
    holder = _holder(lock)
    if holder is None:
        return _silent(lock)
    if holder.host != socket.gethostname() or holder.run == _RUN:
        return False
    if datetime.fromisoformat(holder.since).timestamp() < _started() - _CLOCK_DOUBT_SECONDS:
        return True
    return holder.pid == os.getpid() or not _alive(holder.pid)


def _started() -> float:
    """When this machine was started, in seconds since 1970; 0 where that cannot be told."""
    if sys.platform == "linux":
        return time.time() - time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.time() - time.monotonic() if sys.platform == "win32" else 0.0


def _silent(lock: Path) -> bool:
    try:
        return time.time() - lock.stat().st_mtime > _WRITTEN_WITHIN_SECONDS
    except FileNotFoundError:
        return True


if sys.platform == "win32":
    import ctypes

    _MAY_ASK, _STILL_RUNNING = 0x1000, 259

    def _alive(pid: int) -> bool:
        kernel = ctypes.windll.kernel32
        process = kernel.OpenProcess(_MAY_ASK, False, pid)
        code = ctypes.c_ulong(0)
        known = bool(process) and bool(kernel.GetExitCodeProcess(process, ctypes.byref(code)))
        kernel.CloseHandle(process)
        return known and code.value == _STILL_RUNNING

else:

    def _alive(pid: int) -> bool:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            return True
        return True
