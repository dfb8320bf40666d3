"""What is done to files on another thread: opened, made, let go, worked on and looked beside."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple

from kompasskive.desktop.rubbish import not_looking
from kompasskive.errors import DamagedError, ExpectedError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from kompasskive.dialogue.model import Workbook
    from kompasskive.storage.conflicts import ConflictCopy
    from kompasskive.storage.workbook import OpenWorkbook
    from kompasskive.telling import Tell

WAIT_SECONDS: Final = 5.0
UNSAVED: Final = "Noget er endnu ikke gemt. Prøv igen, når der står »Gemt« nederst."


class Worked(NamedTuple):
    """A file that was let go and opened again, or never was let go; why, in Danish, or ""."""

    file: OpenWorkbook
    trouble: str


def open_file(path: Path, backups: Path | None, take_over: bool = False) -> OpenWorkbook:
    """Open a workbook for work; FileError."""
    from kompasskive.storage.workbook import open_workbook

    with not_looking():
        return open_workbook(path, backups=backups, take_over=take_over)


def unless_stopped(work: Callable[[], OpenWorkbook], tell: Tell) -> OpenWorkbook:
    """What was opened, or let go again when `tell` says that nobody waits for it any more."""
    file = work()
    try:
        tell(1, 1)
    except ExpectedError:
        file.close()
        raise
    return file


def worked_on(file: OpenWorkbook, backups: Path | None, work: Callable[[Path], object]) -> Worked:
    """On another thread: let a file go, have something done to it on disk, and open it again."""
    if file.wait(WAIT_SECONDS) or file.close():
        return Worked(file, UNSAVED)
    trouble = ""
    try:
        work(file.path)
    except ExpectedError as error:
        trouble = str(error)
    return Worked(open_file(file.path, backups), trouble)


def make_file(
    path: Path, workbook: Workbook, backups: Path | None, password: str = ""
) -> OpenWorkbook:
    """Make a workbook and open it; FileError when it exists or cannot be made."""
    from kompasskive.storage.encryption import new_key
    from kompasskive.storage.workbook import create

    key = new_key(password) if password else None
    return create(path, workbook, backups=backups, key=key)


def forget(file: OpenWorkbook) -> bool:
    """Let a file go, and forget its key."""
    from kompasskive.storage.encryption import KNOWN

    file.close()
    if file.key is not None:
        KNOWN.forget(file.key.salt)
        file.key = None
    return True


def unlock_or_leave(path: Path, backups: Path | None, typed: str) -> None:
    """Unlock a file by what was typed; damage that shows meanwhile is left for the opening."""
    from kompasskive.storage.unlocking import unlock

    with suppress(DamagedError):
        unlock(path, typed, backups)


def copies_beside(file: OpenWorkbook) -> Sequence[ConflictCopy]:
    """On another thread: the conflict copies of a file."""
    from kompasskive.storage.conflicts import conflict_copies

    return conflict_copies(file.path, file.workbook.id)
