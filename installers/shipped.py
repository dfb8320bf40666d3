"""What the built packages hold: `python3 -m installers.shipped`, after the builds; 1 if too much.

Looks at the folders that were packed: no network, no QML, no browser engine, and not too large.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from installers.release import BUILD, files_below, size_of

NEVER: Final = (
    "Network",
    "Qml",
    "Quick",
    "WebEngine",
    "WebSockets",
    "Designer",
    "Multimedia",
    "Sql",
)
"""Qt's modules that never go out."""

PACKED: Final = (BUILD / "windows" / "stage", BUILD / "linux" / "usr")
LARGEST: Final = 240_000_000
_UNWANTED: Final = re.compile(
    rf"(?:^|/)(?:lib)?Qt6?(?:{'|'.join(NEVER)})|/plugins/(?:tls|network|qml)|(?:^|/)(?:_ssl\.|libssl)"
)


def faults(folder: Path) -> Iterator[str]:
    """What is wrong with a folder that was packed."""
    names = [path.relative_to(folder).as_posix() for path in files_below(folder)]
    if not names:
        yield "nothing was built"
    yield from unwanted(names)
    if (size := size_of(folder)) > LARGEST:
        yield f"{size / 1e6:.0f} MB, more than {LARGEST / 1e6:.0f}"


def unwanted(names: Iterable[str]) -> list[str]:
    """The files that never go out."""
    return [name for name in names if _UNWANTED.search(name)]


def qt_parts(folder: Path) -> list[str]:
    """Qt's libraries and plugins in a folder that was packed."""
    kinds = ("Qt6*.dll", "libQt6*.so*", "plugins/*/*")
    return sorted({path.name for kind in kinds for path in folder.rglob(kind)})


def main() -> int:
    """Say what each holds of Qt and what is wrong with it."""
    found = {folder: list(faults(folder)) for folder in PACKED}
    for folder, wrong in found.items():
        print(f"{folder.relative_to(BUILD)}: {size_of(folder) / 1e6:.0f} MB")
        print(f"   {', '.join(qt_parts(folder))}")
        print("".join(f"   NO {fault}\n" for fault in wrong), end="")
    return int(any(found.values()))


if __name__ == "__main__":
    sys.exit(main())
