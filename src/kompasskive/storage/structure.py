"""Whether a file's tables are the ones of the schema, with nothing added and nothing left out."""

from functools import cache

from sqlalchemy import Connection, text
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.schema import CreateTable

from kompasskive.storage import schema


def altered(connection: Connection) -> tuple[str, ...]:
    """Names of tables, triggers, views ... that are missing, foreign or different, sorted."""
    query = text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    actual = {str(name): _squeezed(sql) for name, sql in connection.execute(query)}
    expected = _expected()
    return tuple(sorted(n for n in actual | expected if actual.get(n) != expected.get(n)))


@cache
def _expected() -> dict[str, str]:
    return {
        str(table.name): _squeezed(str(CreateTable(table).compile(dialect=dialect())))
        for table in schema.TABLES
    }


def _squeezed(sql: str) -> str:
    return " ".join(sql.split())
