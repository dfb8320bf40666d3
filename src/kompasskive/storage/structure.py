"""Whether a file's tables are the ones of the schema, with nothing added and nothing left out."""

from functools import cache

from sqlalchemy import Connection, text
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.schema import CreateTable

from kompasskive.storage import schema


def version_of(connection: Connection) -> int:
    """The schema the file was written with."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def altered(connection: Connection) -> tuple[str, ...]:
    """Names of tables, triggers, views ... that are missing, foreign or different, sorted.

    What is expected is what the file's own schema has.
    """
    query = text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    actual = {str(name): _squeezed(sql) for name, sql in connection.execute(query)}
    expected = _expected(version_of(connection))
    return tuple(sorted(n for n in actual | expected if actual.get(n) != expected.get(n)))


@cache
def _expected(version: int) -> dict[str, str]:
    return {
        str(table.name): _squeezed(str(CreateTable(table).compile(dialect=dialect())))
        for table in schema.tables_at(version)
    }


def _squeezed(sql: str) -> str:
    return " ".join(sql.split())
