""" "Siden sidst": what changed from one talk to the next, cell by cell, never as a decline."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kompasskive.dialogue.model import (
    Dialogue,
    DialogueState,
    Placement,
    PlacementState,
    Viewpoint,
    Workbook,
)
from kompasskive.dialogue.screening import as_told
from kompasskive.framework.model import BASELINE, CompetenceField, Dimension, Framework, Item

NOT_RELEVANT_WORD = "Ikke relevant"


class Change(StrEnum):
    """What happened to a cell; NEW_STRENGTH crossed Grundlinjen upwards."""

    NEW_STRENGTH = "new_strength"
    MOVING = "moving"
    UNCHANGED = "unchanged"
    CHANGED_FOCUS = "changed_focus"


CHANGE_WORDS = {
    Change.NEW_STRENGTH: "Ny styrke",
    Change.MOVING: "Bevæger sig",
    Change.UNCHANGED: "Uændret",
    Change.CHANGED_FOCUS: "Ændret fokus",
}


def previous_dialogue(workbook: Workbook, dialogue: Dialogue) -> Dialogue | None:
    """The latest approved talk of the same kind with the same person (or team) before this one."""
    order = {d.id: index for index, d in enumerate(workbook.dialogues)}

    def when(talk: Dialogue) -> tuple[date, int]:
        return talk.held_on, order.get(talk.id, len(order))

    earlier = (
        d
        for d in workbook.dialogues
        if d.state is DialogueState.APPROVED
        and series(d) == series(dialogue)
        and when(d) < when(dialogue)
    )
    return max(earlier, key=when, default=None)


def unchanged_items(framework: Framework, previous: Framework) -> frozenset[str]:
    """Ids of the items both frameworks have, with the same text and level."""
    before = {i.id: i for i in _items(previous)}
    return frozenset(i.id for i in _items(framework) if _same(i, before.get(i.id)))


def compare(
    framework: Framework,
    dialogue: Dialogue,
    previous: Dialogue,
    previous_framework: Framework | None = None,
) -> "Comparison":
    """What changed in the agreed placements; `previous_framework` is given when it differs."""
    dialogue, previous = as_told(dialogue), as_told(previous)
    before = previous_framework or framework
    fields = [f for f in framework.fields if any(f.id == old.id for old in before.fields)]
    rows = (
        _row(framework, field, dimension, dialogue, previous)
        for field in fields
        for dimension in Dimension
    )
    return Comparison(
        held_on=previous.held_on,
        rows=tuple(row for row in rows if row),
        not_comparable=_not_comparable(framework, dialogue, before, previous),
    )


def headline(comparison: "Comparison") -> str:
    """ "Siden sidst: 7 steder har bevæget sig"; "Siden sidst" when none has."""
    moved = sum(r.change in (Change.NEW_STRENGTH, Change.MOVING) for r in comparison.rows)
    places = "1 sted" if moved == 1 else f"{moved} steder"
    return f"Siden sidst: {places} har bevæget sig" if moved else "Siden sidst"


def series(talk: Dialogue) -> tuple[str | None, str | None, str]:
    """What talks must share to be compared: the person (or team) and the kind."""
    return talk.employee_id, talk.team_id if talk.employee_id is None else None, talk.kind


def _items(framework: Framework) -> Iterator[Item]:
    return (item for field in framework.fields for item in field.items)


def _same(item: Item, other: Item | None) -> bool:
    return other is not None and (item.text, item.level) == (other.text, other.level)


def _row(
    framework: Framework,
    field: CompetenceField,
    dimension: Dimension,
    dialogue: Dialogue,
    previous: Dialogue,
) -> "ChangeRow | None":
    before, after = (d.placement(field.id, dimension) for d in (previous, dialogue))
    if before is None or after is None:
        return None
    if PlacementState.LET_STAND in (before.state, after.state):
        return None
    return ChangeRow(
        field_id=field.id,
        number=framework.number(field.id),
        field=field.name,
        dimension=dimension,
        dimension_name=framework.dimension(dimension).name,
        change=_change(before.level, after.level),
        before=_word(framework, before),
        after=_word(framework, after),
    )


def _change(before: int | None, after: int | None) -> Change:
    if before == after:
        return Change.UNCHANGED
    if before is None or after is None or after < before:
        return Change.CHANGED_FOCUS
    return Change.NEW_STRENGTH if before <= BASELINE < after else Change.MOVING


def _word(framework: Framework, placement: Placement) -> str:
    level = placement.level
    return NOT_RELEVANT_WORD if level is None else framework.placement_word(level)


def _not_comparable(
    framework: Framework, dialogue: Dialogue, before: Framework, previous: Dialogue
) -> tuple[str, ...]:
    same = unchanged_items(framework, before)
    now = _discussed_texts(framework, dialogue, same)
    then = _discussed_texts(before, previous, same)
    return tuple(dict.fromkeys((*now, *then)))


def _discussed_texts(
    framework: Framework, dialogue: Dialogue, same: frozenset[str]
) -> Iterator[str]:
    return (
        item.text
        for item in _items(framework)
        if item.id not in same and dialogue.answer(item.id, Viewpoint.AGREED).discussed
    )


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One cell both talks have; `before` and `after` are the words of its placements."""

    field_id: str
    number: int
    field: str
    dimension: Dimension
    dimension_name: str
    change: Change
    before: str
    after: str

    @property
    def word(self) -> str:
        """The change in words, such as "Bevæger sig"."""
        return CHANGE_WORDS[self.change]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two talks side by side; `held_on` is the earlier one's day.

    `not_comparable` are the texts of discussed items that the frameworks do not share.
    """

    held_on: date
    rows: tuple[ChangeRow, ...]
    not_comparable: tuple[str, ...]
