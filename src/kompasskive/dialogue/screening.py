"""A screening: the items and placements as one list, filled alone or by the two together.

Filled alone it is the employee's own view, filled together it is agreed; it is a series of its own
and never counts as the two's agreed profile.
"""

from dataclasses import replace

from kompasskive.dialogue.approval import editable
from kompasskive.dialogue.model import Dialogue, DialogueKind, Viewpoint

_SIDES = (Viewpoint.EMPLOYEE, Viewpoint.AGREED)


def filled_by(dialogue: Dialogue, otherwise: Viewpoint = Viewpoint.AGREED) -> Viewpoint:
    """Who fills a screening: EMPLOYEE alone or AGREED together; `otherwise` while it is empty.

    Every other kind of talk is about what was agreed.
    """
    if dialogue.kind is not DialogueKind.SCREENING:
        return Viewpoint.AGREED
    found = {key[0] for key in (*dialogue.items, *dialogue.placements)}
    if Viewpoint.AGREED in found:
        return Viewpoint.AGREED
    return Viewpoint.EMPLOYEE if Viewpoint.EMPLOYEE in found else otherwise


def fill_as(dialogue: Dialogue, viewpoint: Viewpoint) -> Dialogue:
    """Says that a screening is filled alone (EMPLOYEE) or together (AGREED), with what it holds.

    ValueError for another kind of talk or viewpoint, or when it is approved.
    """
    if dialogue.kind is not DialogueKind.SCREENING or viewpoint not in _SIDES:
        raise ValueError(f"talk {dialogue.id} is not filled as {viewpoint}")
    return _moved(editable(dialogue), viewpoint)


def as_told(dialogue: Dialogue) -> Dialogue:
    """The talk as it is drawn and written: what fills a screening stands where agreed would."""
    if filled_by(dialogue) is Viewpoint.AGREED:
        return dialogue
    return _moved(dialogue, Viewpoint.AGREED)


def _moved(dialogue: Dialogue, to: Viewpoint) -> Dialogue:
    source = filled_by(dialogue, to)
    return replace(
        dialogue,
        items={
            (to if view is source else view, item_id): answer
            for (view, item_id), answer in dialogue.items.items()
        },
        placements={
            (to if view is source else view, field_id, dimension): placement
            for (view, field_id, dimension), placement in dialogue.placements.items()
        },
    )
