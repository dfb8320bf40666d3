"""The installed program's first paint against a bare Qt window's, from process start to pixels.

`python3 benchmarks/installed_start.py PROGRAM PYTHON [rounds]` on Linux, with Xvfb: PROGRAM is the
installed `kompasskive`, PYTHON one that has the same PySide6 but no Kompasskive. Aim <= 2x.
A window counts as painted when its upper left corner is no longer the black of the empty screen.
"""

import ctypes
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

BARE: Final = Path(__file__).resolve().parent / "floors" / "shown_window.py"
AIM: Final = 2.0
PATIENCE_S: Final = 60.0
POLL_S: Final = 0.002
CORNER: Final = 30
ALL_PLANES: Final = ctypes.c_ulong(0xFFFFFFFF)
Z_PIXMAP: Final = 2


class Screen:
    """An X screen whose pixels can be read."""

    def __init__(self, display: str) -> None:
        self._x = ctypes.CDLL("libX11.so.6")
        for name in ("XOpenDisplay", "XGetImage"):
            getattr(self._x, name).restype = ctypes.c_void_p
        for name in ("XDefaultRootWindow", "XGetPixel"):
            getattr(self._x, name).restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(display.encode()))
        self._root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))

    def is_painted(self) -> bool:
        """Whether something covers the corner."""
        place = (CORNER, CORNER, 1, 1, ALL_PLANES, Z_PIXMAP)
        image = ctypes.c_void_p(self._x.XGetImage(self._display, self._root, *place))
        colour = self._x.XGetPixel(image, 0, 0) & 0xFFFFFF
        self._x.XDestroyImage(image)
        return bool(colour)


@contextmanager
def empty_screen() -> Iterator[str]:
    """The name of a new, black screen."""
    reading, writing = os.pipe()
    words = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1440x900x24"]
    server = subprocess.Popen(words, pass_fds=(writing,), stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as number:
            yield f":{number.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def milliseconds(command: list[str]) -> float:
    """From the start of the process until its window is painted."""
    with empty_screen() as display:
        screen = Screen(display)
        environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        started = time.perf_counter()
        program = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
        while not screen.is_painted():
            if program.poll() is not None or time.perf_counter() - started > PATIENCE_S:
                raise SystemExit(f"{command[0]} showed no window")
            time.sleep(POLL_S)
        taken = (time.perf_counter() - started) * 1000
        program.terminate()
        program.wait()
    return taken


def main() -> None:
    """Print both medians and their ratio."""
    ours, bare = [sys.argv[1]], [sys.argv[2], str(BARE)]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 9
    milliseconds(bare)
    milliseconds(ours)
    pairs = [(milliseconds(bare), milliseconds(ours)) for _ in range(rounds)]
    floor, own = (statistics.median(side) for side in zip(*pairs, strict=True))
    print(f"bare Qt window {floor:.0f} ms, installed {own:.0f} ms, {own / floor:.2f}x, aim {AIM}x")


if __name__ == "__main__":
    main()
