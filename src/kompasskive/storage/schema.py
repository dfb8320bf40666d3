"""The file's tables, each with the schema that brought it; a column knows how it is read back.

Rows are tuples in column order and hold only text, whole numbers and None. Rows belonging to a
person or a talk go with it (ON DELETE CASCADE); what merely points at a person, team or framework
must point at one that exists when the transaction ends.
"""

from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, MetaData, Table, Text

from kompasskive.dialogue.model import (
    AgreementStatus,
    DialogueKind,
    DialogueState,
    NoteScope,
    PlacementState,
    Viewpoint,
)
from kompasskive.dialogue.organisation import Lever, PriorityStatus
from kompasskive.framework.model import Arena, Dimension, Mark

APPLICATION_ID = 0x4B6D7053  # "KmpS"
SCHEMA_VERSION = 2

METADATA = MetaData()


def _text(name: str, *, key: bool = False, nullable: bool = False) -> Column[Any]:
    return Column(name, Text, primary_key=key, nullable=nullable)


def _points_at(name: str, target: str, *, nullable: bool = False) -> Column[Any]:
    link = ForeignKey(target, deferrable=True, initially="DEFERRED")
    return Column(name, Text, link, nullable=nullable)


def _belongs_to(name: str, target: str) -> Column[Any]:
    return Column(name, Text, ForeignKey(target, ondelete="CASCADE"), primary_key=True)


def _number(
    name: str, low: int, high: int | None = None, *, key: bool = False, nullable: bool = False
) -> Column[Any]:
    rule = f"{name} >= {low}" if high is None else f"{name} BETWEEN {low} AND {high}"
    check = CheckConstraint(rule)
    return Column(name, Integer, check, primary_key=key, nullable=nullable, autoincrement=False)


def _position(*, key: bool = False) -> Column[Any]:
    return _number("position", 0, key=key)


def _flag(name: str) -> Column[Any]:
    check = CheckConstraint(f"{name} IN (0, 1)")
    return Column(name, Integer, check, nullable=False, info={"read": bool})


def _choice(
    name: str, choices: type[StrEnum], *, key: bool = False, nullable: bool = False
) -> Column[Any]:
    values = ", ".join(f"'{choice.value}'" for choice in choices)
    check = CheckConstraint(f"{name} IN ({values})")
    info = {"read": choices}
    return Column(name, Text, check, primary_key=key, nullable=nullable, info=info)


def _day(name: str) -> Column[Any]:
    return Column(name, Text, nullable=True, info={"read": date.fromisoformat})


def _moment(name: str, *, nullable: bool = False) -> Column[Any]:
    return Column(name, Text, nullable=nullable, info={"read": datetime.fromisoformat})


def _table(
    name: str, *content: Column[Any] | CheckConstraint, clustered: bool = False, since: int = 1
) -> Table:
    how: dict[str, Any] = {"sqlite_strict": True, "sqlite_with_rowid": not clustered}
    return Table(name, METADATA, *content, info={"since": since}, **how)


def _part(
    name: str, *content: Column[Any] | CheckConstraint, clustered: bool = False, since: int = 1
) -> Table:
    owner = _belongs_to("dialogue_id", "dialogues.id")
    return _table(name, owner, *content, clustered=clustered, since=since)


def _listed(name: str, *content: Column[Any] | CheckConstraint, since: int = 1) -> Table:
    return _part(name, _text("id", key=True), _position(), *content, since=since)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n")) if text else ()


def reader(column: Column[Any]) -> Callable[[Any], Any] | None:
    """What turns a stored value that is not None into the model's; None when it is the same."""
    read: Callable[[Any], Any] | None = column.info.get("read")
    return read


def since(table: Table) -> int:
    """The schema a table came with."""
    came: int = table.info["since"]
    return came


def tables_at(version: int) -> tuple[Table, ...]:
    """The tables a file of that schema has; a schema only adds tables, it never changes one."""
    return tuple(table for table in TABLES if since(table) <= version)


class StatementKind(StrEnum):
    """Which of a talk's three lists a statement stands in."""

    STRENGTH = "strength"
    POTENTIAL = "potential"
    DIRECTION = "direction"


META = _table(
    "meta",
    _number("one", 1, 1, key=True),
    _number("revision", 0),
    _moment("created_at"),
    _text("program"),
    _text("digest"),
)
LOG = _table("log", _number("revision", 1, key=True), _moment("at"), _text("kind"))
TOMBSTONES = _table("tombstones", _text("id", key=True), _text("kind"), _moment("deleted_at"))

WORKBOOK = _table("workbook", _text("id", key=True), _text("organisation"), _text("leader"))
TEAMS = _table("teams", _text("id", key=True), _position(), _text("name"), _flag("archived"))
JOB_FUNCTIONS = _table("job_functions", _text("id", key=True), _position(), _text("name"))
FRAMEWORKS = _table("frameworks", _text("key", key=True), _position(), _text("content"))
PEOPLE = _table(
    "people",
    _text("id", key=True),
    _position(),
    _text("name"),
    _points_at("team_id", "teams.id", nullable=True),
    _text("target_group"),
    _day("started_on"),
    _day("left_on"),
    _flag("archived"),
    _flag("may_be_named"),
)
PEOPLE_FUNCTIONS = _table(
    "people_functions",
    _belongs_to("person_id", "people.id"),
    _position(key=True),
    _points_at("function_id", "job_functions.id"),
    clustered=True,
)
DIALOGUES = _table(
    "dialogues",
    _text("id", key=True),
    _position(),
    _points_at("framework_key", "frameworks.key"),
    _points_at("employee_id", "people.id", nullable=True),
    Column("held_on", Text, nullable=False, info={"read": date.fromisoformat}),
    _choice("kind", DialogueKind),
    _choice("state", DialogueState),
    _points_at("team_id", "teams.id", nullable=True),
    _text("leader"),
    _number("minutes", 0, nullable=True),
    _flag("revealed"),
    _text("management"),
    _text("remark"),
    _moment("approved_at", nullable=True),
    _text("differing_view"),
)


DEPTH_FIELDS = _part("depth_fields", _position(key=True), _text("field_id"), clustered=True)
SEALED = _part("sealed", _choice("viewpoint", Viewpoint, key=True), clustered=True)
CODE_WORDS = _part(
    "code_words", _choice("viewpoint", Viewpoint, key=True), _text("hash"), clustered=True, since=2
)
REOPENINGS = _listed("reopenings", _choice("viewpoint", Viewpoint), _moment("opened_at"), since=2)
ITEM_ANSWERS = _part(
    "item_answers",
    _choice("viewpoint", Viewpoint, key=True),
    _text("item_id", key=True),
    _choice("mark", Mark, nullable=True),
    _flag("not_relevant"),
    _text("reason"),
    _flag("wish"),
    CheckConstraint("mark IS NULL OR not_relevant = 0"),
    clustered=True,
)
PLACEMENTS = _part(
    "placements",
    _choice("viewpoint", Viewpoint, key=True),
    _text("field_id", key=True),
    _choice("dimension", Dimension, key=True),
    _choice("state", PlacementState),
    _number("level", 0, 6, nullable=True),
    _text("example"),
    CheckConstraint("(state = 'placed') = (level IS NOT NULL)"),
    clustered=True,
)
NOTES = _listed(
    "notes",
    _choice("scope", NoteScope),
    _text("target_id"),
    _text("text"),
    _choice("arena", Arena, nullable=True),
    _flag("to_file"),
)
EXTRAS = _listed("extras", _text("field_id"), _text("text"))
PARKED = _listed("parked", _text("text"), _text("field_id", nullable=True), _flag("closed"))
CASES = _part(
    "cases",
    _text("situation"),
    _text("options"),
    _text("consequences"),
    _text("choice"),
    _text("effect"),
)


STATEMENTS = _part(
    "statements",
    _choice("kind", StatementKind, key=True),
    _text("id", key=True),
    _position(),
    _text("field_id", nullable=True),
    _choice("dimension", Dimension, nullable=True),
    _text("text"),
)
AGREEMENTS = _listed(
    "agreements",
    _text("what"),
    _text("field_id", nullable=True),
    _text("management"),
    _text("who"),
    _day("due_on"),
    _text("follow_up"),
    _day("follow_up_on"),
    _choice("status", AgreementStatus),
    _text("status_reason"),
)
AGREEMENT_DIMENSIONS = _part(
    "agreement_dimensions",
    _text("agreement_id", key=True),
    _position(key=True),
    _choice("dimension", Dimension),
    clustered=True,
)
AGREEMENT_FORMS = _part(
    "agreement_forms",
    _text("agreement_id", key=True),
    _position(key=True),
    _text("name"),
    clustered=True,
)
AGREEMENT_STEPS = _part(
    "agreement_steps",
    _text("agreement_id", key=True),
    _position(key=True),
    Column("told_on", Text, nullable=False, info={"read": date.fromisoformat}),
    _choice("status", AgreementStatus),
    _text("reason"),
    clustered=True,
    since=2,
)
AMENDMENTS = _listed("amendments", _moment("made_at"), _text("reason"))

ACCESS_REQUESTS = _table(
    "access_requests",
    _belongs_to("person_id", "people.id"),
    _position(),
    Column("asked_on", Text, nullable=False, info={"read": date.fromisoformat}),
    since=2,
)

GOALS = _table(
    "goals",
    _text("field_id", key=True),
    _position(),
    _number("priority", 1, nullable=True),
    _number("breadth", 0, nullable=True),
    _number("depth", 0, nullable=True),
    since=2,
)
PRIORITIES = _table(
    "priorities",
    _text("id", key=True),
    _position(),
    _text("period"),
    _text("what"),
    _choice("lever", Lever),
    _text("field_id", nullable=True),
    _text("owner"),
    _day("due_on"),
    _choice("status", PriorityStatus),
    since=2,
)
SNAPSHOTS = _table(
    "snapshots",
    _text("id", key=True),
    _position(),
    _text("period"),
    _moment("made_at"),
    _text("content"),
    _flag("screening"),
    Column("members", Text, nullable=False, info={"read": _lines}),
    since=2,
)
CONTRIBUTIONS = _table(
    "contributions",
    _text("id", key=True),
    _position(),
    _text("period"),
    _number("sequence", 1),
    _moment("received_at"),
    _number("people", 0),
    _text("content"),
    _text("label"),
    since=2,
)
SENT_CONTRIBUTIONS = _table(
    "sent_contributions",
    _text("id", key=True),
    _position(),
    _text("period"),
    _number("sequence", 1),
    since=2,
)
ORGANISATION_KEYS = _table(
    "organisation_keys",
    _text("public", key=True),
    _position(),
    _text("identity"),
    _moment("made_at"),
    since=2,
)
PRIVACY_SETTINGS = _table("privacy_settings", _position(key=True), _number("cell", 3), since=2)

TABLES = tuple(METADATA.sorted_tables)
CONTENT = tuple(t for t in TABLES if t not in (META, LOG, TOMBSTONES))
