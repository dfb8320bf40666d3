"""Where a file lies: rights taken away, files and sticks that go and come back, slow shares."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import pytest
from tests.faults.nursery import Nursery
from tests.faults.tasks import steps_in

from kompasskive.storage.workbook import check, read

pytestmark = pytest.mark.faults

SLOW_MS = "40"
NOBODY = 65534


@pytest.fixture
def open_place(blank_file: Path) -> Iterator[Path]:
    """A file in a folder that everybody can reach."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        folder = Path(place) / "mappe"
        folder.mkdir()
        yield Path(shutil.copy(blank_file, folder / "fil.kompas"))


def test_a_file_or_folder_nobody_may_write(nursery: Nursery, open_place: Path) -> None:
    path, before = open_place, open_place.read_bytes()
    for mode_of_file, mode_of_folder in ((0o444, 0o755), (0o644, 0o555)):
        path.chmod(mode_of_file)
        path.parent.chmod(mode_of_folder)
        child = nursery.start("change_once_as", path, NOBODY)
        lines = child.lines()
        assert child.status == 0
        assert lines[0].startswith("reading Filen ligger, hvor der ikke kan skrives")
    path.parent.chmod(0o755)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_goes_and_comes_back(nursery: Nursery, path: Path, tmp_path: Path) -> None:
    child = nursery.start("change_twice", path, tmp_path / "gå", tmp_path / "kom")
    assert child.line() == "saved"
    stick = path.parent.rename(path.parent.with_name("trukket ud"))
    (tmp_path / "gå").touch()
    assert "findes ikke" in child.line()
    stick.rename(path.parent)
    (tmp_path / "kom").touch()
    assert child.line() == "saved"
    assert child.lines() == ["left 0"]
    assert check(path) == ()
    assert steps_in(read(path)) == {5, 6}


def test_a_slow_share_never_holds_up_the_caller(disk: Nursery, path: Path) -> None:
    child = disk.start(
        "time_submits", path, 20, DISK_FOLDER=str(path.parent), DISK_DO="slow", DISK_MS=SLOW_MS
    )
    slowest, until_saved, left = child.lines()
    assert child.status == 0
    assert float(slowest) < 0.05
    assert float(until_saved) > 20 * int(SLOW_MS) / 1000
    assert left == "left 0"


def test_a_scanner_that_lets_nobody_make_a_journal_is_waited_for(
    disk: Nursery, path: Path, tmp_path: Path
) -> None:
    freed = tmp_path / "fri"
    child = disk.start(
        "change_patiently",
        path,
        DISK_FOLDER=str(path.parent),
        DISK_DO="held",
        DISK_STEP="4",
        DISK_FREED=str(freed),
    )
    told = child.line()
    assert told.startswith("delayed")
    freed.touch()
    rest = [line for line in child.lines() if not line.startswith("delayed")]
    assert rest == ["saved", "left 0"]
    assert steps_in(read(path)) == {5}


def test_another_program_that_holds_the_file_a_while_is_waited_for(
    nursery: Nursery, path: Path
) -> None:
    scanner = sqlite3.connect(path, isolation_level=None)
    scanner.execute("BEGIN EXCLUSIVE")
    child = nursery.start("change_once", path, path.parent / "fri")
    started = perf_counter()
    while perf_counter() - started < 1.5:
        pass
    scanner.execute("ROLLBACK")
    scanner.close()
    assert child.lines() == ["saved", "left 0"]
