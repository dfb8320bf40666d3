"""Lock every list in requirements/ anew: `python3 -m installers.lock [NAME...]`.

Runs uv, fetched into build/ when it is not there. Versions that are locked stay; delete a list to
let its versions move. No list names the registry the packages came from.
"""

import os
import sys
import venv
from pathlib import Path
from typing import Final

from installers.parts import locked_packages
from installers.release import BUILD, ROOT, run

LOCKS: Final = ROOT / "requirements"
ANYWHERE: Final = ("--universal",)
WINDOWS: Final = ("--python-platform", "x86_64-pc-windows-msvc")
SOURCES: Final[dict[str, tuple[str, ...]]] = {
    "runtime": (*ANYWHERE, "pyproject.toml"),
    "dev": (*ANYWHERE, "--extra", "dev", "pyproject.toml"),
    "windows": (*WINDOWS, "-c", "requirements/runtime.txt", "pyproject.toml"),
    "windows-tests": (*WINDOWS, "-c", "requirements/windows.txt", "requirements/windows-tests.in"),
    "freeze": (*ANYWHERE, "requirements/freeze.in"),
    "sbom": (*ANYWHERE, "requirements/sbom.in"),
    "bench": (*ANYWHERE, "requirements/bench.in"),
    "audit": (*ANYWHERE, "requirements/audit.in"),
}


def lock(name: str) -> None:
    """Write requirements/<name>.txt."""
    words = ("pip", "compile", "--quiet", "--generate-hashes", "--no-annotate", "--no-header")
    place = ("--no-emit-index-url", "--python-version", "3.11", "-o", LOCKS / f"{name}.txt")
    staged = sorted(locked_packages("windows")) if name == "windows-tests" else []
    left_out = [word for package in staged for word in ("--no-emit-package", package)]
    run(_python_with_uv(), "-m", "uv", *words, *place, *left_out, *SOURCES[name])


def _python_with_uv() -> Path:
    folder = BUILD / "environments" / "lock"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not list(folder.glob("*/uv*")):
        venv.create(folder, clear=True, with_pip=True)
        run(python, "-m", "pip", "-qq", "--disable-pip-version-check", "install", "uv")
    return python


def main(arguments: list[str]) -> int:
    """Lock the lists that are named, or all."""
    for name in arguments or SOURCES:
        lock(name)
        print(f"requirements/{name}.txt")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
