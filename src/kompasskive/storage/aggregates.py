"""An organisation's histograms straight from the file, without making one talk of it.

The numbers are those of `profile.counting.count`; the cost grows with the rows, the memory does
not. Agreed answers of the latest approved talk of each person in use.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, select, text

from kompasskive.dialogue.model import DialogueKind, Workbook
from kompasskive.framework import serial
from kompasskive.framework.model import BASELINE, Dimension, Framework, Level, Mark
from kompasskive.profile.contributions import Counted
from kompasskive.profile.counting import comparable
from kompasskive.profile.histograms import (
    OTHER_FORM,
    CellKey,
    FieldKey,
    GroupKey,
    Histograms,
    NeedKey,
    NeedKind,
    build,
)
from kompasskive.profile.members import token
from kompasskive.storage import loading, schema
from kompasskive.storage.connection import connect
from kompasskive.storage.failures import TROUBLE, Doing, explained

_COUNTED = """WITH counted AS MATERIALIZED (
    SELECT id, employee_id, framework_key, approved_at FROM (
        SELECT d.id, d.employee_id, d.framework_key, d.approved_at,
            ROW_NUMBER() OVER (
                PARTITION BY d.employee_id ORDER BY d.held_on DESC, d.position DESC
            ) AS place
        FROM dialogues d JOIN people p ON p.id = d.employee_id
        WHERE d.state = 'approved' AND d.kind = :kind AND d.held_on <= :last
            AND p.archived = 0 AND (p.left_on IS NULL OR p.left_on > :last)
    ) WHERE place = 1
)"""
_PEOPLE = "SELECT count(*) FROM counted"
_CELLS = """SELECT p.field_id, p.dimension, p.state, p.level, count(*)
FROM counted c CROSS JOIN placements p ON p.dialogue_id = c.id AND p.viewpoint = 'agreed'
GROUP BY p.field_id, p.dimension, p.state, p.level"""
_ITEMS = """SELECT c.framework_key, a.item_id, a.mark, a.not_relevant, count(*)
FROM counted c CROSS JOIN item_answers a ON a.dialogue_id = c.id AND a.viewpoint = 'agreed'
WHERE a.mark IS NOT NULL OR a.not_relevant = 1
GROUP BY c.framework_key, a.item_id, a.mark, a.not_relevant"""
_LEVELS = """, places(framework_key, item_id, field_id, basic) AS MATERIALIZED (
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(:places)
), own AS (
    SELECT c.framework_key, i.field_id,
        sum(i.basic AND (a.mark IS NOT NULL OR a.not_relevant)) AS basic_said,
        sum(i.basic AND a.mark IN ('confident', 'shares')) AS basic_settled,
        sum(i.basic AND a.not_relevant) AS basic_apart,
        sum(NOT i.basic AND (a.mark IS NOT NULL OR a.not_relevant)) AS special_said,
        max(NOT i.basic AND a.mark IN ('confident', 'shares')) AS special_settled,
        max(a.wish) AS wish
    FROM counted c CROSS JOIN item_answers a ON a.dialogue_id = c.id AND a.viewpoint = 'agreed'
    CROSS JOIN places i ON i.framework_key = c.framework_key AND i.item_id = a.item_id
    GROUP BY c.id, i.field_id
)
SELECT framework_key, field_id, basic_said > 0, basic_settled, basic_apart, special_said > 0,
    coalesce(special_settled, 0), wish, count(*)
FROM own GROUP BY 1, 2, 3, 4, 5, 6, 7, 8"""
_POTENTIALS = """SELECT s.field_id, s.dimension, count(DISTINCT c.id)
FROM counted c JOIN statements s ON s.dialogue_id = c.id AND s.kind = 'potential'
GROUP BY s.field_id, s.dimension"""
_AGREEMENTS = """SELECT a.field_id, d.dimension,
    CASE WHEN f.name IS NULL THEN '' WHEN f.name IN (SELECT value FROM json_each(:forms))
        THEN f.name ELSE :other END AS form, count(DISTINCT c.id)
FROM counted c JOIN agreements a ON a.dialogue_id = c.id AND a.status IN ('open', 'in_progress')
LEFT JOIN agreement_dimensions d ON d.dialogue_id = a.dialogue_id AND d.agreement_id = a.id
LEFT JOIN agreement_forms f ON f.dialogue_id = a.dialogue_id AND f.agreement_id = a.id
GROUP BY a.field_id, d.dimension, form"""
_GROUPS = """, own AS (
    SELECT c.id, c.employee_id, p.field_id, max(p.level) > :baseline AS deep
    FROM counted c CROSS JOIN placements p ON p.dialogue_id = c.id AND p.viewpoint = 'agreed'
    WHERE p.level IS NOT NULL GROUP BY c.id, p.field_id
), named AS (
    SELECT DISTINCT f.person_id, j.name
    FROM people_functions f JOIN job_functions j ON j.id = f.function_id
)
SELECT n.name, o.field_id, count(*), sum(o.deep)
FROM named n JOIN own o ON o.employee_id = n.person_id GROUP BY n.name, o.field_id"""
_MEMBERS = """SELECT c.employee_id, c.id, c.approved_at, f.function_id
FROM counted c LEFT JOIN people_functions f ON f.person_id = c.employee_id"""
_MARKS = {mark.value: place for place, mark in enumerate(Mark)}


def histograms(path: Path, framework: Framework, kind: DialogueKind, last: date) -> Histograms:
    """One series of a file in the words of `framework`; FileError when it cannot be read."""
    return _read(path, _Query(framework, kind, last), members=False).histograms


def counted(path: Path, framework: Framework, kind: DialogueKind, last: date) -> Counted:
    """The histograms and a token per talk, for freezing or sending them."""
    return _read(path, _Query(framework, kind, last), members=True)


def organisation_part(path: Path) -> Workbook:
    """What a file holds about the organisation, without its people and talks; FileError."""
    try:
        with connect(path, writable=False) as connection, connection.begin():
            return loading.organisation_part(connection)
    except TROUBLE as error:
        raise explained(error, path, Doing.OPENING) from error


def _read(path: Path, query: "_Query", *, members: bool) -> Counted:
    try:
        with connect(path, writable=False) as connection, connection.begin():
            found = query.histograms(connection)
            return Counted(found, query.members(connection) if members else ())
    except TROUBLE as error:
        raise explained(error, path, Doing.OPENING) from error


@dataclass(frozen=True, slots=True)
class _Query:
    framework: Framework
    kind: DialogueKind
    last: date

    def histograms(self, connection: Connection) -> Histograms:
        same = self._comparable(connection)
        rows = self._rows(connection, _LEVELS, places=self._places(same))
        ((people,),) = self._rows(connection, _PEOPLE)
        return build(
            self.framework,
            people,
            self._cells(connection),
            self._items(connection, same),
            self._fields(rows, same),
            self._needs(connection) | _wishes(rows),
            self._groups(connection),
        )

    def members(self, connection: Connection) -> tuple[str, ...]:
        talks: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        for person, talk, approved_at, function in self._rows(connection, _MEMBERS):
            talks[person, talk, approved_at].extend([function] if function else [])
        return tuple(token(*talk, functions) for talk, functions in talks.items())

    def _rows(self, connection: Connection, query: str, **more: Any) -> list[Any]:
        values = {"kind": self.kind.value, "last": self.last.isoformat(), **more}
        return list(connection.execute(text(f"{_COUNTED}{query}"), values))

    def _comparable(self, connection: Connection) -> Mapping[str, frozenset[str]]:
        stored = connection.execute(select(schema.FRAMEWORKS.c.content)).scalars()
        others = [serial.from_plain(msgspec.json.decode(content)) for content in stored]
        return {other.key: comparable(self.framework, other) for other in others}

    def _places(self, same: Mapping[str, frozenset[str]]) -> str:
        places = [
            (key, item.id, field.id, int(level is Level.BASIC))
            for key, items in same.items()
            for field in self.framework.fields
            for level in Level
            for item in field.at(level)
            if item.id in items
        ]
        return msgspec.json.encode(places).decode()

    def _cells(self, connection: Connection) -> dict[CellKey, tuple[tuple[int, ...], int, int]]:
        found: dict[CellKey, Counter[Any]] = defaultdict(Counter)
        for field_id, dimension, state, level, people in self._rows(connection, _CELLS):
            found[field_id, Dimension(dimension)][state if level is None else level] += people
        return {
            key: (tuple(c[level] for level in range(7)), c["let_stand"], c["not_relevant"])
            for key, c in found.items()
        }

    def _items(
        self, connection: Connection, same: Mapping[str, frozenset[str]]
    ) -> dict[str, tuple[tuple[int, ...], int]]:
        found: dict[str, Counter[int]] = defaultdict(Counter)
        for key, item_id, mark, _, people in self._rows(connection, _ITEMS):
            if item_id in same[key]:
                found[item_id][_MARKS.get(mark, len(_MARKS))] += people
        return {i: (tuple(c[m] for m in range(4)), c[4]) for i, c in found.items()}

    def _fields(
        self, rows: list[Any], same: Mapping[str, frozenset[str]]
    ) -> dict[FieldKey, tuple[int, int]]:
        found: dict[FieldKey, Counter[str]] = defaultdict(Counter)
        basic = {
            (key, f.id): sum(i.id in items for i in f.at(Level.BASIC))
            for key, items in same.items()
            for f in self.framework.fields
        }
        for key, field_id, said, settled, apart, special_said, special, _, people in rows:
            relevant = basic[key, field_id] - apart
            if said:
                row = found[field_id, Level.BASIC]
                row["people"] += people
                row["settled"] += people if settled == relevant > 0 else 0
            if special_said:
                row = found[field_id, Level.SPECIALISED]
                row["people"] += people
                row["settled"] += people if special else 0
        return {key: (c["people"], c["settled"]) for key, c in found.items()}

    def _needs(self, connection: Connection) -> dict[NeedKey, int]:
        fields = {None, *(f.id for f in self.framework.fields)}
        forms = msgspec.json.encode([f.name for f in self.framework.learning_forms]).decode()
        found: dict[NeedKey, int] = {}
        for field_id, dimension, people in self._rows(connection, _POTENTIALS):
            if field_id in fields:
                found[NeedKind.POTENTIAL, field_id, _dimension(dimension), ""] = people
        rows = self._rows(connection, _AGREEMENTS, forms=forms, other=OTHER_FORM)
        for field_id, dimension, form, people in rows:
            if field_id in fields:
                found[NeedKind.AGREEMENT, field_id, _dimension(dimension), form] = people
        return found

    def _groups(self, connection: Connection) -> dict[GroupKey, tuple[int, int]]:
        rows = self._rows(connection, _GROUPS, baseline=BASELINE)
        return {(name, field_id): (people, deep) for name, field_id, people, deep in rows}


def _dimension(stored: str | None) -> Dimension | None:
    return None if stored is None else Dimension(stored)


def _wishes(rows: list[Any]) -> dict[NeedKey, int]:
    found: Counter[NeedKey] = Counter()
    for _, field_id, *_, wish, people in rows:
        if wish:
            found[NeedKind.WISH, field_id, None, ""] += people
    return dict(found)
