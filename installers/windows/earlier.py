"""Build the EXE of an earlier commit, to upgrade from: `python3 -m installers.windows.earlier`.

Takes a commit, or finds the last one before HEAD that touched the program and could be built.
The result is build/earlier/dist/Kompasskive-<version>-win64.exe.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from installers.release import BUILD, ROOT, run

PLACE: Final = BUILD / "earlier"
BUILDER: Final = "installers/windows/build.py"


def find_commit() -> str:
    """The last commit before HEAD that touched src/ and holds the builder."""
    touched = _git("rev-list", "HEAD~1", "--", "src").split()
    return next(commit for commit in touched if _git("ls-tree", commit, BUILDER))


def build(commit: str) -> Path:
    """Build that commit's installer, with the packages already fetched for this one."""
    shutil.rmtree(PLACE, ignore_errors=True)
    run("git", "clone", "-q", "--no-checkout", ROOT, PLACE)
    run("git", "checkout", "-q", "--detach", commit, at=PLACE)
    (PLACE / "build").mkdir()
    (PLACE / "build" / "environments").symlink_to(BUILD / "environments")
    run("python3", "-m", "installers.windows.build", "--fast", "--exe-only", at=PLACE)
    return next((PLACE / "dist").glob("*.exe"))


def _git(*words: str) -> str:
    return subprocess.check_output(["git", *words], cwd=ROOT, text=True)


def main(arguments: list[str]) -> int:
    """Build, and print where the installer lies."""
    print(build(arguments[0] if arguments else find_commit()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
