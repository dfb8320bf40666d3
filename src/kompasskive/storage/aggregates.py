"""An organisation's histograms straight from the file, without making one talk of it.

The numbers are those of `profile.counting.count`; the cost grows with the rows, the memory does
not. Agreed answers of the latest approved talk of each person in use.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec
from sqlalchemy import Connection, select, text

from kompasskive.dialogue.model import DialogueKind, Workbook
from kompasskive.framework import serial
from kompasskive.framework.model import Dimension, Framework
from kompasskive.profile.contributions import Counted
from kompasskive.profile.histograms import OTHER_FORM, Histograms, NeedKey, NeedKind, build
from kompasskive.profile.members import token
from kompasskive.storage import loading, schema
from kompasskive.storage.connection import connect
from kompasskive.storage.failures import TROUBLE, Doing, explained
from kompasskive.storage.tallies import placed_cells, said_items
from kompasskive.telling import WHOLE, Tell, passing, quietly, share

_COUNTED = """SELECT id, employee_id, framework_key, approved_at FROM (
    SELECT d.id, d.employee_id, d.framework_key, d.approved_at, ROW_NUMBER() OVER (
        PARTITION BY d.employee_id ORDER BY d.held_on DESC, d.position DESC) AS place
    FROM dialogues d JOIN people p ON p.id = d.employee_id
    WHERE d.state = 'approved' AND d.kind = :kind AND d.held_on <= :last
        AND p.archived = 0 AND (p.left_on IS NULL OR p.left_on > :last)
) WHERE place = 1"""
_PLACEMENTS = """SELECT dialogue_id,
    group_concat(field_id || ' ' || dimension || ' ' || coalesce(level, state), char(9))
FROM placements WHERE viewpoint = 'agreed' GROUP BY dialogue_id"""
_ANSWERS = """SELECT dialogue_id,
    group_concat(coalesce(mark, not_relevant) || ' ' || wish || ' ' || item_id, char(9))
FROM item_answers WHERE viewpoint = 'agreed' GROUP BY dialogue_id"""
_POTENTIALS = """SELECT DISTINCT dialogue_id, field_id, dimension
FROM statements WHERE kind = 'potential'"""
_AGREEMENTS = """SELECT DISTINCT a.dialogue_id, a.field_id, d.dimension, f.name
FROM agreements a
LEFT JOIN agreement_dimensions d ON d.dialogue_id = a.dialogue_id AND d.agreement_id = a.id
LEFT JOIN agreement_forms f ON f.dialogue_id = a.dialogue_id AND f.agreement_id = a.id
WHERE a.status IN ('open', 'in_progress')"""
_ANSWERS_SHARE = 750
_FUNCTIONS = """SELECT f.person_id, j.id, j.name
FROM people_functions f JOIN job_functions j ON j.id = f.function_id"""


def histograms(path: Path, framework: Framework, kind: DialogueKind, last: date) -> Histograms:
    """One series of a file in the words of `framework`; FileError when it cannot be read."""
    return counted(path, framework, kind, last).histograms


def counted(
    path: Path, framework: Framework, kind: DialogueKind, last: date, tell: Tell = quietly
) -> Counted:
    """The histograms and a token per talk, for showing, freezing or sending them; FileError."""
    with _reading(path) as connection:
        talks = _talks(connection, kind, last)
        members = (token(t.person, i, t.approved_at, t.functions) for i, t in talks.items())
        return Counted(_histograms(connection, framework, talks, tell), tuple(members))


def organisation_part(path: Path) -> Workbook:
    """What a file holds about the organisation, without its people and talks; FileError."""
    with _reading(path) as connection:
        return loading.organisation_part(connection)


@contextmanager
def _reading(path: Path) -> Iterator[Connection]:
    try:
        with connect(path, writable=False) as connection, connection.begin():
            yield connection
    except TROUBLE as error:
        raise explained(error, path, Doing.OPENING) from error


def _talks(connection: Connection, kind: DialogueKind, last: date) -> "dict[str, _Talk]":
    functions: dict[str, dict[str, str]] = defaultdict(dict)
    for person, function, name in connection.execute(text(_FUNCTIONS)):
        functions[person][function] = name
    values = {"kind": kind.value, "last": last.isoformat()}
    return {
        talk: _Talk(person, key, approved_at, functions.get(person, _NO_FUNCTIONS))
        for talk, person, key, approved_at in connection.execute(text(_COUNTED), values)
    }


def _histograms(
    connection: Connection, framework: Framework, talks: "Mapping[str, _Talk]", tell: Tell
) -> Histograms:
    answers, placements = (_told(connection, query, talks) for query in (_ANSWERS, _PLACEMENTS))
    first, last = share(tell, 0, _ANSWERS_SHARE), share(tell, _ANSWERS_SHARE, WHOLE)
    many, held_with = len(talks), _frameworks(connection)
    said = said_items(framework, held_with, passing(answers, many, first))
    placed = placed_cells(framework, passing(placements, many, last))
    needs = {**_needs(connection, framework, talks), **said.wishes}
    return build(framework, len(talks), placed.cells, said.items, said.fields, needs, placed.groups)


def _told(
    connection: Connection, query: str, talks: "Mapping[str, _Talk]"
) -> "Iterator[tuple[_Talk, list[str]]]":
    """What was said in each talk that counts, as words; one row in memory at a time."""
    for dialogue_id, words in connection.execution_options(yield_per=500).execute(text(query)):
        talk = talks.get(dialogue_id)
        if talk is not None:
            yield talk, words.split("\t")


def _frameworks(connection: Connection) -> list[Framework]:
    stored = connection.execute(select(schema.FRAMEWORKS.c.content)).scalars()
    return [serial.from_plain(msgspec.json.decode(content)) for content in stored]


def _needs(
    connection: Connection, framework: Framework, talks: "Mapping[str, _Talk]"
) -> dict[NeedKey, int]:
    fields = {None, *(f.id for f in framework.fields)}
    known = {f.name for f in framework.learning_forms}
    found: set[tuple[str, NeedKey]] = set()
    for talk, field_id, dimension in connection.execute(text(_POTENTIALS)):
        found.add((talk, (NeedKind.POTENTIAL, field_id, _dimension(dimension), "")))
    for talk, field_id, dimension, form in connection.execute(text(_AGREEMENTS)):
        named = form if form is None or form in known else OTHER_FORM
        found.add((talk, (NeedKind.AGREEMENT, field_id, _dimension(dimension), named or "")))
    return dict(Counter(key for talk, key in found if talk in talks and key[1] in fields))


def _dimension(stored: str | None) -> Dimension | None:
    return None if stored is None else Dimension(stored)


@dataclass(frozen=True, slots=True)
class _Talk:
    person: str
    framework_key: str
    approved_at: str | None
    functions: Mapping[str, str]


_NO_FUNCTIONS: Mapping[str, str] = {}
