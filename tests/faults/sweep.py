"""A task disturbed at one step after another, each time in a fresh copy of its folder."""

import os
import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from random import Random
from typing import TypeAlias

from tests.faults.nursery import Child, Nursery
from tests.faults.power import steps_of

FIRST = 3
"""Steps that are always tried: the lock is made and written in them."""

Sound: TypeAlias = Callable[[Path, Path], None]
"""Asserts that a file and its folder of backups are sound after the disturbance."""


def kill_at_steps(disk: Nursery, home: Path, task: str, kills: int, sound: Sound) -> None:
    """Kill at so many of the steps the task takes."""
    for step, at_the_end in _some_steps(disk, home, task, kills):
        child, place = run(disk, home, task, str(step), DISK_DO="kill", DISK_STEP=str(step))
        child.lines()
        assert child.status in (-9, 0)
        _pass_time(place)
        _judge(place, sound)
        if child.status == 0 and at_the_end:
            break


def fill_at_steps(disk: Nursery, home: Path, task: str, most: int, sound: Sound) -> None:
    """From a step on there is no room for more; what is refused is said in a sentence."""
    refused = tried = 0
    for step, at_the_end in _some_steps(disk, home, task, most):
        child, place = run(disk, home, task, str(step), DISK_DO="full", DISK_STEP=str(step))
        lines = child.lines()
        assert not child.hung
        assert child.status == 0, (step, lines)
        told = [line for line in lines if line.startswith("refused")]
        refused += bool(told) or "left 1" in lines
        tried += 1
        assert all(line.endswith(".") for line in told), told
        _judge(place, sound)
        if not told and at_the_end:
            break
    assert refused >= tried / 2


def run(disk: Nursery, home: Path, task: str, name: str, **environment: str) -> tuple[Child, Path]:
    """The task begun in a copy of the folder, and that copy."""
    place = home.with_name(f"{task}-{name}")
    shutil.copytree(home, place)
    path = next(place.glob("*.kompas"))
    words = ("Ida",) if task == "work_and_close" else ()
    folder = {"DISK_FOLDER": str(place)}
    child = disk.start(task, path, place / "kopier", *words, patience=60.0, **folder, **environment)
    return child, place


def _some_steps(disk: Nursery, home: Path, task: str, most: int) -> Iterator[tuple[int, bool]]:
    """Some of the steps the task takes, then those at its end, which are said to be so."""
    log = home.with_name(f"{task}-skridt")
    log.unlink(missing_ok=True)
    child, place = run(disk, home, task, "hel", DISK_LOG=str(log))
    child.lines()
    assert child.status == 0
    shutil.rmtree(place)
    known = sum(step.op != "o" for step in steps_of(log))
    sample = Random(8).sample(range(FIRST + 1, known), min(most, known - FIRST - 1))
    yield from ((step, False) for step in (*range(1, FIRST + 1), *sample))
    yield from ((step, True) for step in count(known))


def _pass_time(place: Path) -> None:
    """A lock cut off before it said whose it is counts for ten seconds, which pass here."""
    for lock in place.glob("*.lock"):
        os.utime(lock, (0, 0))


def _judge(place: Path, sound: Sound) -> None:
    sound(next(place.glob("*.kompas")), place / "kopier")
    shutil.rmtree(place)
