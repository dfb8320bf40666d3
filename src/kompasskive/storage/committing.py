"""One transaction: the changed rows, the revision, the digest and a log line without content."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Executable, Table, bindparam, delete, insert, select, update
from sqlalchemy.schema import CreateTable

from kompasskive import __version__
from kompasskive.dialogue.model import Workbook
from kompasskive.storage import failures, schema
from kompasskive.storage.digest import Meta, moved
from kompasskive.storage.rows import Row, RowChange, column_names, rows


def commit(
    connection: Connection, path: Path, meta: Meta, changes: Sequence[RowChange], at: datetime
) -> Meta:
    """Write the changes and return the new meta; on any error nothing is changed.

    FileError when the file is not at the revision and digest the changes start from.
    """
    with connection.begin():
        return write(connection, path, meta, changes, _kind(changes), at)


def write(
    connection: Connection,
    path: Path,
    meta: Meta,
    changes: Sequence[RowChange],
    kind: str,
    at: datetime,
) -> Meta:
    """What `commit` does, as part of a transaction that is already begun; `kind` is logged."""
    logged = _logged(meta, kind, at)
    after = _next(meta, (*changes, RowChange("log", None, logged)))
    if not _exchange(connection, meta, after):
        raise failures.replaced(path)
    if not _write(connection, changes):
        raise failures.replaced(path)
    connection.execute(_insert(schema.LOG), _named(schema.LOG, logged))
    return after


def following(meta: Meta, changes: Sequence[RowChange], at: datetime) -> Meta:
    """What `commit` of the same would return."""
    logged = _logged(meta, _kind(changes), at)
    return _next(meta, (*changes, RowChange("log", None, logged)))


def is_at(connection: Connection, meta: Meta) -> bool:
    """Whether the file is at exactly that revision, with that content."""
    with connection.begin():
        return Meta.of(tuple(connection.execute(select(schema.META)).one())) == meta


def found(connection: Connection, workbook: Workbook, at: datetime) -> Meta:
    """Make every table in an empty file and write the workbook, in one transaction."""
    changes = [RowChange(t, None, row) for t, of in rows(workbook).items() for row in of.values()]
    logged = RowChange("log", None, (1, at.isoformat(), "created"))
    blank = Meta(0, at.isoformat(), __version__, "")
    digest = moved("", (RowChange("meta", None, blank.known),))
    meta = _next(Meta(0, blank.created_at, blank.program, digest), (*changes, logged))
    with connection.begin():
        connection.exec_driver_sql(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {schema.SCHEMA_VERSION}")
        for table in schema.TABLES:
            connection.execute(CreateTable(table))
        _write(connection, [*changes, logged, RowChange("meta", None, (*meta.known, meta.digest))])
    return meta


def probe(connection: Connection) -> None:
    """Raise what a write would raise, and write nothing; BEGIN alone succeeds on any file."""
    transaction = connection.begin()
    try:
        connection.execute(update(schema.META).values(program=schema.META.c.program))
    finally:
        transaction.rollback()


def _logged(meta: Meta, kind: str, at: datetime) -> Row:
    return (meta.revision + 1, at.isoformat(), kind)


def _kind(changes: Iterable[RowChange]) -> str:
    return " ".join(sorted({change.table for change in changes}))


def _next(meta: Meta, changes: Iterable[RowChange]) -> Meta:
    after = Meta(meta.revision + 1, meta.created_at, __version__, "")
    own = RowChange("meta", meta.known, after.known)
    digest = moved(meta.digest, (*changes, own))
    return Meta(after.revision, after.created_at, after.program, digest)


def _exchange(connection: Connection, meta: Meta, after: Meta) -> bool:
    values = {
        "at_revision": meta.revision,
        "at_digest": meta.digest,
        "revision": after.revision,
        "program": after.program,
        "digest": after.digest,
    }
    return connection.execute(_META_EXCHANGE, values).rowcount == 1


def _write(connection: Connection, changes: Sequence[RowChange]) -> bool:
    touched = {change.table for change in changes}
    tables = [table for table in schema.TABLES if table.name in touched]
    steps = [_deletion(t, changes) for t in reversed(tables)]
    steps += [step(t, changes) for t in tables for step in (_updating, _insertion)]
    return all(
        connection.execute(statement, values).rowcount in (len(values), -1)
        for statement, values in steps
        if values
    )


def _deletion(table: Table, changes: Iterable[RowChange]) -> tuple[Executable, list[Any]]:
    gone = [c.before for c in changes if c.table == table.name and c.before and c.after is None]
    return _delete(table), [_aimed(table, row) for row in gone]


def _updating(table: Table, changes: Iterable[RowChange]) -> tuple[Executable, list[Any]]:
    kept = [c.after for c in changes if c.table == table.name and c.before and c.after]
    return _update(table), [_aimed(table, row) for row in kept]


def _insertion(table: Table, changes: Iterable[RowChange]) -> tuple[Executable, list[Any]]:
    new = [c.after for c in changes if c.table == table.name and c.before is None and c.after]
    return _insert(table), [_named(table, row) for row in new]


def _named(table: Table, row: Row) -> dict[str, Any]:
    return dict(zip(column_names(table), row, strict=True))


def _aimed(table: Table, row: Row) -> dict[str, Any]:
    return dict(zip(_aimed_names(table), row, strict=True))


@cache
def _aimed_names(table: Table) -> tuple[str, ...]:
    return tuple(f"at_{c.name}" if c.primary_key else c.name for c in table.columns)


@cache
def _insert(table: Table) -> Executable:
    return insert(table)


@cache
def _delete(table: Table) -> Executable:
    return delete(table).where(*_key_matches(table))


@cache
def _update(table: Table) -> Executable:
    content: dict[str, Any] = {
        c.name: bindparam(c.name) for c in table.columns if not c.primary_key
    }
    return update(table).where(*_key_matches(table)).values(content)


def _key_matches(table: Table) -> list[Any]:
    return [column == bindparam(f"at_{column.name}") for column in table.primary_key.columns]


_META_EXCHANGE = (
    update(schema.META)
    .where(schema.META.c.revision == bindparam("at_revision"))
    .where(schema.META.c.digest == bindparam("at_digest"))
    .values({name: bindparam(name) for name in ("revision", "program", "digest")})
)
