"""Build the EXE of an earlier commit, to upgrade from: `python3 -m installers.windows.earlier`.

Takes a commit, or finds the last one whose files this version upgrades, or else the last one
before HEAD that touched the program.
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
SCHEMA: Final = "src/kompasskive/storage/schema.py"
FORMAT: Final = "SCHEMA_VERSION = "


def find_commit() -> str:
    """The last commit with an older file format, or before HEAD that touched src/; buildable.

    HEAD itself, and a line that says so, where a shallow clone cannot fetch what came before.
    """
    if not _has_history():
        print("Earlier commits are not here: upgrading over HEAD's own installer", file=sys.stderr)
        return "HEAD"
    format_now = next(
        row for row in (ROOT / SCHEMA).read_text("utf-8").splitlines() if FORMAT in row
    )
    newer = _git("log", "--reverse", "--format=%H", f"-S{format_now}", "--", SCHEMA).split()
    touched = _git("rev-list", "HEAD~1", "--", "src").split()
    before = [f"{commit}~1" for commit in newer[:1]]
    return next(commit for commit in (*before, *touched) if _git("ls-tree", commit, BUILDER))


def build(commit: str) -> Path:
    """Build that commit's installer from that commit's locked packages, once."""
    if built := _built(commit):
        return built
    shutil.rmtree(PLACE, ignore_errors=True)
    run("git", "clone", "-q", "--no-checkout", ROOT, PLACE)
    run("git", "checkout", "-q", "--detach", commit, at=PLACE)
    run("python3", "-m", "installers.windows.build", "--fast", "--exe-only", at=PLACE)
    return next((PLACE / "dist").glob("*.exe"))


def _has_history() -> bool:
    if _is_shallow():
        subprocess.run(["git", "fetch", "-q", "--unshallow"], cwd=ROOT, check=False)
    return not _is_shallow()


def _is_shallow() -> bool:
    return _git("rev-parse", "--is-shallow-repository").strip() == "true"


def _built(commit: str) -> Path | None:
    """That commit's installer, when it was the last that was built here."""
    found = next((PLACE / "dist").glob("*.exe"), None)
    is_same = found and _git("rev-parse", commit) == _git("rev-parse", "HEAD", at=PLACE)
    return found if is_same else None


def _git(*words: str, at: Path = ROOT) -> str:
    return subprocess.check_output(["git", *words], cwd=at, text=True)


def main(arguments: list[str]) -> int:
    """Build, and print where the installer lies."""
    print(build(arguments[0] if arguments else find_commit()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
