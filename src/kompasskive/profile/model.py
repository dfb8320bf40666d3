"""The profile as immutable values: one model behind the dial, the table and the words."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kompasskive.framework.model import Dimension, Level, Mark


class CellState(StrEnum):
    """What a field and dimension shows; only PLACED has a level."""

    NOT_DISCUSSED = "not_discussed"
    NOT_RELEVANT = "not_relevant"
    LET_STAND = "let_stand"
    PLACED = "placed"


@dataclass(frozen=True, slots=True)
class Cell:
    """One field and dimension: 18 of them with six fields.

    Levels are 0-6. `previous` is the level in the talk compared with, `employee` and `leader` are
    starting points (only when revealed), `organisation` is a median and may be a fraction.
    `word` is what is said aloud: "Godt i gang", "Ikke drøftet", "Ikke relevant", ...
    """

    dimension: Dimension
    state: CellState
    word: str
    level: int | None = None
    previous: int | None = None
    previous_word: str = ""
    employee: int | None = None
    leader: int | None = None
    organisation: float | None = None


@dataclass(frozen=True, slots=True)
class Bead:
    """One item: `mark` is None when it is not discussed or not relevant; `word` tells which."""

    item_id: str
    text: str
    level: Level
    mark: Mark | None
    not_relevant: bool
    word: str
    previous_word: str = ""
    wish: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """Items of one level in one field: settled (Sikker, Deler) of relevant, and not discussed."""

    settled: int
    relevant: int
    undiscussed: int


@dataclass(frozen=True, slots=True)
class FieldProfile:
    """One field of the dial. `cells` are in dimension order; `number` counts from 1."""

    field_id: str
    number: int
    name: str
    cells: tuple[Cell, ...]
    basic: tuple[Bead, ...]
    specialised: tuple[Bead, ...]
    basic_counts: Counts
    specialised_counts: Counts
    strength: bool = False
    direction: bool = False
    parked: bool = False

    def cell(self, dimension: Dimension) -> Cell:
        """The cell of one dimension."""
        return next(c for c in self.cells if c.dimension is dimension)

    @property
    def touched(self) -> bool:
        """Whether anything in the field was discussed."""
        return any(c.state is not CellState.NOT_DISCUSSED for c in self.cells) or any(
            b.mark is not None or b.not_relevant for b in (*self.basic, *self.specialised)
        )


@dataclass(frozen=True, slots=True)
class DimensionSummary:
    """One dimension across all fields, in words."""

    dimension: Dimension
    name: str
    text: str
    strength: bool = False
    direction: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    """What one talk says. `needle` is the index of the first direction's field, from 0.

    A `screening` says so wherever it is drawn.
    """

    title: str
    framework_name: str
    held_on: date | None
    draft: bool
    fields: tuple[FieldProfile, ...]
    dimensions: tuple[DimensionSummary, ...]
    needle: int | None = None
    screening: bool = False
