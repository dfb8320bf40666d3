"""What every installer shares: the version, the time stamped on files, and where results lie."""

import hashlib
import os
import re
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
BUILD: Final = ROOT / "build"
DIST: Final = ROOT / "dist"
CHECKSUMS: Final = "SHA256SUMS"
_VERSION_FILE: Final = ROOT / "src" / "kompasskive" / "__init__.py"


def version() -> str:
    """The one version, "major.minor.patch", from the program itself."""
    found = re.search(
        r'^__version__ = "(\d+\.\d+\.\d+)"$', _VERSION_FILE.read_text("utf-8"), re.MULTILINE
    )
    if found is None:
        raise SystemExit(f"No version in {_VERSION_FILE.name}")
    return found[1]


def source_epoch() -> int:
    """Seconds since 1970 that every packed file carries: SOURCE_DATE_EPOCH or the last commit."""
    if set_from_outside := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(set_from_outside)
    shown = subprocess.check_output(["git", "log", "-1", "--format=%ct"], cwd=ROOT, text=True)
    return int(shown)


def reproducible() -> dict[str, str]:
    """The environment in which tools give the same bytes twice."""
    fixed = {"PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": str(source_epoch()), "TZ": "UTC"}
    return {**without_python_settings(), **fixed, "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}


def without_python_settings() -> dict[str, str]:
    """This process's environment without what would change another Python."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def run(*command: str | Path, at: Path = ROOT, extra: Mapping[str, str] | None = None) -> None:
    """Run a tool in the reproducible environment; CalledProcessError when it fails."""
    words = [str(word) for word in command]
    subprocess.run(words, cwd=at, check=True, env={**reproducible(), **(extra or {})})


def files_below(folder: Path) -> list[Path]:
    """Every file in a folder and below, sorted by its path relative to the folder."""
    found = (path for path in folder.rglob("*") if path.is_file() or path.is_symlink())
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def size_of(folder: Path) -> int:
    """Bytes in all files below a folder."""
    return sum(path.lstat().st_size for path in files_below(folder))


def stamp(folder: Path) -> None:
    """Give every file and folder the source's time and plain permissions."""
    epoch = source_epoch()
    for path in sorted(folder.rglob("*"), reverse=True):
        if not path.is_symlink():
            executable = path.is_dir() or bool(path.stat().st_mode & 0o100)
            path.chmod(0o755 if executable else 0o644)
        os.utime(path, (epoch, epoch), follow_symlinks=False)
    os.utime(folder, (epoch, epoch))


def sha256(path: Path) -> str:
    """A file's SHA-256 in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def write_checksums(built: Iterable[Path]) -> Path:
    """Add what was built to dist/SHA256SUMS, in the form `sha256sum -c` reads."""
    listing = DIST / CHECKSUMS
    lines = listing.read_text("utf-8").splitlines() if listing.is_file() else []
    known = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    known.update({path.name: sha256(path) for path in built})
    there = {name: digest for name, digest in known.items() if (DIST / name).is_file()}
    listing.write_text("".join(f"{there[name]}  {name}\n" for name in sorted(there)), "utf-8")
    return listing


def report(built: Iterable[Path]) -> None:
    """Tell what was built, how large it is and its checksum."""
    for path in built:
        print(f"{path.name}  {path.stat().st_size / 1e6:.1f} MB  {sha256(path)}", flush=True)
