"""Locks an encrypted file nobody touches: all saved, the key forgotten, the screen hidden."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from kompasskive.desktop.file_work import WAIT_SECONDS, forget, open_file
from kompasskive.desktop.save_state import Saving
from kompasskive.desktop.widgets.text import set_text

if TYPE_CHECKING:
    from kompasskive.desktop.context import Context
    from kompasskive.desktop.file_in_use import FileInUse
    from kompasskive.desktop.idle import Idle
    from kompasskive.desktop.widgets.shield import Shield
    from kompasskive.storage.encryption import Key
    from kompasskive.storage.workbook import OpenWorkbook


class Locker:
    """What could not be saved keeps the file open behind the shields; the password opens both."""

    def __init__(self, context: Context, in_use: FileInUse, window: QWidget, idle: Idle) -> None:
        self._context, self._in_use, self._window, self._idle = context, in_use, window, idle
        self._shields: list[Shield] = []
        self._key: Key | None = None
        self._reopened: OpenWorkbook | None = None
        idle.over.connect(self.lock)
        context.document.opened.connect(self._opened)
        context.document.resumed.connect(self._watch)
        self._watch()

    @property
    def locked(self) -> bool:
        """Whether the screen is hidden until the password is given."""
        return bool(self._shields)

    def lock(self) -> None:
        """Lock now, if the open file has a password; work that is under way is let finish first."""
        file = self._context.document.file
        if self.locked or file is None or file.key is None:
            return
        if self._in_use.busy or any(getattr(each, "working", False) for each in _dialogs()):
            self._watch()
            return
        self._in_use.commit()
        self._hide()
        if self._in_use.save.state is Saving.FAILED:
            self._keep(file)
        else:
            self._context.document.suspend()
            self._in_use.background.start(
                partial(self._let_go, file), partial(self._let_gone, file), bool
            )

    def _hide(self) -> None:
        from kompasskive.desktop.widgets.shield import Shield

        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        theme = self._context.theme
        covered = (self._window, *_kept_forms())
        self._shields = [Shield(theme, over, self.ask) for over in covered]
        for shield in self._shields:
            shield.put_on()

    def _let_go(self, file: OpenWorkbook) -> bool:
        """On another thread: close the file and forget its key, if all of it is on disk."""
        return not file.wait(WAIT_SECONDS) and forget(file)

    def _let_gone(self, file: OpenWorkbook, gone: bool) -> None:
        if not gone:
            self._context.document.resume(file)
            self._keep(file)

    def _keep(self, file: OpenWorkbook) -> None:
        self._key = file.key
        from kompasskive.desktop.widgets.shield import NOT_SAVED

        for shield in self._shields:
            set_text(shield.words, NOT_SAVED)

    def ask(self) -> None:
        """Ask for the password, open the file again and show what was on the screen."""
        from kompasskive.desktop.unlock_dialog import UnlockDialog

        file = self._context.document.file
        if file is None:
            return
        dialog = UnlockDialog(
            self._context.theme,
            self._in_use.background,
            file.path.name,
            partial(self._check, file),
            yes="Lås op",
        )
        dialog.setParent(self._shields[-1].window(), dialog.windowFlags())
        if self._context.questions.run(dialog):
            self._uncover()

    def _check(self, file: OpenWorkbook, typed: str) -> None:
        """On another thread: prove the key, or open the file again by it."""
        from kompasskive.storage.unlocking import prove, unlock

        if self._key is not None:
            prove(file.path, typed, self._key)
            return
        backups = self._context.settings.backups
        unlock(file.path, typed, backups)
        self._reopened = open_file(file.path, backups)

    def _uncover(self) -> None:
        shields, self._shields = self._shields, []
        reopened, self._reopened, self._key = self._reopened, None, None
        if reopened is not None:
            self._in_use.resume(reopened)
        for shield in reversed(shields):
            shield.take_off()
        self._watch()

    def set_minutes(self, minutes: int) -> None:
        """Lock after so many minutes from now on; 0 never does."""
        self._context.settings.lock_after = minutes
        self._watch()

    def _opened(self) -> None:
        """Another file was opened: what was hidden is not on the screen any more."""
        if self.locked:
            self._uncover()
        self._watch()

    def _watch(self) -> None:
        file = self._context.document.file
        encrypted = file is not None and file.key is not None
        self._idle.watch(self._context.settings.lock_after if encrypted else 0)


def _kept_forms() -> list[QDialog]:
    """Dialogs with something written in them; questions and the rest are answered with no."""
    from kompasskive.desktop.widgets.form import Form
    from kompasskive.desktop.widgets.working_form import WorkingForm

    kept: list[QDialog] = []
    for dialog in _dialogs():
        if isinstance(dialog, Form) and not isinstance(dialog, WorkingForm):
            kept.append(dialog)
        else:
            dialog.reject()
    return kept


def _dialogs() -> list[QDialog]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
