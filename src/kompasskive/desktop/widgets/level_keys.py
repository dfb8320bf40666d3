"""The keys that place a cell of the dial, alike to those of a ladder."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from kompasskive.framework.model import PLACEMENT_LEVELS
from kompasskive.profile.model import Cell, CellState

_TOP = PLACEMENT_LEVELS[-1]
_CLEAR = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_DIGITS = {str(level): level for level in PLACEMENT_LEVELS}


def is_placing(event: QKeyEvent) -> bool:
    """Whether a key places: ↑, ↓, 0-6, Delete."""
    key = Qt.Key(event.key())
    return key in (Qt.Key.Key_Up, Qt.Key.Key_Down, *_CLEAR) or event.text() in _DIGITS


def placed_by(event: QKeyEvent, cell: Cell) -> tuple[bool, int | None]:
    """Whether a key that places changes a cell, and the level 0-6 it leads to; None clears it."""
    key, level = Qt.Key(event.key()), cell.level
    if key in _CLEAR:
        return cell.state is not CellState.NOT_DISCUSSED, None
    if key == Qt.Key.Key_Down and level is None:
        return False, None
    if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        step = 1 if key == Qt.Key.Key_Up else -1
        new = 0 if level is None else max(0, min(_TOP, level + step))
    else:
        new = _DIGITS[event.text()]
    return new != level, new
