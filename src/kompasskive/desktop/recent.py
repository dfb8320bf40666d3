"""Files opened before: which are still there, and when each was changed."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True)
class RecentFile:
    """A file opened before; `changed_at` is local time, None when it is not there any more."""

    path: Path
    changed_at: datetime | None


def look_up(paths: tuple[Path, ...]) -> tuple[RecentFile, ...]:
    """Which of the files are there, and when each was changed; may be slow on a network."""
    return tuple(RecentFile(path, _changed_at(path)) for path in paths)


def _changed_at(path: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except OSError:
        return None
