"""A file of an older schema, brought to the present one: backed up first, then all at once."""

from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from kompasskive.storage import failures
from kompasskive.storage.backups import back_up
from kompasskive.storage.committing import write
from kompasskive.storage.loading import Content, load
from kompasskive.storage.migrations import STEPS
from kompasskive.storage.schema import SCHEMA_VERSION


def upgraded(
    connection: Connection, path: Path, content: Content, folder: Path | None, at: datetime
) -> Content:
    """The content at the present schema; nothing is done to a file that has it.

    FileError, the file as it was, when it cannot be backed up in `folder` first, or not upgraded.
    """
    if content.version == SCHEMA_VERSION:
        return content
    _back_up_first(connection, path, content, folder, at)
    try:
        with connection.begin():
            return _upgraded(connection, path, content, at)
    except failures.TROUBLE as error:
        raise failures.no_upgrade(
            failures.explained(error, path, failures.Doing.OPENING)
        ) from error


def _back_up_first(
    connection: Connection, path: Path, content: Content, folder: Path | None, at: datetime
) -> None:
    if folder is None:
        raise failures.no_backup_first("der er ingen mappe til sikkerhedskopier")
    try:
        back_up(connection, path, content, folder, at)
    except failures.TROUBLE as error:
        reason = failures.explained(error, folder, failures.Doing.CREATING)
        raise failures.no_backup_first(str(reason).rstrip(".")) from error


def _upgraded(connection: Connection, path: Path, content: Content, at: datetime) -> Content:
    for version in range(content.version + 1, SCHEMA_VERSION + 1):
        STEPS[version](connection)
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
    write(connection, path, content.meta, (), f"upgraded {SCHEMA_VERSION}", at)
    after = load(connection, path)
    if after.workbook != content.workbook:
        raise failures.damaged(path)
    return after
