"""A thousand ways a file can be spoiled: a sentence or the right content, soon, and never a crash.

Each file is opened in a process of its own, so that a crash or a hang is seen as such.
"""

import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from tests.faults.nursery import Nursery
from tests.faults.tasks import stepped

from kompasskive.storage.unlocking import is_encrypted
from kompasskive.storage.workbook import open_workbook, read

pytestmark = pytest.mark.faults

FILES = 1000
HANG_SECONDS, LOOKS = 5.0, 3
PAGE = 4096


def snapshots(path: Path) -> list[bytes]:
    """The file now, and after each of three sessions."""
    contents = [path.read_bytes()]
    for session in range(3):
        file = open_workbook(path)
        workbook = file.workbook
        for step in range(session * 30, session * 30 + 30):
            before, workbook = workbook, stepped(workbook, step)
            file.submit(before, workbook, lambda _: None)
        assert file.close() == 0
        contents.append(path.read_bytes())
    return contents


def flipped(chance: Random, contents: list[bytes]) -> bytes:
    """A few bits turned over."""
    content = bytearray(contents[-1])
    for _ in range(chance.randint(1, 4)):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return bytes(content)


def truncated(chance: Random, contents: list[bytes]) -> bytes:
    """Cut off somewhere, or at a page."""
    length = chance.randrange(len(contents[-1]))
    return contents[-1][: length if chance.random() < 0.5 else length // PAGE * PAGE]


def mixed(chance: Random, contents: list[bytes]) -> bytes:
    """Pages of two snapshots, as a torn synchronisation leaves them."""
    old, new = chance.sample(contents, 2)
    pages = range(0, max(len(old), len(new)), PAGE)
    return b"".join(chance.choice((old, new))[at : at + PAGE] for at in pages)


def overwritten(chance: Random, contents: list[bytes]) -> bytes:
    """A stretch of zeros, noise or text."""
    content, at = bytearray(contents[-1]), chance.randrange(len(contents[-1]))
    length = chance.randint(1, 3 * PAGE)
    content[at : at + length] = chance.choice((bytes(length), chance.randbytes(length)))
    return bytes(content)


def foreign(chance: Random, contents: list[bytes]) -> bytes:
    """Another program's file, or noise, some with SQLite's first line."""
    heads = (b"%PDF-1.7\n", b"PK\x03\x04", b"\x89PNG\r\n", b"SQLite format 3\0", b"", b"\xff\xd8")
    return chance.choice(heads) + chance.randbytes(chance.choice((0, 100, PAGE, 10 * PAGE)))


SPOILERS: tuple[Callable[[Random, list[bytes]], bytes], ...] = (
    flipped,
    flipped,
    truncated,
    mixed,
    mixed,
    overwritten,
    foreign,
)


def looked(nursery: Nursery, path: Path, how: str) -> tuple[int, str]:
    """How a process that opens a file, `how` it does so, ends, and what it says.

    One that takes too long looks again: a busy machine may stall once, a hang is there each time.
    """
    for _ in range(LOOKS):
        child = nursery.start(how, path, patience=HANG_SECONDS)
        told = "\n".join(child.lines())
        if not child.hung:
            break
    return child.status, told


def test_no_spoiled_file_crashes_hangs_or_lies(
    nursery: Nursery, either: Path, tmp_path: Path, scale: int
) -> None:
    chance, how = Random(6), "look_by_code" if is_encrypted(either) else "look"
    contents = snapshots(either)
    honest = set()
    for number, content in enumerate(contents):
        whole = tmp_path / f"{number}.kompas"
        whole.write_bytes(content)
        honest.add(repr(read(whole)))
    target, refused = tmp_path / "spoleret.kompas", 0
    for number in range(FILES * scale):
        target.write_bytes(SPOILERS[number % len(SPOILERS)](chance, contents))
        target.with_name(f"{target.name}-journal").unlink(missing_ok=True)
        status, told = looked(nursery, target, how)
        assert status == 0, (number, told)
        if told.startswith("refused"):
            refused += 1
            assert told.endswith(".")
        else:
            assert told.removeprefix("read ") in honest, number
    print(f"{FILES * scale} files by {how}, {refused} refused, the rest as they were")
    assert refused > FILES * scale / 2


@pytest.mark.parametrize("kind", ["journal", "database", "archive"])
def test_what_lies_beside_it_or_looks_like_it(nursery: Nursery, path: Path, kind: str) -> None:
    if kind == "journal":
        path.with_name(f"{path.name}-journal").write_bytes(Random(1).randbytes(9000))
    elif kind == "database":
        path.unlink()
        with sqlite3.connect(path) as other:
            other.execute("CREATE TABLE people (id, name)")
        other.close()
    else:
        archive = path.with_suffix(".zip")
        with zipfile.ZipFile(archive, "w") as file:
            file.write(path, "indhold.kompas")
        shutil.move(archive, path)
    child = nursery.start("look", path, patience=HANG_SECONDS)
    told = child.lines()
    assert child.status == 0
    assert told[0].split()[0] == ("read" if kind == "journal" else "refused")
