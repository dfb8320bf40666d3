"""What the two can change in a talk: marks, placements, notes, extra items and parked topics.

Every function returns a new talk. ValueError when the talk is approved or that starting point is
sealed.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from kompasskive.dialogue import rows
from kompasskive.dialogue import text as texts
from kompasskive.dialogue.approval import editable, editable_by
from kompasskive.dialogue.model import (
    Case,
    Dialogue,
    ExtraItem,
    ItemAnswer,
    ItemKey,
    Note,
    NoteScope,
    ParkedTopic,
    Placement,
    PlacementKey,
    PlacementState,
    Viewpoint,
)
from kompasskive.framework.model import PLACEMENT_LEVELS, Arena, Dimension, Mark

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


def set_mark(
    dialogue: Dialogue,
    item_id: str,
    mark: Mark | None,
    viewpoint: Viewpoint = Viewpoint.AGREED,
) -> Dialogue:
    """Marks an item, which makes it relevant; None makes it "Ikke drøftet". A wish stays."""
    wish = dialogue.answer(item_id, viewpoint).wish
    return _with_answer(dialogue, (viewpoint, item_id), ItemAnswer(mark=mark, wish=wish))


def set_not_relevant(
    dialogue: Dialogue,
    item_id: str,
    on: bool,
    reason: str = "",
    viewpoint: Viewpoint = Viewpoint.AGREED,
) -> Dialogue:
    """Says that an item is not relevant, and why, instead of a mark. A wish stays.

    Off makes an item that was not relevant "Ikke drøftet" and leaves a mark alone.
    """
    old = dialogue.answer(item_id, viewpoint)
    why = texts.note(reason) if on else ""
    answer = replace(old, mark=None if on else old.mark, not_relevant=on, reason=why)
    return _with_answer(dialogue, (viewpoint, item_id), answer)


def set_reason(
    dialogue: Dialogue,
    item_id: str,
    reason: str,
    viewpoint: Viewpoint = Viewpoint.AGREED,
) -> Dialogue:
    """Writes why an item is not relevant; an item that is relevant takes no reason."""
    old = dialogue.answer(item_id, viewpoint)
    answer = replace(old, reason=texts.note(reason) if old.not_relevant else "")
    return _with_answer(dialogue, (viewpoint, item_id), answer)


def set_wish(
    dialogue: Dialogue,
    item_id: str,
    on: bool,
    viewpoint: Viewpoint = Viewpoint.AGREED,
) -> Dialogue:
    """Ticks "Vil gerne udvikle", whatever the mark."""
    answer = replace(dialogue.answer(item_id, viewpoint), wish=on)
    return _with_answer(dialogue, (viewpoint, item_id), answer)


def place(
    dialogue: Dialogue,
    field_id: str,
    dimension: Dimension,
    level: int | None,
    viewpoint: Viewpoint = Viewpoint.AGREED,
) -> Dialogue:
    """Places a cell at 0-6, keeping its example; None makes it "Ikke drøftet".

    ValueError when the level is outside 0-6.
    """
    key = (viewpoint, field_id, dimension)
    if level is None:
        return _with_placement(dialogue, key, None)
    if level not in PLACEMENT_LEVELS:
        raise ValueError(f"placement level {level}")
    old = dialogue.placements.get(key)
    placement = Placement(PlacementState.PLACED, level, old.example if old else "")
    return _with_placement(dialogue, key, placement)


def set_placement_not_relevant(
    dialogue: Dialogue,
    field_id: str,
    dimension: Dimension,
    on: bool,
    viewpoint: Viewpoint = Viewpoint.AGREED,
) -> Dialogue:
    """Says that a cell is not relevant; off makes such a cell "Ikke drøftet"."""
    key = (viewpoint, field_id, dimension)
    old = dialogue.placements.get(key)
    kept = old if old and old.state is not PlacementState.NOT_RELEVANT else None
    return _with_placement(dialogue, key, Placement(PlacementState.NOT_RELEVANT) if on else kept)


def set_example(
    dialogue: Dialogue,
    field_id: str,
    dimension: Dimension,
    example: str,
    viewpoint: Viewpoint = Viewpoint.AGREED,
) -> Dialogue:
    """Writes the example that shows a placement; a cell that is not discussed takes none."""
    key = (viewpoint, field_id, dimension)
    old = dialogue.placements.get(key)
    placement = replace(old, example=texts.note(example)) if old else None
    return _with_placement(dialogue, key, placement)


def write_note(
    dialogue: Dialogue, note_id: str, scope: NoteScope, target_id: str, text: str
) -> Dialogue:
    """Writes a new note or rewrites the one with that id; text without a word removes it."""
    written = texts.note(text)
    if not written.strip():
        notes = rows.without(dialogue.notes, note_id)
    elif rows.has(dialogue.notes, note_id):
        note = replace(rows.find(dialogue.notes, note_id), text=written)
        notes = rows.changed(dialogue.notes, note)
    else:
        notes = (*dialogue.notes, Note(note_id, scope, target_id, written))
    return replace(editable(dialogue), notes=notes)


def set_note_arena(dialogue: Dialogue, note_id: str, arena: Arena | None) -> Dialogue:
    """Says in which arena a note belongs; KeyError when there is no such note."""
    note = replace(rows.find(dialogue.notes, note_id), arena=arena)
    return replace(editable(dialogue), notes=rows.changed(dialogue.notes, note))


def set_note_to_file(dialogue: Dialogue, note_id: str, on: bool) -> Dialogue:
    """Ticks "Til personalesagen" on a note; KeyError when there is no such note."""
    note = replace(rows.find(dialogue.notes, note_id), to_file=on)
    return replace(editable(dialogue), notes=rows.changed(dialogue.notes, note))


def add_extra(dialogue: Dialogue, extra_id: str, field_id: str, text: str) -> Dialogue:
    """Adds an item of the pair's own to a field; ValueError when the id is taken."""
    extra = ExtraItem(extra_id, field_id, texts.line(text))
    return replace(editable(dialogue), extras=rows.added(dialogue.extras, extra))


def rewrite_extra(dialogue: Dialogue, extra_id: str, text: str) -> Dialogue:
    """Rewrites an item of the pair's own; KeyError when there is no such item."""
    extra = replace(rows.find(dialogue.extras, extra_id), text=texts.line(text))
    return replace(editable(dialogue), extras=rows.changed(dialogue.extras, extra))


def remove_extra(dialogue: Dialogue, extra_id: str) -> Dialogue:
    """Removes an item of the pair's own with what was said about it."""
    return replace(
        editable(dialogue),
        extras=rows.without(dialogue.extras, extra_id),
        items={key: a for key, a in dialogue.items.items() if key[1] != extra_id},
        notes=tuple(
            n for n in dialogue.notes if (n.scope, n.target_id) != (NoteScope.ITEM, extra_id)
        ),
    )


def park(dialogue: Dialogue, topic_id: str, text: str, field_id: str | None = None) -> Dialogue:
    """Parks a topic, perhaps where it came up; ValueError when the id is taken."""
    topic = ParkedTopic(topic_id, texts.line(text), field_id)
    return replace(editable(dialogue), parked=rows.added(dialogue.parked, topic))


def rewrite_parked(dialogue: Dialogue, topic_id: str, text: str) -> Dialogue:
    """Rewrites a parked topic; KeyError when there is no such topic."""
    topic = replace(rows.find(dialogue.parked, topic_id), text=texts.line(text))
    return replace(editable(dialogue), parked=rows.changed(dialogue.parked, topic))


def close_parked(dialogue: Dialogue, topic_id: str, closed: bool = True) -> Dialogue:
    """Closes or reopens a parked topic; KeyError when there is no such topic."""
    topic = replace(rows.find(dialogue.parked, topic_id), closed=closed)
    return replace(editable(dialogue), parked=rows.changed(dialogue.parked, topic))


def remove_parked(dialogue: Dialogue, topic_id: str) -> Dialogue:
    """Removes a parked topic."""
    return replace(editable(dialogue), parked=rows.without(dialogue.parked, topic_id))


def set_case(dialogue: Dialogue, case: Case) -> Dialogue:
    """Writes "En sag, hvor skønnet talte"."""
    told = Case(
        situation=texts.note(case.situation),
        options=texts.note(case.options),
        consequences=texts.note(case.consequences),
        choice=texts.note(case.choice),
        effect=texts.note(case.effect),
    )
    return replace(editable(dialogue), case=told)


def set_remark(dialogue: Dialogue, remark: str) -> Dialogue:
    """Writes "Medarbejderens bemærkninger"."""
    return replace(editable(dialogue), remark=texts.note(remark))


def set_details(dialogue: Dialogue, held_on: date, leader: str, minutes: int | None) -> Dialogue:
    """Says when the talk is held, by whom and for how long; None when the time is open."""
    leader_name = texts.name(leader)
    return replace(editable(dialogue), held_on=held_on, leader=leader_name, minutes=minutes)


def _with_answer(dialogue: Dialogue, key: ItemKey, answer: ItemAnswer) -> Dialogue:
    items = _with(dialogue.items, key, None if answer == ItemAnswer() else answer)
    return replace(editable_by(dialogue, key[0]), items=items)


def _with_placement(dialogue: Dialogue, key: PlacementKey, value: Placement | None) -> Dialogue:
    placements = _with(dialogue.placements, key, value)
    return replace(editable_by(dialogue, key[0]), placements=placements)


def _with(mapping: Mapping[_Key, _Value], key: _Key, value: _Value | None) -> dict[_Key, _Value]:
    if value is not None:
        return {**mapping, key: value}
    return {k: v for k, v in mapping.items() if k != key}
