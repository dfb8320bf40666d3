"""Tuples of values with ids: put, take away and move, always as a new tuple."""

from typing import Protocol, TypeVar


class Row(Protocol):
    """Anything with an id that never changes."""

    @property
    def id(self) -> str:
        """The id."""


_Row = TypeVar("_Row", bound=Row)


def find(rows: tuple[_Row, ...], row_id: str) -> _Row:
    """The row with that id; KeyError when there is none."""
    for row in rows:
        if row.id == row_id:
            return row
    raise KeyError(row_id)


def has(rows: tuple[_Row, ...], row_id: str) -> bool:
    """Whether a row has that id."""
    return any(row.id == row_id for row in rows)


def added(rows: tuple[_Row, ...], row: _Row) -> tuple[_Row, ...]:
    """With a new row last; ValueError when its id is taken."""
    if has(rows, row.id):
        raise ValueError(f"id {row.id} is taken")
    return (*rows, row)


def changed(rows: tuple[_Row, ...], row: _Row) -> tuple[_Row, ...]:
    """With the row of that id replaced; KeyError when there is none."""
    find(rows, row.id)
    return tuple(row if old.id == row.id else old for old in rows)


def without(rows: tuple[_Row, ...], row_id: str) -> tuple[_Row, ...]:
    """Without the row of that id, if there is one."""
    return tuple(row for row in rows if row.id != row_id)


def moved(rows: tuple[_Row, ...], row_id: str, index: int) -> tuple[_Row, ...]:
    """With the row of that id at `index`, counted from 0 and kept within the tuple."""
    row = find(rows, row_id)
    others = without(rows, row_id)
    at = max(0, min(index, len(others)))
    return (*others[:at], row, *others[at:])
