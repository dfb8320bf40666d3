"""Looking after the open file: backups, a copy elsewhere, and deleting for good."""

from collections.abc import Sequence
from pathlib import Path

from kompasskive.desktop.context import Context
from kompasskive.desktop.file_in_use import FileInUse
from kompasskive.desktop.files import with_suffix
from kompasskive.errors import AccessRequestError

NO_FILE = "Der er ingen fil åben. Åbn den først, og prøv igen."
NO_BACKUPS = (
    "Der er endnu ingen sikkerhedskopier af filen på denne maskine. Der laves en, hver gang en"
    " ændret fil lukkes, og hver halve time, mens I arbejder."
)
FOR_GOOD = "Slet for altid"
DELETE = (
    "{what} slettes for altid, i filen og i dens sikkerhedskopier. Det kan ikke fortrydes.{named}"
    "\n\n"
    "Er planen journaliseret?"
)


class Care:
    """Asks first; the file is let go while it is worked on and opened again after."""

    def __init__(self, context: Context, in_use: FileInUse) -> None:
        self._context, self._in_use = context, in_use

    def ask_restore(self) -> None:
        """Show the open file's backups and go back to the one that is chosen."""
        from kompasskive.desktop.backup_dialog import BackupDialog
        from kompasskive.storage.backups import backups_for
        from kompasskive.storage.restoring import restore

        context, folder = self._context, self._context.settings.backups
        file = context.document.file
        if file is None:
            context.questions.tell("Sikkerhedskopier", NO_FILE)
            return
        found = backups_for(file.path, folder) if folder else ()
        if folder is None or not found:
            context.questions.tell("Sikkerhedskopier", file.backup_trouble or NO_BACKUPS)
            return
        dialog = BackupDialog(context.theme, found)
        dialog.note(file.backup_trouble)
        if context.questions.run(dialog):
            chosen = dialog.chosen
            self._in_use.work_on(lambda path: restore(path, chosen, folder, context.now()))

    def save_copy(self) -> None:
        """Ask where, and write what is on screen to a new file there."""
        context = self._context
        if not context.document.is_open:
            context.questions.tell("Gem kopi", NO_FILE)
            return
        now = context.document.path or Path.home() / "Eksempel.kompas"
        suggestion = now.with_name(f"{now.stem} – kopi{now.suffix}")
        target = context.questions.save_path("Gem kopi – hvor skal den ligge?", suggestion)
        if target is not None:
            self._in_use.write_copy(with_suffix(target))

    def delete_person(self, person_id: str) -> None:
        """Ask, then delete somebody for good and show the receipt."""
        name = self._context.document.value.person(person_id).name
        self._ask_delete(f"{name} og alle samtaler", [person_id], [])

    def delete_talk(self, talk_id: str) -> None:
        """Ask, then delete one talk for good and show the receipt."""
        from kompasskive.desktop.wording import capital
        from kompasskive.dialogue.overview import occasion

        talk = self._context.document.value.dialogue(talk_id)
        self._ask_delete(capital(occasion(talk)), [], [talk_id])

    def _ask_delete(self, what: str, people: Sequence[str], talks: Sequence[str]) -> None:
        from kompasskive.profile.forgetting import forgotten, mentions
        from kompasskive.storage.deletion import refuse_while_asked

        context, ids = self._context, {*people, *talks}
        try:
            refuse_while_asked(context.document.value, ids)
        except AccessRequestError as error:
            context.questions.tell("Der er bedt om indsigt", str(error))
            return
        named = mentions(context.document.value, ids).before
        told = DELETE.format(what=what, named=f" {named}" if named else "")
        if not context.questions.confirm(FOR_GOOD, told, yes=FOR_GOOD, careful=True):
            return
        if context.document.path is not None:
            self._delete(people, talks)
            return
        context.document.settle(forgotten(context.document.value, ids))
        context.position.go("people")

    def _delete(self, people: Sequence[str], talks: Sequence[str]) -> None:
        from kompasskive.storage.deletion import delete

        context, receipts = self._context, list[str]()

        def work(path: Path) -> None:
            done = delete(path, people, talks, context.settings.backups, context.now())
            receipts.append(done.text)

        def tell() -> None:
            context.questions.tell("Kvittering", "\n".join(receipts))

        self._in_use.work_on(work, tell)
