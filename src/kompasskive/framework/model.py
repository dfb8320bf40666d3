"""The framework as immutable values: fields, items, dimensions, expressions and words."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kompasskive.kept import Kept


class Level(StrEnum):
    """The two levels of every field (source p. 9)."""

    __hash__ = str.__hash__
    BASIC = "basic"
    SPECIALISED = "specialised"


class Dimension(StrEnum):
    """The three dimensions, always in this order (source p. 23)."""

    __hash__ = str.__hash__
    PRACTICAL = "practical"
    REFLEXIVE = "reflexive"
    RELATIONAL = "relational"


class Arena(StrEnum):
    """Where competence shows (source p. 25)."""

    INDIVIDUAL = "individual"
    CITIZEN_AND_BUSINESS = "citizen_and_business"
    ORGANISATIONAL = "organisational"


class Mark(StrEnum):
    """How an item lives in practice, never what a person is worth."""

    __hash__ = str.__hash__
    NEW = "new"
    UNDER_WAY = "under_way"
    CONFIDENT = "confident"
    SHARES = "shares"


class Provenance(StrEnum):
    """Where an item comes from when a municipality adapts the framework."""

    SOURCE = "source"
    CHANGED = "changed"
    ADDED = "added"


class PromptKind(StrEnum):
    """What a prompt asks for; DEPTH asks about the specialised potential.

    EXPRESSION quotes the 3x3 table and is made from it, never written in a framework file.
    """

    FIELD = "field"
    DIMENSION = "dimension"
    EXPRESSION = "expression"
    DEPTH = "depth"
    GENERAL = "general"


PLACEMENT_LEVELS = range(7)
BASELINE = 3


@dataclass(frozen=True, slots=True)
class Item:
    """One "punkt", word for word from the source unless `provenance` says otherwise."""

    id: str
    text: str
    level: Level
    provenance: Provenance = Provenance.SOURCE
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question for the two; `dimension` is None for questions about the field as a whole."""

    id: str
    text: str
    kind: PromptKind
    dimension: Dimension | None = None


@dataclass(frozen=True, slots=True)
class CompetenceField:
    """One "videns- og kompetencefelt" (source p. 8-21)."""

    id: str
    name: str
    definition: str
    description: str
    items: tuple[Item, ...]
    prompts: tuple[Prompt, ...]

    def at(self, level: Level) -> tuple[Item, ...]:
        """The items of one level that are in use, in order."""
        return _IN_USE.of((self.items, level), lambda: _in_use(self.items, level))


_IN_USE: Final = Kept[tuple[Item, ...]](256)


def _in_use(items: tuple[Item, ...], level: Level) -> tuple[Item, ...]:
    return tuple(item for item in items if item.level is level and not item.retired)


@dataclass(frozen=True, slots=True)
class LearningForm:
    """A way to learn; `dimension` is None for forms that suit every dimension (source p. 28)."""

    id: str
    name: str
    dimension: Dimension | None = None


@dataclass(frozen=True, slots=True)
class DimensionText:
    """What one dimension means and the question that opens its ladder."""

    dimension: Dimension
    name: str
    meaning: str
    question: str


@dataclass(frozen=True, slots=True)
class ArenaText:
    """The name of one arena, as used beside notes and expressions."""

    arena: Arena
    name: str


@dataclass(frozen=True, slots=True)
class Expression:
    """One cell of the source's 3x3 table (p. 25), word for word."""

    dimension: Dimension
    arena: Arena
    text: str


@dataclass(frozen=True, slots=True)
class MarkText:
    """The word of a mark and its long wordings; `{name}` stands for the employee's first name."""

    mark: Mark
    word: str
    meaning: str
    employee: str
    leader: str
    agreed: str


@dataclass(frozen=True, slots=True)
class PlacementText:
    """The word of a placement level 0-6 and what it means."""

    level: int
    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One of the four readings of employee against organisation (source p. 30)."""

    id: str
    name: str
    meaning: str
    action: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """The source's "faglig dømmekraft" (p. 7 and 23) and the five steps of a case."""

    name: str
    meaning: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Where the framework comes from."""

    title: str
    publisher: str
    reference: str
    note: str


@dataclass(frozen=True, slots=True)
class Framework:
    """A whole framework; fields are in the source's order, 3 to 8 of them."""

    id: str
    version: str
    name: str
    language: str
    source: Source
    legal_basis: tuple[str, ...]
    judgement: Judgement
    fields: tuple[CompetenceField, ...]
    dimensions: tuple[DimensionText, ...]
    arenas: tuple[ArenaText, ...]
    expressions: tuple[Expression, ...]
    learning_forms: tuple[LearningForm, ...]
    marks: tuple[MarkText, ...]
    placements: tuple[PlacementText, ...]
    readings: tuple[Reading, ...]
    prompts: tuple[Prompt, ...]

    @property
    def key(self) -> str:
        """What a talk stores to say which framework it was held with."""
        return f"{self.id}@{self.version}"

    def field(self, field_id: str) -> CompetenceField:
        """The field with that id; KeyError when there is none."""
        for one in self.fields:
            if one.id == field_id:
                return one
        raise KeyError(field_id)

    def number(self, field_id: str) -> int:
        """The field's number on the dial, from 1."""
        return self.fields.index(self.field(field_id)) + 1

    def dimension(self, dimension: Dimension) -> DimensionText:
        """The words of one dimension."""
        return next(d for d in self.dimensions if d.dimension is dimension)

    def mark_word(self, mark: Mark) -> str:
        """The one-word name of a mark, such as "Sikker"."""
        return next(m.word for m in self.marks if m.mark is mark)

    def placement_word(self, level: int) -> str:
        """The name of a placement level 0-6, such as "Godt i gang"."""
        return self.placements[level].word

    def expressions_of(self, dimension: Dimension) -> tuple[Expression, ...]:
        """The three expressions of one dimension, in arena order."""
        return tuple(e for e in self.expressions if e.dimension is dimension)
