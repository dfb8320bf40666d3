"""Killed at every step of a backup, a restoring and a deletion: whole before, or whole after."""

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from tests.faults.nursery import Child, Nursery
from tests.faults.power import steps_of

from kompasskive.dialogue.model import Workbook
from kompasskive.storage.backups import backups_of
from kompasskive.storage.workbook import check, read

pytestmark = pytest.mark.faults

KILLS = 25


@pytest.fixture
def home(nursery: Nursery, path: Path) -> Path:
    """A folder with a file that was worked in twice, and its two backups."""
    for leader in ("Mette", "Bent"):
        child = nursery.start("work_and_close", path, path.parent / "kopier", leader)
        assert child.lines() == ["left 0"]
    return path.parent


def sweep(
    disk: Nursery, home: Path, task: str, kills: int, sound: Callable[[Path, Path], None]
) -> None:
    """Kill at so many of the steps the task takes, each in a fresh copy of the folder."""
    log = home.with_name(f"{task}-skridt")
    whole_run = run(disk, home, task, "never", DISK_LOG=str(log))
    assert whole_run.status == 0
    steps = range(1, sum(step.op != "o" for step in steps_of(log)))
    for step in Random(8).sample(steps, min(kills, len(steps))):
        child = run(disk, home, task, str(step), DISK_DO="kill", DISK_STEP=str(step))
        assert child.status == -9
        place = home.with_name(f"{task}-{step}")
        sound(next(place.glob("*.kompas")), place / "kopier")
        shutil.rmtree(place)


def run(disk: Nursery, home: Path, task: str, name: str, **environment: str) -> Child:
    """The task in a copy of the folder, until it ends or is killed."""
    place = home.with_name(f"{task}-{name}")
    shutil.copytree(home, place)
    path = next(place.glob("*.kompas"))
    words = ("Ida",) if task == "work_and_close" else ()
    child = disk.start(
        task, path, place / "kopier", *words, patience=60.0, DISK_FOLDER=str(place), **environment
    )
    child.lines()
    assert not child.hung
    return child


def whole(path: Path, folder: Path) -> Workbook:
    """The content of a file that is sound, as all its backups are."""
    assert check(path) == ()
    workbook = read(path)
    assert all(check(backup.path) == () for backup in backups_of(folder, workbook.id))
    return workbook


def test_in_a_backup(disk: Nursery, home: Path, scale: int) -> None:
    def sound(path: Path, folder: Path) -> None:
        assert whole(path, folder).leader in ("Bent", "Ida")

    sweep(disk, home, "work_and_close", KILLS * scale, sound)


def test_in_a_restoring(disk: Nursery, home: Path, scale: int) -> None:
    def sound(path: Path, folder: Path) -> None:
        assert whole(path, folder).leader in ("Bent", "Mette")

    sweep(disk, home, "restore_oldest", KILLS * scale, sound)


def test_in_a_deletion_which_is_then_asked_for_again(
    disk: Nursery, nursery: Nursery, home: Path, scale: int
) -> None:
    def sound(path: Path, folder: Path) -> None:
        whole(path, folder)
        again = nursery.start("delete_everybody", path, folder)
        assert again.lines()[0].startswith("Slettet for altid")
        everything = (path, *(b.path for b in backups_of(folder, read(path).id)))
        assert not [p for p in everything if read(p).people or read(p).dialogues]

    sweep(disk, home, "delete_everybody", KILLS * scale, sound)
