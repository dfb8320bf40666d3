"""The power goes while the program marks: nothing acknowledged is lost, and the file is sound."""

import shutil
from pathlib import Path
from random import Random

import pytest
from tests.faults.nursery import Nursery
from tests.faults.power import Disk, Step, steps_of
from tests.faults.tasks import steps_in

from kompasskive.errors import FileError
from kompasskive.storage.unlocking import is_encrypted
from kompasskive.storage.workbook import check, read

pytestmark = pytest.mark.faults

MARKS = 60
CUTS = 1000
NOTED = "kvitteringer"


def logged(disk: Nursery, path: Path, synchronous: str) -> list[Step]:
    """Every step on the disk while `MARKS` marks are made."""
    log = path.parent.with_name(f"skridt-{synchronous}")
    named = "mark_noting_secretly" if is_encrypted(path) else "mark_noting"
    task = (named, path, MARKS, synchronous)
    child = disk.start(*task, DISK_FOLDER=str(path.parent), DISK_LOG=str(log))
    assert child.lines() == []
    assert child.status == 0
    return steps_of(log)


def lost(folder: Path, name: str, content: dict[str, bytes], noted: bytes) -> bool:
    """Whether a folder after a cut has lost an acknowledged step, or is not sound."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for file, data in content.items():
        (folder / file).write_bytes(data)
    try:
        steps = steps_in(read(folder / name))
    except FileError:
        return True
    acknowledged = {int(line) for line in noted.split()}
    return bool(acknowledged - steps) or steps != set(range(len(steps)))


def losses(steps: list[Step], path: Path, before: bytes, cuts: int, folder: Path) -> int:
    """How many of so many power cuts at random moments lose something."""
    chance, count = Random(4), 0
    for _ in range(cuts):
        disk = Disk({path.name: before})
        for step in steps[: chance.randrange(len(steps))]:
            disk.play(step)
        after = disk.after_a_cut(chance)
        count += lost(folder, path.name, after, disk.content(NOTED))
    return count


def test_a_power_cut_loses_nothing_acknowledged(
    disk: Nursery, either: Path, tmp_path: Path, scale: int
) -> None:
    before = either.read_bytes()
    steps = logged(disk, either, "")
    assert check(either) == ()
    gone = losses(steps, either, before, CUTS * scale, tmp_path / "efter")
    print(f"{CUTS * scale} cuts, {gone} lose something")
    assert gone == 0


@pytest.mark.parametrize("synchronous", ["OFF"])
def test_the_same_cuts_ruin_a_file_that_is_not_synced(
    disk: Nursery, either: Path, tmp_path: Path, synchronous: str
) -> None:
    before = either.read_bytes()
    steps = logged(disk, either, synchronous)
    ruined = losses(steps, either, before, CUTS // 10, tmp_path / "efter")
    print(f"{ruined} of {CUTS // 10} cuts lose something with synchronous = {synchronous}")
    assert ruined > 0
