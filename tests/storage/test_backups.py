"""Backups are made, verified, thinned and restored; who was deleted does not come back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompasskive.dialogue import access
from kompasskive.dialogue.model import Workbook
from kompasskive.errors import AccessRequestError, FileError
from kompasskive.storage.backups import Backup, backups_for, backups_of, synced, thinned
from kompasskive.storage.deletion import delete
from kompasskive.storage.locking import lock_path
from kompasskive.storage.restoring import restore
from kompasskive.storage.workbook import Saved, check, create, open_workbook, read

AT = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
CANARY = "Kanariefugl Æblegrød"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kopier"


def test_syncing_changes_nothing(tmp_path: Path) -> None:
    """Windows takes a last 0x1A for the end of a text, and away it goes."""
    file = tmp_path / "krypteret.kompas"
    file.write_bytes(b"\n\r\n\x1a")
    synced(file)
    assert file.read_bytes() == b"\n\r\n\x1a"


class Clock:
    """A wall clock that the test moves."""

    def __init__(self) -> None:
        self.at = AT

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


def session(path: Path, folder: Path, clock: Clock, leader: str) -> None:
    """Open, change one thing, close."""
    file = open_workbook(path, clock=clock, backups=folder)
    file.submit(file.workbook, replace(file.workbook, leader=leader), lambda _: None)
    assert file.close() == 0


def test_a_changed_file_is_backed_up_when_closed(
    path: Path, workbook: Workbook, folder: Path, clock: Clock
) -> None:
    create(path, workbook, clock=clock, backups=folder).close()
    assert backups_of(folder, workbook.id) == ()
    session(path, folder, clock, "Mette")
    (backup,) = backups_of(folder, workbook.id)
    assert (backup.made_at, backup.revision) == (AT, 2)
    assert check(backup.path) == ()
    assert read(backup.path) == read(path)
    open_workbook(path, clock=clock, backups=folder).close()
    assert len(backups_of(folder, workbook.id)) == 1


def test_while_it_is_open_a_backup_is_made_every_half_hour(
    path: Path,
    workbook: Workbook,
    folder: Path,
    clock: Clock,
    marked: Callable[[Workbook, int], Workbook],
) -> None:
    file = create(path, workbook, clock=clock, backups=folder)
    value = workbook
    for step in range(6):
        before, value = value, marked(value, step)
        seen: list[object] = []
        file.submit(before, value, seen.append)
        while not (seen and file.pending() == 0):
            pass
        assert isinstance(seen[0], Saved)
        clock.at += timedelta(minutes=11)
    file.close()
    gaps = [b.made_at for b in reversed(backups_of(folder, workbook.id))]
    assert all(b - a >= timedelta(minutes=11) for a, b in pairwise(gaps))
    assert 3 <= len(gaps) <= 4


@given(st.lists(st.integers(0, 200 * 24 * 60), min_size=1, max_size=80, unique=True))
def test_thinning_keeps_the_latest_the_days_and_the_weeks(minutes: list[int]) -> None:
    made = sorted((AT - timedelta(minutes=m) for m in minutes), reverse=True)
    backups = [Backup(Path(str(at)), at, 1) for at in made]
    kept = [b for b in backups if b not in thinned(backups)]
    assert kept[:12] == backups[:12]
    assert len(kept) <= 12 + 10 + 9
    days = list(dict.fromkeys(b.made_at.date() for b in backups))[:10]
    assert {b.made_at.date() for b in kept} >= set(days)
    assert not thinned(kept)


def test_restoring_brings_content_back_and_keeps_what_was(
    path: Path, workbook: Workbook, folder: Path, clock: Clock
) -> None:
    create(path, workbook, clock=clock, backups=folder).close()
    for leader in ("Mette", "Bent"):
        clock.at += timedelta(hours=1)
        session(path, folder, clock, leader)
    _, first = backups_of(folder, workbook.id)
    clock.at += timedelta(hours=1)
    assert restore(path, first, folder, clock.at) is None
    assert read(path).leader == "Mette"
    assert check(path) == ()
    newest = backups_of(folder, workbook.id)[0]
    assert read(newest.path).leader == "Bent"
    assert sorted(p.name for p in path.parent.iterdir()) == sorted([path.name, folder.name])


def test_a_file_that_cannot_be_read_is_set_aside(
    path: Path, workbook: Workbook, folder: Path, clock: Clock
) -> None:
    create(path, workbook, clock=clock, backups=folder).close()
    session(path, folder, clock, "Mette")
    broken = path.read_bytes()[:9000]
    path.write_bytes(broken)
    (backup,) = backups_for(path, folder)
    aside = restore(path, backup, folder, clock.at)
    assert aside is not None
    assert aside.read_bytes() == broken
    assert read(path).leader == "Mette"


def test_a_spoiled_backup_is_refused_and_the_file_left(
    path: Path, workbook: Workbook, folder: Path, clock: Clock
) -> None:
    create(path, workbook, clock=clock, backups=folder).close()
    session(path, folder, clock, "Mette")
    (backup,) = backups_of(folder, workbook.id)
    backup.path.write_bytes(backup.path.read_bytes()[:9000])
    before = path.read_bytes()
    with pytest.raises(FileError):
        restore(path, backup, folder, clock.at)
    assert path.read_bytes() == before
    assert not lock_path(path).exists()


def test_an_open_file_is_neither_restored_nor_purged(
    path: Path, workbook: Workbook, folder: Path, clock: Clock
) -> None:
    create(path, workbook, clock=clock, backups=folder).close()
    session(path, folder, clock, "Mette")
    (backup,) = backups_of(folder, workbook.id)
    file = open_workbook(path)
    with pytest.raises(FileError, match="luk den dér"):
        delete(path, [workbook.people[0].id], (), folder, AT)
    with pytest.raises(FileError, match="luk den dér"):
        restore(path, backup, folder, AT)
    file.close()
    assert read(path).people == workbook.people


def with_canary(workbook: Workbook) -> Workbook:
    """The first person and all that is said about them carry a word nothing else does."""
    person = replace(workbook.people[0], name=CANARY, target_group=CANARY)
    talks = tuple(
        replace(d, remark=CANARY * 30, management=CANARY) if d.employee_id == person.id else d
        for d in workbook.dialogues
    )
    return replace(workbook, people=(person, *workbook.people[1:]), dialogues=talks)


def traces(place: Path) -> list[Path]:
    """Every file under a place in which the canary can be seen."""
    words = [CANARY.encode(), CANARY.encode("utf-16-le")]
    files = [p for p in place.rglob("*") if p.is_file()]
    return [p for p in files if any(word in p.read_bytes() for word in words)]


def test_a_deleted_person_leaves_no_trace_and_never_comes_back(
    tmp_path: Path, path: Path, workbook: Workbook, folder: Path, clock: Clock
) -> None:
    create(path, with_canary(workbook), clock=clock, backups=folder).close()
    for leader in ("Mette", "Bent"):
        clock.at += timedelta(hours=1)
        session(path, folder, clock, leader)
    old = backups_of(folder, workbook.id)[-1]
    elsewhere = old.path.read_bytes()
    assert len(traces(tmp_path)) == 3
    receipt = delete(path, [workbook.people[0].id], (), folder, clock.at)
    assert traces(tmp_path) == []
    assert CANARY not in receipt.text
    assert "1 medarbejder og" in receipt.text
    assert "OneDrive" in receipt.text
    assert len(read(path).people) == len(workbook.people) - 1
    assert check(path) == ()
    assert all(check(b.path) == () for b in backups_of(folder, workbook.id))
    old.path.write_bytes(elsewhere)
    restore(path, old, folder, clock.at)
    assert workbook.people[0].id not in {p.id for p in read(path).people}
    assert read(path).leader == "Mette"


def test_one_talk_goes_and_the_person_stays(path: Path, workbook: Workbook, folder: Path) -> None:
    create(path, workbook).close()
    talk = workbook.dialogues[0]
    receipt = delete(path, (), [talk.id], folder, AT)
    after = read(path)
    assert "1 samtale" in receipt.text
    assert after.people == workbook.people
    assert talk.id not in {d.id for d in after.dialogues}


def test_a_backup_that_cannot_be_purged_is_discarded(
    path: Path, workbook: Workbook, folder: Path, clock: Clock
) -> None:
    create(path, workbook, clock=clock, backups=folder).close()
    session(path, folder, clock, "Mette")
    (backup,) = backups_of(folder, workbook.id)
    backup.path.write_bytes(backup.path.read_bytes()[:9000])
    receipt = delete(path, [workbook.people[0].id], (), folder, clock.at)
    assert "kasseret" in receipt.text
    assert not backup.path.exists()


def test_a_standing_request_for_access_blocks_deletion(
    path: Path, workbook: Workbook, folder: Path
) -> None:
    asked = access.ask(workbook, workbook.people[0].id, AT.date())
    create(path, asked).close()
    before = path.read_bytes()
    own = workbook.dialogues_of(workbook.people[0].id)[0]
    for people, talks in (([workbook.people[0].id], []), ([], [own.id])):
        with pytest.raises(AccessRequestError, match=r"23\. november 2026"):
            delete(path, people, talks, folder, AT)
    assert path.read_bytes() == before
    assert delete(path, [workbook.people[1].id], (), folder, AT).people == 1
