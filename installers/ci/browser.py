"""The browser stage of CI: Debian's Chromium put in place, and the tests that look through it.

`python3 -m installers.ci.browser` from a clone that has its environment (`installers/dev.py`).
"""

import os

from installers.release import ROOT, run
from installers.toolchain import debian


def main() -> None:
    """Install the browser where there is none, and run the tests marked `browser`."""
    debian("chromium")
    python = ROOT / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    screen = {"QT_QPA_PLATFORM": "offscreen"}
    run(python, "-m", "pytest", "-m", "browser", "tests/browser", "-s", extra=screen)


if __name__ == "__main__":
    main()
