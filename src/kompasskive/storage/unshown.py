"""Texts in a file that hold what cannot be shown, put there by another program or an older one."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import Column, Connection, Text, literal, select, union_all

from kompasskive.dialogue.showing import made_visible
from kompasskive.dialogue.text import UNSEEN
from kompasskive.storage import schema
from kompasskive.storage.committing import commit
from kompasskive.storage.loading import Content
from kompasskive.storage.rows import changes

_ANY = f"*[{UNSEEN.replace(chr(0), chr(1))}]*"
"""A pattern for GLOB; it ends at a NUL, which therefore is not looked for."""


def shown(connection: Connection, content: Content) -> Content:
    """The content as it can be shown; nothing is written."""
    if not _has_unshown(connection, content.version):
        return content
    workbook = made_visible(content.workbook)
    return replace(content, workbook=workbook, was_unshown=workbook != content.workbook)


def put_right(connection: Connection, path: Path, content: Content, at: datetime) -> Content:
    """The content as it can be shown, and the file with it, in a transaction of its own."""
    with connection.begin():
        after = shown(connection, content)
    if not after.was_unshown:
        return content
    changed = changes(content.workbook, after.workbook)
    meta = commit(connection, path, content.meta, changed, at)
    return replace(after, meta=meta, saved_at=at)


def _has_unshown(connection: Connection, version: int) -> bool:
    found = [
        select(literal(1)).where(column.op("GLOB")(_ANY))
        for table in schema.tables_at(version)
        if table in schema.CONTENT and table is not schema.FRAMEWORKS
        for column in table.columns
        if _is_text(column)
    ]
    return connection.execute(union_all(*found).limit(1)).first() is not None


def _is_text(column: Column[object]) -> bool:
    """Whether people read what it holds."""
    plain = isinstance(column.type, Text) and not column.foreign_keys
    return plain and schema.reader(column) is None and column.name != "id"
