"""What was acknowledged is in the file, and the file is sound, wherever the process is killed."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from time import perf_counter

import pytest
from tests.faults.nursery import Nursery
from tests.faults.tasks import ITEMS, steps_in

from kompasskive.storage.workbook import check, read

pytestmark = pytest.mark.faults

KILLS = 200
COMMIT = 0.008
"""Seconds: a few commits, so that kills fall everywhere in them."""
HOT_SHARE, HOT_AIM = 0.2, 0.25
PATIENCE = 3
"""How many times as many kills a loaded machine gets to show enough hot journals."""
JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")


def killed(nursery: Nursery, path: Path, first: int, moment: Random, aimed: bool) -> int:
    """The last step a process said was saved, killed at a random moment.

    An aimed moment is counted from when a commit's journal was seen valid, so that it falls
    inside the commit; the process itself is as it always is.
    """
    child = nursery.start("mark", path, first)
    lines = [child.line() for _ in range(moment.randint(1, 20))]
    if aimed:
        wait_for(lambda: is_hot(path))
        into = moment.uniform(0, COMMIT / 40)
    else:
        into = moment.uniform(0, COMMIT)
    until = perf_counter() + into
    wait_for(lambda: perf_counter() >= until)
    child.kill()
    lines += child.lines()
    assert not child.hung
    assert {line.split()[0] for line in lines} == {"acknowledged"}
    steps = [int(line.split()[1]) for line in lines]
    assert steps == list(range(first, first + len(steps)))
    return steps[-1]


def wait_for(come: Callable[[], bool]) -> None:
    """Busily, for a sleep is too coarse; not for ever."""
    until = perf_counter() + 10
    while not come() and perf_counter() < until:
        pass


def is_hot(path: Path) -> bool:
    """Whether a journal was left that must be rolled back: its header says what it holds."""
    journal = path.with_name(f"{path.name}-journal")
    try:
        with journal.open("rb") as file:
            header = file.read(12)
    except FileNotFoundError:
        return False
    return header[:8] == JOURNAL_MAGIC and int.from_bytes(header[8:12], "big") > 0


def test_nothing_acknowledged_is_lost(nursery: Nursery, path: Path, scale: int) -> None:
    moment, first, hot, kills = Random(2), 0, 0, 0
    least = KILLS * scale
    while kills < least or (hot < HOT_SHARE * kills and kills < PATIENCE * least):
        acknowledged = killed(nursery, path, first, moment, aimed=hot < HOT_AIM * kills)
        kills += 1
        hot += is_hot(path)
        assert check(path) == ()
        steps = steps_in(read(path))
        last = max(steps)
        assert last >= acknowledged
        assert steps == set(range(max(0, last - ITEMS + 1), last + 1))
        first = last + 1
    print(f"{kills} kills, {first} steps, {hot} hot journals, 0 acknowledged lost")
    assert hot >= HOT_SHARE * kills
