"""The open file's password: set, changed and removed, its recovery code shown, its key proved."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from kompasskive.desktop.file_work import UNSAVED, WAIT_SECONDS, open_file
from kompasskive.desktop.notice import Notice
from kompasskive.desktop.save_state import Saving
from kompasskive.errors import ExpectedError, FileError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from kompasskive.desktop.context import Context
    from kompasskive.desktop.files import Files
    from kompasskive.storage.workbook import OpenWorkbook

TITLE: Final = "Adgangskode"
NO_FILE: Final = "Der er ingen fil åben. Åbn den først, og prøv igen."
NONE: Final = "Filen har ingen adgangskode."
NOT_REOPENED: Final = "Filen kunne ikke åbnes igen lige nu. Den er hel; åbn den fra Start."
BY_CODE: Final = "Filen er åbnet med gendannelseskoden."
SUGGEST: Final = "Er adgangskoden glemt, så vælg en ny. Så gælder koden på arket ikke længere."


class _Work:
    """A file that is closed, given another key or none, and opened again; on another thread.

    `file` is None when it could not be opened again; `told` is what was done, in Danish.
    """

    def __init__(self, file: OpenWorkbook, context: Context) -> None:
        self.file: OpenWorkbook | None = file
        self.told = ""
        self._path, self._context = file.path, context

    def run(self, chosen: str) -> None:
        """Give it the password, "" for none; FileError, and it is as it was."""
        from kompasskive.storage.encryption import new_key
        from kompasskive.storage.rekeying import rekey

        file, folder = self.file, self._context.settings.backups
        if file is None or file.wait(WAIT_SECONDS) or file.close():
            raise FileError(UNSAVED if file else NOT_REOPENED)
        self.file = None
        try:
            key = new_key(chosen) if chosen else None
            self.told = rekey(self._path, key, folder, self._context.now()).text
        finally:
            with suppress(ExpectedError):
                self.file = open_file(self._path, folder)


class Passwords:
    """Asks first, for the password too where there is one; tells afterwards what was done."""

    def __init__(self, context: Context, files: Files) -> None:
        self._context, self._in_use = context, files.in_use
        files.opened_by_code.connect(self._suggest_new)

    def ask_new(self) -> None:
        """Set a password, or change the one there is, and show the new recovery code."""
        from kompasskive.desktop.password_dialogs import NewPasswordDialog

        file = self._workable()
        if file is None or not self._proved(file):
            return
        work = _Work(file, self._context)
        change = file.key is not None
        background = self._in_use.background
        dialog = NewPasswordDialog(self._context.theme, background, work.run, change)
        self._do(dialog, work)
        if work.told:
            self._in_use.offer_code()

    def ask_remove(self) -> None:
        """Take the password away."""
        from kompasskive.desktop.password_dialogs import RemoveDialog

        file = self._workable()
        if file is None:
            return
        if file.key is None:
            self._context.questions.tell(TITLE, NONE)
            return
        if not self._proved(file):
            return
        work = _Work(file, self._context)
        background = self._in_use.background
        self._do(RemoveDialog(self._context.theme, background, lambda: work.run("")), work)

    def show_code(self) -> None:
        """Show the recovery code again, to somebody who can open the file."""
        file = self._context.document.file
        if file is None or file.key is None:
            self._context.questions.tell(TITLE, NO_FILE if file is None else NONE)
        elif self._proved(file):
            self._in_use.offer_code()

    def _workable(self) -> OpenWorkbook | None:
        """The open file, with everything on screen saved; None, and why is told, when not."""
        self._in_use.commit()
        file, save = self._context.document.file, self._in_use.save
        if file is None:
            self._context.questions.tell(TITLE, NO_FILE)
        elif file.read_only_reason:
            self._context.questions.tell(TITLE, file.read_only_reason)
        elif save.state in (Saving.FAILED, Saving.HELD):
            self._context.questions.tell(TITLE, UNSAVED)
        else:
            return file
        return None

    def _proved(self, file: OpenWorkbook) -> bool:
        """Whether who sits here can open the file: asked for, unless the code was just given."""
        from kompasskive.desktop.unlock_dialog import UnlockDialog
        from kompasskive.storage.unlocking import prove

        key = file.key
        if key is None or self._in_use.by_code:
            return True
        dialog = UnlockDialog(
            self._context.theme,
            self._in_use.background,
            file.path.name,
            lambda typed: prove(file.path, typed, key),
            yes="Fortsæt",
        )
        return self._context.questions.run(dialog)

    def _do(self, dialog: QDialog, work: _Work) -> None:
        """Show the dialog that does the work, then go on in the file as it is now."""
        document = self._context.document
        document.suspend()
        self._context.questions.run(dialog)
        if work.file is not None:
            self._in_use.resume(work.file)
        else:
            self._in_use.lose(Notice("Filen er lukket.", NOT_REOPENED))
        if work.told:
            self._context.questions.tell(TITLE, work.told)

    def _suggest_new(self) -> None:
        notice = Notice(BY_CODE, SUGGEST, "Vælg ny adgangskode", self.ask_new)
        self._in_use.say(notice)
