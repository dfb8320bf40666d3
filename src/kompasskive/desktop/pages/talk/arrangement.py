"""How the page is laid out at a window's size and text size, as `vindue.md` lists it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

PANES_FROM: Final = 1360
DRAWER_FROM: Final = 1100
LIST_FROM: Final = 900
COLUMN_SCALE: Final = 1.5
DOCKED_FROM: Final = 800


class Mode(StrEnum):
    """PANES: three panes; DRAWER: the right one behind buttons; LIST: the fields too; COLUMN."""

    PANES = "panes"
    DRAWER = "drawer"
    LIST = "list"
    COLUMN = "column"


def arrange(width: int, height: int, scale: float) -> "Arrangement":
    """The layout for a window of `width` x `height` pixels; `scale` is pixels per design pixel."""
    return Arrangement(_mode(width / scale, scale), height / scale >= DOCKED_FROM)


def _mode(width: float, scale: float) -> Mode:
    if scale >= COLUMN_SCALE or width < LIST_FROM:
        return Mode.COLUMN
    if width < DRAWER_FROM:
        return Mode.LIST
    return Mode.DRAWER if width < PANES_FROM else Mode.PANES


@dataclass(frozen=True, slots=True)
class Arrangement:
    """`docked`: the ladders stay in sight under the items instead of following them."""

    mode: Mode
    docked: bool
