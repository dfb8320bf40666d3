"""One field of a talk, as the dial, the table and the words have it."""

from dataclasses import dataclass
from itertools import product
from typing import Final, NamedTuple

from kompasskive.dialogue.model import (
    NOT_DISCUSSED,
    Dialogue,
    ItemAnswer,
    Placement,
    PlacementState,
    Viewpoint,
)
from kompasskive.dialogue.progress import tally
from kompasskive.framework.model import CompetenceField, Dimension, Framework, Item, Level
from kompasskive.kept import Kept
from kompasskive.profile.comparison import unchanged_items
from kompasskive.profile.model import Bead, Cell, CellState, Counts, FieldProfile

STATE_WORDS = {
    CellState.NOT_DISCUSSED: "Ikke drøftet",
    CellState.NOT_RELEVANT: "Ikke relevant",
    CellState.LET_STAND: "Begge syn står",
}
_CELL_STATES = {
    PlacementState.PLACED: CellState.PLACED,
    PlacementState.NOT_RELEVANT: CellState.NOT_RELEVANT,
    PlacementState.LET_STAND: CellState.LET_STAND,
}
_FIELDS: Final = Kept[FieldProfile](256)
_CELLS: Final = Kept[Cell](1024)
_BEADS: Final = Kept[Bead](1024)
_PLACES: Final = Kept["_Places"](64)


def field_profile(talks: "Talks", field: CompetenceField) -> FieldProfile:
    """One field's part; the very same as before when nothing in it was changed."""
    dialogue = talks.dialogue
    signs = _Signs(
        strength=field.id in [s.about.field_id for s in dialogue.strengths],
        direction=field.id in [s.about.field_id for s in dialogue.directions],
        parked=field.id in [t.field_id for t in dialogue.parked if not t.closed],
    )
    places = _PLACES.of((field,), lambda: _Places.of(field))
    answers = map(dialogue.items.get, places.items)
    placements = map(dialogue.placements.get, places.cells)
    around = (talks.framework, talks.previous, talks.previous_framework, dialogue.revealed)
    parts = (field, *around, *signs, *answers, *placements)
    return _FIELDS.of(parts, lambda: _read_field(talks, field, signs))


def _read_field(talks: "Talks", field: CompetenceField, signs: "_Signs") -> FieldProfile:
    dialogue = talks.dialogue
    return FieldProfile(
        field_id=field.id,
        number=talks.framework.number(field.id),
        name=field.name,
        cells=tuple(_cell(talks, field, dimension) for dimension in Dimension),
        basic=tuple(_bead(talks, item) for item in field.at(Level.BASIC)),
        specialised=tuple(_bead(talks, item) for item in field.at(Level.SPECIALISED)),
        basic_counts=_counts(dialogue, field, Level.BASIC),
        specialised_counts=_counts(dialogue, field, Level.SPECIALISED),
        strength=signs.strength,
        direction=signs.direction,
        parked=signs.parked,
    )


def _cell(talks: "Talks", field: CompetenceField, dimension: Dimension) -> Cell:
    agreed = talks.dialogue.placement(field.id, dimension)
    before = talks.placement_before(field, dimension)
    employee = _starting_point(talks.dialogue, field, dimension, Viewpoint.EMPLOYEE)
    leader = _starting_point(talks.dialogue, field, dimension, Viewpoint.LEADER)
    parts = (talks.framework, dimension, agreed, before, employee, leader)
    return _CELLS.of(parts, lambda: _read_cell(*parts))


def _read_cell(
    framework: Framework,
    dimension: Dimension,
    agreed: Placement | None,
    before: Placement | None,
    employee: Placement | None,
    leader: Placement | None,
) -> Cell:
    return Cell(
        dimension=dimension,
        state=_CELL_STATES[agreed.state] if agreed else CellState.NOT_DISCUSSED,
        word=_cell_word(framework, agreed),
        level=_level(agreed),
        previous=_level(before),
        previous_word=_cell_word(framework, before) if before else "",
        employee=_level(employee),
        leader=_level(leader),
    )


def _cell_word(framework: Framework, placement: Placement | None) -> str:
    if placement is None:
        return STATE_WORDS[CellState.NOT_DISCUSSED]
    level = _level(placement)
    if level is None:
        return STATE_WORDS[_CELL_STATES[placement.state]]
    return framework.placement_word(level)


def _level(placement: Placement | None) -> int | None:
    placed = placement is not None and placement.state is PlacementState.PLACED
    return placement.level if placement and placed else None


def _starting_point(
    dialogue: Dialogue, field: CompetenceField, dimension: Dimension, viewpoint: Viewpoint
) -> Placement | None:
    return dialogue.placement(field.id, dimension, viewpoint) if dialogue.revealed else None


def _bead(talks: "Talks", item: Item) -> Bead:
    parts = (talks.framework, item, talks.dialogue.answer(item.id), talks.answer_before(item))
    return _BEADS.of(parts, lambda: _read_bead(*parts))


def _read_bead(framework: Framework, item: Item, answer: ItemAnswer, before: ItemAnswer) -> Bead:
    return Bead(
        item_id=item.id,
        text=item.text,
        level=item.level,
        mark=answer.mark,
        not_relevant=answer.not_relevant,
        word=_bead_word(framework, answer),
        previous_word=_bead_word(framework, before) if before.discussed else "",
        wish=answer.wish,
    )


def _bead_word(framework: Framework, answer: ItemAnswer) -> str:
    if answer.mark is not None:
        return framework.mark_word(answer.mark)
    state = CellState.NOT_RELEVANT if answer.not_relevant else CellState.NOT_DISCUSSED
    return STATE_WORDS[state]


def _counts(dialogue: Dialogue, field: CompetenceField, level: Level) -> Counts:
    counts = tally(dialogue, field.at(level))
    return Counts(counts.settled, counts.relevant, counts.undiscussed)


class _Places(NamedTuple):
    """Under which keys a talk has what is said about one field."""

    items: tuple[tuple[Viewpoint, str], ...]
    cells: tuple[tuple[Viewpoint, str, Dimension], ...]

    @classmethod
    def of(cls, field: CompetenceField) -> "_Places":
        items = (item for level in Level for item in field.at(level))
        return cls(
            tuple((Viewpoint.AGREED, item.id) for item in items),
            tuple(product(Viewpoint, (field.id,), Dimension)),
        )


class _Signs(NamedTuple):
    strength: bool
    direction: bool
    parked: bool


@dataclass(frozen=True, slots=True)
class Talks:
    """A talk and the one before it, each with the framework it was held with."""

    framework: Framework
    dialogue: Dialogue
    previous: Dialogue | None
    previous_framework: Framework

    def placement_before(self, field: CompetenceField, dimension: Dimension) -> Placement | None:
        if self.previous is None or all(f.id != field.id for f in self.previous_framework.fields):
            return None
        return self.previous.placement(field.id, dimension)

    def answer_before(self, item: Item) -> ItemAnswer:
        if self.previous is None:
            return NOT_DISCUSSED
        same = self.framework is self.previous_framework or item.id in unchanged_items(
            self.framework, self.previous_framework
        )
        return self.previous.answer(item.id) if same else NOT_DISCUSSED
