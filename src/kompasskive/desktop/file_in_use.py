"""The file the window works in: taken over, let go for a while, worked on and gone on with."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kompasskive.desktop.file_work import Worked, forget, unless_stopped, worked_on
from kompasskive.desktop.letting_go import let_go, may_let_go
from kompasskive.desktop.notice import Notice
from kompasskive.telling import quietly

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kompasskive.desktop.background import Background
    from kompasskive.desktop.context import Context
    from kompasskive.desktop.save_state import SaveState
    from kompasskive.errors import ExpectedError
    from kompasskive.storage.workbook import OpenWorkbook
    from kompasskive.telling import Tell


class FileInUse(QObject):
    """One at a time. `shown` carries a file that the window begins, or goes on, to work in;
    `loading` says whether a file is being opened, which `tell` may stop when it has come;
    `paused` says whether the window has to wait because it is worked on; `lost` carries the path of
    a file that could not be opened again, and why.

    `say` shows a notice. `commit` hands over what is being typed before the workbook changes.
    `by_code` says whether the file was opened by its recovery code.
    """

    shown = Signal(object)
    loading = Signal(bool)
    paused = Signal(bool)
    lost = Signal(object, object)

    def __init__(
        self,
        context: Context,
        background: Background,
        save: SaveState,
        say: Callable[[Notice], object],
        commit: Callable[[], object],
    ) -> None:
        super().__init__()
        self.context, self.background = context, background
        self.save, self.say, self.commit = save, say, commit
        self.busy = self.by_code = False
        self.tell: Tell = quietly

    @property
    def backups(self) -> Path | None:
        """Where backups lie; None when none are made."""
        return self.context.settings.backups

    def load(
        self,
        work: Callable[[], OpenWorkbook],
        then: Callable[[], object],
        done: str,
        refused: Callable[[ExpectedError], bool] | None = None,
        *,
        may_stop: bool = True,
    ) -> None:
        """Have a file opened or made on another thread, take it over and go on with `then`.

        `refused` may deal with what went wrong, and says whether it did; else a notice tells.
        """
        if self.busy or not self.may_let_go():
            return
        self.busy = True
        if may_stop:
            self.loading.emit(True)
            work = partial(unless_stopped, work, self.tell)
        self.background.start(
            work,
            lambda file: self._take_over(file, then),
            lambda error: self._refused(error, done, refused),
        )

    def work_on(self, work: Callable[[Path], object], then: Callable[[], object] = bool) -> None:
        """Let the open file go, have something done to it on disk, and open it again.

        `work` runs on another thread; `then` is called when all of it is done.
        """
        document = self.context.document
        file = document.file
        if file is None or self.busy or not self.may_let_go():
            return
        self.busy = True
        self.context.position.go("people")
        document.suspend()
        self.paused.emit(True)
        self.background.start(
            partial(worked_on, file, self.backups, work),
            lambda worked: self._worked(worked, then),
            self._not_reopened,
        )

    def _worked(self, worked: Worked, then: Callable[[], object]) -> None:
        self.paused.emit(False)
        if worked.file is self.context.document.file:
            self.busy = False
            self.context.document.resume(worked.file)
        else:
            self._take_over(worked.file, partial(self.context.position.go, "people"))
        if worked.trouble:
            self.say(Notice("Det blev ikke gjort.", worked.trouble))
        else:
            then()

    def _not_reopened(self, error: ExpectedError) -> None:
        self.paused.emit(False)
        path = self.context.document.path
        self.lose(Notice("Filen blev ikke åbnet igen.", str(error)))
        self.lost.emit(path, error)

    def lose(self, notice: Notice) -> None:
        """Say why the open file could not be opened again; nothing is open any more."""
        self.busy = False
        self.context.document.shut()
        self.context.position.go("start")
        self.say(notice)

    def offer_code(self) -> None:
        """Show the recovery code of the open file, if it has a password."""
        file = self.context.document.file
        if file is None or file.key is None:
            return
        from kompasskive.desktop.recovery_dialog import RecoveryDialog
        from kompasskive.storage.recovery_code import code_of

        context, code = self.context, code_of(file.key.secret)
        context.questions.run(RecoveryDialog(context, self.background, code, file.path.name))

    def resume(self, file: OpenWorkbook) -> None:
        """Go on in a file that was let go for a while, in the same place if it is as it was."""
        self.context.document.resume(file)
        self.shown.emit(file)

    def write_copy(self, path: Path) -> None:
        """Write what is on screen to a new file and go on with the open one."""
        self.commit()
        value, file = self.context.document.value, self.context.document.file
        key = file.key if file is not None else None

        def write() -> bool:
            from kompasskive.storage.workbook import create

            create(path, value, key=key).close()
            return True

        self.background.start(
            write, bool, lambda error: self.say(Notice("Kopien blev ikke gemt.", str(error)))
        )

    def _take_over(self, file: OpenWorkbook, then: Callable[[], object]) -> None:
        self.busy = False
        self.loading.emit(False)
        if not self.may_let_go():
            self.background.start(file.close, bool, bool)
            return
        self.by_code = False
        let_go(self.context)
        self._forget_key(file)
        self.context.document.show(file.workbook, file)
        self.context.settings.remember(file.path)
        self.shown.emit(file)
        then()

    def _refused(
        self,
        error: ExpectedError,
        done: str,
        refused: Callable[[ExpectedError], bool] | None = None,
    ) -> None:
        self.busy = False
        self.loading.emit(False)
        if refused is None or not refused(error):
            self.say(Notice(f"Filen blev ikke {done}.", str(error)))

    def may_let_go(self) -> bool:
        """Whether the open file may be closed; asks when something could not be saved."""
        self.commit()
        return may_let_go(self.save, self.context)

    def let_go(self) -> None:
        """Close the open file, and forget its key; another workbook is shown next."""
        let_go(self.context)
        self._forget_key(None)

    def _forget_key(self, following: OpenWorkbook | None) -> None:
        """Forget the open file's key, unless the file that follows has it too."""
        file = self.context.document.file
        if file is not None and (following is None or file.key != following.key):
            self.background.start(partial(forget, file), bool, bool)
