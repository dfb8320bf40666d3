"""Files with a password: what opens them, what does not, and what is told of which."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from argon2.low_level import Type, hash_secret_raw
from sqlcipher3 import dbapi2

from kompasskive.dialogue.model import Workbook
from kompasskive.errors import DamagedError, FileError, LockedError
from kompasskive.storage import encryption, unlocking
from kompasskive.storage.backups import backups_of
from kompasskive.storage.connection import head
from kompasskive.storage.encryption import KNOWN, MARK, Key, derived, new_key
from kompasskive.storage.recovery_code import code_of
from kompasskive.storage.unlocking import is_encrypted, prove, unlock
from kompasskive.storage.workbook import check, create, open_workbook, read

PASSWORD = "rød cykel på Æbelø"
KEY = Key(bytes(range(32)), MARK + bytes(12))
CODE = "\n".join(code_of(KEY.secret))


@pytest.fixture(autouse=True)
def nothing_known() -> Iterator[None]:
    """No test knows the key of another."""
    yield
    KNOWN.forget(KEY.salt)


@pytest.fixture
def file(path: Path, workbook: Workbook) -> Path:
    """An encrypted file whose key is not known."""
    assert create(path, workbook, key=KEY).close() == 0
    KNOWN.forget(KEY.salt)
    return path


def test_the_key_is_argon2id_of_the_password_and_the_first_16_bytes(
    path: Path, workbook: Workbook
) -> None:
    create(path, workbook, key=new_key(PASSWORD)).close()
    salt = path.read_bytes()[:16]
    secret = hash_secret_raw(
        PASSWORD.encode(), salt, 3, 64 * 1024, parallelism=4, hash_len=32, type=Type.ID
    )
    connection = dbapi2.connect(str(path))
    connection.execute(f"PRAGMA key = \"x'{secret.hex()}'\"")
    assert connection.execute("SELECT count(*) FROM people").fetchone() == (4,)
    connection.close()
    KNOWN.forget(salt)


def test_letters_typed_apart_are_the_same_password() -> None:
    assert derived("rød ål", KEY.salt) == derived("rød a\u030al", KEY.salt)


def test_salts_differ_and_a_key_tells_nothing_of_itself() -> None:
    one, other = (new_key(PASSWORD) for _ in range(2))
    assert one.salt != other.salt
    assert one.secret != other.secret
    assert repr(one) == "Key()"


def test_without_its_password_it_does_not_open(file: Path) -> None:
    assert is_encrypted(file)
    before = file.read_bytes()
    for look in (read, open_workbook):
        with pytest.raises(LockedError, match="har en adgangskode"):
            look(file)
    assert "adgangskode" in check(file)[0]
    assert file.read_bytes() == before


def test_with_its_password_it_is_as_it_was(file: Path, workbook: Workbook) -> None:
    unlock(file, CODE)
    assert read(file) == workbook
    assert check(file) == ()
    opened = open_workbook(file)
    changed = replace(workbook, leader="Mette")
    opened.submit(workbook, changed, lambda _: None)
    assert opened.close() == 0
    assert read(file) == changed


def test_every_wrong_password_is_told_in_the_same_words(file: Path) -> None:
    other = "\n".join(code_of(bytes(32)))
    told = set()
    for typed in ("forkert adgangskode", "", PASSWORD, "\ud800", "\0" * 20, other, CODE[:-1]):
        with pytest.raises(LockedError) as error:
            unlock(file, typed)
        told.add(str(error.value))
    assert len(told) == 1
    with pytest.raises(LockedError):
        read(file)


def test_the_right_one_opens_after_any_number_of_wrong_ones(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unlocking, "derived", lambda _, salt: Key(os.urandom(32), salt))
    for attempt in range(50):
        with pytest.raises(LockedError):
            unlock(file, f"forkert {attempt}")
    unlock(file, CODE)
    assert read(file).people


def test_a_key_is_compared_without_the_file() -> None:
    gone = Path("ingen.kompas")
    prove(gone, CODE, KEY)
    prove(gone, CODE.lower().replace("\n", " - "), KEY)
    with pytest.raises(LockedError, match="passer ikke"):
        prove(gone, PASSWORD, KEY)


def test_forgotten_it_is_locked_again(file: Path) -> None:
    unlock(file, CODE)
    read(file)
    KNOWN.forget(KEY.salt)
    with pytest.raises(LockedError):
        read(file)


def test_a_plain_file_stays_plain(path: Path, workbook: Workbook) -> None:
    create(path, workbook).close()
    assert not is_encrypted(path)
    assert path.read_bytes().startswith(b"SQLite format 3\0")
    unlock(path, PASSWORD)
    assert read(path) == workbook


@pytest.mark.parametrize("content", [b"", b"KMP\x01", b"KMP\x01" * 4, os.urandom(8192)])
def test_other_files_are_not_taken_for_encrypted_ones(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    if is_encrypted(path):
        with pytest.raises(LockedError):
            unlock(path, CODE)
    else:
        with pytest.raises(FileError, match="ikke en Kompasskive-fil"):
            read(path)


def flipped(path: Path, at: int) -> None:
    """One bit of a file, turned round."""
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def seen(path: Path) -> Workbook | str:
    """What a file says it holds, or that it is damaged."""
    try:
        return read(path)
    except FileError as error:
        return "beskadiget" if "er beskadiget og kan ikke læses" in str(error) else str(error)


def test_any_flipped_bit_is_found(file: Path, workbook: Workbook) -> None:
    unlock(file, CODE)
    whole = file.read_bytes()
    for at in range(16, len(whole), len(whole) // 60):
        flipped(file, at)
        assert seen(file) in ("beskadiget", workbook)
        assert check(file)
        file.write_bytes(whole)
    assert read(file) == workbook


def test_damage_is_told_from_a_wrong_password_by_a_backup(
    path: Path, workbook: Workbook, tmp_path: Path
) -> None:
    folder = tmp_path / "kopier"
    opened = create(path, workbook, key=KEY, backups=folder)
    opened.submit(workbook, replace(workbook, leader="Mette"), lambda _: None)
    opened.close()
    KNOWN.forget(KEY.salt)
    flipped(path, 100)
    with pytest.raises(LockedError):
        unlock(path, "forkert adgangskode", folder)
    with pytest.raises(FileError, match="beskadiget") as error:
        unlock(path, CODE, folder)
    assert not isinstance(error.value, LockedError)


def test_damage_after_the_first_page_is_no_wrong_password(file: Path) -> None:
    for at in range(4096 + 500, file.stat().st_size, 4096):
        flipped(file, at)
    with pytest.raises(LockedError):
        unlock(file, "forkert adgangskode")
    unlock(file, CODE)
    with pytest.raises(DamagedError):
        open_workbook(file)


def test_pages_of_two_snapshots_are_found(file: Path, workbook: Workbook) -> None:
    unlock(file, CODE)
    older = file.read_bytes()
    opened = open_workbook(file)
    opened.submit(workbook, replace(workbook, leader="Mette"), lambda _: None)
    opened.close()
    newer = bytearray(file.read_bytes())
    pages = [at for at in range(0, len(older), 4096) if older[at:][:4096] != newer[at:][:4096]]
    found = []
    for at in pages:
        mixed = bytearray(newer)
        mixed[at : at + 4096] = older[at : at + 4096]
        file.write_bytes(mixed)
        found.append(seen(file))
    assert "beskadiget" in found
    assert all(what in ("beskadiget", replace(workbook, leader="Mette")) for what in found)


def test_reading_the_salt_keeps_the_lock(file: Path) -> None:
    unlock(file, CODE)
    holder = dbapi2.connect(str(file), isolation_level=None)
    holder.execute(f'PRAGMA key = "{KEY.literal}"')
    holder.execute("BEGIN IMMEDIATE")
    assert head(file) == KEY.salt
    attempt = (
        "import sys; from sqlcipher3 import dbapi2\n"
        "c = dbapi2.connect(sys.argv[1], timeout=0, isolation_level=None)\n"
        "c.execute(f'PRAGMA key = \"{sys.argv[2]}\"')\n"
        "try: c.execute('BEGIN IMMEDIATE')\n"
        "except dbapi2.OperationalError as error: print(error)\n"
    )
    command = [sys.executable, "-c", attempt, str(file), KEY.literal]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    holder.close()
    assert answer.stdout.strip() == "database is locked"


def test_backups_are_encrypted_as_the_file_is(
    path: Path, workbook: Workbook, tmp_path: Path
) -> None:
    folder = tmp_path / "kopier"
    opened = create(path, workbook, key=KEY, backups=folder)
    opened.submit(workbook, replace(workbook, leader="Mette"), lambda _: None)
    opened.close()
    (backup,) = backups_of(folder, workbook.id)
    assert head(backup.path) == KEY.salt
    assert read(backup.path).leader == "Mette"


def test_nothing_readable_lies_anywhere(
    path: Path,
    workbook: Workbook,
    tmp_path: Path,
    marked: Callable[[Workbook, int], Workbook],
) -> None:
    canary = "Kanariefugl Æblegrød"
    named = replace(workbook, people=(replace(workbook.people[0], name=canary),))
    named = replace(named, leader=canary, dialogues=())
    opened = create(path, named, key=KEY, backups=tmp_path / "kopier")
    for step in range(5):
        after = replace(named, organisation=f"{canary} {step}")
        opened.submit(named, after, lambda _: None)
        named = after
    opened.close()
    for found in tmp_path.rglob("*"):
        if found.is_file():
            assert canary.encode() not in found.read_bytes()
            assert b"Kanariefugl" not in found.read_bytes()


def test_the_marks_of_a_salt_are_what_the_file_begins_with(file: Path) -> None:
    assert file.read_bytes()[:16] == KEY.salt
    assert encryption.is_marked(new_key(PASSWORD).salt)
    assert not encryption.is_marked(MARK)
