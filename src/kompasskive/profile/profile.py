"""From a talk to its profile: the one model behind the dial, the table and the words."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, product
from typing import Final, NamedTuple

from kompasskive.dialogue.model import (
    NOT_DISCUSSED,
    Dialogue,
    DialogueKind,
    ItemAnswer,
    Placement,
    PlacementState,
    Statement,
    Viewpoint,
)
from kompasskive.dialogue.progress import tally
from kompasskive.dialogue.screening import as_told
from kompasskive.framework.model import CompetenceField, Dimension, Framework, Item, Level
from kompasskive.kept import Kept
from kompasskive.profile.across import NamedCell, dimension_text
from kompasskive.profile.comparison import unchanged_items
from kompasskive.profile.model import (
    Bead,
    Cell,
    CellState,
    Counts,
    DimensionSummary,
    FieldProfile,
    Profile,
)

STATE_WORDS = {
    CellState.NOT_DISCUSSED: "Ikke drøftet",
    CellState.NOT_RELEVANT: "Ikke relevant",
    CellState.LET_STAND: "Begge syn står",
}
PROFILE_WORDS = {DialogueKind.SCREENING: "Screening", DialogueKind.TEAM: "Teamprofil"}
_CELL_STATES = {
    PlacementState.PLACED: CellState.PLACED,
    PlacementState.NOT_RELEVANT: CellState.NOT_RELEVANT,
    PlacementState.LET_STAND: CellState.LET_STAND,
}


_FIELDS: Final = Kept[FieldProfile](256)
_CELLS: Final = Kept[Cell](1024)
_BEADS: Final = Kept[Bead](1024)
_TEXTS: Final = Kept[str](64)
_PLACES: Final = Kept["_Places"](64)


def make_profile(
    framework: Framework,
    dialogue: Dialogue,
    person_name: str,
    previous: Dialogue | None,
    previous_framework: Framework | None = None,
) -> Profile:
    """What the two agreed, beside the previous talk where the two can be compared.

    Starting points are shown only when the talk is revealed; a screening filled alone is shown as
    it was filled. `previous_framework` is given when the previous talk was held with another one:
    only unchanged items are compared.
    """
    dialogue, before = as_told(dialogue), as_told(previous) if previous else None
    talks = _Talks(framework, dialogue, before, previous_framework or framework)
    fields = tuple(_field_profile(talks, field) for field in framework.fields)
    alone = dialogue.kind is not DialogueKind.TEAM
    first_name = next(iter(person_name.split()), "") if alone else ""
    return Profile(
        title=_title(dialogue.kind, person_name),
        framework_name=framework.name,
        held_on=dialogue.held_on,
        draft=dialogue.is_draft,
        fields=fields,
        dimensions=tuple(_summary(talks, fields, d, first_name) for d in Dimension),
        needle=_needle(framework, dialogue),
        screening=dialogue.kind is DialogueKind.SCREENING,
    )


def _title(kind: DialogueKind, name: str) -> str:
    word = PROFILE_WORDS.get(kind, "Kompetenceprofil")
    return f"{word} for {name}" if name else word


def still_apart(profile: Profile) -> Profile:
    """The profile with starting points only where the two have not placed together."""
    return replace(
        profile,
        fields=tuple(
            replace(field, cells=tuple(_without_settled(cell) for cell in field.cells))
            for field in profile.fields
        ),
    )


def _without_settled(cell: Cell) -> Cell:
    settled = cell.state is CellState.PLACED
    return replace(cell, employee=None, leader=None) if settled else cell


def empty_profile(framework: Framework, person_name: str) -> Profile:
    """The profile before the first talk: every cell and item is "Ikke drøftet"."""
    nothing = Dialogue("", framework.key, None, date.min)
    profile = make_profile(framework, nothing, person_name, None)
    return replace(profile, held_on=None, draft=False)


def _field_profile(talks: "_Talks", field: CompetenceField) -> FieldProfile:
    """One field's part; the very same as before when nothing in it was changed."""
    dialogue = talks.dialogue
    signs = _Signs(
        strength=any(s.about.field_id == field.id for s in dialogue.strengths),
        direction=any(s.about.field_id == field.id for s in dialogue.directions),
        parked=any(t.field_id == field.id and not t.closed for t in dialogue.parked),
    )
    places = _PLACES.of((field,), lambda: _Places.of(field))
    answers = map(dialogue.items.get, places.items)
    placements = map(dialogue.placements.get, places.cells)
    around = (talks.framework, talks.previous, talks.previous_framework, dialogue.revealed)
    parts = (field, *around, *signs, *answers, *placements)
    return _FIELDS.of(parts, lambda: _read_field(talks, field, signs))


def _read_field(talks: "_Talks", field: CompetenceField, signs: "_Signs") -> FieldProfile:
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


def _cell(talks: "_Talks", field: CompetenceField, dimension: Dimension) -> Cell:
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


def _bead(talks: "_Talks", item: Item) -> Bead:
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


def _summary(
    talks: "_Talks", fields: tuple[FieldProfile, ...], dimension: Dimension, first_name: str
) -> DimensionSummary:
    dialogue = talks.dialogue
    direction = _is_about(dialogue.directions, dimension)
    told = [_cells_text(talks.framework, [(f.name, f.cell(dimension)) for f in fields])]
    if _is_about(dialogue.potentials, dimension):
        chosen = f"{first_name} har valgt" if first_name else "I har valgt"
        told.append(f"{chosen} den som udviklingspotentiale.")
    if direction:
        told.append("Kursen er sat mod den.")
    return DimensionSummary(
        dimension=dimension,
        name=talks.framework.dimension(dimension).name,
        text=" ".join(told),
        strength=_is_about(dialogue.strengths, dimension),
        direction=direction,
    )


def _cells_text(framework: Framework, cells: list[NamedCell]) -> str:
    parts = (framework, *chain.from_iterable(cells))
    return _TEXTS.of(parts, lambda: dimension_text(framework, cells))


def _is_about(statements: Iterable[Statement], dimension: Dimension) -> bool:
    return any(s.about.field_id is None and s.about.dimension is dimension for s in statements)


def _needle(framework: Framework, dialogue: Dialogue) -> int | None:
    if not dialogue.directions:
        return None
    first = dialogue.directions[0].about.field_id
    ids = [field.id for field in framework.fields]
    return ids.index(first) if first in ids else None


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
class _Talks:
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
