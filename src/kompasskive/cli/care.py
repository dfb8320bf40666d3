"""Commands that look after a file: its backups, and deletion for good."""

from argparse import Namespace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from kompasskive import danish
from kompasskive.cli.people import find_person
from kompasskive.errors import FileError, NotFoundError

if TYPE_CHECKING:
    from kompasskive.storage.backups import Backup

YES: Final = "ja"


def backups(options: Namespace) -> None:
    """List a file's backups, or put one in its place."""
    from kompasskive.storage.backups import backups_for
    from kompasskive.storage.places import backups_folder

    found = backups_for(options.file, backups_folder())
    if options.restore is None:
        for number, backup in enumerate(found, 1):
            print(f"{number:>3}  {_when(backup)}  udgave {backup.revision}")
        if not found:
            print("Der er ingen sikkerhedskopier af filen på denne maskine.")
        return
    if not 1 <= options.restore <= len(found):
        raise NotFoundError(
            f"Der er ingen sikkerhedskopi nummer {options.restore}. Intet er ændret."
        )
    _restore(options, found[options.restore - 1])


def _restore(options: Namespace, backup: "Backup") -> None:
    from kompasskive.storage.places import backups_folder
    from kompasskive.storage.restoring import restore

    aside = restore(options.file, backup, backups_folder(), _now())
    print(f"{options.file.name} er, som den var {_when(backup)}.")
    if aside is not None:
        print(f"Den fil, der ikke kunne læses, ligger nu som »{aside.name}«.")


def delete(options: Namespace) -> None:
    """Delete people for good, in the file and its backups, after asking."""
    from kompasskive.storage.deletion import delete as delete_for_good
    from kompasskive.storage.places import backups_folder
    from kompasskive.storage.workbook import read

    workbook = read(options.file)
    people = [find_person(workbook, name) for name in options.person]
    if not options.yes and not _agreed(danish.join([person.name for person in people])):
        print("Intet er slettet.")
        return
    ids = list(dict.fromkeys(person.id for person in people))
    print(delete_for_good(options.file, ids, (), backups_folder(), _now()).text)


def _agreed(names: str) -> bool:
    print(f"{names} og alle samtaler slettes for altid, i filen og i dens sikkerhedskopier.")
    print("Er planen journaliseret? Det kan ikke fortrydes.")
    try:
        return input(f"Skriv »{YES}« for at slette: ").strip().casefold() == YES
    except EOFError as nobody:
        raise FileError("Der er ingen at spørge. Brug --yes. Intet er slettet.") from nobody


def _when(backup: "Backup") -> str:
    at = backup.made_at.astimezone()
    return f"{danish.long_date(at)} {danish.clock(at)}"


def _now() -> datetime:
    return datetime.now().astimezone()
