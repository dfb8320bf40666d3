"""Freeze the program into one folder with PyInstaller, from the locked packages only."""

import shutil
import sys
from pathlib import Path
from typing import Final

from installers.dev import QT_LIBRARIES
from installers.release import BUILD, ROOT, run, stamp
from installers.toolchain import debian, environment

WITH_DEBUG_INFO: Final = ("fontTools", "sqlalchemy", "sqlcipher3")
"""Packages whose compiled modules carry 27 MB of it on Linux, and no library of their own."""


def frozen_environment() -> Path:
    """The Python whose packages are frozen."""
    return environment("frozen", "runtime", "freeze")


def freeze() -> Path:
    """The folder (on macOS also the .app beside it) with the frozen program."""
    if sys.platform == "linux":
        debian("binutils")
    python = frozen_environment()
    draw_icons(python)
    work, out = BUILD / "frozen" / "work", BUILD / "frozen" / "out"
    shutil.rmtree(BUILD / "frozen", ignore_errors=True)
    spec = ROOT / "installers" / "frozen" / "kompasskive.spec"
    quiet = ("--log-level", "WARN", "--noconfirm", "--clean")
    places = ("--distpath", out, "--workpath", work)
    icons = {"KOMPASSKIVE_ICONS": str(BUILD / "icons")}
    run(python, "-m", "PyInstaller", *quiet, *places, spec, extra=icons)
    if sys.platform == "linux":
        _strip(out / "kompasskive")
    return out / "kompasskive"


def draw_icons(python: Path) -> Path:
    """The folder with every icon, drawn by the Qt of that Python's environment."""
    if sys.platform == "linux":
        debian(*QT_LIBRARIES.values())
    folder = BUILD / "icons"
    shutil.rmtree(folder, ignore_errors=True)
    run(python, "-m", "installers.icons", folder, extra={"QT_QPA_PLATFORM": "offscreen"})
    stamp(folder)
    return folder


def _strip(program: Path) -> None:
    modules = (
        path for name in WITH_DEBUG_INFO for path in (program / "_internal" / name).rglob("*.so")
    )
    run("strip", "--strip-debug", *sorted(modules))


def site_packages() -> Path:
    """Where the packages that were frozen are installed."""
    return next(frozen_environment().parents[1].glob("[Ll]ib*/**/site-packages"))
