"""What the program remembers between runs; never anything about a person."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings, QStandardPaths

RECENT_MAX: Final = 6
_TEXT_SIZES: Final = (1.0, 1.25, 1.5, 1.75, 2.0)
LOCK_AFTER: Final = (5, 10, 15, 30, 60, 0)
"""Minutes without a touch after which a file with a password is locked; 0 is never."""
_LOCK_USUALLY: Final = 15


class Settings:
    """Look, text size, motion, recent files and whether names go in file names.

    `find_backups` tells the folder for backups when one is to be made; None makes none.
    """

    def __init__(
        self, store: QSettings, find_backups: Callable[[], Path | None] = lambda: None
    ) -> None:
        self._store, self._find_backups = store, find_backups

    @property
    def backups(self) -> Path | None:
        """The folder for backups; None when none are made."""
        return self._find_backups()

    @backups.setter
    def backups(self, folder: Path | None) -> None:
        self._find_backups = lambda: folder

    @property
    def theme(self) -> str:
        """ "system", "light", "dark" or "contrast"."""
        value = str(self._store.value("look/theme", "system"))
        return value if value in ("light", "dark", "contrast") else "system"

    @theme.setter
    def theme(self, name: str) -> None:
        self._store.setValue("look/theme", name)

    @property
    def text_size(self) -> float:
        """1.0 to 2.0 times the system's text."""
        value = float(str(self._store.value("look/text", "1.0")))
        return min(_TEXT_SIZES, key=lambda size: abs(size - value))

    @text_size.setter
    def text_size(self, size: float) -> None:
        self._store.setValue("look/text", str(size))

    @property
    def motion(self) -> bool:
        """Whether anything may move."""
        return str(self._store.value("look/motion", "true")) != "false"

    @motion.setter
    def motion(self, on: bool) -> None:
        self._store.setValue("look/motion", "true" if on else "false")

    @property
    def lock_after(self) -> int:
        """One of LOCK_AFTER."""
        value = str(self._store.value("file/lock_after", _LOCK_USUALLY))
        return next((m for m in LOCK_AFTER if str(m) == value), _LOCK_USUALLY)

    @lock_after.setter
    def lock_after(self, minutes: int) -> None:
        self._store.setValue("file/lock_after", minutes)

    @property
    def name_in_file(self) -> bool:
        """Whether suggested file names carry the employee's name."""
        return str(self._store.value("report/name_in_file", "true")) != "false"

    @name_in_file.setter
    def name_in_file(self, on: bool) -> None:
        self._store.setValue("report/name_in_file", "true" if on else "false")

    @property
    def recent(self) -> tuple[Path, ...]:
        """Files opened before, latest first."""
        value = self._store.value("recent/files", [])
        names = value if isinstance(value, list) else [value]
        return tuple(Path(str(name)) for name in names if name)

    def remember(self, path: Path) -> None:
        """Put a file first in the list."""
        kept = [path, *(p for p in self.recent if p != path)][:RECENT_MAX]
        self._store.setValue("recent/files", [str(p) for p in kept])

    def forget(self, path: Path) -> None:
        """Take a file out of the list."""
        self._store.setValue("recent/files", [str(p) for p in self.recent if p != path])


def text_sizes() -> tuple[float, ...]:
    """The sizes the menu offers."""
    return _TEXT_SIZES


def user_settings() -> Settings:
    """The settings of this user on this machine."""
    folder = config_folder()
    folder.mkdir(parents=True, exist_ok=True)
    store = QSettings(str(folder / "indstillinger.ini"), QSettings.Format.IniFormat)
    return Settings(store, _backups)


def _backups() -> Path | None:
    from kompasskive.storage.places import backups_folder

    return backups_folder()


def config_folder() -> Path:
    """What `platformdirs.user_config_path` says, from Qt, which is loaded already."""
    places = QStandardPaths.StandardLocation
    mac = sys.platform == "darwin"
    place = places.GenericDataLocation if mac else places.GenericConfigLocation
    return Path(QStandardPaths.writableLocation(place)) / "Kompasskive"


def documents_folder() -> Path:
    """Where new files are suggested."""
    from platformdirs import user_documents_path

    folder = user_documents_path()
    return folder if folder.is_dir() else Path.home() if sys.platform != "win32" else folder
