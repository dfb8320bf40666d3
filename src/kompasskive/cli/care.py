"""Commands that look after a file: its backups, and deletion for good."""

from argparse import Namespace
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from kompasskive import danish
from kompasskive.cli.passwords import unlock_file
from kompasskive.cli.people import find_one_talk, find_person
from kompasskive.errors import FileError, NotFoundError

if TYPE_CHECKING:
    from kompasskive.dialogue.model import Dialogue, Employee, Workbook
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
    from kompasskive.storage.connection import head
    from kompasskive.storage.encryption import KNOWN
    from kompasskive.storage.places import backups_folder
    from kompasskive.storage.restoring import restore

    if KNOWN.get(head(backup.path)) is None:
        unlock_file(options, backup.path)
    aside = restore(options.file, backup, backups_folder(), _now())
    print(f"{options.file.name} er, som den var {_when(backup)}.")
    if aside is not None:
        print(f"Den fil, der ikke kunne læses, ligger nu som »{aside.name}«.")


def delete(options: Namespace) -> None:
    """Delete people, or single talks, for good, in the file and its backups, after asking."""
    from kompasskive.profile.forgetting import mentions
    from kompasskive.storage.deletion import delete as delete_for_good
    from kompasskive.storage.deletion import refuse_while_asked
    from kompasskive.storage.places import backups_folder
    from kompasskive.storage.workbook import read

    workbook = read(options.file)
    people = tuple(find_person(workbook, name) for name in options.person or ())
    talks = tuple(find_one_talk(workbook, people, wanted) for wanted in options.talk or ())
    if not people and not talks:
        raise NotFoundError("Skriv --person NAVN eller --talk ID. Intet er slettet.")
    ids = [thing.id for thing in talks or people]
    refuse_while_asked(workbook, ids)
    named = mentions(workbook, ids).before
    if not options.yes and not _agreed(_told(workbook, people, talks), named):
        print("Intet er slettet.")
        return
    person_ids = [] if talks else list(dict.fromkeys(person.id for person in people))
    talk_ids = [talk.id for talk in talks]
    print(delete_for_good(options.file, person_ids, talk_ids, backups_folder(), _now()).text)


def _told(workbook: "Workbook", people: Sequence["Employee"], talks: Sequence["Dialogue"]) -> str:
    if not talks:
        return f"{danish.join([person.name for person in people])} og alle samtaler"
    days = [_talk_told(workbook, talk) for talk in talks]
    return f"Samtalen {days[0]}" if len(days) == 1 else f"Samtalerne {danish.join(days)}"


def _talk_told(workbook: "Workbook", talk: "Dialogue") -> str:
    day = danish.long_date(talk.held_on)
    return f"{day} med {workbook.person(talk.employee_id).name}" if talk.employee_id else day


def _agreed(what: str, named: str) -> bool:
    print(f"{what} slettes for altid, i filen og i dens sikkerhedskopier.")
    if named:
        print(named)
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
