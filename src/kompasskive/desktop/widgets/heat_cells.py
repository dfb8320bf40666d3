"""What a heat map shows, as immutable values in words."""

from dataclasses import dataclass

from kompasskive.framework.model import Dimension


@dataclass(frozen=True, slots=True)
class HeatCell:
    """One cell: `value` is written large, if there is one, and `lines` beside it.

    `tone` 0-1 is how dark it is; None leaves the cell empty inside a dotted edge.
    `sentence` is what is read aloud: "Lov & Myndighed, Praktisk: median 3,5 …".
    """

    value: str
    lines: tuple[str, ...]
    tone: float | None
    sentence: str


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One field, with a cell per column."""

    number: int
    name: str
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class Heat:
    """What a heat map shows; `corner` explains the numbers, `columns` name the dimensions."""

    name: str
    corner: tuple[str, ...]
    columns: tuple[tuple[Dimension, str], ...]
    rows: tuple[HeatRow, ...]
