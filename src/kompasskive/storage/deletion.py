"""Deleting for good: people and talks leave the file and its backups; a tombstone stays."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, select

from kompasskive import danish
from kompasskive.dialogue.model import Workbook
from kompasskive.errors import AccessRequestError, FileError
from kompasskive.profile.forgetting import NOWHERE, Mentions, forgotten, mentions
from kompasskive.storage import schema
from kompasskive.storage.backups import Backup, back_up, backups_of, verified
from kompasskive.storage.committing import commit
from kompasskive.storage.connection import connect, execute_alone
from kompasskive.storage.digest import Meta
from kompasskive.storage.failures import TROUBLE, Doing, explained, is_damage
from kompasskive.storage.loading import Content, load
from kompasskive.storage.locking import held
from kompasskive.storage.rows import RowChange, changes

_OUT_OF_REACH = (
    "Det kan ikke nå kopier, som I selv, OneDrive eller et backupprogram har taget, udskrifter"
    " og filer, der er eksporteret."
)
_NO_BACKUP = "Der kunne ikke laves en sikkerhedskopi først, så intet er slettet."
_ASKED = (
    "Der blev bedt om indsigt {day}, og så længe slettes intet; giv indsigten, sig det under"
    " Medarbejdere, og slet derefter."
)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was deleted, without saying whom it was about."""

    people: int
    talks: int
    backups: int
    discarded: int
    at: datetime
    named: Mentions = NOWHERE

    @property
    def text(self) -> str:
        """The receipt in Danish."""
        when = f"{danish.long_date(self.at)} {danish.clock(self.at)}"
        people = _count(self.people, "medarbejder", "medarbejdere")
        talks = _count(self.talks, "samtale", "samtaler")
        what = danish.join((people, talks) if self.people else (talks,))
        backups = _count(self.backups, "sikkerhedskopi", "sikkerhedskopier")
        lines = [f"Slettet for altid {when}: {what}, i filen og i {backups}.", _OUT_OF_REACH]
        if self.named.after:
            lines.insert(1, self.named.after)
        if self.discarded:
            broken = _count(self.discarded, "sikkerhedskopi", "sikkerhedskopier")
            lines.insert(1, f"{broken} kunne ikke læses og er kasseret.")
        return "\n".join(lines)


def delete(
    path: Path,
    person_ids: Sequence[str],
    talk_ids: Sequence[str],
    folder: Path | None,
    at: datetime,
) -> Receipt:
    """Delete people with all their talks, and single talks, from a file and its backups.

    The file is backed up first. Backups lose them before the file does, so that a deletion cut
    short can be asked for again. KeyError on an unknown id;
    AccessRequestError while one of them has asked for access; FileError when the file is open
    elsewhere or cannot be trusted or written.
    """
    try:
        with held(path, at), connect(path, writable=True) as connection:
            content = _content(connection, path)
            graves = _graves(content.workbook, person_ids, talk_ids)
            refuse_while_asked(content.workbook, graves)
            backups = _backed_up(connection, path, content, folder, at) if folder else ()
            named = mentions(content.workbook, graves)
            names = [p.name for p in content.workbook.people if p.id in graves]
            discarded = _purge_backups(backups, graves, names, at)
            bury(connection, path, content, graves, at)
    except TROUBLE as error:
        raise explained(error, path, Doing.WRITING) from error
    left = len(backups) - discarded
    talks = sum(kind == "talk" for kind in graves.values())
    return Receipt(len(graves) - talks, talks, left, discarded, at, named)


def refuse_while_asked(workbook: Workbook, ids: Iterable[str]) -> None:
    """AccessRequestError when a person, or the person of a talk, has asked for access."""
    wanted = set(ids)
    owners = {d.employee_id for d in workbook.dialogues if d.id in wanted}
    asked = [r.asked_on for r in workbook.access_requests if r.person_id in wanted | owners]
    if asked:
        raise AccessRequestError(_ASKED.format(day=danish.long_date(min(asked))))


def tombstones(connection: Connection) -> dict[str, str]:
    """Ids that were deleted for good, and what they were: "person" or "talk"."""
    with connection.begin():
        rows = connection.execute(select(schema.TOMBSTONES.c.id, schema.TOMBSTONES.c.kind))
        return {str(row_id): str(kind) for row_id, kind in rows}


def bury(
    connection: Connection,
    path: Path,
    content: Content,
    graves: dict[str, str],
    at: datetime,
    names: Collection[str] = (),
) -> Meta:
    """Take the ids out of a file in one transaction, keep their tombstones, and compact it.

    `names` are those the people have in another copy of the file.
    """
    known = tombstones(connection)
    new = {row_id: kind for row_id, kind in graves.items() if row_id not in known}
    after = forgotten(content.workbook, graves, names)
    stones = [RowChange("tombstones", None, (i, k, at.isoformat())) for i, k in new.items()]
    changed = (*changes(content.workbook, after), *stones)
    meta = commit(connection, path, content.meta, changed, at) if changed else content.meta
    execute_alone(connection, "VACUUM")
    return meta


def _backed_up(
    connection: Connection, path: Path, content: Content, folder: Path, at: datetime
) -> Sequence[Backup]:
    """The file's backups, the newest of them of what it holds now."""
    there = backups_of(folder, content.workbook.id)
    if not there or there[0].revision != content.meta.revision:
        try:
            back_up(connection, path, content, folder, at)
        except TROUBLE as error:
            reason = explained(error, folder, Doing.CREATING)
            raise FileError(f"{_NO_BACKUP} {reason}") from error
    return backups_of(folder, content.workbook.id)


def _purge_backups(
    backups: Iterable[Backup], graves: dict[str, str], names: Collection[str], at: datetime
) -> int:
    """Take the ids out of every backup; how many could not be read and are gone instead.

    A full disk or a busy file discards nothing: the deletion stops and can be asked for again.
    """
    discarded = 0
    for backup in backups:
        try:
            _purge(backup.path, graves, names, at)
        except (FileError, *TROUBLE) as error:
            if not is_damage(error):
                raise
            backup.path.unlink()
            discarded += 1
    return discarded


def _purge(path: Path, graves: dict[str, str], names: Collection[str], at: datetime) -> None:
    with connect(path, writable=True) as connection:
        bury(connection, path, _content(connection, path), graves, at, names)
    verified(path)


def _content(connection: Connection, path: Path) -> Content:
    with connection.begin():
        return load(connection, path)


def _graves(
    workbook: Workbook, person_ids: Iterable[str], talk_ids: Iterable[str]
) -> dict[str, str]:
    people = {workbook.person(person_id).id: "person" for person_id in person_ids}
    talks = {d.id: "talk" for d in workbook.dialogues if d.employee_id in people}
    return people | talks | {workbook.dialogue(talk_id).id: "talk" for talk_id in talk_ids}


def _count(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
