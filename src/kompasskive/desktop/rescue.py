"""A file that does not open goes back to one of its backups, if the two want it to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from kompasskive.desktop.file_work import open_file
from kompasskive.desktop.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kompasskive.desktop.file_in_use import FileInUse
    from kompasskive.errors import ExpectedError
    from kompasskive.storage.backups import Backup
    from kompasskive.storage.workbook import OpenWorkbook

TITLE: Final = "Sikkerhedskopier"
FETCH: Final = "Hent en sikkerhedskopi …"
NOT_OPENED: Final = "Filen blev ikke åbnet."
NONE: Final = "Der er ingen sikkerhedskopier af filen på denne maskine."
BACK: Final = "Filen er, som den var {when}."
ASIDE: Final = "Den fil, der ikke kunne læses, ligger nu som »{name}«."


def offer(in_use: FileInUse, path: Path, error: ExpectedError) -> None:
    """Say why a file did not open, with a way to its backups if it has any."""

    def tell(found: Sequence[Backup]) -> None:
        choose = partial(_choose, in_use, path, found)
        way = (FETCH, choose) if found else ("", None)
        in_use.say(Notice(NOT_OPENED, str(error), *way))

    in_use.background.start(partial(_look, in_use.backups, path), tell, bool)


def ask(in_use: FileInUse, path: Path) -> None:
    """Show the backups of a file that was not opened, and go back to the one that is chosen."""

    def show(found: Sequence[Backup]) -> None:
        if found:
            _choose(in_use, path, found)
        else:
            in_use.context.questions.tell(TITLE, NONE)

    in_use.background.start(partial(_look, in_use.backups, path), show, bool)


def _look(folder: Path | None, path: Path) -> Sequence[Backup]:
    from kompasskive.storage.backups import backups_for

    return backups_for(path, folder) if folder is not None else ()


def _choose(in_use: FileInUse, path: Path, found: Sequence[Backup]) -> None:
    from kompasskive.desktop.backup_dialog import SET_ASIDE, BackupDialog

    dialog = BackupDialog(in_use.context.theme, found, SET_ASIDE)
    if in_use.context.questions.run(dialog) and _unlocked(in_use, path, dialog.chosen):
        _fetch(in_use, path, dialog.chosen)


def _unlocked(in_use: FileInUse, path: Path, backup: Backup) -> bool:
    """Whether a backup can be read; its password is asked for when it has one."""
    from kompasskive.desktop.unlock_dialog import UnlockDialog
    from kompasskive.storage.unlocking import is_locked, unlock

    if not is_locked(backup.path):
        return True
    theme, check = in_use.context.theme, partial(unlock, backup.path)
    return in_use.context.questions.run(
        UnlockDialog(theme, in_use.background, path.name, check, yes="Hent kopien")
    )


def _fetch(in_use: FileInUse, path: Path, backup: Backup) -> None:
    from kompasskive.desktop.backup_dialog import backup_words

    context, folder = in_use.context, backup.path.parents[1]
    said = [BACK.format(when=backup_words(backup))]

    def work() -> OpenWorkbook:
        from kompasskive.storage.restoring import restore

        aside = restore(path, backup, folder, context.now())
        if aside is not None:
            said.append(ASIDE.format(name=aside.name))
        return open_file(path, folder)

    def tell() -> None:
        context.position.go("people")
        context.questions.tell(TITLE, " ".join(said))

    in_use.load(work, tell, "hentet")
