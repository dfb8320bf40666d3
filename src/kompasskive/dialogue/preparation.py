"""Before the talk: what to go deep with, and two starting points that are blind to each other.

A starting point is sealed when its owner is done, and shown nowhere until the cards are turned.
Before that only its owner's own code word opens it again, which is logged.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final

from kompasskive.dialogue import rows
from kompasskive.dialogue.approval import begun, editable
from kompasskive.dialogue.model import (
    CodeWord,
    Dialogue,
    ItemAnswer,
    ItemKey,
    Placement,
    PlacementKey,
    PlacementState,
    Reopening,
    Viewpoint,
)
from kompasskive.dialogue.progress import is_touched
from kompasskive.framework.model import Dimension, Framework

STARTING_POINTS: Final = (Viewpoint.EMPLOYEE, Viewpoint.LEADER)


def set_depth(dialogue: Dialogue, framework: Framework, field_id: str, on: bool) -> Dialogue:
    """Chooses a field to go deep with, or lets it be; the chosen ones keep the field order."""
    chosen = (
        {*dialogue.depth_field_ids, field_id} if on else {*dialogue.depth_field_ids} - {field_id}
    )
    ids = tuple(field.id for field in framework.fields if field.id in chosen)
    return replace(editable(dialogue), depth_field_ids=ids)


def undiscussed_fields(framework: Framework, previous: Dialogue | None) -> tuple[str, ...]:
    """Ids of the fields that last time's talk did not come to; they open the next one."""
    if previous is None:
        return ()
    return tuple(field.id for field in framework.fields if not is_touched(previous, field))


def seen_from(dialogue: Dialogue, viewpoint: Viewpoint) -> Dialogue:
    """The talk as one side alone sees it: its own answers where the agreed ones would be.

    What the two write together is left out, as it belongs to neither.
    """
    agreed = Viewpoint.AGREED
    return replace(
        dialogue,
        items={(agreed, i): a for (v, i), a in dialogue.items.items() if v is viewpoint},
        placements={
            (agreed, f, d): p for (v, f, d), p in dialogue.placements.items() if v is viewpoint
        },
        notes=(),
        extras=(),
        parked=(),
        strengths=(),
        potentials=(),
        directions=(),
    )


def is_prepared(dialogue: Dialogue, viewpoint: Viewpoint) -> bool:
    """Whether that side has marked or placed anything."""
    return any(key[0] is viewpoint for key in (*dialogue.items, *dialogue.placements))


def unsealed(dialogue: Dialogue) -> tuple[Viewpoint, ...]:
    """Those who have begun a starting point without sealing it."""
    return tuple(
        v for v in STARTING_POINTS if is_prepared(dialogue, v) and v not in dialogue.sealed
    )


def seal(dialogue: Dialogue, viewpoint: Viewpoint, code_word: str = "") -> Dialogue:
    """Seals a starting point, with the hash of the word that opens it again, if there is one.

    ValueError when there is no starting point or the cards are turned.
    """
    if dialogue.revealed or not is_prepared(dialogue, viewpoint):
        raise ValueError(f"the {viewpoint} has no starting point to seal")
    own = (CodeWord(viewpoint, code_word),) if code_word else ()
    words = (*_words_of_others(dialogue, viewpoint), *own)
    return replace(
        editable(dialogue),
        sealed=dialogue.sealed | {viewpoint},
        code_words=tuple(sorted(words, key=lambda w: STARTING_POINTS.index(w.viewpoint))),
    )


def code_word_of(dialogue: Dialogue, viewpoint: Viewpoint) -> str:
    """The hash of that side's code word; "" when it has none."""
    return next((w.hash for w in dialogue.code_words if w.viewpoint is viewpoint), "")


def may_reopen(dialogue: Dialogue, viewpoint: Viewpoint) -> bool:
    """Whether that side can open its starting point again with its code word."""
    waits = viewpoint in dialogue.sealed and not dialogue.revealed and dialogue.is_draft
    return waits and bool(code_word_of(dialogue, viewpoint))


def reopen(dialogue: Dialogue, viewpoint: Viewpoint, reopening_id: str, at: datetime) -> Dialogue:
    """Opens a sealed starting point again, its code word given, and logs it.

    ValueError when `may_reopen` says no.
    """
    if not may_reopen(dialogue, viewpoint):
        raise ValueError(f"the {viewpoint}'s starting point cannot be opened again")
    return replace(
        dialogue,
        sealed=dialogue.sealed - {viewpoint},
        code_words=_words_of_others(dialogue, viewpoint),
        reopenings=rows.added(dialogue.reopenings, Reopening(reopening_id, viewpoint, at)),
    )


def _words_of_others(dialogue: Dialogue, viewpoint: Viewpoint) -> tuple[CodeWord, ...]:
    return tuple(word for word in dialogue.code_words if word.viewpoint is not viewpoint)


def may_turn(dialogue: Dialogue) -> bool:
    """Whether the cards can be turned: something is sealed and nothing lies half done."""
    waits = bool(dialogue.sealed) and not dialogue.revealed and not unsealed(dialogue)
    return waits and dialogue.is_draft


def turn(dialogue: Dialogue) -> Dialogue:
    """Turns the cards, both at once; what both saw alike is agreed where nothing was yet.

    ValueError when `may_turn` says no.
    """
    if not may_turn(dialogue):
        raise ValueError(f"the cards of talk {dialogue.id} cannot be turned")
    return replace(
        begun(dialogue),
        revealed=True,
        code_words=(),
        items={**_alike_items(dialogue), **dialogue.items},
        placements={**_alike_placements(dialogue), **dialogue.placements},
    )


def take(dialogue: Dialogue, viewpoint: Viewpoint) -> Dialogue:
    """Takes one side's starting point as the agreed start, where nothing is agreed yet.

    ValueError before the cards are turned.
    """
    own = seen_from(_turned(dialogue), viewpoint)
    return replace(
        editable(dialogue),
        items={**own.items, **dialogue.items},
        placements={**own.placements, **dialogue.placements},
    )


def let_stand(dialogue: Dialogue, field_id: str, dimension: Dimension) -> Dialogue:
    """Lets both views stand, so that no level is agreed; ValueError before the cards are turned."""
    key = (Viewpoint.AGREED, field_id, dimension)
    stands = Placement(PlacementState.LET_STAND)
    placements = {**_turned(dialogue).placements, key: stands}
    return replace(editable(dialogue), placements=placements)


def same_place(one: Placement, other: Placement) -> bool:
    """Whether two sides placed a cell alike, whatever their examples."""
    return (one.state, one.level) == (other.state, other.level)


def _turned(dialogue: Dialogue) -> Dialogue:
    if not dialogue.revealed:
        raise ValueError(f"the cards of talk {dialogue.id} are not turned")
    return dialogue


def _alike_items(dialogue: Dialogue) -> Mapping[ItemKey, ItemAnswer]:
    employee, leader = (seen_from(dialogue, v).items for v in STARTING_POINTS)
    return {
        key: replace(one, reason=one.reason or leader[key].reason)
        for key, one in employee.items()
        if key in leader and one.discussed and _same_answer(one, leader[key])
    }


def _same_answer(one: ItemAnswer, other: ItemAnswer) -> bool:
    return (one.mark, one.not_relevant) == (other.mark, other.not_relevant)


def _alike_placements(dialogue: Dialogue) -> Mapping[PlacementKey, Placement]:
    employee, leader = (seen_from(dialogue, v).placements for v in STARTING_POINTS)
    return {
        key: replace(one, example=one.example or leader[key].example)
        for key, one in employee.items()
        if key in leader and same_place(one, leader[key])
    }
