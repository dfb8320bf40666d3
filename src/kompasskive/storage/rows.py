"""A workbook as flat rows, and the difference between two workbooks as changed rows.

Pure. Only what is not the very same object in both is flattened and compared (people, talks, and
within a talk each answer, note ...), so the cost of an edit does not grow with what it left alone.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import zip_longest
from typing import Any, TypeAlias, TypeVar

import msgspec
from sqlalchemy import Table

from kompasskive.dialogue.model import Agreement, Case, Dialogue, Employee, Statement, Workbook
from kompasskive.dialogue.organisation import Snapshot
from kompasskive.framework import serial
from kompasskive.framework.model import Framework
from kompasskive.storage import schema
from kompasskive.storage.schema import StatementKind

Value: TypeAlias = str | int | None
Key: TypeAlias = tuple[Value, ...]
Row: TypeAlias = tuple[Value, ...]
Rows: TypeAlias = dict[str, dict[Key, Row]]
Placed: TypeAlias = Iterator[tuple[Table, Row]]
Flatten: TypeAlias = Callable[[int, Any, Any], Placed]
K = TypeVar("K")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row: new when `before` is None, gone when `after` is None."""

    table: str
    before: Row | None
    after: Row | None


def rows(workbook: Workbook) -> Rows:
    """All rows of a workbook, by table and primary key; ValueError when a key occurs twice."""
    return _collect(_differing(workbook, None))


def changes(before: Workbook, after: Workbook) -> tuple[RowChange, ...]:
    """The rows that differ; ValueError when `after` uses a primary key twice."""
    old, new = _collect(_differing(before, after)), _collect(_differing(after, before))
    return tuple(
        RowChange(table.name, was, now)
        for table in schema.CONTENT
        for was, now in _paired(old.get(table.name, {}), new.get(table.name, {}))
        if was != now
    )


def _paired(old: dict[Key, Row], new: dict[Key, Row]) -> Iterator[tuple[Row | None, Row | None]]:
    for key in old | new:
        yield old.get(key), new.get(key)


def _collect(placed: Iterable[tuple[Table, Row]]) -> Rows:
    found: Rows = {}
    for table, row in placed:
        key, of_table = key_of(table, row), found.setdefault(table.name, {})
        if key in of_table:
            raise ValueError(f"{table.name}: two rows with one key")
        of_table[key] = row
    return found


def key_of(table: Table, row: Row) -> Key:
    """The primary key of a row, in column order."""
    return tuple(row[index] for index in _key_places(table))


@cache
def _key_places(table: Table) -> tuple[int, ...]:
    return tuple(i for i, column in enumerate(table.columns) if column.primary_key)


def _differing(workbook: Workbook, other: Workbook | None) -> Placed:
    yield _row(schema.WORKBOOK, _fields(workbook))
    for name, flatten in _COLLECTIONS.items():
        mine, theirs = getattr(workbook, name), getattr(other, name, ())
        for position, one, another in _pairs(mine, theirs):
            yield from flatten(position, one, another)


def _pairs(mine: tuple[T, ...], theirs: tuple[T, ...]) -> Iterator[tuple[int, T, T | None]]:
    """Place, value and counterpart of each of mine that is another object than theirs there."""
    if mine is theirs:
        return
    for position, (one, another) in enumerate(zip_longest(mine, theirs)):
        if one is not None and one is not another:
            yield position, one, another


def _entries(mine: Mapping[K, T], theirs: Mapping[K, T]) -> Iterator[tuple[K, T]]:
    """The entries of mine whose value is another object than theirs under the same key."""
    if mine is theirs:
        return
    for key, value in mine.items():
        if theirs.get(key) is not value:
            yield key, value


def _row(table: Table, values: Mapping[str, Any]) -> tuple[Table, Row]:
    return table, tuple(_plain(values[name]) for name in column_names(table))


@cache
def column_names(table: Table) -> tuple[str, ...]:
    """The names of a table's columns, in the order of a row."""
    return tuple(column.name for column in table.columns)


def _plain(value: Any) -> Value:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, bool) else value


def _fields(value: Any, **more: Any) -> dict[str, Any]:
    return {name: getattr(value, name) for name in _field_names(value.__class__)} | more


@cache
def _field_names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind))


def _simple(table: Table) -> Flatten:
    def flatten(position: int, value: Any, _: Any) -> Placed:
        yield _row(table, _fields(value, position=position))

    return flatten


def _person(position: int, person: Employee, _: Any) -> Placed:
    yield _row(schema.PEOPLE, _fields(person, position=position))
    for index, function_id in enumerate(person.job_function_ids):
        yield schema.PEOPLE_FUNCTIONS, (person.id, index, function_id)


def _snapshot(position: int, snapshot: Snapshot, _: Any) -> Placed:
    members = "\n".join(snapshot.members)
    yield _row(schema.SNAPSHOTS, _fields(snapshot, position=position, members=members))


def _framework(position: int, framework: Framework, _: Any) -> Placed:
    content = msgspec.json.encode(serial.to_plain(framework)).decode()
    yield schema.FRAMEWORKS, (framework.key, position, content)


def _dialogue(position: int, dialogue: Dialogue, other: Dialogue | None) -> Placed:
    same = other if other is not None and other.id == dialogue.id else _NOTHING
    approval = dialogue.approval
    yield _row(
        schema.DIALOGUES,
        _fields(
            dialogue,
            position=position,
            approved_at=approval.approved_at if approval else None,
            differing_view=approval.differing_view if approval else "",
        ),
    )
    yield from _assessments(dialogue, same)
    yield from _parts(dialogue, same)
    yield from _statements(dialogue, same)
    for index, agreement, _ in _pairs(dialogue.agreements, same.agreements):
        yield from _agreement(dialogue.id, index, agreement)


def _assessments(dialogue: Dialogue, same: Dialogue) -> Placed:
    owner = dialogue.id
    for index, field_id in enumerate(dialogue.depth_field_ids):
        yield schema.DEPTH_FIELDS, (owner, index, field_id)
    for viewpoint in dialogue.sealed:
        yield schema.SEALED, (owner, viewpoint.value)
    for word in dialogue.code_words:
        yield schema.CODE_WORDS, (owner, word.viewpoint.value, word.hash)
    for (viewpoint, item_id), answer in _entries(dialogue.items, same.items):
        place = {"dialogue_id": owner, "viewpoint": viewpoint, "item_id": item_id}
        yield _row(schema.ITEM_ANSWERS, _fields(answer, **place))
    for (viewpoint, field_id, dimension), placement in _entries(
        dialogue.placements, same.placements
    ):
        place = {"dialogue_id": owner, "viewpoint": viewpoint, "field_id": field_id}
        yield _row(schema.PLACEMENTS, _fields(placement, **place, dimension=dimension))


def _parts(dialogue: Dialogue, same: Dialogue) -> Placed:
    for name, table in SIMPLE_PARTS.items():
        for index, part, _ in _pairs(getattr(dialogue, name), getattr(same, name)):
            yield _row(table, _fields(part, dialogue_id=dialogue.id, position=index))
    if dialogue.case != Case():
        yield _row(schema.CASES, _fields(dialogue.case, dialogue_id=dialogue.id))


def _statements(dialogue: Dialogue, same: Dialogue) -> Placed:
    for kind, name in STATEMENT_LISTS.items():
        mine: tuple[Statement, ...] = getattr(dialogue, name)
        for index, statement, _ in _pairs(mine, getattr(same, name)):
            place = {"dialogue_id": dialogue.id, "kind": kind, "position": index}
            about = _fields(statement.about)
            yield _row(schema.STATEMENTS, _fields(statement, **place, **about))


def _agreement(owner: str, position: int, agreement: Agreement) -> Placed:
    yield _row(schema.AGREEMENTS, _fields(agreement, dialogue_id=owner, position=position))
    for index, dimension in enumerate(agreement.dimensions):
        yield schema.AGREEMENT_DIMENSIONS, (owner, agreement.id, index, dimension.value)
    for index, form in enumerate(agreement.learning_forms):
        yield schema.AGREEMENT_FORMS, (owner, agreement.id, index, form)
    for index, step in enumerate(agreement.steps):
        place = {"dialogue_id": owner, "agreement_id": agreement.id, "position": index}
        yield _row(schema.AGREEMENT_STEPS, _fields(step, **place))


SIMPLE_PARTS = {
    "notes": schema.NOTES,
    "extras": schema.EXTRAS,
    "parked": schema.PARKED,
    "amendments": schema.AMENDMENTS,
    "reopenings": schema.REOPENINGS,
}
STATEMENT_LISTS = {
    StatementKind.STRENGTH: "strengths",
    StatementKind.POTENTIAL: "potentials",
    StatementKind.DIRECTION: "directions",
}
_NOTHING = Dialogue("", "", None, date.min)
_COLLECTIONS: dict[str, Flatten] = {
    "teams": _simple(schema.TEAMS),
    "job_functions": _simple(schema.JOB_FUNCTIONS),
    "people": _person,
    "frameworks": _framework,
    "dialogues": _dialogue,
    "access_requests": _simple(schema.ACCESS_REQUESTS),
    "goals": _simple(schema.GOALS),
    "priorities": _simple(schema.PRIORITIES),
    "snapshots": _snapshot,
    "contributions": _simple(schema.CONTRIBUTIONS),
    "sent_contributions": _simple(schema.SENT_CONTRIBUTIONS),
    "organisation_keys": _simple(schema.ORGANISATION_KEYS),
    "privacy_settings": _simple(schema.PRIVACY_SETTINGS),
}
