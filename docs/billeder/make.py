"""Takes the pictures in this folder anew from the running program.

`PYTHONPATH=src QT_QPA_PLATFORM=offscreen .venv/bin/python docs/billeder/make.py [FOLDER [NAME]]`
Uses Open Sans, which stands in for Segoe UI, when it is installed.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtGui import QCursor, QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget

from kompasskive.desktop.app import build, dress
from kompasskive.desktop.pages.organisation import OrganisationPage
from kompasskive.desktop.settings import Settings
from kompasskive.desktop.turns import at_once
from kompasskive.desktop.window import Window
from kompasskive.dialogue.example import example_workbook
from kompasskive.dialogue.model import Employee, Workbook
from kompasskive.dialogue.organisation import Goal
from kompasskive.framework.catalogue import bundled

FILE = "Samtaler 2026.kompas"
HERE = Path(__file__).resolve().parent
NOW = datetime(2026, 11, 23, 14, 5, tzinfo=timezone(timedelta(hours=1)))
WIDE, LARGE, SMALL = (1440, 900), (1920, 1080), (1280, 720)
WAIT_MS = 20_000


@dataclass(frozen=True)
class Shot:
    """One picture: a page at a size, in a theme, at a text size, of a person.

    `view` is which of Organisation's three, `beside` whether the person is laid beside it, and
    `people` how many there are.
    """

    name: str
    page: str
    size: tuple[int, int] = WIDE
    theme: str = "light"
    text: float = 1.0
    person: str = "Jens Jensen"
    view: int = 1
    beside: bool = False
    people: int = 12


GOALS = (
    Goal("arbejdsmarked", priority=3, depth=9),
    Goal("it", priority=2),
    Goal("borger", breadth=5, depth=5),
    Goal("netvaerk", priority=1),
)
PAGES = {
    "people": "02_medarbejdere",
    "preparation": "03_forberedelse",
    "talk": "04_samtale",
    "profile": "05_profil",
    "plan": "06_udviklingsplan",
    "history": "07_historik",
    "report": "09_rapport",
}


def shots() -> Iterator[Shot]:
    """Every picture that is kept."""
    yield Shot("01_start", "start")
    yield Shot("01_start_moerk", "start", theme="dark")
    yield Shot("01_start_200_procent", "start", SMALL, text=2.0)
    for page, name in PAGES.items():
        yield Shot(name, page)
        yield Shot(f"{name}_moerk", page, theme="dark")
        yield Shot(f"{name}_200_procent", page, SMALL, text=2.0)
    yield Shot("04_samtale_kontrast", "talk", theme="contrast")
    yield Shot("04_samtale_1920", "talk", LARGE)
    yield Shot("04_samtale_1280", "talk", SMALL)
    yield Shot("05_profil_tom", "profile", person="Ida Lund")
    yield from organisation_shots()
    for dialog in DIALOGS:
        yield Shot(f"10_{dialog}", dialog)
        yield Shot(f"10_{dialog}_moerk", dialog, theme="dark")
        yield Shot(f"10_{dialog}_200_procent", dialog, SMALL, text=2.0)


def organisation_shots() -> Iterator[Shot]:
    """Organisation's three views, alone and with Jens, large and small, and with too few."""
    many, name, page = 18, "08_organisation", "organisation"
    yield Shot(name, page, people=many, beside=True)
    yield Shot(f"{name}_alene", page, people=many)
    yield Shot(f"{name}_team", page, people=many, view=0)
    yield Shot(f"{name}_udbydere", page, people=many, view=2)
    yield Shot(f"{name}_moerk", page, theme="dark", people=many, beside=True)
    yield Shot(f"{name}_kontrast", page, theme="contrast", people=many, beside=True)
    yield Shot(f"{name}_200_procent", page, SMALL, text=2.0, people=many)
    yield Shot(f"{name}_team_200_procent", page, SMALL, text=2.0, people=many, view=0)
    yield Shot(f"{name}_1920", page, LARGE, people=many, beside=True)
    yield Shot(f"{name}_1280", page, SMALL, people=many, beside=True)
    yield Shot(f"{name}_for_faa", page, people=4)


def main() -> None:
    """Take them all."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    app = QApplication(sys.argv[:1])
    QCursor.setPos(*LARGE)
    dress(app)
    if "Open Sans" in QFontDatabase.families():
        app.setFont(QFont("Open Sans", 9))
    with tempfile.TemporaryDirectory() as scratch:
        for shot in shots():
            if len(sys.argv) > 2 and not shot.name.startswith(sys.argv[2]):
                continue
            take(app, shot, folder, Path(scratch))


def take(app: QApplication, shot: Shot, folder: Path, scratch: Path) -> None:
    """One picture from a window of its own."""
    settings = Settings(QSettings(str(scratch / "look.ini"), QSettings.Format.IniFormat))
    settings.theme, settings.text_size, settings.motion = shot.theme, shot.text, False
    for path in recent_files(scratch):
        settings.remember(path)
    window = build(app, settings, lambda: NOW, turns=at_once)
    window.resize(*shot.size)
    window.show()
    until(lambda: window.findChild(QLabel) is not None and rested(window))
    seen: QWidget = window
    if shot.page in DIALOGS:
        seen = DIALOGS[shot.page](window)
    elif shot.page != "start":
        show(window, shot)
    until(lambda: rested(window))
    seen.grab().save(str(folder / f"{shot.name}.png"))
    print(shot.name)
    window.close()
    window.deleteLater()


def recent_files(folder: Path) -> Iterator[Path]:
    """Files that were used some days ago, the latest last."""
    for name, days in (("Mine refleksioner", 51), ("Team Virksomhed", 11), ("Samtaler 2026", 0)):
        path = folder / "Jobcenter" / "Dokumenter" / f"{name}.kompas"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        at = (NOW - timedelta(days=days, hours=4, minutes=53)).timestamp()
        os.utime(path, (at, at))
        yield path


def show(window: Window, shot: Shot) -> None:
    """Turn to the page, with the example's people in the window."""
    context = window.context
    workbook = example_workbook(bundled(), shot.people, 1, NOW.date())
    context.document.show(replace(workbook, goals=GOALS), None)
    context.position.open_person(named(workbook, shot.person).id)
    context.position.open_field("lov")
    context.position.go(shot.page)
    if isinstance(window.page, OrganisationPage):
        turn(window.page, shot)


def turn(page: OrganisationPage, shot: Shot) -> None:
    """Turn Organisation to a view, with the period frozen where it is shown for others."""
    page.switch.choose(1)
    come(page)
    if shot.view == 2:
        page.profile.freeze()
        come(page)
    page.switch.choose(shot.view)
    if shot.beside:
        page.profile.tools.mode.choose(1)
    come(page)


def come(page: OrganisationPage) -> None:
    """Until what is worked out in the background is on show."""
    for _ in range(3):
        page.background.wait()
        QApplication.processEvents()


def new_file(window: Window) -> QDialog:
    """What is asked when a file is made."""
    from kompasskive.desktop.new_file import NewFileDialog

    return over(window, NewFileDialog(window.context.theme))


def unlock(window: Window) -> QDialog:
    """What is asked when a file with a password is opened, after a wrong one."""
    from kompasskive.desktop.rescue import FETCH
    from kompasskive.desktop.unlock_dialog import UnlockDialog
    from kompasskive.storage.failures import wrong_or_damaged

    theme, background = window.context.theme, window.files.background
    asked = UnlockDialog(theme, background, FILE, lambda _: None, way_out=FETCH)
    asked.secret.line.setText("en forkert kode")
    over(window, asked)
    asked.say(str(wrong_or_damaged(Path(FILE))))
    asked.refused()
    return asked


def recovery_code(window: Window) -> QDialog:
    """A file's key, written out."""
    from kompasskive.desktop.recovery_dialog import RecoveryDialog
    from kompasskive.storage.recovery_code import code_of

    code, background = code_of(bytes(range(32))), window.files.background
    return over(window, RecoveryDialog(window.context, background, code, FILE))


def locked(window: Window) -> Window:
    """The window while its file is locked."""
    from kompasskive.desktop.widgets.shield import Shield

    Shield(window.context.theme, window, lambda: None).put_on()
    return window


def paused(window: Window) -> Window:
    """The window while its file is worked on."""
    window.pause.put_on()
    return window


def over(window: Window, dialog: QDialog) -> QDialog:
    """A dialog shown over the window."""
    dialog.setParent(window, dialog.windowFlags())
    window.context.theme.lead(dialog)
    dialog.show()
    return dialog


DIALOGS: dict[str, Callable[[Window], QWidget]] = {
    "ny_fil": new_file,
    "adgangskode": unlock,
    "gendannelseskode": recovery_code,
    "laast": locked,
    "oejeblik": paused,
}


def named(workbook: Workbook, name: str) -> Employee:
    """The example's person with that name."""
    return next(p for p in workbook.people if p.name == name)


def rested(window: Window) -> bool:
    """Nothing says that it is still being drawn or fetched."""
    labels = (w for w in window.findChildren(QLabel) if w.isVisible())
    return not any("…" in w.text() and "tegnes" in w.text() for w in labels)


def until(ready: Callable[[], bool]) -> None:
    """Run the event loop until `ready`, and a moment more for what was queued behind it."""
    loop = QEventLoop()
    poll, late = QTimer(), QTimer()
    poll.timeout.connect(lambda: settle(loop, poll) if ready() else None)
    late.setSingleShot(True)
    late.timeout.connect(loop.quit)
    poll.start(50)
    late.start(WAIT_MS)
    loop.exec()


def settle(loop: QEventLoop, poll: QTimer) -> None:
    """Let queued work and background results come in before the picture."""
    poll.stop()
    QTimer.singleShot(1200, loop.quit)


if __name__ == "__main__":
    main()
