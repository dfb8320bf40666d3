"""Item answers and placements, by far the most rows of a file, read one at a time.

People say the same few things of the same items and cells, so what is equal becomes one object: a
talk where everything was said takes about 3 KB.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, TypeAlias

from kompasskive.dialogue.model import (
    ItemAnswer,
    ItemKey,
    Placement,
    PlacementKey,
    PlacementState,
    Viewpoint,
)
from kompasskive.framework.model import Dimension, Mark
from kompasskive.storage import schema
from kompasskive.storage.rows import Row

TABLES: Final = (schema.ITEM_ANSWERS, schema.PLACEMENTS)
Items: TypeAlias = dict[str, dict[ItemKey, ItemAnswer]]
Placements: TypeAlias = dict[str, dict[PlacementKey, Placement]]


@dataclass(frozen=True, slots=True)
class Assessments:
    """What was said, by talk."""

    items: Items
    placements: Placements


def taken_in(rows: Mapping[str, Iterable[Row]]) -> Assessments:
    """The rows of both tables by name; ValueError when one is not among the choices."""
    answers, cells = (rows[table.name] for table in TABLES)
    return Assessments(_item_answers(answers), _placements(cells))


def _item_answers(rows: Iterable[Row]) -> Items:
    key, answer = cache(_item_key), cache(_answer)
    found: Any = defaultdict(dict)
    for owner, viewpoint, item_id, *said in rows:
        found[owner][key(viewpoint, item_id)] = answer(*said)
    return dict(found)


def _placements(rows: Iterable[Row]) -> Placements:
    key, placement = cache(_cell_key), cache(_placement)
    found: Any = defaultdict(dict)
    for owner, viewpoint, field_id, dimension, *said in rows:
        found[owner][key(viewpoint, field_id, dimension)] = placement(*said)
    return dict(found)


def _item_key(viewpoint: str, item_id: str) -> ItemKey:
    return Viewpoint(viewpoint), item_id


def _answer(mark: str | None, not_relevant: int, reason: str, wish: int) -> ItemAnswer:
    chosen = None if mark is None else Mark(mark)
    return ItemAnswer(chosen, bool(not_relevant), reason, bool(wish))


def _cell_key(viewpoint: str, field_id: str, dimension: str) -> PlacementKey:
    return Viewpoint(viewpoint), field_id, Dimension(dimension)


def _placement(state: str, level: int | None, example: str) -> Placement:
    return Placement(PlacementState(state), level, example)
