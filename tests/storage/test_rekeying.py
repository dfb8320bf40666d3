"""A password is set, changed and removed: content stays, backups follow, nothing is left behind."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from kompasskive.dialogue.model import Workbook
from kompasskive.errors import FileError, LockedError
from kompasskive.storage.backups import backups_of
from kompasskive.storage.connection import head
from kompasskive.storage.deletion import delete
from kompasskive.storage.encryption import KNOWN, MARK, PLAIN, Key
from kompasskive.storage.locking import lock_path
from kompasskive.storage.rekeying import rekey, temporary_of
from kompasskive.storage.restoring import restore
from kompasskive.storage.workbook import check, create, open_workbook, read

AT = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
ONE = Key(bytes(range(32)), MARK + b"1" * 12)
OTHER = Key(bytes(range(1, 33)), MARK + b"2" * 12)
CANARY = "Kanariefugl Æblegrød"


@pytest.fixture(autouse=True)
def nothing_known() -> Iterator[None]:
    yield
    for key in (ONE, OTHER):
        KNOWN.forget(key.salt)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kopier"


@pytest.fixture
def file(path: Path, workbook: Workbook, folder: Path) -> Path:
    """A plain file with two backups."""
    create(path, workbook).close()
    for day, leader in enumerate(("Mette", CANARY)):
        at = AT + timedelta(day)
        opened = open_workbook(path, clock=partial(lambda at: at, at), backups=folder)
        opened.submit(opened.workbook, replace(opened.workbook, leader=leader), lambda _: None)
        assert opened.close() == 0
    return path


def heads(file: Path, folder: Path) -> set[bytes]:
    """What the file and its backups begin with."""
    return {head(path) for path in (file, *(b.path for b in backups_of(folder, read(file).id)))}


def test_set_changed_and_removed_the_content_stays(file: Path, folder: Path) -> None:
    before = read(file)
    for key in (ONE, OTHER, None):
        done = rekey(file, key, folder, AT)
        assert (done.encrypted, done.backups, done.behind) == (key is not None, 2, 0)
        assert heads(file, folder) == {key.salt if key else PLAIN}
        assert read(file) == before
        assert check(file) == ()
        assert [read(b.path).leader for b in backups_of(folder, before.id)] == [CANARY, "Mette"]
    assert not list(file.parent.rglob("*.halv*"))


def test_the_old_key_is_forgotten(file: Path, folder: Path) -> None:
    rekey(file, ONE, folder, AT)
    rekey(file, OTHER, folder, AT)
    assert KNOWN.get(ONE.salt) is None
    KNOWN.forget(OTHER.salt)
    with pytest.raises(LockedError):
        read(file)


def test_nothing_readable_is_left_when_a_password_is_set(file: Path, folder: Path) -> None:
    assert CANARY.encode() in file.read_bytes()
    rekey(file, ONE, folder, AT)
    for found in file.parent.rglob("*"):
        assert not found.is_file() or b"Kanariefugl" not in found.read_bytes()


@pytest.mark.skipif(os.name == "nt", reason="Windows replaces no file that somebody has open")
def test_what_the_old_file_held_is_overwritten(file: Path, folder: Path) -> None:
    with file.open("rb") as still_open:
        rekey(file, ONE, folder, AT)
        assert not any(still_open.read())


def test_a_file_with_another_name_as_well_is_not_overwritten(file: Path, folder: Path) -> None:
    other = file.with_name("andet navn.kompas")
    other.hardlink_to(file)
    rekey(file, ONE, folder, AT)
    assert read(other).leader == CANARY


@pytest.mark.skipif(os.name == "nt", reason="links take rights that Windows users lack")
def test_a_link_is_followed(file: Path, folder: Path, tmp_path: Path) -> None:
    link = tmp_path / "genvej.kompas"
    link.symlink_to(file)
    rekey(link, ONE, folder, AT)
    assert link.is_symlink()
    assert head(file) == ONE.salt


def test_a_backup_that_cannot_be_read_goes_and_is_told(
    file: Path, folder: Path, workbook: Workbook
) -> None:
    newest, _ = backups_of(folder, workbook.id)
    newest.path.write_bytes(b"itu")
    done = rekey(file, ONE, folder, AT)
    assert (done.backups, done.behind) == (1, 1)
    assert "1 sikkerhedskopi kunne ikke følge med og er kasseret" in done.text
    assert not newest.path.exists()


def test_a_removed_password_takes_no_backup_with_it(
    file: Path, folder: Path, workbook: Workbook
) -> None:
    rekey(file, ONE, folder, AT)
    newest, _ = backups_of(folder, workbook.id)
    broken = bytearray(newest.path.read_bytes())
    broken[100] ^= 1
    newest.path.write_bytes(broken)
    done = rekey(file, None, folder, AT)
    assert (done.backups, done.behind) == (1, 1)
    assert "har stadig den gamle adgangskode" in done.text
    assert newest.path.read_bytes() == broken


def test_open_elsewhere_nothing_is_done(file: Path, folder: Path) -> None:
    before = file.read_bytes()
    opened = open_workbook(file)
    lock = lock_path(file).read_bytes()
    with pytest.raises(FileError, match="luk den dér"):
        rekey(file, ONE, folder, AT)
    assert (file.read_bytes(), lock_path(file).read_bytes()) == (before, lock)
    opened.close()


def test_a_locked_file_is_not_rewritten(file: Path, folder: Path) -> None:
    rekey(file, ONE, folder, AT)
    KNOWN.forget(ONE.salt)
    before = file.read_bytes()
    with pytest.raises(LockedError):
        rekey(file, None, folder, AT)
    assert file.read_bytes() == before


def test_damage_is_not_carried_into_a_new_file(file: Path, folder: Path) -> None:
    content = bytearray(file.read_bytes())
    at = content.rindex(CANARY.encode())
    content[at] ^= 1
    file.write_bytes(content)
    with pytest.raises(FileError, match="beskadiget"):
        rekey(file, ONE, folder, AT)
    assert file.read_bytes() == content


def test_a_backup_from_before_comes_back_encrypted_as_the_file_is(
    file: Path, folder: Path, workbook: Workbook
) -> None:
    _, oldest = backups_of(folder, workbook.id)
    plain = oldest.path.read_bytes()
    rekey(file, ONE, folder, AT)
    oldest.path.write_bytes(plain)
    restore(file, oldest, folder, AT + timedelta(hours=1))
    assert head(file) == ONE.salt
    assert read(file).leader == "Mette"


def test_opening_takes_the_backups_that_were_left_plain(
    file: Path, folder: Path, workbook: Workbook
) -> None:
    newest, oldest = backups_of(folder, workbook.id)
    plain = newest.path.read_bytes()
    rekey(file, ONE, folder, AT)
    newest.path.write_bytes(plain)
    temporary_of(file).write_bytes(plain)
    temporary_of(oldest.path).write_bytes(plain)
    open_workbook(file, backups=folder).close()
    assert heads(file, folder) == {ONE.salt}
    assert not list(file.parent.rglob("*.halv"))


def test_people_are_deleted_from_encrypted_files_and_backups(
    file: Path, folder: Path, workbook: Workbook
) -> None:
    rekey(file, ONE, folder, AT)
    receipt = delete(file, [workbook.people[0].id], (), folder, AT)
    assert (receipt.people, receipt.backups, receipt.discarded) == (1, 2, 0)
    assert heads(file, folder) == {ONE.salt}
    for path in (file, *(b.path for b in backups_of(folder, workbook.id))):
        assert workbook.people[0].id not in {p.id for p in read(path).people}


def test_an_encrypted_file_that_cannot_be_read_is_restored(
    file: Path, folder: Path, workbook: Workbook
) -> None:
    rekey(file, ONE, folder, AT)
    file.write_bytes(file.read_bytes()[:5000])
    newest, _ = backups_of(folder, workbook.id)
    restore(file, newest, folder, AT)
    assert (head(file), read(file).leader) == (ONE.salt, CANARY)
