"""A framework as JSON-compatible values and back, for the workbook file and `framework show`."""

from collections.abc import Mapping
from typing import Any

import msgspec

from kompasskive.errors import FrameworkError
from kompasskive.framework.fields import FIELDS_MAX, FIELDS_MIN
from kompasskive.framework.model import (
    PLACEMENT_LEVELS,
    Arena,
    CompetenceField,
    Dimension,
    Framework,
    Level,
    Mark,
)


def to_plain(framework: Framework) -> dict[str, Any]:
    """The framework as dicts, lists, texts, numbers, true/false and None, keyed as in the model."""
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(framework))
    return plain


def from_plain(plain: Mapping[str, Any]) -> Framework:
    """What `to_plain` made, back; raises FrameworkError when it is not a whole framework."""
    try:
        framework = msgspec.convert(plain, Framework)
    except msgspec.ValidationError:
        raise _damaged() from None
    if not _whole(framework):
        raise _damaged()
    return framework


def _whole(framework: Framework) -> bool:
    """Whether every word the program looks up is there, so that no lookup can fail later."""
    return (
        FIELDS_MIN <= len(framework.fields) <= FIELDS_MAX
        and all(_has_items(field) for field in framework.fields)
        and [text.dimension for text in framework.dimensions] == list(Dimension)
        and [text.arena for text in framework.arenas] == list(Arena)
        and [text.mark for text in framework.marks] == list(Mark)
        and [text.level for text in framework.placements] == list(PLACEMENT_LEVELS)
        and [(cell.dimension, cell.arena) for cell in framework.expressions]
        == [(dimension, arena) for dimension in Dimension for arena in Arena]
    )


def _has_items(field: CompetenceField) -> bool:
    return all(field.at(level) for level in Level)


def _damaged() -> FrameworkError:
    return FrameworkError("En ramme i filen er beskadiget og kan ikke læses.")
