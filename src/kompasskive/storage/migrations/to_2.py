"""Schema 2: new tables only, so every row of schema 1 stays as it is."""

from sqlalchemy import Connection
from sqlalchemy.schema import CreateTable

from kompasskive.storage import schema


def step(connection: Connection) -> None:
    """Make the tables that came with schema 2, empty."""
    for table in schema.TABLES:
        if schema.since(table) == 2:
            connection.execute(CreateTable(table))
