"""Debian tools and locked Python environments, put in place when a script needs them."""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path
from typing import Final

from installers.release import BUILD, ROOT, run

LOCKS: Final = ROOT / "requirements"
PATIENT_PIP: Final = ("--retries=10", "--timeout=60")
PATIENT_APT: Final = ("-o", "DPkg::Lock::Timeout=600", "-o", "Acquire::Retries=5")
_DEBIAN_LOCK: Final = ROOT / "installers" / "debian-tools.txt"
_DEBIAN_PYTHON: Final = Path("/usr/bin/python3.11")


def debian(*packages: str) -> None:
    """Install Debian packages in the locked versions; without root, say the exact line."""
    locked = _locked_versions()
    missing = [name for name in packages if not _installed(name)]
    if missing:
        _install([f"{name}={locked[name]}" for name in missing], missing)
    for name in packages:
        if (here := _installed(name)) != locked[name]:
            print(f"note: {name} is {here}, the lock says {locked[name]}", file=sys.stderr)


def environment(name: str, *locks: str) -> Path:
    """The Python of a virtual environment holding exactly these locks; made anew when they change.

    `locks` are names in requirements/ without their ending.
    """
    folder = BUILD / "environments" / name
    texts = [LOCKS / f"{lock}.txt" for lock in locks]
    wanted = hashlib.sha256(b"".join(text.read_bytes() for text in texts)).hexdigest()
    mark = folder / "locks.sha256"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if mark.is_file() and mark.read_text() == wanted:
        return python
    _make_environment(folder)
    for text in texts:
        pip(python, "install", "--require-hashes", "--only-binary=:all:", "-r", text)
    mark.write_text(wanted)
    return python


def pip(python: Path, *words: str | Path) -> None:
    """Run pip quietly and patiently, from the registry this machine is set up with."""
    run(python, "-m", "pip", "--disable-pip-version-check", "-qq", *PATIENT_PIP, *words)


def _make_environment(folder: Path) -> None:
    if sys.platform == "linux":
        debian("python3.11-venv", "libpython3.11")
        run(_DEBIAN_PYTHON, "-m", "venv", "--clear", folder)
        return
    venv.create(folder, clear=True, with_pip=True)


def _locked_versions() -> dict[str, str]:
    rows = (row.split() for row in _DEBIAN_LOCK.read_text("utf-8").splitlines())
    return {row[0]: row[1] for row in rows if row and not row[0].startswith("#")}


def _installed(package: str) -> str:
    query = ["dpkg-query", "-W", "-f", "${db:Status-Status} ${Version}", package]
    shown = subprocess.run(query, capture_output=True, text=True, check=False).stdout.split()
    return shown[1] if len(shown) == 2 and shown[0] == "installed" else ""


def _install(pinned: list[str], names: list[str]) -> None:
    line = ["apt-get", *PATIENT_APT, "install", "-y", "-qq", "--no-install-recommends"]
    if os.geteuid() != 0:
        raise SystemExit(f"Run: sudo {' '.join([*line, *names])}")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    run("apt-get", *PATIENT_APT, "update", "-qq", extra=quiet)
    try:
        run(*line, *pinned, extra=quiet)
    except subprocess.CalledProcessError:
        print("note: Debian no longer has the locked versions; taking its own", file=sys.stderr)
        run(*line, *names, extra=quiet)
