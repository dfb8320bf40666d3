"""Opening and making workbooks, off the window's thread; what goes wrong becomes a notice."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from kompasskive.desktop.beside import (
    TAKE_OVER,
    TAKE_OVER_QUESTION,
    conflict_notice,
    read_only_notice,
)
from kompasskive.desktop.file_work import (
    Worked,
    copies_beside,
    forget,
    make_file,
    open_file,
    worked_on,
)
from kompasskive.desktop.letting_go import let_go, may_let_go
from kompasskive.desktop.notice import Notice
from kompasskive.desktop.settings import documents_folder
from kompasskive.errors import ExpectedError, LockedError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from kompasskive.desktop.background import Background
    from kompasskive.desktop.context import Context
    from kompasskive.desktop.save_state import SaveState
    from kompasskive.dialogue.model import Dialogue, Workbook
    from kompasskive.storage.conflicts import ConflictCopy
    from kompasskive.storage.workbook import OpenWorkbook

SUFFIX: Final = ".kompas"
EXAMPLE_PEOPLE: Final = 12
EXAMPLE_SEED: Final = 1


def with_suffix(path: Path) -> Path:
    """The path with the program's ending, whatever was typed."""
    return path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)


def latest_draft(workbook: Workbook) -> Dialogue | None:
    """The talk to go on with: the latest draft with a person or a team."""
    drafts = [d for d in workbook.dialogues if d.is_draft]
    return max(drafts, key=lambda d: d.held_on, default=None)


class Files(QObject):
    """What the Start page and the menu do with files. `say` shows a notice.

    `commit` hands over what is being typed before the workbook changes. `by_code` says whether the
    open file was opened by its recovery code.
    """

    opened_by_code = Signal()

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

    def ask_open(self) -> None:
        """Ask for a file and open it."""
        recent = self.context.settings.recent
        folder = recent[0].parent if recent else documents_folder()
        path = self.context.questions.open_path("Åbn en fil", folder)
        if path is not None:
            self.open(path)

    def ask_new(self, then: Callable[[], object] | None = None) -> None:
        """Ask where, by whom and for which organisation, then make a file and go on with `then`."""
        from kompasskive.desktop.new_file import NewFileDialog
        from kompasskive.dialogue import roster

        suggestion = documents_folder() / f"Samtaler {self.context.now().year}{SUFFIX}"
        path = self.context.questions.save_path("Ny fil – hvor skal den ligge?", suggestion)
        dialog = NewFileDialog(self.context.theme)
        if path is not None and self.context.questions.run(dialog):
            new_id = self.context.new_id()
            workbook = roster.new_workbook(new_id, dialog.leader, dialog.organisation)
            then = then or self._to_people
            self._make(with_suffix(path), workbook, dialog.password, then)

    def ask_own(self) -> None:
        """Ask where and by whom, then make a file for one person's own reflection."""
        from kompasskive.desktop.own_file import OwnFileDialog, own_workbook

        context = self.context
        suggestion = documents_folder() / f"Egen refleksion {context.now().year}{SUFFIX}"
        path = context.questions.save_path("Din egen fil – hvor skal den ligge?", suggestion)
        dialog = OwnFileDialog(context.theme)
        if path is not None and context.questions.run(dialog):
            ids = (context.new_id(), context.new_id(), context.new_id())
            workbook = own_workbook(ids, dialog.name, context.now().date())
            self._make(with_suffix(path), workbook, dialog.password, self._to_talk)

    def open(self, path: Path) -> None:
        """Open a file and show its people."""
        self._open(path, self._to_people)

    def go_on(self, path: Path) -> None:
        """Open a file where the last talk was left."""
        self._open(path, self._to_talk)

    def new_talk(self, latest: Path | None) -> None:
        """To the people of the open file, of the latest one, or of a new one."""
        self.come_in(latest, self._to_people)

    def come_in(self, latest: Path | None, then: Callable[[], object]) -> None:
        """Go on with `then` in the open file, the latest one, or a new one."""
        if self.context.document.is_open:
            then()
        elif latest is not None:
            self._open(latest, then)
        else:
            self.ask_new(then)

    def show_example(self) -> None:
        """Show Jens Jensen and his colleagues; nothing is written anywhere."""
        from kompasskive.dialogue.example import example_workbook
        from kompasskive.framework.catalogue import bundled

        today = self.context.now().date()
        if self._may_let_go():
            let_go(self.context)
            self._forget_key(None)
            example = example_workbook(bundled(), EXAMPLE_PEOPLE, EXAMPLE_SEED, today)
            self.context.document.show(example, None)
            self.context.position.open_person(example.people[0].id)
            self.context.position.go("talk")

    def work_on(self, work: Callable[[Path], object], then: Callable[[], object] = bool) -> None:
        """Let the open file go, have something done to it on disk, and open it again.

        `work` runs on another thread; `then` is called when all of it is done.
        """
        document = self.context.document
        file = document.file
        if file is None or self.busy or not self._may_let_go():
            return
        self.busy = True
        self._to_people()
        document.suspend()
        self.background.start(
            partial(worked_on, file, self._backups, work),
            lambda worked: self._worked(worked, then),
            self._not_reopened,
        )

    def _worked(self, worked: Worked, then: Callable[[], object]) -> None:
        if worked.file is self.context.document.file:
            self.busy = False
            self.context.document.resume(worked.file)
        else:
            self._take_over(worked.file, self._to_people)
        if worked.trouble:
            self.say(Notice("Det blev ikke gjort.", worked.trouble))
        else:
            then()

    def _not_reopened(self, error: ExpectedError) -> None:
        self.context.document.close()
        self._refused(error, "åbnet igen")

    def offer_code(self) -> None:
        """Show the recovery code of the open file, if it has a password."""
        file = self.context.document.file
        if file is None or file.key is None:
            return
        from kompasskive.desktop.recovery_dialog import RecoveryDialog
        from kompasskive.storage.recovery_code import code_of

        code = code_of(file.key.secret)
        self.context.questions.run(RecoveryDialog(self.context, code, file.path.name))

    def resume(self, file: OpenWorkbook) -> None:
        """Go on in a file that was let go for a while, in the same place if it is as it was."""
        self.context.document.resume(file)
        self._tell_of(file)

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

    @property
    def _backups(self) -> Path | None:
        return self.context.settings.backups

    def _open(self, path: Path, then: Callable[[], object]) -> None:
        if path == self.context.document.path:
            then()
        else:
            ask = partial(self._ask_password, path, then)
            self._load(lambda: open_file(path, self._backups), then, "åbnet", ask)

    def _make(
        self, path: Path, workbook: Workbook, password: str, then: Callable[[], object]
    ) -> None:
        def begin() -> None:
            then()
            self.offer_code()

        self._load(lambda: make_file(path, workbook, self._backups, password), begin, "oprettet")

    def _load(
        self,
        work: Callable[[], OpenWorkbook],
        then: Callable[[], object],
        done: str,
        ask: Callable[[], object] | None = None,
    ) -> None:
        """`ask` is called when it has a password that is not known."""
        if self.busy or not self._may_let_go():
            return
        self.busy = True
        self.background.start(
            work,
            lambda file: self._take_over(file, then),
            lambda error: self._refused(error, done, ask),
        )

    def _ask_password(self, path: Path, then: Callable[[], object]) -> None:
        from kompasskive.desktop.unlock_dialog import UnlockDialog
        from kompasskive.storage.unlocking import unlock

        backups, theme = self._backups, self.context.theme
        check = partial(unlock, path, backups=backups)
        dialog = UnlockDialog(theme, self.background, path.name, check)
        if not self.context.questions.run(dialog):
            return
        by_code = dialog.by_code

        def opened() -> None:
            then()
            self.by_code = by_code
            if by_code:
                self.opened_by_code.emit()

        self._load(lambda: open_file(path, backups), opened, "åbnet")

    def _take_over(self, file: OpenWorkbook, then: Callable[[], object]) -> None:
        self.busy = self.by_code = False
        self.commit()
        let_go(self.context)
        self._forget_key(file)
        self.context.document.show(file.workbook, file)
        self.context.settings.remember(file.path)
        self._tell_of(file)
        then()

    def _tell_of(self, file: OpenWorkbook) -> None:
        """Say why it is read only, and what lies beside it."""
        notice = read_only_notice(file, lambda: self._ask_take_over(file.path))
        if notice is not None:
            self.say(notice)
        if not file.may_take_over:
            self.background.start(
                partial(copies_beside, file), partial(self._point_out, file), bool
            )

    def _point_out(self, file: OpenWorkbook, copies: Sequence[ConflictCopy]) -> None:
        if copies and self.context.document.file is file:
            self.say(conflict_notice(file, copies, self.open))

    def _ask_take_over(self, path: Path) -> None:
        if self.context.questions.confirm(TAKE_OVER, TAKE_OVER_QUESTION, yes=TAKE_OVER):
            work = partial(open_file, path, self._backups, take_over=True)
            self._load(work, self._to_people, "overtaget")

    def _forget_key(self, following: OpenWorkbook | None) -> None:
        """Forget the open file's key, unless the file that follows has it too."""
        file = self.context.document.file
        if file is not None and (following is None or file.key != following.key):
            self.background.start(partial(forget, file), bool, bool)

    def _refused(
        self, error: ExpectedError, done: str, ask: Callable[[], object] | None = None
    ) -> None:
        self.busy = False
        if ask is not None and isinstance(error, LockedError):
            ask()
            return
        self.say(Notice(f"Filen blev ikke {done}.", str(error)))

    def _may_let_go(self) -> bool:
        self.commit()
        return may_let_go(self.save, self.context)

    def _to_people(self) -> None:
        self.context.position.go("people")

    def _to_talk(self) -> None:
        position = self.context.position
        draft = latest_draft(self.context.document.value)
        if position.dialogue is None and draft is not None:
            position.open_dialogue(draft)
        position.go("talk" if position.dialogue is not None else "people")
