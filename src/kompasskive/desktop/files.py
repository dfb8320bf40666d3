"""Which workbook to open or make, and what is said of it; where it then is: `file_in_use`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from kompasskive.desktop import rescue
from kompasskive.desktop.beside import (
    TAKE_OVER,
    TAKE_OVER_QUESTION,
    conflict_notice,
    read_only_notice,
    unshown_notice,
)
from kompasskive.desktop.file_work import copies_beside, make_file, open_file, unlock_or_leave
from kompasskive.desktop.settings import documents_folder
from kompasskive.errors import DamagedError, LockedError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from kompasskive.desktop.file_in_use import FileInUse
    from kompasskive.dialogue.model import Dialogue, Workbook
    from kompasskive.errors import ExpectedError
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
    """What the Start page and the menu do with files."""

    opened_by_code = Signal()

    def __init__(self, in_use: FileInUse) -> None:
        super().__init__()
        self.in_use = in_use
        self.context, self.background, self.say = in_use.context, in_use.background, in_use.say
        in_use.shown.connect(self._tell_of)
        in_use.lost.connect(self._offer_backups)

    @property
    def busy(self) -> bool:
        """Whether a file is being opened, made or worked on."""
        return self.in_use.busy

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
        if self.in_use.may_let_go():
            self.in_use.let_go()
            example = example_workbook(bundled(), EXAMPLE_PEOPLE, EXAMPLE_SEED, today)
            self.context.document.show(example, None)
            self.context.position.open_person(example.people[0].id)
            self.context.position.go("talk")

    def _open(self, path: Path, then: Callable[[], object]) -> None:
        if path == self.context.document.path:
            then()
        else:
            work = partial(open_file, path, self.in_use.backups)
            self.in_use.load(work, then, "åbnet", partial(self._not_opened, path, then))

    def _not_opened(self, path: Path, then: Callable[[], object], error: ExpectedError) -> bool:
        if isinstance(error, LockedError):
            self._ask_password(path, then)
        else:
            self._offer_backups(path, error)
        return isinstance(error, LockedError | DamagedError)

    def _offer_backups(self, path: Path, error: ExpectedError) -> None:
        if isinstance(error, DamagedError):
            rescue.offer(self.in_use, path, error)

    def _make(
        self, path: Path, workbook: Workbook, password: str, then: Callable[[], object]
    ) -> None:
        def begin() -> None:
            then()
            self.in_use.offer_code()

        self.in_use.load(
            lambda: make_file(path, workbook, self.in_use.backups, password),
            begin,
            "oprettet",
            may_stop=False,
        )

    def _ask_password(self, path: Path, then: Callable[[], object]) -> None:
        from kompasskive.desktop.unlock_dialog import UnlockDialog

        backups, theme = self.in_use.backups, self.context.theme
        check = partial(unlock_or_leave, path, backups)
        dialog = UnlockDialog(theme, self.background, path.name, check, way_out=rescue.FETCH)
        accepted, by_code = self.context.questions.run(dialog), dialog.by_code
        if dialog.way_out_taken:
            rescue.ask(self.in_use, path)
        if not accepted:
            return

        def opened() -> None:
            then()
            self.in_use.by_code = by_code
            if by_code:
                self.opened_by_code.emit()

        not_opened = partial(self._not_opened, path, then)
        self.in_use.load(partial(open_file, path, backups), opened, "åbnet", not_opened)

    def _tell_of(self, file: OpenWorkbook) -> None:
        """Say why it is read only, and what lies beside it."""
        take_over = partial(self._ask_take_over, file.path)
        notice = read_only_notice(file, take_over) or unshown_notice(file)
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
            work = partial(open_file, path, self.in_use.backups, take_over=True)
            self.in_use.load(work, self._to_people, "overtaget")

    def _to_people(self) -> None:
        self.context.position.go("people")

    def _to_talk(self) -> None:
        position = self.context.position
        draft = latest_draft(self.context.document.value)
        if position.dialogue is None and draft is not None:
            position.open_dialogue(draft)
        position.go("talk" if position.dialogue is not None else "people")
