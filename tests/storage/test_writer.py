"""Changes reach the disk in order, only the changed rows, and none is lost when writing fails."""

import json
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from queue import Queue
from typing import Protocol

import pytest
from sqlalchemy import text
from sqlcipher3 import dbapi2

from kompasskive.dialogue.model import Workbook
from kompasskive.errors import FileError
from kompasskive.storage import patience
from kompasskive.storage.connection import connect
from kompasskive.storage.loading import load
from kompasskive.storage.locking import lock_path
from kompasskive.storage.rows import changes
from kompasskive.storage.workbook import OpenWorkbook, Saved, check, create, open_workbook, read


class Answers(Protocol):
    def done(self, answer: Saved | FileError) -> None: ...
    def next(self) -> Saved | FileError: ...
    def saved(self) -> Saved: ...


Marked = Callable[[Workbook, int], Workbook]

moves_open_files = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows keeps an open file where it is"
)


def steps(workbook: Workbook, marked: Marked, count: int) -> list[Workbook]:
    values = [workbook]
    for step in range(count):
        values.append(marked(values[-1], step))
    return values


def test_reopening_shows_what_was_left(
    opened: OpenWorkbook, path: Path, marked: Marked, answers: Answers
) -> None:
    values = steps(opened.workbook, marked, 5)
    for before, after in pairwise(values):
        opened.submit(before, after, answers.done)
    assert opened.close() == 0
    again = open_workbook(path)
    assert again.workbook == values[-1]
    assert again.saved_at == [answers.saved() for _ in range(5)][-1].at
    assert again.read_only_reason == ""
    again.close()
    assert check(path) == ()


def test_order_is_kept_under_load(
    opened: OpenWorkbook, path: Path, marked: Marked, answers: Answers
) -> None:
    values = steps(opened.workbook, marked, 150)
    for before, after in pairwise(values):
        opened.submit(before, after, answers.done)
    revisions = [answers.saved().revision for _ in values[1:]]
    assert revisions == list(range(2, 152))
    assert opened.pending() == 0
    assert read(path) == values[-1]


def test_a_mark_writes_one_row(workbook: Workbook, marked: Marked) -> None:
    (change,) = changes(workbook, marked(workbook, 3))
    assert change.table == "item_answers"


def test_only_changed_rows_are_written(
    opened: OpenWorkbook, path: Path, marked: Marked, answers: Answers
) -> None:
    before = _rows_by_table(path)
    opened.submit(opened.workbook, marked(opened.workbook, 3), answers.done)
    answers.saved()
    after = _rows_by_table(path)
    touched = {name: before[name] ^ after[name] for name in before}
    assert {name for name, rows in touched.items() if rows} == {"item_answers", "log", "meta"}
    assert sum(map(len, touched.values())) <= 5


def _rows_by_table(path: Path) -> dict[str, set[object]]:
    with connect(path, writable=False) as db, db.begin():
        names = db.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars()
        return {n: set(db.execute(text(f"SELECT * FROM {n}")).fetchall()) for n in names.all()}


def test_the_log_says_nothing_about_anybody(
    opened: OpenWorkbook, path: Path, marked: Marked, answers: Answers
) -> None:
    opened.submit(opened.workbook, marked(opened.workbook, 3), answers.done)
    answers.saved()
    with connect(path, writable=False) as db, db.begin():
        logged = db.execute(text("SELECT revision, kind FROM log")).fetchall()
    assert [tuple(row) for row in logged] == [(1, "created"), (2, "item_answers")]


def test_the_caller_is_not_held_up(
    opened: OpenWorkbook, path: Path, marked: Marked, answers: Answers
) -> None:
    held = threading.Event()
    values = steps(opened.workbook, marked, 2)

    def hold(answer: Saved | FileError) -> None:
        held.wait(20)
        answers.done(answer)

    opened.submit(values[0], values[1], hold)
    opened.submit(values[1], values[2], answers.done)
    assert opened.pending() >= 1
    held.set()
    assert [answers.saved().revision, answers.saved().revision] == [2, 3]


def test_reading_works_while_the_file_is_open(
    opened: OpenWorkbook, path: Path, marked: Marked, answers: Answers
) -> None:
    values = steps(opened.workbook, marked, 30)
    for before, after in pairwise(values):
        opened.submit(before, after, answers.done)
    seen = [read(path) for _ in range(5)]
    for _ in values[1:]:
        answers.saved()
    order = [values.index(value) for value in seen]
    assert order == sorted(order)
    assert read(path) == values[-1]


def test_a_change_gets_to_disk_after_a_reader_held_up_its_commit(
    opened: OpenWorkbook, path: Path, marked: Marked, answers: Answers
) -> None:
    delayed: Queue[str] = Queue()
    opened.on_delay(delayed.put)
    with connect(path, writable=False) as reader, reader.begin():
        load(reader, path)
        opened.submit(opened.workbook, after := marked(opened.workbook, 1), answers.done)
        assert "optaget" in delayed.get(timeout=20)
    assert answers.saved().revision == 2
    assert read(path) == after


@moves_open_files
def test_what_failed_waits_first_in_line(
    opened: OpenWorkbook, path: Path, marked: Marked, answers: Answers
) -> None:
    values = steps(opened.workbook, marked, 3)
    away = path.with_name("væk.kompas")
    path.rename(away)
    for before, after in pairwise(values):
        opened.submit(before, after, answers.done)
    assert isinstance(answers.next(), FileError)
    assert opened.pending() == 3
    opened.retry()
    refused = str(answers.next())
    assert "findes ikke – ændringen er ikke gemt endnu" in refused
    away.rename(path)
    opened.retry()
    assert [answers.saved().revision for _ in range(3)] == [2, 3, 4]
    assert opened.close() == 0
    assert read(path) == values[-1]


def test_a_disk_that_takes_no_more_loses_nothing(
    opened: OpenWorkbook, path: Path, answers: Answers
) -> None:
    resource, signal = pytest.importorskip("resource"), pytest.importorskip("signal")
    talk = opened.workbook.dialogues[0]
    long = replace(talk, remark="Vi er enige. " * 40_000)
    after = replace(opened.workbook, dialogues=(long, *opened.workbook.dialogues[1:]))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, hard))
    try:
        opened.submit(opened.workbook, after, answers.done)
        refused = answers.next()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)
    assert isinstance(refused, FileError)
    assert "står stadig på skærmen" in str(refused)
    assert read(path) == opened.workbook
    opened.retry()
    assert answers.saved().revision == 2
    assert read(path) == after


@moves_open_files
def test_closing_tries_once_more_and_says_what_is_left(
    opened: OpenWorkbook, path: Path, marked: Marked, answers: Answers
) -> None:
    path.rename(path.with_name("væk.kompas"))
    opened.submit(opened.workbook, marked(opened.workbook, 1), answers.done)
    answers.next()
    assert opened.close() == 1
    assert isinstance(answers.next(), FileError)
    path.with_name("væk.kompas").rename(path)


@moves_open_files
def test_a_file_changed_by_somebody_else_is_not_overwritten(
    opened: OpenWorkbook, path: Path, marked: Marked, answers: Answers, tmp_path: Path
) -> None:
    other = tmp_path / "anden.kompas"
    create(other, replace(opened.workbook, leader="En anden")).close()
    other.replace(path)
    opened.submit(opened.workbook, marked(opened.workbook, 1), answers.done)
    assert "uden om dette vindue" in str(answers.next())
    assert read(path).leader == "En anden"


def test_a_change_must_start_where_the_last_one_ended(
    opened: OpenWorkbook, marked: Marked, answers: Answers
) -> None:
    first, second = marked(opened.workbook, 1), marked(opened.workbook, 2)
    opened.submit(opened.workbook, first, answers.done)
    with pytest.raises(ValueError, match="submitted last"):
        opened.submit(opened.workbook, second, answers.done)


def test_two_people_with_one_id_are_refused(opened: OpenWorkbook, answers: Answers) -> None:
    twice = replace(opened.workbook, people=(*opened.workbook.people, opened.workbook.people[0]))
    opened.submit(opened.workbook, twice, answers.done)
    assert isinstance(answers.next(), FileError)
    assert opened.pending() == 1


def test_a_fault_in_the_answer_does_not_stop_the_writer(
    opened: OpenWorkbook, marked: Marked, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashes: list[object] = []
    fell = threading.Event()

    def hook(crash: threading.ExceptHookArgs) -> None:
        crashes.append(crash.exc_value)
        fell.set()

    def fault(_: Saved | FileError) -> None:
        raise LookupError("the window is gone")

    monkeypatch.setattr(threading, "excepthook", hook)
    values = steps(opened.workbook, marked, 2)
    opened.submit(values[0], values[1], fault)
    assert fell.wait(20)
    opened.submit(values[1], values[2], answers.done)
    assert answers.saved().revision == 3
    assert len(crashes) == 1


def test_another_programs_hold_is_waited_out_and_told(
    opened: OpenWorkbook, path: Path, marked: Marked, answers: Answers
) -> None:
    delays: Queue[str] = Queue()
    opened.on_delay(delays.put)
    scanner = dbapi2.connect(str(path), isolation_level=None)
    scanner.execute("BEGIN EXCLUSIVE")
    values = steps(opened.workbook, marked, 2)
    opened.submit(values[0], values[1], answers.done)
    assert "optaget af et andet program" in delays.get(timeout=20)
    scanner.execute("ROLLBACK")
    scanner.close()
    assert answers.saved().revision == 2
    opened.submit(values[1], values[2], answers.done)
    assert answers.saved().revision == 3
    assert read(path) == values[2]


def test_a_hold_that_lasts_becomes_a_refusal(
    opened: OpenWorkbook,
    path: Path,
    marked: Marked,
    answers: Answers,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(patience, "SECONDS", 0.1)
    scanner = dbapi2.connect(str(path), isolation_level=None)
    scanner.execute("BEGIN EXCLUSIVE")
    opened.submit(opened.workbook, marked(opened.workbook, 1), answers.done)
    assert "optaget af et andet program" in str(answers.next())
    scanner.execute("ROLLBACK")
    scanner.close()
    opened.retry()
    assert answers.saved().revision == 2


def test_a_window_that_was_taken_over_writes_no_more(
    opened: OpenWorkbook, path: Path, marked: Marked, answers: Answers
) -> None:
    lock = lock_path(path)
    lock.unlink()
    lock.write_text(json.dumps([1, "anden-pc", "2026-11-25T09:00:00+01:00", "x"]))
    before = path.read_bytes()
    opened.submit(opened.workbook, marked(opened.workbook, 1), answers.done)
    assert "overtaget af et andet vindue" in str(answers.next())
    assert path.read_bytes() == before
    assert opened.close() == 1
    assert lock.exists()


def test_a_lock_that_was_only_removed_stops_nothing(
    opened: OpenWorkbook, path: Path, marked: Marked, answers: Answers
) -> None:
    lock_path(path).unlink()
    opened.submit(opened.workbook, marked(opened.workbook, 1), answers.done)
    assert answers.saved().revision == 2
