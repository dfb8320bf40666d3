"""A file's rows back into a workbook, after its digest was found right."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, TypeAlias

import msgspec
from sqlalchemy import Connection, Table, select

from kompasskive.dialogue.model import (
    About,
    AccessRequest,
    Agreement,
    AgreementStep,
    Amendment,
    Approval,
    Case,
    CodeWord,
    Dialogue,
    Employee,
    ExtraItem,
    JobFunction,
    Note,
    ParkedTopic,
    Reopening,
    Statement,
    Team,
    Viewpoint,
    Workbook,
)
from kompasskive.dialogue.organisation import (
    Contribution,
    Goal,
    OrganisationKey,
    Priority,
    PrivacySetting,
    SentContribution,
    Snapshot,
)
from kompasskive.errors import FrameworkError
from kompasskive.framework import serial
from kompasskive.framework.model import Framework
from kompasskive.storage import assessments, failures, schema
from kompasskive.storage.assessments import Assessments
from kompasskive.storage.digest import Meta, Weighing, moved
from kompasskive.storage.rows import STATEMENT_LISTS, Row, RowChange
from kompasskive.storage.schema import StatementKind
from kompasskive.storage.structure import altered, version_of

Record: TypeAlias = dict[str, Any]
Records: TypeAlias = Mapping[str, list[Record]]
Owned: TypeAlias = Mapping[str, list[Record]]

_AT_A_TIME = 1000
_PART_CLASSES: dict[str, type[Any]] = {
    "notes": Note,
    "extras": ExtraItem,
    "parked": ParkedTopic,
    "amendments": Amendment,
    "reopenings": Reopening,
}
_ORGANISATION: dict[str, type[Any]] = {
    "goals": Goal,
    "priorities": Priority,
    "snapshots": Snapshot,
    "contributions": Contribution,
    "sent_contributions": SentContribution,
    "organisation_keys": OrganisationKey,
    "privacy_settings": PrivacySetting,
}


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds: the workbook, how far it has come, and the schema it is written with.

    `was_unshown` says that something in its texts could not be shown and is visible now.
    """

    workbook: Workbook
    meta: Meta
    saved_at: datetime
    version: int = schema.SCHEMA_VERSION
    was_unshown: bool = False


def load(connection: Connection, path: Path) -> Content:
    """Everything in the file, its digest verified; FileError when it cannot be trusted.

    What was said in the talks is taken in row by row.
    """
    if altered(connection):
        raise failures.rebuilt(path)
    stored = scan(connection, [t for t in schema.TABLES if t not in assessments.TABLES])
    weighing = Weighing()
    passing = {t.name: weighing.passing(t.name, rows_of(connection, t)) for t in assessments.TABLES}
    try:
        said = assessments.taken_in(passing)
    except ValueError as error:
        raise failures.damaged(path) from error
    if not digest_holds(stored, weighing.digest):
        raise failures.damaged(path)
    return replace(assembled(stored, said, path), version=version_of(connection))


def assembled(stored: Mapping[str, list[Row]], said: Assessments, path: Path) -> Content:
    """The content of rows whose digest holds; FileError when they make no workbook."""
    try:
        return _content(stored, said)
    except (FrameworkError, LookupError, TypeError, ValueError) as error:
        raise failures.damaged(path) from error


def scan(connection: Connection, tables: Iterable[Table] = schema.TABLES) -> dict[str, list[Row]]:
    """Every row of the tables, in column order; none of the tables an older file lacks."""
    there = schema.tables_at(version_of(connection))
    return {
        table.name: list(rows_of(connection, table)) if table in there else [] for table in tables
    }


def rows_of(connection: Connection, table: Table) -> Iterator[Row]:
    """The rows of a table that is there, a few in memory at a time."""
    for row in connection.execution_options(yield_per=_AT_A_TIME).execute(select(table)):
        yield tuple(row)


def organisation_part(connection: Connection) -> Workbook:
    """The workbook without its people and talks; the rows are not verified by a digest."""
    tables = [schema.METADATA.tables[name] for name in ("workbook", "frameworks", *_ORGANISATION)]
    stored = scan(connection, tables)
    records = {table.name: [record(table, r) for r in stored[table.name]] for table in tables}
    (own,) = records["workbook"]
    frameworks = tuple(_framework(r) for r in _ordered(records["frameworks"]))
    return Workbook(**own, frameworks=frameworks, **_organisation(records))


def digest_holds(stored: Mapping[str, list[Row]], weighed: str = "") -> bool:
    """Whether there is one meta row and its digest is that of all the rows.

    `weighed` is the digest of the rows that are not in `stored`.
    """
    if len(stored["meta"]) != 1:
        return False
    *known, digest = stored["meta"][0]
    all_rows = {**stored, "meta": [tuple(known)]}
    added = (RowChange(table, None, row) for table, of in all_rows.items() for row in of)
    return moved(weighed, added) == digest


def _content(stored: Mapping[str, list[Row]], said: Assessments) -> Content:
    few = [t for t in schema.CONTENT if t not in assessments.TABLES]
    records = {t.name: [record(t, row) for row in stored[t.name]] for t in few}
    newest = max(stored["log"], key=lambda row: int(row[0] or 0))
    return Content(
        workbook=_workbook(records, said),
        meta=Meta.of(stored["meta"][0]),
        saved_at=record(schema.LOG, newest)["at"],
    )


def record(table: Table, row: Row) -> Record:
    """A row as names and the model's values; ValueError when one is not among the choices."""
    return {
        column.name: _read(schema.reader(column), value)
        for column, value in zip(table.columns, row, strict=True)
    }


def _read(reader: Any, value: Any) -> Any:
    return value if reader is None or value is None else reader(value)


def _workbook(records: Records, said: Assessments) -> Workbook:
    (own,) = records["workbook"]
    functions = _owned(records["people_functions"], "person_id")
    parts = {
        table.name: _owned(records[table.name], "dialogue_id")
        for table in schema.CONTENT
        if "dialogue_id" in table.columns and table.name in records
    }
    return Workbook(
        **own,
        teams=tuple(_made(Team, r) for r in _ordered(records["teams"])),
        job_functions=tuple(_made(JobFunction, r) for r in _ordered(records["job_functions"])),
        people=tuple(_employee(r, functions) for r in _ordered(records["people"])),
        dialogues=tuple(_dialogue(r, parts, said) for r in _ordered(records["dialogues"])),
        frameworks=tuple(_framework(r) for r in _ordered(records["frameworks"])),
        access_requests=tuple(
            _made(AccessRequest, r) for r in _ordered(records["access_requests"])
        ),
        **_organisation(records),
    )


def _organisation(records: Records) -> dict[str, Any]:
    return {
        name: tuple(_made(kind, r) for r in _ordered(records[name]))
        for name, kind in _ORGANISATION.items()
    }


def _ordered(records: Iterable[Record]) -> list[Record]:
    return sorted(records, key=lambda r: int(r["position"]))


def _owned(records: Iterable[Record], owner: str) -> Owned:
    groups: dict[str, list[Record]] = defaultdict(list)
    for one in records:
        groups[one[owner]].append(one)
    return {
        key: _ordered(group) if "position" in group[0] else group for key, group in groups.items()
    }


def _made(kind: type[Any], values: Record, **more: Any) -> Any:
    names = kind.__dataclass_fields__
    return kind(**{name: value for name, value in values.items() if name in names}, **more)


def _framework(values: Record) -> Framework:
    framework = serial.from_plain(msgspec.json.decode(values["content"]))
    if framework.key != values["key"]:
        raise ValueError("framework stored under another key")
    return framework


def _employee(values: Record, functions: Owned) -> Employee:
    own = tuple(f["function_id"] for f in functions.get(values["id"], ()))
    employee: Employee = _made(Employee, values, job_function_ids=own)
    return employee


def _dialogue(values: Record, parts: Mapping[str, Owned], said: Assessments) -> Dialogue:
    own = {name: owned.get(values["id"], []) for name, owned in parts.items()}
    approved_at, view = values.pop("approved_at"), values.pop("differing_view")
    cases = [_made(Case, r) for r in own["cases"]]
    dialogue: Dialogue = _made(
        Dialogue,
        values,
        approval=None if approved_at is None else Approval(approved_at, view),
        case=cases[0] if cases else Case(),
        agreements=_agreements(own),
        items=said.items.get(values["id"], {}),
        placements=said.placements.get(values["id"], {}),
        **_beginnings(own),
        **{name: tuple(_made(c, r) for r in own[name]) for name, c in _PART_CLASSES.items()},
        **{name: _statements(own, kind) for kind, name in STATEMENT_LISTS.items()},
    )
    return dialogue


def _beginnings(own: Records) -> dict[str, Any]:
    return {
        "depth_field_ids": tuple(r["field_id"] for r in own["depth_fields"]),
        "sealed": frozenset(r["viewpoint"] for r in own["sealed"]),
        "code_words": tuple(
            CodeWord(r["viewpoint"], r["hash"])
            for r in sorted(own["code_words"], key=lambda r: list(Viewpoint).index(r["viewpoint"]))
        ),
    }


def _statements(own: Records, kind: StatementKind) -> tuple[Statement, ...]:
    return tuple(
        Statement(r["id"], About(r["field_id"], r["dimension"]), r["text"])
        for r in own["statements"]
        if r["kind"] is kind
    )


def _agreements(own: Records) -> tuple[Agreement, ...]:
    dimensions = _owned(own["agreement_dimensions"], "agreement_id")
    forms = _owned(own["agreement_forms"], "agreement_id")
    steps = _owned(own["agreement_steps"], "agreement_id")
    return tuple(
        _made(
            Agreement,
            r,
            dimensions=tuple(d["dimension"] for d in dimensions.get(r["id"], ())),
            learning_forms=tuple(f["name"] for f in forms.get(r["id"], ())),
            steps=tuple(_made(AgreementStep, s) for s in steps.get(r["id"], ())),
        )
        for r in own["agreements"]
    )
