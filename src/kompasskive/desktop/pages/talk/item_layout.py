"""Where the parts of an item row stand: marks beside the text, under it, or two by two."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from kompasskive.desktop.widgets.marks import Marks

TEXT_BESIDE_MARKS: Final = 400
GAP: Final = 12
BELOW: Final = 3


class Lines(StrEnum):
    """BESIDE: marks right of the text; UNDER: marks and words under it; STACKED: words last."""

    BESIDE = "beside"
    UNDER = "under"
    STACKED = "stacked"
    SQUARE = "square"


def fitting(room: int, marks: int, words: int, px: Callable[[float], int]) -> Lines:
    """The arrangement for `room` pixels; `marks` and `words` are the widths of those parts."""
    if room - marks - GAP >= px(TEXT_BESIDE_MARKS):
        return Lines.BESIDE
    if room >= marks + GAP + words:
        return Lines.UNDER
    return Lines.STACKED if room >= marks else Lines.SQUARE


def place(grid: QGridLayout, parts: "Parts", lines: Lines) -> None:
    """Put the parts in their cells; those already there move."""
    beside = lines is Lines.BESIDE
    top = Qt.AlignmentFlag.AlignTop
    parts.marks.set_square(lines is Lines.SQUARE)
    grid.addWidget(parts.text, 0, 0, 1, 1 if beside else 3)
    grid.addWidget(parts.marks, 0 if beside else 1, 1 if beside else 0, 2 if beside else 1, 1, top)
    middle = Qt.AlignmentFlag.AlignVCenter
    grid.addWidget(parts.more, 0 if beside else 1, 2, top if beside else middle)
    if lines in (Lines.BESIDE, Lines.UNDER):
        grid.addWidget(parts.meta, 1, 0 if beside else 1)
    else:
        grid.addWidget(parts.meta, 2, 0, 1, 3)
    grid.setColumnStretch(0, int(beside))
    grid.setColumnStretch(1, int(not beside))


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a row above what opens under it, which has grid row `BELOW` to itself."""

    text: QWidget
    marks: Marks
    meta: QWidget
    more: QWidget
