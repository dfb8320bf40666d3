"""Run the portable tests with Windows Python under Wine: `python3 -m installers.wine.unit_tests`.

The program and the packages are the staged ones, as installed; only pytest is added. Arguments go
to pytest. THIS IS WINE, NOT WINDOWS.
"""

import shutil
import sys
from pathlib import Path
from typing import Final

from installers.release import BUILD, ROOT
from installers.toolchain import environment
from installers.windows.stage import STAGE, WHOLE_PYTHON, install_packages
from installers.wine.prefix import fresh_prefix

PLACE: Final = BUILD / "wine" / "unit-tests"
WINES_OWN_WARNING: Final = (
    r"EnableNonClientDpiScaling\(\) failed|DpiAwareness::PerMonitorVersion2 is not supported"
)
FOLDERS: Final = (
    "framework",
    "dialogue",
    "profile",
    "dial",
    "storage",
    "handover",
    "reports",
    "cli",
)
OPTIONS: Final = (
    "-p",
    "no:cacheprovider",
    "-rs",
    "-o",
    "addopts=--import-mode=importlib",
    "-o",
    f"qt_log_ignore={WINES_OWN_WARNING}",
    "-m",
    "not print and not faults and not browser",
)


def lay_out() -> Path:
    """Windows Python with the staged packages and pytest; its python.exe."""
    shutil.rmtree(PLACE, ignore_errors=True)
    shutil.copytree(WHOLE_PYTHON, PLACE / "python")
    install_packages(environment("runtime", "runtime"), PLACE / "tools", "windows-tests")
    search = ("python311.zip", ".", r"..\tools", _from_wine(STAGE / "lib"), _from_wine(ROOT))
    (PLACE / "python" / "python311._pth").write_text("\r\n".join((*search, "")), "utf-8")
    return PLACE / "python" / "python.exe"


def _from_wine(path: Path) -> str:
    return "Z:" + str(path).replace("/", "\\")


def main(arguments: list[str]) -> int:
    """Pytest's exit code."""
    python = lay_out()
    tests = arguments or [f"tests/{folder}" for folder in FOLDERS]
    with fresh_prefix(BUILD / "wine" / "test-prefix") as prefix:
        prefix.environment["QT_QPA_PLATFORM"] = "offscreen"
        words = ("-X", "utf8", "-m", "pytest", "-q", "--rootdir=.", *OPTIONS, *tests)
        code, said = prefix.run(str(python), *words, seconds=1800)
    print(said, "This was Wine, not Windows.", sep="\n")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
