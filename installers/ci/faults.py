"""The fault stage of CI: kills, power cuts, full disks and spoiled files, with real processes.

`python3 -m installers.ci.faults [N]` from a clone that has its environment (`installers/dev.py`);
N times as many random kills, cuts and files as CI has.
"""

import sys

from installers.release import ROOT, run
from installers.toolchain import debian


def main(arguments: list[str]) -> None:
    """Install compiler and strace where there are none, and run the tests marked `faults`."""
    debian("gcc", "libc6-dev", "strace")
    python = ROOT / ".venv" / "bin" / "python"
    runs = ["--fault-runs", *arguments[:1]] if arguments else []
    words = ["-m", "pytest", "-m", "faults", "tests/faults", "-n", "2", "-rP", "--durations", "5"]
    run(python, *words, *runs, extra={"QT_QPA_PLATFORM": "offscreen"})


if __name__ == "__main__":
    main(sys.argv[1:])
