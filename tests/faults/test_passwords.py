"""Killed, or without room, while a password is set, changed or removed: whole, and nothing told.

And killed while an encrypted file is worked in: no name or word of it lies anywhere.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import TypeAlias

import pytest
from tests.faults.nursery import Nursery
from tests.faults.sweep import fill_at_steps, kill_at_steps
from tests.faults.tasks import ONE, OTHER, steps_in
from tests.faults.test_care import whole
from tests.faults.test_kill import is_hot, wait_for

from kompasskive.errors import LockedError
from kompasskive.storage.backups import backups_of
from kompasskive.storage.connection import head
from kompasskive.storage.encryption import KNOWN, PLAIN
from kompasskive.storage.recovery_code import code_of
from kompasskive.storage.unlocking import unlock
from kompasskive.storage.workbook import check, open_workbook, read

pytestmark = pytest.mark.faults

STEPS = 20
KILLS = 40
HOT_LEAST = 10
TOLD = (b"Jens Jensen", b"skridt", b"vi talte om", b"Bent", b"Mette")
Disturb: TypeAlias = Callable[..., None]
ways = pytest.mark.parametrize("disturb", [kill_at_steps, fill_at_steps])


@pytest.fixture(autouse=True)
def keys() -> Iterator[None]:
    """The judge knows both keys."""
    for key in (ONE, OTHER):
        KNOWN.keep(key)
    yield
    for key in (ONE, OTHER):
        KNOWN.forget(key.salt)


@pytest.fixture
def home(nursery: Nursery, path: Path) -> Path:
    """A folder with a plain file that was worked in twice, and its two backups."""
    for leader in ("Mette", "Bent"):
        child = nursery.start("work_and_close", path, path.parent / "kopier", leader)
        assert child.lines() == ["left 0"]
    return path.parent


@pytest.fixture
def secret_home(nursery: Nursery, home: Path) -> Path:
    """The same, with a password."""
    path = next(home.glob("*.kompas"))
    assert "krypteret" in nursery.start("set_password", path, home / "kopier").lines()[0]
    assert not told_in(home)
    return home


def told_in(folder: Path) -> list[str]:
    """Names of files in a folder that anybody can read something in."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if any(word in path.read_bytes() for word in TOLD)]


def opened_again(path: Path, folder: Path) -> None:
    """What the next opening puts right."""
    opened = open_workbook(path, backups=folder)
    assert opened.read_only_reason == ""
    opened.close()


@ways
def test_while_a_password_is_set(disk: Nursery, home: Path, scale: int, disturb: Disturb) -> None:
    heads = set()

    def sound(path: Path, folder: Path) -> None:
        assert whole(path, folder).leader == "Bent"
        opened_again(path, folder)
        heads.add(head(path))
        if head(path) == ONE.salt:
            assert told_in(path.parent) == []
        assert whole(path, folder).leader == "Bent"

    disturb(disk, home, "set_password", STEPS * scale, sound)
    assert heads == {PLAIN, ONE.salt}


@ways
def test_while_it_is_changed(
    disk: Nursery, secret_home: Path, scale: int, disturb: Disturb
) -> None:
    heads = set()

    def sound(path: Path, folder: Path) -> None:
        assert told_in(path.parent) == []
        assert whole(path, folder).leader == "Bent"
        heads.add(head(path))

    disturb(disk, secret_home, "change_password", STEPS * scale, sound)
    assert heads == {ONE.salt, OTHER.salt}


@ways
def test_while_it_is_removed(
    disk: Nursery, secret_home: Path, scale: int, disturb: Disturb
) -> None:
    heads = set()

    def sound(path: Path, folder: Path) -> None:
        assert whole(path, folder).leader == "Bent"
        assert len(backups_of(folder, read(path).id)) == 2
        opened_again(path, folder)
        heads.add(head(path))
        if head(path) == ONE.salt:
            assert told_in(path.parent) == []

    disturb(disk, secret_home, "remove_password", STEPS * scale, sound)
    assert heads == {PLAIN, ONE.salt}


def test_killed_at_work_it_tells_nothing_and_opens_with_its_password(
    nursery: Nursery, secret_home: Path, scale: int
) -> None:
    path, moment, first, hot = next(secret_home.glob("*.kompas")), Random(5), 0, 0
    for _ in range(KILLS * scale):
        child = nursery.start("mark_secretly", path, first)
        lines = [child.line() for _ in range(moment.randint(1, 8))]
        wait_for(lambda: is_hot(path))
        child.kill()
        lines += child.lines()
        hot += is_hot(path)
        assert told_in(secret_home) == []
        KNOWN.forget(ONE.salt)
        with pytest.raises(LockedError):
            unlock(path, "forkert adgangskode")
        unlock(path, "".join(code_of(ONE.secret)))
        assert check(path) == ()
        last = max(steps_in(read(path)))
        assert last >= int(lines[-1].split()[1])
        first = last + 1
    print(f"{KILLS * scale} kills, {hot} hot journals, {first} steps, nothing told")
    assert hot >= HOT_LEAST
