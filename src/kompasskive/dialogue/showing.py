"""Text that somebody else put in a workbook, with what cannot be shown made visible."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from kompasskive.dialogue.model import Workbook
from kompasskive.dialogue.text import visible

_NEVER_SHOWN = {"key", "hash", "period", "content", "members", "public", "identity", "frameworks"}
_Value = TypeVar("_Value")


def made_visible(workbook: Workbook) -> Workbook:
    """The workbook with a � for each control character, bidi override and the like in its texts.

    Ids and what nobody reads stay as they are.
    """
    return _shown(workbook)


def _shown(value: _Value) -> _Value:
    """The value itself when nothing in it differs."""
    shown: Any = value
    if isinstance(value, str) and not isinstance(value, Enum):
        shown = visible(value)
    elif isinstance(value, Mapping):
        shown = {key: _shown(each) for key, each in value.items()}
    elif isinstance(value, tuple):
        shown = tuple(map(_shown, value))
    elif is_dataclass(value) and not isinstance(value, type):
        shown = replace(value, **_shown_parts(value))
    return value if shown == value else shown


def _shown_parts(value: Any) -> dict[str, Any]:
    names = [part.name for part in fields(value) if not _is_hidden(part.name)]
    before = {name: getattr(value, name) for name in names}
    after = {name: _shown(each) for name, each in before.items()}
    return {name: each for name, each in after.items() if each is not before[name]}


def _is_hidden(name: str) -> bool:
    return name in _NEVER_SHOWN or name.endswith(("id", "_ids", "_key"))
