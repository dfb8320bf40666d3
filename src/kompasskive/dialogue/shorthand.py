"""A talk written in digits, as the examples are: one row of marks and placements per field."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kompasskive.dialogue.model import (
    ItemAnswer,
    ItemKey,
    Placement,
    PlacementKey,
    PlacementState,
    Viewpoint,
)
from kompasskive.framework.model import CompetenceField, Dimension, Framework, Level, Mark

NOT_DISCUSSED = "."
NOT_RELEVANT = "-"
_MARKS = dict(zip("0123", Mark, strict=True))


def read_items(
    framework: Framework, lines: Mapping[str, "Line"], wishes: Iterable[str] = ()
) -> dict[ItemKey, ItemAnswer]:
    """The agreed answers of the fields in `lines`; `wishes` are ids of items to develop.

    ValueError when a line is not as long as its field.
    """
    wished = frozenset(wishes)
    return {
        (Viewpoint.AGREED, item_id): _answer(sign, item_id in wished)
        for field_id, line in lines.items()
        for item_id, sign in _signs(framework.field(field_id), line)
        if sign != NOT_DISCUSSED or item_id in wished
    }


def read_placements(lines: Mapping[str, "Line"]) -> dict[PlacementKey, Placement]:
    """The agreed placements of the fields in `lines`; ValueError when one has not three signs."""
    return {
        (Viewpoint.AGREED, field_id, dimension): _placement(sign)
        for field_id, line in lines.items()
        for dimension, sign in zip(Dimension, line.placements, strict=True)
        if sign != NOT_DISCUSSED
    }


def _signs(field: CompetenceField, line: "Line") -> Iterable[tuple[str, str]]:
    ids = [item.id for level in Level for item in field.at(level)]
    return zip(ids, line.basic + line.specialised, strict=True)


def _answer(sign: str, wish: bool) -> ItemAnswer:
    return ItemAnswer(_MARKS.get(sign), not_relevant=sign == NOT_RELEVANT, wish=wish)


def _placement(sign: str) -> Placement:
    if sign == NOT_RELEVANT:
        return Placement(PlacementState.NOT_RELEVANT)
    return Placement(PlacementState.PLACED, int(sign))


@dataclass(frozen=True, slots=True)
class Line:
    """A sign per cell (0-6) and item (0-3, Nyt to Deler); "." not discussed, "-" not relevant."""

    placements: str
    basic: str
    specialised: str
