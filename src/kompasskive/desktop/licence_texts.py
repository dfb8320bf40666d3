"""The licences that lie with the program: which there are, and what they say."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kompasskive.assets import licence_folder

OVERVIEW_TITLE: Final = "Oversigt"
_TITLES: Final = {
    "TREDJEPART.txt": OVERVIEW_TITLE,
    "KILDEKODE.txt": "Kildekode til Qt",
    "LGPL-3.0.txt": "LGPL-3.0",
    "GPL-3.0.txt": "GPL-3.0",
    "stykliste.cdx.json": "Stykliste (SBOM)",
    "PYTHON.txt": "Python",
}


@dataclass(frozen=True, slots=True)
class LicenceText:
    """One entry: a text of its own, or all that a part of others brings along."""

    title: str
    files: tuple[Path, ...]

    def read(self) -> str:
        """The text as it lies on disk; a sentence instead when it cannot be read."""
        try:
            return "\n\n\n".join(file.read_text("utf-8", "replace") for file in self.files)
        except OSError:
            return "Teksten kan ikke læses. Den følger også med installationen i mappen »licenser«."


def licence_texts(folder: Path | None = None) -> tuple[LicenceText, ...]:
    """The overview, the source offer and Qt's licences first, then every part by name."""
    place = folder or licence_folder()
    known = [_text(place / name) for name in _TITLES if (place / name).is_file()]
    others = [path for path in place.iterdir() if path.name not in _TITLES]
    return (*known, *(_text(path) for path in sorted(others, key=_by_name)))


def _by_name(path: Path) -> str:
    return path.name.casefold()


def _text(path: Path) -> LicenceText:
    files = (path,) if path.is_file() else tuple(sorted(p for p in path.rglob("*") if p.is_file()))
    return LicenceText(_TITLES.get(path.name, path.name), files)
