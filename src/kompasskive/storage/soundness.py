"""Everything that can be wrong inside a file, as Danish sentences."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from sqlalchemy import Connection, text

from kompasskive import danish
from kompasskive.dialogue.model import Dialogue, Workbook
from kompasskive.errors import FileError
from kompasskive.framework.model import Framework
from kompasskive.storage import schema
from kompasskive.storage.assessments import taken_in
from kompasskive.storage.loading import assembled, digest_holds, record, scan
from kompasskive.storage.rows import Row
from kompasskive.storage.structure import altered


def faults(connection: Connection, path: Path) -> tuple[str, ...]:
    """Every fault found, deepest first; empty when the file is sound.

    Raises the driver's errors when the file cannot even be read.
    """
    found = (*_database(connection), *_tables(connection), *_links(connection))
    if found:
        return found
    stored = scan(connection)
    return (*_digest(stored), *_values(stored), *_content(stored, path))


def _database(connection: Connection) -> Iterator[str]:
    answers = [str(row[0]) for row in connection.execute(text("PRAGMA integrity_check"))]
    if answers != ["ok"]:
        yield f"Filen er beskadiget {len(answers)} steder; hent en sikkerhedskopi af den."


def _tables(connection: Connection) -> Iterator[str]:
    wrong = altered(connection)
    if wrong:
        yield f"Filens opbygning er ændret af et andet program: {danish.join(wrong)}."


def _links(connection: Connection) -> Iterator[str]:
    loose = {str(row[0]) for row in connection.execute(text("PRAGMA foreign_key_check"))}
    for table in sorted(loose):
        yield f"Rækker i »{table}« henviser til noget, der ikke er i filen."


def _digest(stored: Mapping[str, list[Row]]) -> Iterator[str]:
    if not digest_holds(stored):
        yield "Indholdet stemmer ikke med filens kontrolsum; det er ændret uden om programmet."


def _values(stored: Mapping[str, list[Row]]) -> Iterator[str]:
    for table in schema.TABLES:
        unread = sum(not _readable(table.name, row) for row in stored[table.name])
        if unread:
            yield f"»{table.name}« har {unread} rækker med værdier, som programmet ikke kender."


def _readable(table: str, row: Row) -> bool:
    try:
        record(schema.METADATA.tables[table], row)
    except (TypeError, ValueError):
        return False
    return True


def _content(stored: Mapping[str, list[Row]], path: Path) -> Iterator[str]:
    try:
        workbook = assembled(stored, taken_in(stored), path).workbook
    except ValueError:
        return
    except FileError as error:
        yield str(error)
        return
    for dialogue in workbook.dialogues:
        yield from _references(workbook, dialogue)


def _references(workbook: Workbook, dialogue: Dialogue) -> Iterator[str]:
    framework = workbook.framework_of(dialogue)
    unknown = sorted(_used(dialogue) - _known(framework, dialogue))
    if unknown:
        day = danish.long_date(dialogue.held_on)
        yield (
            f"Samtalen {day} har svar på {danish.join(unknown)}, som ikke findes i dens ramme"
            f" »{framework.key}«."
        )


def _used(dialogue: Dialogue) -> set[str]:
    items = {item_id for _, item_id in dialogue.items}
    fields = {field_id for _, field_id, _ in dialogue.placements}
    return items | fields | set(dialogue.depth_field_ids)


def _known(framework: Framework, dialogue: Dialogue) -> set[str]:
    items = {item.id for field in framework.fields for item in field.items}
    return items | {field.id for field in framework.fields} | {e.id for e in dialogue.extras}
