"""Copies that a synchronising program left beside a file because two machines wrote at once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from kompasskive import danish
from kompasskive.dialogue.text import visible
from kompasskive.errors import FileError
from kompasskive.storage.connection import connect
from kompasskive.storage.failures import TROUBLE
from kompasskive.storage.loading import Content, load

_LEFT: Final = re.compile(
    r"-[\w-]+( ?\(\d+\))?"  # OneDrive: the machine's name
    r"| ?\(\d+\)"  # Google Drive
    r"| ?\(.*(conflict|konflikt).*\)"  # Dropbox, Nextcloud
    r"|[ ._-]*(sync-)?(conflict|konflikt).*",  # Syncthing, others
    re.IGNORECASE,
)
"""What such programs put after a file's name."""


@dataclass(frozen=True, slots=True)
class ConflictCopy:
    """A copy with the same file id beside a file: which, and how far it has come."""

    path: Path
    revision: int
    saved_at: datetime

    @property
    def text(self) -> str:
        """What lies there, in Danish."""
        at = self.saved_at.astimezone()
        return (
            f"»{visible(self.path.name)}« (udgave {self.revision}, gemt {danish.long_date(at)}"
            f" {danish.clock(at)})"
        )


def conflict_copies(path: Path, workbook_id: str) -> tuple[ConflictCopy, ...]:
    """The readable conflict copies beside a file, the latest saved first; nothing is written."""
    found = []
    for other in _twins(path):
        content = _content(other)
        if content is not None and content.workbook.id == workbook_id:
            found.append(ConflictCopy(other, content.meta.revision, content.saved_at))
    return tuple(sorted(found, key=lambda copy: copy.saved_at.timestamp(), reverse=True))


def _twins(path: Path) -> Iterator[Path]:
    """Files beside this one whose name is this one's and more, or the other way round."""
    try:
        beside = sorted(path.parent.iterdir())
    except OSError:
        return
    for other in beside:
        if other.suffix.lower() == path.suffix.lower() and _are_twins(path.stem, other.stem):
            yield other


def _are_twins(one: str, another: str) -> bool:
    short, long = sorted((one, another), key=len)
    return long.startswith(short) and _LEFT.fullmatch(long.removeprefix(short)) is not None


def _content(path: Path) -> Content | None:
    try:
        with connect(path, writable=False) as connection, connection.begin():
            return load(connection, path)
    except (FileError, *TROUBLE):
        return None
