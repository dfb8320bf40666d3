"""What a page about the organisation says, as immutable parts; nothing here knows paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from kompasskive.dial.options import DialWords
from kompasskive.profile.model import Profile
from kompasskive.reports.model import Point
from kompasskive.reports.texts import texts_in

_NOT_SAID = ("document_title", "subject")


@dataclass(frozen=True, slots=True)
class HeatCell:
    """One cell: a large number or words, a line below it, and how dark it is, 0-6.

    `tone` is None where nothing is told.
    """

    large: str
    small: str
    tone: float | None


@dataclass(frozen=True, slots=True)
class Heat:
    """A heat map: a row per field (its number, its name, its cells)."""

    title: str
    note: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, str, tuple[HeatCell, ...]], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a head; `shares` of the width; `row_head` is the column that names its row."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]
    row_head: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """Points under a heading."""

    title: str
    points: tuple[Point, ...]
    bulleted: bool = False


@dataclass(frozen=True, slots=True)
class DialBeside:
    """The dial with what is said beside it; `description` is its text alternative."""

    profile: Profile
    words: DialWords
    beside: tuple[Said, ...]
    description: str
    beads: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """Two parts side by side."""

    left: Said
    right: Said


@dataclass(frozen=True, slots=True)
class Lines:
    """Room to write by hand."""

    title: str
    count: int


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a page of its own."""


Part: TypeAlias = Heat | Grid | Said | DialBeside | Beside | Lines | NewPage


@dataclass(frozen=True, slots=True)
class Printed:
    """A whole print-out. `document_title` and `subject` go into the metadata and name nobody."""

    document_title: str
    subject: str
    kicker: str
    title: str
    meta: str
    source: str
    printed: str
    audience: str
    parts: tuple[Part, ...]

    def texts(self) -> Iterator[str]:
        """Every piece of text that the page says of its own."""
        return texts_in(self, _NOT_SAID)
