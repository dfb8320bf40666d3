"""What a disk may hold after the power went: a log of steps played up to a moment.

What was not yet synced may be on the disk or not, sector by sector and in any order; of the names
in the folder the latest changes may be missing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from struct import calcsize, unpack_from

HEAD = "<ciqi"
SECTOR = 512


@dataclass(frozen=True, slots=True)
class Step:
    """One thing done to the disk: 'o'pen, 'w'rite, 't'runcate, 's'ync, 'u'nlink or 'r'ename."""

    op: str
    fd: int
    at: int
    data: bytes


def steps_of(log: Path) -> list[Step]:
    """Every step `disk.c` wrote down, in order."""
    content, place, steps = log.read_bytes(), 0, []
    while place < len(content):
        op, fd, at, length = unpack_from(HEAD, content, place)
        place += calcsize(HEAD)
        steps.append(Step(op.decode(), fd, at, content[place : place + length]))
        place += length
    return steps


@dataclass(slots=True)
class Inode:
    """A file's content that is surely on the disk, and the steps that may be."""

    safe: bytearray = field(default_factory=bytearray)
    loose: list[Step] = field(default_factory=list)

    def sync(self) -> None:
        """Everything is on the disk."""
        for step in self.loose:
            _put(self.safe, step.at, step.data, step.op)
        self.loose.clear()

    def after_a_cut(self, chance: Random) -> bytes:
        """One of the contents it may have."""
        content = bytearray(self.safe)
        kept = chance.random()
        for step in self.loose:
            for at, data in _sectors(step):
                if chance.random() < kept:
                    _put(content, at, data, step.op)
        return bytes(content)


def _sectors(step: Step) -> Iterator[tuple[int, bytes]]:
    if step.op == "t":
        yield step.at, b""
    for start in range(0, len(step.data), SECTOR):
        yield step.at + start, step.data[start : start + SECTOR]


def _put(content: bytearray, at: int, data: bytes, op: str) -> None:
    if op == "t":
        content[at:] = bytes(max(0, at - len(content)))
    else:
        content.extend(bytes(max(0, at - len(content))))
        content[at : at + len(data)] = data


class Disk:
    """The folder as the program sees it, and what of it would survive."""

    def __init__(self, before: dict[str, bytes]) -> None:
        self._names = {name: Inode(bytearray(content)) for name, content in before.items()}
        self._safe_names = dict(self._names)
        self._open: dict[int, Inode | None] = {}
        self._past: list[dict[str, Inode]] = []

    def play(self, step: Step) -> None:
        """Do one step."""
        if step.op == "o":
            self._opened(step)
        elif step.op in "ur":
            self._renamed(step)
        elif step.op == "s":
            self._synced(step.fd)
        elif (inode := self._open[step.fd]) is not None:
            inode.loose.append(step)

    def after_a_cut(self, chance: Random) -> dict[str, bytes]:
        """One of the folders it may be."""
        names = chance.choice([self._safe_names, *self._past, self._names])
        return {name: inode.after_a_cut(chance) for name, inode in names.items()}

    def content(self, name: str) -> bytes:
        """What the program has written to a file, safe or not."""
        inode = self._names.get(name, Inode())
        seen = bytearray(inode.safe)
        for step in inode.loose:
            _put(seen, step.at, step.data, step.op)
        return bytes(seen)

    def _opened(self, step: Step) -> None:
        path = Path(step.data.decode())
        if path.is_dir():
            self._open[step.fd] = None
            return
        if path.name not in self._names:
            self._change({**self._names, path.name: Inode()})
        self._open[step.fd] = self._names[path.name]
        if step.at:
            self._names[path.name].loose.append(Step("t", step.fd, 0, b""))

    def _renamed(self, step: Step) -> None:
        source, *target = (Path(name).name for name in step.data.decode().split("\n"))
        names = dict(self._names)
        inode = names.pop(source, None)
        if target and inode is not None:
            names[target[0]] = inode
        self._change(names)

    def _change(self, names: dict[str, Inode]) -> None:
        self._past.append(self._names)
        self._names = names

    def _synced(self, fd: int) -> None:
        inode = self._open[fd]
        if inode is not None:
            inode.sync()
        else:
            self._safe_names, self._past = dict(self._names), []
