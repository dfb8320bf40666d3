"""The folder that is installed on Windows: launchers, Python, the locked packages, the program."""

import shutil
from pathlib import Path
from typing import Final

from installers.licences import lay_out_licences
from installers.release import BUILD, ROOT, files_below, run, stamp
from installers.sbom import add_to_licences
from installers.toolchain import LOCKS, pip
from installers.windows import python as windows_python
from installers.windows.launchers import build_launchers
from installers.windows.selection import is_wanted

STAGE: Final = BUILD / "windows" / "stage"
WHOLE_PYTHON: Final = BUILD / "windows" / "python"
FOR_WINDOWS: Final = (
    "--platform=win_amd64",
    "--python-version=3.11",
    "--implementation=cp",
    "--only-binary=:all:",
)


def lay_out(python: Path, icons: Path, official_zip: Path | None) -> Path:
    """Build the folder anew and return it."""
    shutil.rmtree(STAGE, ignore_errors=True)
    windows_python.unpack(WHOLE_PYTHON, python, official_zip)
    shutil.copytree(WHOLE_PYTHON, STAGE / "python")
    windows_python.trim(STAGE / "python")
    library = STAGE / "lib"
    install_packages(python, library, "windows")
    lay_out_licences(STAGE, "windows", library)
    add_to_licences(STAGE, "windows")
    shutil.copy(STAGE / "python" / "LICENSE.txt", STAGE / "licenser" / "PYTHON.txt")
    prune(library)
    add_program(library)
    compile_modules(python, library)
    build_launchers(STAGE, icons)
    stamp(STAGE)
    return STAGE


def install_packages(python: Path, target: Path, lock: str) -> None:
    """Install the Windows wheels of requirements/<lock>.txt into a folder."""
    words = ("install", "--require-hashes", "--no-deps", "--no-compile", *FOR_WINDOWS)
    pip(python, *words, "--target", target, "-r", LOCKS / f"{lock}.txt")


def prune(library: Path) -> None:
    """Take out what is not shipped, and folders left empty."""
    for path in files_below(library):
        if not is_wanted(path.relative_to(library).as_posix()):
            path.unlink()
    folders = sorted((path for path in library.rglob("*") if path.is_dir()), reverse=True)
    for folder in folders:
        if not any(folder.iterdir()):
            folder.rmdir()


def add_program(library: Path) -> None:
    """Put the program and its resources beside the packages."""
    unwanted = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "src" / "kompasskive", library / "kompasskive", ignore=unwanted)
    shutil.copytree(ROOT / "resources", library / "kompasskive" / "resources")


def compile_modules(python: Path, library: Path) -> None:
    """Compile every module; the compiled files are valid by hash, whatever a copy does to times."""
    stamp(library)
    names = ("-s", library, "-p", "lib", "--invalidation-mode", "unchecked-hash")
    run(python, "-m", "compileall", "-q", *names, library)
