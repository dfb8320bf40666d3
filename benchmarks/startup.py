"""Start-up: from the start of the process until the window's first picture is whole, against a bare
Qt window, in turn in one run.

`python benchmarks/startup.py [rounds]`; aim <= 1.5x. Ours is all of `kompasskive` without a file:
command line, settings, Danish words, style, icon, the Start page. The floor is `QMainWindow` of the
same size with nothing in it and no text (a single `QLabel` would cost it 7 % more instructions).
Both run from compiled bytecode, as installed programs do, and end their clock when the event loop
turns again after the first paint. On a busy machine look at the least; `--instructions` counts
instructions with valgrind instead, which a busy machine does not change.
"""

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
AIM = 1.5
FLOOR = HERE / "floors" / "bare_window.py"
OURS = HERE / "floors" / "our_window.py"
VALGRIND = ("valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null")


def environment(scratch: str) -> dict[str, str]:
    """Offscreen, with settings and bytecode in a folder of the run's own."""
    return {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(HERE.parent / "src"),
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(Path(scratch) / "bytecode"),
        "PYTHONHASHSEED": "1",
        "XDG_CONFIG_HOME": str(Path(scratch) / "config"),
        "XDG_DATA_HOME": str(Path(scratch) / "data"),
    }


def milliseconds(script: Path, around: dict[str, str]) -> float:
    """From the start of the process until what it printed."""
    started = time.perf_counter()
    command = [sys.executable, str(script)]
    shown = subprocess.check_output(command, text=True, env=around, stderr=subprocess.DEVNULL)
    return (float(shown.splitlines()[0]) - started) * 1000


def instructions(script: Path, around: dict[str, str]) -> float:
    """Millions of instructions until the first picture, in every thread."""
    command = [*VALGRIND, sys.executable, str(script)]
    told = subprocess.run(command, text=True, env=around, capture_output=True, check=True).stderr
    found = re.search(r"Collected : (\d+)", told)
    assert found
    return int(found.group(1)) / 1e6


def main() -> None:
    """Print both sides and their ratio."""
    counted = "--instructions" in sys.argv
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    rounds, measure, unit = (1, instructions, "M") if counted else (9, milliseconds, "ms")
    floors, ours = [], []
    with tempfile.TemporaryDirectory() as scratch:
        around = environment(scratch)
        milliseconds(FLOOR, around)
        milliseconds(OURS, around)
        for _ in range(numbers[0] if numbers else rounds):
            floors.append(measure(FLOOR, around))
            ours.append(measure(OURS, around))
    for name, of in (("median", statistics.median), ("least", min)):
        floor, own = of(floors), of(ours)
        sides = f"bare Qt window {floor:.0f} {unit}, Kompasskive {own:.0f} {unit}"
        print(f"{name}: {sides}: {own / floor:.2f}x (<= {AIM})")


if __name__ == "__main__":
    main()
