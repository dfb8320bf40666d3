"""A large file in the window: opened, its people, the organisation's two views, and Start again.

`python benchmarks/organisation_window.py [people ...]`; aims: the profile shows within 3x a bare
SQL aggregate of the same rows plus a paint, the window never answers later than after 100 ms, and
a profile takes at most 20 KB, also while the file is being opened. Linux only.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PEOPLE = (100, 1_000, 20_000)
AIM, GAP_AIM, MEMORY_AIM = 3, 100, 20
SETTLING, EVERY_MS = 2.0, 2
NOW = datetime(2026, 11, 23, 14, 5).astimezone()


class Watched:
    """An application whose event loop is watched: how long things take, and its longest gap."""

    def __init__(self) -> None:
        from PySide6.QtCore import QEventLoop, Qt, QTimer
        from PySide6.QtWidgets import QApplication

        self.app, self._loop = QApplication([]), QEventLoop()
        self._done: Callable[[], object] = bool
        self._last = self._longest = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._turn)

    def after(self, act: Callable[[], object], done: Callable[[], object]) -> tuple[float, float]:
        """Seconds from `act` until `done`, and the longest gap in milliseconds, rest included."""
        started = self._last = time.perf_counter()
        self._longest = 0.0
        act()
        self._run(done)
        took = time.perf_counter() - started
        end = time.perf_counter() + SETTLING
        self._run(lambda: time.perf_counter() > end)
        return took, self._longest * 1000

    def settle(self) -> None:
        """Let what follows by itself happen."""
        self.after(bool, lambda: True)

    def _run(self, done: Callable[[], object]) -> None:
        self._done = done
        self._timer.start(EVERY_MS)
        self._loop.exec()

    def _turn(self) -> None:
        now = time.perf_counter()
        self._longest, self._last = max(self._longest, now - self._last), now
        if self._done():
            self._timer.stop()
            self._loop.quit()


def held(field: str) -> int:
    """KB this process holds (VmRSS) or held at most (VmHWM)."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith(field)).split()[1])


def child(people: int, folder: Path) -> None:
    """One size in a window of its own, told line by line."""
    from benchmarks.organisation import MARKED, PLACED, bare, seconds

    watched, path = Watched(), folder / "org.kompas"
    window = _window(watched, folder)
    document, position = window.context.document, window.context.position
    watched.settle()
    small = folder / "lille.kompas"
    print("10 people, everything for the first time")
    tell("opened", watched.after(lambda: window.files.open(small), lambda: document.is_open))
    for name, found in _views(window, watched):
        tell(name, found)
    window.page.switch.choose(0)
    position.go("start")
    document.close()
    tell("nothing to do", watched.after(bool, lambda: True))
    before = held("VmRSS")
    Path("/proc/self/clear_refs").write_text("5")
    print(f"{people} people")
    tell("opened", watched.after(lambda: window.files.open(path), lambda: document.path == path))
    tell_memory(before, people)
    floor = min(seconds(lambda: bare(path, (PLACED, MARKED))) for _ in range(3))
    for name, found in _views(window, watched):
        tell(name, found)
        paint = min(seconds(window.grab) for _ in range(3))
        print(
            f"    SQL {floor * 1000:.0f} ms, paint {paint * 1000:.0f} ms: "
            f"{found[0] / (floor + paint):.2f}x (<= {AIM})"
        )
    for name in ("start", "people"):
        tell(name, watched.after(partial(position.go, name), lambda: True))
    tell_memory(before, people)
    window.close()


def _window(watched: Watched, folder: Path) -> Any:
    from PySide6.QtCore import QSettings

    from kompasskive.desktop.app import build, dress
    from kompasskive.desktop.rubbish import look_in_turns
    from kompasskive.desktop.settings import Settings

    dress(watched.app)
    settings = Settings(QSettings(str(folder / "look.ini"), QSettings.Format.IniFormat))
    window = build(watched.app, settings, lambda: NOW)
    window.when_painted(lambda: look_in_turns(window))
    window.show()
    return window


def _views(window: Any, watched: Watched) -> Iterator[tuple[str, tuple[float, float]]]:
    """Each view of Organisation, until what it shows has come."""
    from kompasskive.desktop.pages.organisation.page import VIEWS

    position = window.context.position
    for name in ("Teamoverblik", "Organisationsprofil"):
        came: list[object] = []

        def act(name: str = name, came: list[object] = came) -> None:
            position.go("organisation")
            window.page.switch.choose(VIEWS.index(name))
            window.page.part.job.ready.connect(came.append)

        yield name, watched.after(act, lambda: came)  # noqa: B023


def tell(what: str, found: tuple[float, float]) -> None:
    """One step."""
    took, longest = found
    print(f"  {what}: {took * 1000:.0f} ms, longest gap {longest:.0f} ms (<= {GAP_AIM})")


def tell_memory(before: int, people: int) -> None:
    """What the process holds more than before, now and at most."""
    now, most = ((held(field) - before) / people for field in ("VmRSS", "VmHWM"))
    print(f"    memory {now:.1f} KB each, {most:.1f} at most (<= {MEMORY_AIM})")


def main() -> None:
    """Every size, in a process of its own."""
    sizes = [int(number) for number in sys.argv[1:]] or PEOPLE
    environment = {
        **os.environ,
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPATH": os.pathsep.join((str(HERE.parent / "src"), str(HERE.parent))),
        "QT_QPA_PLATFORM": "offscreen",
    }
    for people in sizes:
        with tempfile.TemporaryDirectory() as folder:
            for name, many in (("lille", 10), ("org", people)):
                make = [sys.executable, str(HERE / "organisation.py"), "make"]
                subprocess.run(
                    [*make, str(many), f"{folder}/{name}.kompas"], check=True, env=environment
                )
            command = [sys.executable, __file__, "child", str(people), folder]
            subprocess.run(command, check=True, env=environment)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["child", people, folder]:
            child(int(people), Path(folder))
        case _:
            main()
