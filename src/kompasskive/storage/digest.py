"""The digest of a file's content: one number that every row takes part in, in any order.

The sum mod 2^256 of SHA-256 over each row's table, name and values (MessagePack), so a change
moves it by its own rows only. `integrity_check` does not see flipped content or mixed snapshots.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

import msgspec

from kompasskive.storage.rows import Row, RowChange

_MODULUS = 2**256
_ENCODE = msgspec.msgpack.Encoder().encode


@dataclass(frozen=True, slots=True)
class Meta:
    """How far a file has come; `digest` is that of every row, this one's other columns too."""

    revision: int
    created_at: str
    program: str
    digest: str

    @classmethod
    def of(cls, row: Row) -> "Meta":
        """The meta of a stored row."""
        _, revision, created_at, program, digest = row
        return cls(int(revision or 0), str(created_at), str(program), str(digest))

    @property
    def known(self) -> Row:
        """The part of the meta row that the digest covers."""
        return (1, self.revision, self.created_at, self.program)


def weight(table: str, row: Row) -> int:
    """What one row adds to the digest, 0 <= weight < 2^256."""
    return int.from_bytes(sha256(_ENCODE((str(table), *row))).digest())


class Weighing:
    """The digest of rows as they pass by."""

    def __init__(self) -> None:
        self._total = 0

    def passing(self, table: str, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows of one table, each weighed on its way."""
        for row in rows:
            self._total += weight(table, row)
            yield row

    @property
    def digest(self) -> str:
        """That of all rows that have passed."""
        return f"{self._total % _MODULUS:064x}"


def moved(digest: str, changes: Iterable[RowChange]) -> str:
    """The digest, 64 hex digits, after the changes; "" is the digest of no rows."""
    total = int(digest or "0", 16)
    for change in changes:
        total += weight(change.table, change.after) if change.after is not None else 0
        total -= weight(change.table, change.before) if change.before is not None else 0
    return f"{total % _MODULUS:064x}"
