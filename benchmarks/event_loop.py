"""What holds the window up: the longest time that each thing a user does keeps the loop busy.

`python benchmarks/event_loop.py [people]`; aim <= 100 ms. Plays the scripted talk from an empty
window to the printed profile, then opens a file with that many people (500) and works in it. The
floor is the longest time of a bare Qt window that is shown and dressed with the same style sheet.
Run it twice: the first run compiles what an installed program has compiled.
"""

import os
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Final

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "src"))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.dont_write_bytecode = False

import shiboken6  # noqa: E402
from PySide6.QtCore import QSettings, Qt, QTimer  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget  # noqa: E402

from kompasskive.desktop import warmup  # noqa: E402
from kompasskive.desktop.app import STYLE, build, dress, local_now  # noqa: E402
from kompasskive.desktop.settings import Settings  # noqa: E402
from kompasskive.desktop.walkthrough import hands  # noqa: E402
from kompasskive.desktop.walkthrough.conversation import ALT, CONTROL, PROFILE, conversation  # noqa: E402
from kompasskive.desktop.walkthrough.hands import (  # noqa: E402
    Step,
    choose_file,
    gone,
    key,
    press,
    seen,
    write,
)
from kompasskive.desktop.walkthrough.play import Player  # noqa: E402
from kompasskive.dialogue.example import example_workbook  # noqa: E402
from kompasskive.framework.catalogue import bundled  # noqa: E402
from kompasskive.storage.workbook import create  # noqa: E402

AIM_MS: Final = 100.0
SHOWN: Final = 12
EVERY_MS: Final = 2
PICTURE: Final = "billede"
START: Final = "start"
MANY: Final = "Mange.kompas"
_PAGES: Final = (
    Qt.Key.Key_2,
    Qt.Key.Key_3,
    Qt.Key.Key_4,
    Qt.Key.Key_5,
    Qt.Key.Key_6,
    Qt.Key.Key_7,
    Qt.Key.Key_8,
    Qt.Key.Key_9,
    Qt.Key.Key_1,
)


class Loop:
    """Times the gaps between a timer's beats: nothing else can happen in the window meanwhile.

    Each key and click of the hands is a gap by itself; looking for the widget is none.
    """

    def __init__(self) -> None:
        self.step = START
        self.longest: dict[str, float] = defaultdict(float)
        self._last, self._ours = time.perf_counter(), 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(EVERY_MS)

    def by_hand(self, step: Step) -> None:
        """Let the hands act; what waits in the window is told of the step before."""
        self._beat()
        self.step = step.what
        step.act()

    def looking(self, step: Step) -> bool:
        """Whether the hands find what they look for."""
        started = time.perf_counter()
        found = step.ready()
        self._ours += time.perf_counter() - started
        return found

    def timed(self, send: Callable[..., object], *values: object) -> None:
        """Send one key or click; where it opens a dialog, the dialog's loop beats inside it."""
        self._beat()
        send(*values)
        self._beat()

    def _beat(self) -> None:
        now = time.perf_counter()
        took = (now - self._last - self._ours) * 1000
        self.longest[self.step] = max(self.longest[self.step], took)
        self._last, self._ours = now, 0.0


class Fingers:
    """Stands for QTest in the hands: the same keys and clicks, one at a time."""

    def __init__(self, loop: Loop) -> None:
        self.keyClick = partial(loop.timed, QTest.keyClick)
        self.mouseClick = partial(loop.timed, QTest.mouseClick)

    def keyClicks(self, widget: QWidget, text: str) -> None:  # noqa: N802
        """Type a text."""
        for character in text:
            self.keyClick(widget, character)


def with_many(folder: Path, loop: Loop) -> Iterator[Step]:
    """Work in a large file: find somebody, talk, write, undo, and look at every page."""
    yield Step("vent på papiret", (folder / PROFILE).is_file, lambda: None)
    yield seen("Gem som PDF")
    yield Step("vent på vinduet", lambda: QApplication.activeWindow() is not None, lambda: None)
    yield key(Qt.Key.Key_O, CONTROL)
    yield choose_file(folder / MANY)
    yield seen("Medarbejdere")
    yield write("Søg", "Jens Jensen")
    yield key(Qt.Key.Key_Down)
    yield key(Qt.Key.Key_Return)
    yield key(Qt.Key.Key_4, ALT)
    yield seen("Punkt 1 af")
    for number in range(1, 7):
        yield key(Qt.Key(Qt.Key.Key_0 + number), CONTROL)
        yield press("Punkt 1 af", "1234")
    yield write("Noter til feltet", "æøå <&> " * 40)
    for _ in range(6):
        yield key(Qt.Key.Key_Z, CONTROL)
    yield key(Qt.Key.Key_F5)
    yield key(Qt.Key.Key_Escape)
    yield key(Qt.Key.Key_F9)
    yield key(Qt.Key.Key_F9)
    for page in _PAGES:
        yield key(page, ALT)
        yield gone("Siderne tegnes")
        yield key(Qt.Key.Key_Tab)
    yield from _looks(loop)


def _looks(loop: Loop) -> Iterator[Step]:
    def choose(words: str) -> Step:
        def act() -> None:
            window = next(w for w in QApplication.topLevelWidgets() if hasattr(w, "menu"))
            menus = [window.menu, *(a.menu() for a in window.menu.actions() if a.menu())]
            chosen = next(a for m in menus for a in m.actions() if a.text() == words)
            loop.timed(chosen.trigger)

        return Step(f"vælg {words}", lambda: True, act)

    for page in (Qt.Key.Key_4, Qt.Key.Key_8):
        yield key(page, ALT)
        for words in ("Mørkt", "200 %", "Lyst", "100 %"):
            yield choose(words)
    yield seen("Organisation")


def _loaded() -> Step:
    """Until the pages' code has been loaded, as it has when somebody has found the first button."""
    wanted = {*warmup.PAGES, *warmup.PAPER}
    return Step("siderne hentes", lambda: sys.modules.keys() >= wanted, lambda: None)


def bare(app: QApplication, loop: Loop) -> float:
    """The longest time a bare window takes to show itself and to be dressed anew."""
    window = QMainWindow()
    window.setCentralWidget(QLabel("Kompasskive"))
    window.resize(1440, 900)
    loop.step = "bare"
    for act in (window.show, lambda: app.setStyleSheet(app.styleSheet() + " ")):
        loop.timed(act)
        for _ in range(20):
            app.processEvents()
    window.close()
    return loop.longest.pop("bare")


def play(app: QApplication, folder: Path, people: int, loop: Loop) -> str:
    """Play everything; the name of the step that stuck, if one did."""
    many = example_workbook(bundled(), people, 1, date(2026, 11, 23))
    create(folder / MANY, many).close()
    settings = Settings(QSettings(str(folder / "look.ini"), QSettings.Format.IniFormat))
    window = build(app, settings, local_now)
    every = chain([_loaded()], conversation(folder), with_many(folder, loop))
    steps = (Step(s.what, partial(loop.looking, s), partial(loop.by_hand, s)) for s in every)
    player = Player(window, steps, folder)
    window.show()
    player.start()
    app.exec()
    shiboken6.delete(window)
    return player.stuck


def main() -> None:
    """Print the longest steps, the longest of all and the floor."""
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    app = QApplication(["kompasskive", "-style", STYLE])
    app.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    dress(app)
    loop = Loop()
    vars(hands)["QTest"] = Fingers(loop)
    with tempfile.TemporaryDirectory() as folder:
        stuck = play(app, Path(folder), people, loop)
    if stuck:
        sys.exit(f"stuck at: {stuck}")
    floor = bare(app, loop)
    loop.longest.pop(START)
    steps = {what: ms for what, ms in loop.longest.items() if not what.startswith(PICTURE)}
    for what, ms in sorted(steps.items(), key=lambda one: -one[1])[:SHOWN]:
        print(f"{ms:7.1f} ms  {what}")
    longest = max(steps.values())
    print(f"bare window {floor:.1f} ms, longest {longest:.1f} ms: {longest / AIM_MS:.2f}x (<= 1)")


if __name__ == "__main__":
    main()
