"""What opens, what opens for reading only, and what is refused with one sentence and left alone."""

import json
import os
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest
from sqlalchemy import text
from sqlcipher3 import dbapi2

from kompasskive.dialogue.model import Workbook
from kompasskive.errors import FileError
from kompasskive.storage import connection, schema
from kompasskive.storage.locking import lock_path
from kompasskive.storage.workbook import OpenWorkbook, check, create, open_workbook, read

AT = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)


@pytest.fixture
def closed(path: Path, workbook: Workbook) -> Path:
    create(path, workbook).close()
    return path


def refusal(path: Path) -> str:
    """The sentence a file is refused with, by every way in; the file stays as it was."""
    content = path.read_bytes() if path.is_file() else b""
    with pytest.raises(FileError) as refused:
        open_workbook(path)
    with pytest.raises(FileError, match=r"."):
        read(path)
    assert check(path)
    assert (path.read_bytes() if path.is_file() else b"") == content
    assert not lock_path(path).exists()
    return str(refused.value)


def altered(path: Path, *statements: str) -> None:
    db = dbapi2.connect(str(path))
    for statement in statements:
        db.execute(statement)
    db.commit()
    db.close()


def test_every_setting_is_read_back(opened: OpenWorkbook, path: Path) -> None:
    with connection.connect(path, writable=True) as db:
        values = {
            name: db.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys")
        }
        identity = db.exec_driver_sql("PRAGMA application_id").scalar()
        version = db.exec_driver_sql("PRAGMA user_version").scalar()
    assert values == {
        "journal_mode": "delete",
        "synchronous": 3,
        "secure_delete": 1,
        "foreign_keys": 1,
    }
    assert (identity, version) == (schema.APPLICATION_ID, schema.SCHEMA_VERSION)


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("/hjem/æ b?#%.kompas"), "file:///hjem/%C3%A6%20b%3F%23%25.kompas?mode=ro"),
        (PureWindowsPath(r"C:\M\a.kompas"), "file:///C:/M/a.kompas?mode=ro"),
        (PureWindowsPath(r"\\server\del\a.kompas"), "file:////server/del/a.kompas?mode=ro"),
    ],
)
def test_every_kind_of_path_has_a_name_sqlite_takes(path: PurePath, uri: str) -> None:
    assert connection.uri(path, "ro") == uri


def test_odd_names_open(tmp_path: Path, workbook: Workbook) -> None:
    refused_by_windows = "" if os.name == "nt" else '?*"<>|'
    path = tmp_path / f"50 % æøå#&'{refused_by_windows}.kompas"
    create(path, workbook).close()
    assert read(path) == workbook


def test_closing_an_old_window_again_leaves_the_new_ones_lock(
    opened: OpenWorkbook, path: Path
) -> None:
    opened.close()
    again = open_workbook(path)
    opened.close()
    assert lock_path(path).exists()
    again.close()


def test_a_setting_that_does_not_take_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="sikker måde"):
        connection.settled(dbapi2.connect(":memory:"), tmp_path / "hukommelse.kompas")


def test_every_table_is_strict(closed: Path) -> None:
    with connection.connect(closed, writable=False) as db, db.begin():
        tables = db.execute(text("PRAGMA table_list")).mappings().all()
    ours = [t for t in tables if not t["name"].startswith("sqlite_")]
    assert len(ours) == len(schema.METADATA.tables)
    assert all(t["strict"] for t in ours)


def test_the_second_window_reads_only_and_says_why(opened: OpenWorkbook, path: Path) -> None:
    second = open_workbook(path)
    assert socket.gethostname() in second.read_only_reason
    assert second.workbook == opened.workbook
    with pytest.raises(FileError, match="andet vindue"):
        second.submit(second.workbook, replace(second.workbook, leader="X"), print)
    assert second.close() == 0
    assert lock_path(path).exists()


def test_closing_lets_the_file_go(opened: OpenWorkbook, path: Path) -> None:
    opened.close()
    assert not lock_path(path).exists()
    third = open_workbook(path)
    assert third.read_only_reason == ""
    third.close()


def test_a_dead_process_holds_nothing(closed: Path) -> None:
    finished = subprocess.Popen([sys.executable, "-c", ""])
    finished.wait()
    lock_path(closed).write_text(
        json.dumps([finished.pid, socket.gethostname(), AT.isoformat(), "x"])
    )
    file = open_workbook(closed)
    assert file.read_only_reason == ""
    file.close()


def test_our_own_number_from_an_earlier_run_holds_nothing(closed: Path) -> None:
    lock_path(closed).write_text(
        json.dumps([os.getpid(), socket.gethostname(), AT.isoformat(), "earlier"])
    )
    file = open_workbook(closed)
    assert file.read_only_reason == ""
    file.close()


@pytest.mark.parametrize(
    ("since", "free"), [("1990-01-01T00:00:00+01:00", True), ("2999-01-01T00:00:00+01:00", False)]
)
def test_a_lock_from_before_the_machine_was_started_holds_nothing(
    closed: Path, since: str, free: bool
) -> None:
    waiting = [sys.executable, "-c", "input()"]
    with subprocess.Popen(waiting, stdin=subprocess.PIPE) as living:
        lock_path(closed).write_text(json.dumps([living.pid, socket.gethostname(), since, "x"]))
        file = open_workbook(closed)
        assert (file.read_only_reason == "") is free
        assert not file.may_take_over
        file.close()
        living.communicate(b"\n")


def test_another_machine_is_believed(closed: Path) -> None:
    lock_path(closed).write_text(json.dumps([1, "anden-pc", AT.isoformat(), "x"]))
    file = open_workbook(closed)
    assert "anden-pc siden 23. november 2026 kl. 14.05" in file.read_only_reason
    assert file.may_take_over
    assert lock_path(closed).exists()


def test_another_machines_lock_can_be_taken_over(closed: Path) -> None:
    lock_path(closed).write_text(json.dumps([1, "anden-pc", AT.isoformat(), "x"]))
    file = open_workbook(closed, take_over=True)
    assert (file.read_only_reason, file.may_take_over) == ("", False)
    again = open_workbook(closed, take_over=True)
    assert again.read_only_reason
    assert not again.may_take_over
    file.close()
    assert not lock_path(closed).exists()


def test_a_lock_cut_off_by_a_crash_holds_nothing(closed: Path) -> None:
    lock = lock_path(closed)
    lock.touch()
    assert "ved at blive åbnet" in open_workbook(closed).read_only_reason
    os.utime(lock, (0, 0))
    file = open_workbook(closed)
    assert file.read_only_reason == ""
    file.close()


def test_asked_to_read_it_takes_no_lock(closed: Path) -> None:
    file = open_workbook(closed, read_only=True)
    assert file.read_only_reason
    assert not lock_path(closed).exists()


def test_an_existing_file_is_never_overwritten(closed: Path, workbook: Workbook) -> None:
    with pytest.raises(FileError, match="allerede en fil"):
        create(closed, replace(workbook, leader="Ny"))
    assert read(closed) == workbook


def test_a_missing_folder_is_named_as_such(tmp_path: Path, workbook: Workbook) -> None:
    with pytest.raises(FileError, match="Mappen til »a"):
        create(tmp_path / "nej" / "a.kompas", workbook)


def test_a_file_that_cannot_be_made_leaves_nothing(path: Path, workbook: Workbook) -> None:
    impossible = replace(workbook, people=(*workbook.people, workbook.people[0]))
    with pytest.raises(FileError, match="ikke lavet nogen fil"):
        create(path, impossible)
    assert list(path.parent.iterdir()) == []


def test_a_missing_file(tmp_path: Path) -> None:
    assert "findes ikke" in refusal(tmp_path / "væk.kompas")


def test_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "mappe.kompas"
    folder.mkdir()
    assert "mappe.kompas" in refusal(folder)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 ...", b"x" * 5000, b"SQLite format 3\0"])
def test_other_files(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert "ikke en Kompasskive-fil" in refusal(path)


def test_another_programs_database(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE a (b)")
    db.commit()
    db.close()
    assert "ikke en Kompasskive-fil" in refusal(path)


def test_a_newer_file_is_left_byte_for_byte(closed: Path) -> None:
    altered(closed, f"PRAGMA user_version = {schema.SCHEMA_VERSION + 1}")
    assert "nyere udgave" in refusal(closed)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE people SET name = 'Ændret'",
        "UPDATE item_answers SET wish = 1 - wish",
        "UPDATE meta SET revision = revision + 1",
        "DELETE FROM placements",
        "DELETE FROM meta",
        "INSERT INTO log VALUES (99, '2026-01-01T00:00:00', 'x')",
    ],
)
def test_content_changed_outside_is_noticed(closed: Path, statement: str) -> None:
    altered(closed, statement)
    assert "beskadiget" in refusal(closed)
    assert any("kontrolsum" in fault for fault in check(closed))


def test_a_foreign_trigger_is_noticed(closed: Path) -> None:
    altered(closed, "CREATE TRIGGER t AFTER INSERT ON log BEGIN DELETE FROM people; END")
    assert any("opbygning" in fault for fault in check(closed))
    assert "bygget om" in refusal(closed)


def test_a_truncated_file(closed: Path) -> None:
    closed.write_bytes(closed.read_bytes()[:20_000])
    assert "beskadiget" in refusal(closed)


def torn(content: bytes) -> Iterator[bytes]:
    """The file with one byte changed, at places spread over it."""
    for place in range(120, len(content), len(content) // 40):
        yield content[:place] + bytes([content[place] ^ 0x11]) + content[place + 1 :]


def test_a_flipped_byte_never_changes_content_silently(closed: Path) -> None:
    right = read(closed)
    outcomes = []
    for content in torn(closed.read_bytes()):
        closed.write_bytes(content)
        try:
            outcomes.append(read(closed) == right)
        except FileError:
            outcomes.append(True)
    assert all(outcomes)
    assert len(outcomes) >= 40


def crashed(path: Path, copy: Path) -> None:
    """The file as a crash in the middle of a large write leaves it: half new, with its journal."""
    db = dbapi2.connect(str(path), isolation_level=None)
    db.execute("PRAGMA cache_size = 1")
    db.execute("BEGIN IMMEDIATE")
    db.execute("UPDATE item_answers SET reason = hex(randomblob(2000))")
    copy.write_bytes(path.read_bytes())
    journal = path.with_name(f"{path.name}-journal").read_bytes()
    copy.with_name(f"{copy.name}-journal").write_bytes(journal)
    db.execute("ROLLBACK")
    db.close()


def test_a_crash_in_the_middle_of_a_write_is_rolled_back(closed: Path, tmp_path: Path) -> None:
    copy = tmp_path / "efter.kompas"
    crashed(closed, copy)
    assert copy.read_bytes() != closed.read_bytes()
    assert check(copy) == ()
    assert read(copy) == read(closed)
    assert not copy.with_name(f"{copy.name}-journal").exists()
