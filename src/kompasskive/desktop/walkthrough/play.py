"""Plays the conversation: one step at a time, each as soon as the window is ready for it."""

import faulthandler
import gc
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Final

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QSettings,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from kompasskive.desktop.app import build, dress, local_now, look_for_rubbish
from kompasskive.desktop.settings import Settings
from kompasskive.desktop.walkthrough.conversation import PROFILE, WORKBOOK, conversation
from kompasskive.desktop.walkthrough.hands import Step
from kompasskive.desktop.window import Window
from kompasskive.errors import OutputError

PATIENCE_S: Final = 30.0
STANDSTILL_S: Final = 180.0
POLL_MS: Final = 5
NO_SCREEN: Final = "This plugin does not support"


def play(folder: Path) -> Path:
    """Play the talk, leave pictures and profile in `folder`, and return the workbook it made.

    OutputError names the step that stuck. What an earlier play left is replaced. A program that
    crashes, or stands still so that it cannot even say so, tells where each thread stood and ends.
    """
    gc.disable()
    faulthandler.enable()
    _expect_movement()
    for path in (folder / WORKBOOK, folder / PROFILE):
        path.unlink(missing_ok=True)
    app = QApplication.instance() or QApplication(["kompasskive"])
    if not isinstance(app, QApplication):
        raise OutputError("Samtalen kan kun spilles i et program med vindue.")
    app.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    qInstallMessageHandler(_tell)
    dress(app)
    with TemporaryDirectory() as forgotten:
        store = QSettings(str(Path(forgotten) / "look.ini"), QSettings.Format.IniFormat)
        window = build(app, Settings(store), local_now)
        player = Player(window, conversation(folder), folder)
        window.when_painted(lambda: look_for_rubbish(window))
        window.show()
        player.start()
        with _noticed(player):
            app.exec()
        window.finish()
    _expect_movement()
    if player.stuck:
        raise OutputError(f"Samtalen gik i stå ved: {player.stuck}.")
    return folder / WORKBOOK


def _expect_movement() -> None:
    faulthandler.dump_traceback_later(STANDSTILL_S, exit=True)


def _tell(_kind: QtMsgType, _place: QMessageLogContext, words: str) -> None:
    """What Qt has to say, but not that a platform without a screen has no window manager."""
    if not words.startswith(NO_SCREEN):
        print(words, file=sys.stderr)


@contextmanager
def _noticed(player: "Player") -> Iterator[None]:
    """An exception in the window ends the play and is told by its type and place."""
    tell = sys.excepthook

    def stop(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        tell(kind, error, trace)
        player.give_up(f"en {kind.__name__} i vinduet")

    sys.excepthook = stop
    try:
        yield
    finally:
        sys.excepthook = tell


class Player(QObject):
    """Takes the next step when the last is done, or when it opened a dialog that waits."""

    def __init__(self, window: Window, steps: Iterator[Step], folder: Path) -> None:
        super().__init__()
        self.stuck = ""
        self._window, self._steps, self._folder = window, steps, folder
        self._step: Step | None = None
        self._since = time.monotonic()
        self._acting: Step | None = None
        self._dialog: QObject | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin."""
        self._step = next(self._steps, None)
        self._timer.start()

    def _look(self) -> None:
        if self._step is None:
            self._finish()
        elif not self._hands_full() and self._step.ready():
            _expect_movement()
            step, self._step = self._step, next(self._steps, None)
            self._since = time.monotonic()
            self._acting = step
            self._dialog = QApplication.activeModalWidget()
            QTimer.singleShot(0, lambda: self._act(step))
        elif time.monotonic() - self._since > PATIENCE_S:
            self.give_up(self._step.what if self._step else "afslutningen")

    def _hands_full(self) -> bool:
        """Still acting, unless the act opened a dialog and waits for us in it."""
        return self._acting is not None and QApplication.activeModalWidget() is self._dialog

    def _act(self, step: Step) -> None:
        try:
            step.act()
        finally:
            if self._acting is step:
                self._acting = None

    def _finish(self) -> None:
        saved = self._window.context.document.file is not None
        written = (self._folder / PROFILE).is_file()
        if saved and written and self._window.close():
            self._timer.stop()
            QApplication.quit()
        elif time.monotonic() - self._since > PATIENCE_S:
            self.give_up(self._step.what if self._step else "afslutningen")

    def give_up(self, stuck: str) -> None:
        """End the play; `stuck` says where."""
        self.stuck = self.stuck or stuck
        self._timer.stop()
        dialog = QApplication.activeModalWidget()
        while dialog is not None:
            dialog.close()
            dialog = QApplication.activeModalWidget()
        QApplication.exit(1)
