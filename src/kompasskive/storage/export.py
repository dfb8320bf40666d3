"""Everything a file holds about people as strict JSON, but for starting points not yet turned.

A starting point is its owner's alone until the cards are turned, sealed or not.

The document is versioned and described by `resources/skema/eksport.schema.json`, which is
generated from the structs here (`schema_json`).
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from kompasskive.dialogue.model import (
    AccessRequest,
    Agreement,
    Amendment,
    Approval,
    Case,
    Dialogue,
    DialogueKind,
    DialogueState,
    Employee,
    ExtraItem,
    JobFunction,
    Note,
    ParkedTopic,
    PlacementState,
    Reopening,
    Statement,
    Team,
    Viewpoint,
    Workbook,
)
from kompasskive.dialogue.organisation import Goal, Priority, Snapshot
from kompasskive.dialogue.preparation import STARTING_POINTS
from kompasskive.errors import NotFoundError
from kompasskive.framework.model import Dimension, Framework, Mark


class ItemEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """What one viewpoint says about one item."""

    viewpoint: Viewpoint
    item_id: str
    mark: Mark | None
    not_relevant: bool
    reason: str
    wish: bool


class PlacementEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """What one viewpoint says about one field and dimension."""

    viewpoint: Viewpoint
    field_id: str
    dimension: Dimension
    state: PlacementState
    level: Annotated[int, Meta(ge=0, le=6)] | None
    example: str


class DialogueEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """One talk; starting points are left out until they are revealed."""

    id: str
    framework_key: str
    employee_id: str | None
    team_id: str | None
    held_on: date
    kind: DialogueKind
    state: DialogueState
    leader: str
    minutes: int | None
    depth_field_ids: tuple[str, ...]
    sealed: tuple[Viewpoint, ...]
    revealed: bool
    reopenings: tuple[Reopening, ...]
    items: tuple[ItemEntry, ...]
    placements: tuple[PlacementEntry, ...]
    notes: tuple[Note, ...]
    extras: tuple[ExtraItem, ...]
    parked: tuple[ParkedTopic, ...]
    case: Case
    strengths: tuple[Statement, ...]
    potentials: tuple[Statement, ...]
    directions: tuple[Statement, ...]
    agreements: tuple[Agreement, ...]
    management: str
    remark: str
    approval: Approval | None
    amendments: tuple[Amendment, ...]


class Export(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole document."""

    format: Literal["kompasskive-eksport"]
    version: Literal[1]
    exported_at: datetime
    organisation: str
    leader: str
    teams: tuple[Team, ...]
    job_functions: tuple[JobFunction, ...]
    people: tuple[Employee, ...]
    dialogues: tuple[DialogueEntry, ...]
    frameworks: tuple[Framework, ...]
    access_requests: tuple[AccessRequest, ...]
    goals: tuple[Goal, ...]
    priorities: tuple[Priority, ...]
    snapshots: tuple[Snapshot, ...]


def export(workbook: Workbook, person_ids: Iterable[str] | None, exported_at: datetime) -> bytes:
    """The workbook, or all it holds about some people, as indented UTF-8 JSON.

    With `person_ids` only those people, their talks, and the teams, job functions and frameworks
    these point at are in it. NotFoundError when an id is not in the workbook.
    """
    chosen = workbook if person_ids is None else _about(workbook, frozenset(person_ids))
    document = Export(
        format="kompasskive-eksport",
        version=1,
        exported_at=exported_at,
        organisation=chosen.organisation,
        leader=chosen.leader,
        teams=chosen.teams,
        job_functions=chosen.job_functions,
        people=chosen.people,
        dialogues=tuple(_entry(dialogue) for dialogue in chosen.dialogues),
        frameworks=chosen.frameworks,
        access_requests=chosen.access_requests,
        goals=chosen.goals,
        priorities=chosen.priorities,
        snapshots=chosen.snapshots,
    )
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def schema_json() -> bytes:
    """The JSON Schema of an export, as committed in `resources/skema`."""
    described: dict[str, Any] = msgspec.json.schema(Export)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return msgspec.json.format(msgspec.json.encode(head | described), indent=2) + b"\n"


def _about(workbook: Workbook, person_ids: frozenset[str]) -> Workbook:
    people = tuple(p for p in workbook.people if p.id in person_ids)
    unknown = person_ids - {p.id for p in people}
    if unknown:
        raise NotFoundError(f"Der er ingen medarbejder med id {min(unknown)} i filen.")
    dialogues = tuple(d for d in workbook.dialogues if d.employee_id in person_ids)
    team_ids = {p.team_id for p in people} | {d.team_id for d in dialogues}
    function_ids = {function for p in people for function in p.job_function_ids}
    keys = {d.framework_key for d in dialogues}
    return Workbook(
        id=workbook.id,
        organisation=workbook.organisation,
        leader=workbook.leader,
        teams=tuple(t for t in workbook.teams if t.id in team_ids),
        job_functions=tuple(f for f in workbook.job_functions if f.id in function_ids),
        people=people,
        dialogues=dialogues,
        frameworks=tuple(f for f in workbook.frameworks if f.key in keys),
        access_requests=tuple(r for r in workbook.access_requests if r.person_id in person_ids),
    )


def _entry(dialogue: Dialogue) -> DialogueEntry:
    same = {name: getattr(dialogue, name) for name in _SAME}
    return DialogueEntry(
        **same,
        sealed=tuple(sorted(dialogue.sealed)),
        items=_items(dialogue),
        placements=_placements(dialogue),
    )


def _items(dialogue: Dialogue) -> tuple[ItemEntry, ...]:
    return tuple(
        ItemEntry(viewpoint, item_id, said.mark, said.not_relevant, said.reason, said.wish)
        for (viewpoint, item_id), said in sorted(dialogue.items.items(), key=lambda entry: entry[0])
        if not _hidden(dialogue, viewpoint)
    )


def _placements(dialogue: Dialogue) -> tuple[PlacementEntry, ...]:
    return tuple(
        PlacementEntry(viewpoint, field_id, dimension, said.state, said.level, said.example)
        for (viewpoint, field_id, dimension), said in sorted(
            dialogue.placements.items(), key=lambda entry: entry[0]
        )
        if not _hidden(dialogue, viewpoint)
    )


def _hidden(dialogue: Dialogue, viewpoint: Viewpoint) -> bool:
    starts = viewpoint in STARTING_POINTS and dialogue.kind is not DialogueKind.SCREENING
    return starts and not dialogue.revealed


_SAME = set(DialogueEntry.__struct_fields__) - {"sealed", "items", "placements"}
