"""Killed, or without room, at every step of an upgrade, a backup, a restoring and a deletion.

Whole as before, or whole as after; never anything between.
"""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from tests.faults.nursery import Nursery
from tests.faults.sweep import fill_at_steps, kill_at_steps

from kompasskive.dialogue.model import Workbook
from kompasskive.storage import connection
from kompasskive.storage.backups import backups_of
from kompasskive.storage.loading import load
from kompasskive.storage.schema import SCHEMA_VERSION
from kompasskive.storage.workbook import check, read

pytestmark = pytest.mark.faults

SCHEMA_1 = Path(__file__).parents[1] / "data" / "skema_1.kompas"
STEPS = 25
Disturb: TypeAlias = Callable[..., None]
ways = pytest.mark.parametrize("disturb", [kill_at_steps, fill_at_steps])


@pytest.fixture
def home(nursery: Nursery, path: Path) -> Path:
    """A folder with a file that was worked in twice, and its two backups."""
    for leader in ("Mette", "Bent"):
        child = nursery.start("work_and_close", path, path.parent / "kopier", leader)
        assert child.lines() == ["left 0"]
    return path.parent


@pytest.fixture
def old_home(tmp_path: Path) -> Path:
    """A folder with a file of schema 1, and no backups."""
    folder = tmp_path / "gammelt"
    folder.mkdir()
    shutil.copy(SCHEMA_1, folder / "gammel.kompas")
    return folder


def whole(path: Path, folder: Path) -> Workbook:
    """The content of a file that is sound, as all its backups are."""
    assert check(path) == ()
    workbook = read(path)
    assert all(check(backup.path) == () for backup in backups_of(folder, workbook.id))
    return workbook


@ways
def test_in_an_upgrade(
    disk: Nursery, nursery: Nursery, old_home: Path, scale: int, disturb: Disturb
) -> None:
    before, versions = read(SCHEMA_1), set()

    def sound(path: Path, folder: Path) -> None:
        assert whole(path, folder) == before
        with connection.connect(path, writable=False) as db, db.begin():
            versions.add(load(db, path).version)
        again = nursery.start("upgrade", path, folder)
        assert again.lines() == ["upgraded"]
        assert whole(path, folder) == before

    disturb(disk, old_home, "upgrade", STEPS * scale, sound)
    assert versions == {1, SCHEMA_VERSION}


@ways
def test_in_a_backup(disk: Nursery, home: Path, scale: int, disturb: Disturb) -> None:
    def sound(path: Path, folder: Path) -> None:
        assert whole(path, folder).leader in ("Bent", "Ida")

    disturb(disk, home, "work_and_close", STEPS * scale, sound)


@ways
def test_in_a_restoring(disk: Nursery, home: Path, scale: int, disturb: Disturb) -> None:
    def sound(path: Path, folder: Path) -> None:
        assert whole(path, folder).leader in ("Bent", "Mette")

    disturb(disk, home, "restore_oldest", STEPS * scale, sound)


@ways
def test_in_a_deletion_which_is_then_asked_for_again(
    disk: Nursery, nursery: Nursery, home: Path, scale: int, disturb: Disturb
) -> None:
    def sound(path: Path, folder: Path) -> None:
        left = whole(path, folder)
        assert len(backups_of(folder, left.id)) == 2
        if left.people:
            again = nursery.start("delete_everybody", path, folder)
            assert again.lines()[0].startswith("Slettet for altid")
        everything = (path, *(b.path for b in backups_of(folder, left.id)))
        assert not [p for p in everything if read(p).people or read(p).dialogues]

    disturb(disk, home, "delete_everybody", STEPS * scale, sound)
