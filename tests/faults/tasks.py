"""What the processes of the fault tests do, through the program's own code."""

import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from queue import Queue
from threading import Semaphore
from time import perf_counter

from kompasskive.dialogue.model import Dialogue, ItemAnswer, Note, NoteScope, Viewpoint, Workbook
from kompasskive.errors import FileError
from kompasskive.framework.model import Mark
from kompasskive.storage import connection, patience
from kompasskive.storage.backups import backups_for
from kompasskive.storage.deletion import delete
from kompasskive.storage.encryption import KNOWN, MARK, Key
from kompasskive.storage.recovery_code import code_of
from kompasskive.storage.rekeying import rekey
from kompasskive.storage.restoring import restore
from kompasskive.storage.unlocking import unlock
from kompasskive.storage.workbook import Saved, check, open_workbook, read

ONE = Key(bytes(range(32)), MARK + b"1" * 12)
OTHER = Key(bytes(range(1, 33)), MARK + b"2" * 12)
IN_FLIGHT = 4
ITEMS = 61
"""Items of the framework: step N answers item N mod 61."""
TEXT_EVERY = 5
"""One step in so many writes a note as well."""
NOTES = 20


def mark(path: str, first: int) -> None:
    """Mark and write for ever, a few changes ahead of the disk; ends only by being killed."""
    _mark(Path(path), count(first), lambda step: print("acknowledged", step, flush=True))


def mark_noting(path: str, steps: int, synchronous: str) -> None:
    """Mark `steps` times, each acknowledgement left beside the file.

    With `synchronous` the file is opened with another setting than the program's: the control.
    """
    if synchronous:
        connection._SETTINGS["synchronous"] = (synchronous, {"OFF": 0, "FULL": 2}[synchronous])
    noted = os.open(Path(path).with_name("kvitteringer"), os.O_CREAT | os.O_WRONLY, 0o600)
    _mark(Path(path), range(steps), lambda step: os.write(noted, f"{step}\n".encode()))


def _mark(path: Path, steps: Iterable[int], tell: Callable[[int], object]) -> None:
    file = open_workbook(path)
    if file.read_only_reason:
        sys.exit(file.read_only_reason)
    workbook, room = file.workbook, Semaphore(IN_FLIGHT)
    for step in steps:
        room.acquire()
        after = stepped(workbook, step)
        file.submit(workbook, after, _answer(step, room, tell))
        workbook = after
    file.close()


def _answer(step: int, room: Semaphore, tell: Callable[[int], object]) -> Callable[..., None]:
    def done(answer: Saved | FileError) -> None:
        if isinstance(answer, Saved):
            tell(step)
        else:
            print("refused", step, answer, flush=True)
        room.release()

    return done


def stepped(workbook: Workbook, step: int) -> Workbook:
    """The workbook with this step's answer, and now and then a note."""
    talk = workbook.dialogues[0]
    items = [item for field in workbook.framework_of(talk).fields for item in field.items]
    key = (Viewpoint.AGREED, items[step % len(items)].id)
    answer = ItemAnswer(Mark.CONFIDENT, reason=str(step))
    changed = replace(talk, items={**talk.items, key: answer})
    if step % TEXT_EVERY == 0:
        changed = _noted(changed, step)
    return replace(workbook, dialogues=(changed, *workbook.dialogues[1:]))


def _noted(talk: Dialogue, step: int) -> Dialogue:
    text = f"Skridt {step}: " + "vi talte om skønnet i sager på tværs. " * (step % 40)
    return replace(talk, notes=(*talk.notes, Note(str(step), NoteScope.TALK, "", text))[-NOTES:])


def steps_in(workbook: Workbook) -> set[int]:
    """Which steps' answers the workbook holds."""
    return {int(answer.reason) for answer in workbook.dialogues[0].items.values()}


def change_once(path: str, freed: str) -> None:
    """Make one change; when it is refused, free the disk and try again."""
    patience.SECONDS = 0.2
    answers: Queue[Saved | FileError] = Queue()
    try:
        file = open_workbook(Path(path))
    except FileError as error:
        print("unopened", error, flush=True)
        return
    if file.read_only_reason:
        print("reading", file.read_only_reason, flush=True)
        return
    file.submit(file.workbook, stepped(file.workbook, 5), answers.put)
    answer = answers.get()
    if isinstance(answer, FileError):
        print("refused", answer, flush=True)
        Path(freed).touch()
        file.retry()
        answer = answers.get()
    print("saved" if isinstance(answer, Saved) else f"still {answer}", flush=True)
    print("left", file.close(), flush=True)


def change_patiently(path: str) -> None:
    """Make one change, saying when it has to wait for another program."""
    answers: Queue[Saved | FileError] = Queue()
    file = open_workbook(Path(path))
    file.on_delay(lambda reason: print("delayed", reason, flush=True))
    file.submit(file.workbook, stepped(file.workbook, 5), answers.put)
    _tell(answers.get())
    print("left", file.close(), flush=True)


def change_once_as(path: str, user: int) -> None:
    """Make one change with somebody else's rights."""
    os.setuid(user)
    change_once(path, "")


def change_twice(path: str, go: str, come: str) -> None:
    """Make a change; another when `go` exists; try it again when `come` does."""
    answers: Queue[Saved | FileError] = Queue()
    file = open_workbook(Path(path))
    after = stepped(file.workbook, 5)
    file.submit(file.workbook, after, answers.put)
    _tell(answers.get())
    _wait_for(Path(go))
    file.submit(after, stepped(after, 6), answers.put)
    _tell(answers.get())
    _wait_for(Path(come))
    file.retry()
    _tell(answers.get())
    print("left", file.close(), flush=True)


def time_submits(path: str, changes: int) -> None:
    """Say the longest a change held up its caller, and how long until all were on disk."""
    file, started, slowest = open_workbook(Path(path)), perf_counter(), 0.0
    workbook = file.workbook
    for step in range(changes):
        before, workbook = workbook, stepped(workbook, step)
        asked = perf_counter()
        file.submit(before, workbook, lambda _: None)
        slowest = max(slowest, perf_counter() - asked)
    left = file.close()
    print(slowest, perf_counter() - started, f"left {left}", sep="\n", flush=True)


def _tell(answer: Saved | FileError) -> None:
    print("saved" if isinstance(answer, Saved) else f"refused {answer}", flush=True)


def _wait_for(path: Path) -> None:
    while not path.exists():
        pass


def work_and_close(path: str, folder: str, leader: str) -> None:
    """Change one thing and close, which makes a backup."""
    try:
        file = open_workbook(Path(path), clock=_later, backups=Path(folder))
        file.submit(file.workbook, replace(file.workbook, leader=leader), lambda _: None)
    except FileError as error:
        print("refused", error, flush=True)
        return
    print("left", file.close(), flush=True)
    if file.backup_trouble:
        print("refused", file.backup_trouble, flush=True)


def upgrade(path: str, folder: str) -> None:
    """Open for work, which upgrades an older file, and close."""
    try:
        file = open_workbook(Path(path), clock=_later, backups=Path(folder))
    except FileError as error:
        print("refused", error, flush=True)
        return
    print(f"refused {file.read_only_reason}" if file.read_only_reason else "upgraded", flush=True)
    file.close()


def restore_oldest(path: str, folder: str) -> None:
    """Put the oldest backup in the file's place."""
    oldest = backups_for(Path(path), Path(folder))[-1]
    try:
        restore(Path(path), oldest, Path(folder), _later())
    except FileError as error:
        print("refused", error, flush=True)
    else:
        print("restored", flush=True)


def delete_everybody(path: str, folder: str) -> None:
    """Delete everybody in the file for good."""
    people = [person.id for person in read(Path(path)).people]
    try:
        print(delete(Path(path), people, (), Path(folder), _later()).text, flush=True)
    except FileError as error:
        print("refused", error, flush=True)


def mark_secretly(path: str, first: int) -> None:
    """As `mark`, in a file whose key is `ONE`."""
    KNOWN.keep(ONE)
    mark(path, first)


def mark_noting_secretly(path: str, steps: int, synchronous: str) -> None:
    """As `mark_noting`, in a file whose key is `ONE`."""
    KNOWN.keep(ONE)
    mark_noting(path, steps, synchronous)


def look_by_code(path: str) -> None:
    """As `look`, at a file that may have the key `ONE`, with its recovery code typed first."""
    try:
        unlock(Path(path), "".join(code_of(ONE.secret)))
    except FileError as error:
        print("refused", error, flush=True)
        return
    look(path)


def set_password(path: str, folder: str) -> None:
    """Give a plain file the key `ONE`."""
    _rekey(path, ONE, folder)


def change_password(path: str, folder: str) -> None:
    """Give a file with the key `ONE` the key `OTHER`."""
    KNOWN.keep(ONE)
    _rekey(path, OTHER, folder)


def remove_password(path: str, folder: str) -> None:
    """Take its key from a file with the key `ONE`."""
    KNOWN.keep(ONE)
    _rekey(path, None, folder)


def _rekey(path: str, key: Key | None, folder: str) -> None:
    try:
        done = rekey(Path(path), key, Path(folder), _later())
        print("refused" if done.behind else "rekeyed", done.text, flush=True)
    except FileError as error:
        print("refused", error, flush=True)


def _later() -> datetime:
    return datetime.now().astimezone() + timedelta(hours=1)


def look(*paths: str) -> None:
    """Open each file and say what is in it, or the sentence it is refused with."""
    for path in paths:
        try:
            workbook = read(Path(path))
        except FileError as error:
            print("refused", error, flush=True)
        else:
            print("read", repr(workbook), flush=True)
        check(Path(path))
