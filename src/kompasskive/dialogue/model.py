"""A workbook's content as immutable values: people, teams, talks and what was said in them.

Mappings are never changed in place; `edits` makes new ones. An absent key means "Ikke drøftet".
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias

from kompasskive.dialogue.organisation import (
    Contribution,
    Goal,
    OrganisationKey,
    Priority,
    PrivacySetting,
    SentContribution,
    Snapshot,
)
from kompasskive.framework.model import Arena, Dimension, Framework, Mark

NAME_MAX = 120
NOTE_MAX = 20_000
STATEMENTS_MAX = 3
DIRECTIONS_MAX = 3


class Viewpoint(StrEnum):
    """Whose eyes a mark or placement is seen with."""

    __hash__ = str.__hash__
    EMPLOYEE = "employee"
    LEADER = "leader"
    AGREED = "agreed"


class DialogueKind(StrEnum):
    """What sort of talk it is; a screening is a series of its own."""

    DIALOGUE = "dialogue"
    SCREENING = "screening"
    SELF_REFLECTION = "self_reflection"
    TEAM = "team"


class DialogueState(StrEnum):
    """The life of a talk; everything but APPROVED is a draft (KLADDE)."""

    PREPARING = "preparing"
    IN_PROGRESS = "in_progress"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    AMENDED = "amended"


class PlacementState(StrEnum):
    """What was decided about a cell; LET_STAND means both views stand and none is agreed."""

    PLACED = "placed"
    NOT_RELEVANT = "not_relevant"
    LET_STAND = "let_stand"


class NoteScope(StrEnum):
    """What a note is about; `target_id` is an item id, a field id or ""."""

    ITEM = "item"
    FIELD = "field"
    TALK = "talk"


class AgreementStatus(StrEnum):
    """How an agreement goes; DROPPED carries a reason."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Team:
    """A team or unit."""

    id: str
    name: str
    archived: bool = False


@dataclass(frozen=True, slots=True)
class JobFunction:
    """A free job function; it never hides a field or lowers the basic level."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Employee:
    """A person; names may repeat, ids never do."""

    id: str
    name: str
    team_id: str | None = None
    job_function_ids: tuple[str, ...] = ()
    target_group: str = ""
    started_on: date | None = None
    left_on: date | None = None
    archived: bool = False
    may_be_named: bool = False

    @property
    def first_name(self) -> str:
        """The name used in sentences."""
        return self.name.split()[0] if self.name.split() else self.name


@dataclass(frozen=True, slots=True)
class ItemAnswer:
    """What one viewpoint says about one item.

    At most one of `mark` and `not_relevant` is set; `wish` ("Vil gerne udvikle") is independent.
    """

    mark: Mark | None = None
    not_relevant: bool = False
    reason: str = ""
    wish: bool = False

    @property
    def discussed(self) -> bool:
        """Whether anything but a wish was said."""
        return self.mark is not None or self.not_relevant


NOT_DISCUSSED = ItemAnswer()


@dataclass(frozen=True, slots=True)
class Placement:
    """What one viewpoint says about one field and dimension; `level` 0-6 only when PLACED."""

    state: PlacementState
    level: int | None = None
    example: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A note on an item, a field or the talk; `to_file` is the tick "Til personalesagen"."""

    id: str
    scope: NoteScope
    target_id: str
    text: str
    arena: Arena | None = None
    to_file: bool = False


@dataclass(frozen=True, slots=True)
class ExtraItem:
    """ "Andet, der hører til her": the pair's own item in one field of one talk."""

    id: str
    field_id: str
    text: str


@dataclass(frozen=True, slots=True)
class ParkedTopic:
    """A topic the two come back to; `field_id` is where it came up, if anywhere."""

    id: str
    text: str
    field_id: str | None = None
    closed: bool = False


@dataclass(frozen=True, slots=True)
class About:
    """What a strength, potential or direction is about: a field, a dimension or both (p. 29)."""

    field_id: str | None = None
    dimension: Dimension | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A strength, a potential or a direction in the pair's own words."""

    id: str
    about: About
    text: str


@dataclass(frozen=True, slots=True)
class AgreementStep:
    """What the two told of an agreement on a day; DROPPED carries a reason."""

    told_on: date
    status: AgreementStatus
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was agreed: 0-3 dimensions, learning forms by name, who, by when, follow-up.

    `steps` are the days its status became another, oldest first; the last is its status.
    """

    id: str
    what: str
    field_id: str | None = None
    dimensions: tuple[Dimension, ...] = ()
    learning_forms: tuple[str, ...] = ()
    management: str = ""
    who: str = ""
    due_on: date | None = None
    follow_up: str = ""
    follow_up_on: date | None = None
    status: AgreementStatus = AgreementStatus.OPEN
    status_reason: str = ""
    steps: tuple[AgreementStep, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """ "En sag, hvor skønnet talte": the five steps of one judgement, unscored."""

    situation: str = ""
    options: str = ""
    consequences: str = ""
    choice: str = ""
    effect: str = ""


@dataclass(frozen=True, slots=True)
class Approval:
    """Approved by both, or with the differing view that was recorded."""

    approved_at: datetime
    differing_view: str = ""


@dataclass(frozen=True, slots=True)
class Amendment:
    """A dated change after approval, which voids it until renewed."""

    id: str
    made_at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class CodeWord:
    """The hash of the word that opens one side's sealed starting point again."""

    viewpoint: Viewpoint
    hash: str


@dataclass(frozen=True, slots=True)
class Reopening:
    """When a sealed starting point was opened again before the cards were turned."""

    id: str
    viewpoint: Viewpoint
    opened_at: datetime


ItemKey: TypeAlias = tuple[Viewpoint, str]
PlacementKey: TypeAlias = tuple[Viewpoint, str, Dimension]


@dataclass(frozen=True, slots=True)
class Dialogue:
    """One talk. `framework_key` names the framework it was held with."""

    id: str
    framework_key: str
    employee_id: str | None
    held_on: date
    kind: DialogueKind = DialogueKind.DIALOGUE
    state: DialogueState = DialogueState.IN_PROGRESS
    team_id: str | None = None
    leader: str = ""
    minutes: int | None = None
    depth_field_ids: tuple[str, ...] = ()
    items: Mapping[ItemKey, ItemAnswer] = field(default_factory=dict)
    placements: Mapping[PlacementKey, Placement] = field(default_factory=dict)
    sealed: frozenset[Viewpoint] = frozenset()
    code_words: tuple[CodeWord, ...] = ()
    reopenings: tuple[Reopening, ...] = ()
    revealed: bool = False
    notes: tuple[Note, ...] = ()
    extras: tuple[ExtraItem, ...] = ()
    parked: tuple[ParkedTopic, ...] = ()
    case: Case = Case()
    strengths: tuple[Statement, ...] = ()
    potentials: tuple[Statement, ...] = ()
    directions: tuple[Statement, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    management: str = ""
    remark: str = ""
    approval: Approval | None = None
    amendments: tuple[Amendment, ...] = ()

    @property
    def is_draft(self) -> bool:
        """Whether the talk says KLADDE wherever it shows."""
        return self.state is not DialogueState.APPROVED

    def answer(self, item_id: str, viewpoint: Viewpoint = Viewpoint.AGREED) -> ItemAnswer:
        """What a viewpoint says about an item; an empty answer when not discussed."""
        return self.items.get((viewpoint, item_id), NOT_DISCUSSED)

    def placement(
        self, field_id: str, dimension: Dimension, viewpoint: Viewpoint = Viewpoint.AGREED
    ) -> Placement | None:
        """What a viewpoint says about a cell; None when not discussed."""
        return self.placements.get((viewpoint, field_id, dimension))


@dataclass(frozen=True, slots=True)
class AccessRequest:
    """Somebody has asked to see what is held on them; it stands until it is answered."""

    person_id: str
    asked_on: date


@dataclass(frozen=True, slots=True)
class Workbook:
    """Everything in one file. Tuples keep the order things were added in."""

    id: str
    organisation: str = ""
    leader: str = ""
    teams: tuple[Team, ...] = ()
    job_functions: tuple[JobFunction, ...] = ()
    people: tuple[Employee, ...] = ()
    dialogues: tuple[Dialogue, ...] = ()
    frameworks: tuple[Framework, ...] = ()
    access_requests: tuple[AccessRequest, ...] = ()
    goals: tuple[Goal, ...] = ()
    priorities: tuple[Priority, ...] = ()
    snapshots: tuple[Snapshot, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    sent_contributions: tuple[SentContribution, ...] = ()
    organisation_keys: tuple[OrganisationKey, ...] = ()
    privacy_settings: tuple[PrivacySetting, ...] = ()

    def person(self, person_id: str) -> Employee:
        """The employee with that id; KeyError when there is none."""
        for person in self.people:
            if person.id == person_id:
                return person
        raise KeyError(person_id)

    def dialogue(self, dialogue_id: str) -> Dialogue:
        """The talk with that id; KeyError when there is none."""
        for dialogue in self.dialogues:
            if dialogue.id == dialogue_id:
                return dialogue
        raise KeyError(dialogue_id)

    def framework_of(self, dialogue: Dialogue) -> Framework:
        """The framework the talk was held with; KeyError when the file lacks it."""
        for framework in self.frameworks:
            if framework.key == dialogue.framework_key:
                return framework
        raise KeyError(dialogue.framework_key)

    def team_talks(self, team_id: str) -> "tuple[Dialogue, ...]":
        """The talks a team held as a whole, oldest first; those with its people are not among."""
        own = (d for d in self.dialogues if d.employee_id is None and d.team_id == team_id)
        return tuple(sorted(own, key=lambda d: d.held_on))

    def dialogues_of(self, person_id: str) -> tuple[Dialogue, ...]:
        """A person's talks, oldest first."""
        own = (d for d in self.dialogues if d.employee_id == person_id)
        return tuple(sorted(own, key=lambda d: d.held_on))

    def dialogues_by_person(self) -> "dict[str, list[Dialogue]]":
        """Everybody's talks, oldest first, by the person's id."""
        found: dict[str, list[Dialogue]] = {}
        for dialogue in sorted(self.dialogues, key=lambda d: d.held_on):
            if dialogue.employee_id is not None:
                found.setdefault(dialogue.employee_id, []).append(dialogue)
        return found
