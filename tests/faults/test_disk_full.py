"""A disk that takes no more, or is pulled out, at each step of a change: nothing is lost."""

import shutil
from itertools import count
from pathlib import Path

import pytest
from tests.faults.nursery import Nursery
from tests.faults.tasks import steps_in

from kompasskive.storage.workbook import check, read

pytestmark = pytest.mark.faults


def outcome(disk: Nursery, path: Path, act: str, step: int) -> list[str]:
    """What a process says that makes one change while the disk refuses from a step on."""
    freed = path.parent.with_name(f"fri-{act}-{step}")
    child = disk.start(
        "change_once",
        path,
        freed,
        DISK_FOLDER=str(path.parent),
        DISK_DO=act,
        DISK_STEP=str(step),
        DISK_FREED=str(freed),
    )
    lines = child.lines()
    assert not child.hung
    assert child.status == 0, lines
    return lines


@pytest.mark.parametrize("act", ["full", "quota", "broken", "gone"])
def test_at_every_step_of_a_change(
    disk: Nursery, blank_file: Path, tmp_path: Path, act: str
) -> None:
    refused = 0
    for step in count(1):
        folder = tmp_path / str(step)
        folder.mkdir()
        path = Path(shutil.copy(blank_file, folder / "fuld.kompas"))
        lines = outcome(disk, path, act, step)
        assert check(path) == ()
        words = [line.split()[0] for line in lines]
        if words == ["saved", "left"]:
            break
        refused += 1
        told = lines[0].partition(" ")[2]
        assert told.endswith(".")
        if words[0] == "refused":
            assert words == ["refused", "saved", "left"]
            assert "står stadig på skærmen" in told
            assert steps_in(read(path)) == {5}
        else:
            assert words[0] in ("unopened", "reading")
            assert steps_in(read(path)) == set()
    assert refused >= 5
