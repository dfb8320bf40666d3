"""The long list: every item and placement of a framework as one line each, as on the sheet."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kompasskive.dialogue import edits
from kompasskive.dialogue.model import Dialogue, Viewpoint
from kompasskive.framework.codes import dimension_code, item_codes, items_in_order
from kompasskive.framework.model import (
    PLACEMENT_LEVELS,
    CompetenceField,
    Dimension,
    Framework,
    Item,
    Mark,
)

MARK_SIGNS = dict(zip("1234", Mark, strict=True))
LEVEL_SIGNS = {str(level): level for level in PLACEMENT_LEVELS}


def lines(framework: Framework) -> tuple["Line", ...]:
    """Field by field: its items in the order of the sheet, then its three placements."""
    return tuple(_lines(framework))


def put(dialogue: Dialogue, line: "Line", said: "Said", viewpoint: Viewpoint) -> Dialogue:
    """Says it on that line for a viewpoint; ValueError as in `edits`."""
    if line.dimension is not None:
        return _place(dialogue, line.field.id, line.dimension, said, viewpoint)
    item_id, changed = line.item_id, dialogue
    if said.not_relevant:
        reason = dialogue.answer(item_id, viewpoint).reason
        changed = edits.set_not_relevant(changed, item_id, True, reason, viewpoint)
    elif said.mark is not None or said.cleared:
        changed = edits.set_mark(changed, item_id, said.mark, viewpoint)
    if said.wish is not None:
        changed = edits.set_wish(changed, item_id, said.wish, viewpoint)
    return changed


def said_words(framework: Framework, said: "Said") -> str:
    """What was said, as it is named in the undo menu: "markeret Sikker", "ryddet"."""
    told = []
    if said.mark is not None:
        told.append(f"markeret {framework.mark_word(said.mark)}")
    if said.level is not None:
        told.append(f"placeret {framework.placement_word(said.level)}")
    if said.not_relevant:
        told.append("ikke relevant")
    if said.cleared:
        told.append("ryddet")
    if said.wish is not None:
        told.append("vil gerne udvikles" if said.wish else "uden ønske")
    return ", ".join(told)


def _lines(framework: Framework) -> Iterator["Line"]:
    for number, field in enumerate(framework.fields, start=1):
        codes = item_codes(field, number)
        for item in items_in_order(field):
            yield Line(codes[item.id], field, item, None)
        for text in framework.dimensions:
            yield Line(
                dimension_code(framework, number, text.dimension), field, None, text.dimension
            )


def _place(
    dialogue: Dialogue, field_id: str, dimension: Dimension, said: "Said", viewpoint: Viewpoint
) -> Dialogue:
    if said.not_relevant:
        return edits.set_placement_not_relevant(dialogue, field_id, dimension, True, viewpoint)
    return edits.place(dialogue, field_id, dimension, said.level, viewpoint)


@dataclass(frozen=True, slots=True)
class Line:
    """One line; exactly one of `item` and `dimension` is set. `code` is the one on paper."""

    code: str
    field: CompetenceField
    item: Item | None
    dimension: Dimension | None

    @property
    def item_id(self) -> str:
        """The item's id; ValueError for a placement."""
        if self.item is None:
            raise ValueError(f"{self.code} is a placement")
        return self.item.id


@dataclass(frozen=True, slots=True)
class Said:
    """What is said on a line: one of `mark`, `level`, `not_relevant` and `cleared`, or a wish."""

    mark: Mark | None = None
    level: int | None = None
    not_relevant: bool = False
    cleared: bool = False
    wish: bool | None = None

    def wished(self) -> "Said":
        """The same with "Vil gerne udvikle" ticked."""
        return replace(self, wish=True)
