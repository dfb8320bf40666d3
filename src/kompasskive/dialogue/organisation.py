"""What a file holds about the organisation: goals, priorities, periods, contributions, keys."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

PRIORITIES_MAX = 3
EVERYONE = None
"""The wanted breadth of a field where nothing else is said."""


class Lever(StrEnum):
    """What a priority is done with (produkt.md section 7)."""

    ORGANISING = "organising"
    RECRUITING = "recruiting"
    LEARNING = "learning"
    PRIORITISING = "prioritising"


class PriorityStatus(StrEnum):
    """How a priority went, said in the next period; OPEN until then."""

    OPEN = "open"
    UNDER_WAY = "under_way"
    REACHED = "reached"
    DROPPED = "dropped"


LEVER_WORDS = {
    Lever.ORGANISING: "Organisering",
    Lever.RECRUITING: "Rekruttering",
    Lever.LEARNING: "Læringsforløb",
    Lever.PRIORITISING: "Prioritering",
}
STATUS_WORDS = {
    PriorityStatus.OPEN: "Ikke begyndt",
    PriorityStatus.UNDER_WAY: "I gang",
    PriorityStatus.REACHED: "Nået",
    PriorityStatus.DROPPED: "Lagt væk",
}


@dataclass(frozen=True, slots=True)
class Goal:
    """What the organisation wants in one field.

    `priority` is the local priority, 1 first, None when none is given. `breadth` is how many
    people, `EVERYONE` (None) unless said; `depth` is how many, None when there is no wish.
    """

    field_id: str
    priority: int | None = None
    breadth: int | None = EVERYONE
    depth: int | None = None


@dataclass(frozen=True, slots=True)
class Priority:
    """One of up to three priorities of a period, with its lever, owner and deadline.

    `status` is said in the next period. `field_id` is what it is about, if anything.
    """

    id: str
    period: str
    what: str
    lever: Lever
    field_id: str | None = None
    owner: str = ""
    due_on: date | None = None
    status: PriorityStatus = PriorityStatus.OPEN


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The numbers of one period as they were published: frozen, and already protected.

    `content` is the published profile as JSON (`profile.frozen`). `members` are the tokens of
    the talks that were counted (`profile.members`): they name nobody, and tell how many differ.
    `screening` says which series it is.
    """

    id: str
    period: str
    made_at: datetime
    content: str
    screening: bool = False
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contribution:
    """What another leader sent: full counts without names, as JSON (`handover.payload`).

    `id` is random and the same when the sender sends the period again, so it replaces.
    `label` is the receiver's own name for it.
    """

    id: str
    period: str
    sequence: int
    received_at: datetime
    people: int
    content: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class SentContribution:
    """The random id this file sends a period's counts under; `sequence` counts the sendings."""

    id: str
    period: str
    sequence: int


@dataclass(frozen=True, slots=True)
class OrganisationKey:
    """The age key that contributions to this file are encrypted to."""

    public: str
    identity: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class PrivacySetting:
    """How many people a published number needs in this file; 5 unless said, never below 3."""

    cell: int
