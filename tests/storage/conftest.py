"""A workbook with a few people and talks, its file, and a way to wait for the writer."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from queue import Queue

import pytest

from kompasskive.dialogue.example import example_workbook
from kompasskive.dialogue.model import Dialogue, ItemAnswer, Viewpoint, Workbook
from kompasskive.errors import FileError
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Mark
from kompasskive.storage.workbook import OpenWorkbook, Saved, create

WAIT_SECONDS = 20


class Acknowledged:
    """What the writer answered, in order; a hang becomes a failure."""

    def __init__(self) -> None:
        self._answers: Queue[Saved | FileError] = Queue()
        self.done = self._answers.put

    def next(self) -> Saved | FileError:
        """The next answer, waited for."""
        return self._answers.get(timeout=WAIT_SECONDS)

    def saved(self) -> Saved:
        """The next answer, which must be that a change is on disk."""
        answer = self.next()
        assert isinstance(answer, Saved), answer
        return answer


@pytest.fixture
def answers() -> Acknowledged:
    return Acknowledged()


@pytest.fixture
def workbook() -> Workbook:
    return example_workbook(bundled(), 4, 1, date(2026, 11, 23))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Jobcentret – æøå.kompas"


@pytest.fixture
def opened(path: Path, workbook: Workbook) -> Iterator[OpenWorkbook]:
    file = create(path, workbook)
    yield file
    file.close()


@pytest.fixture
def marked() -> Callable[[Workbook, int], Workbook]:
    return with_mark


def with_mark(workbook: Workbook, step: int) -> Workbook:
    """The workbook with one mark more or another one, as a click would leave it."""
    talk = workbook.dialogues[0]
    items = [i for f in workbook.framework_of(talk).fields for i in f.items]
    mark = list(Mark)[(step // len(items)) % 4]
    answer = ItemAnswer(mark, wish=step % 2 == 0, reason=f"skridt {step}")
    key = (Viewpoint.AGREED, items[step % len(items)].id)
    return _with(workbook, replace(talk, items={**talk.items, key: answer}))


def _with(workbook: Workbook, talk: Dialogue) -> Workbook:
    return replace(workbook, dialogues=(talk, *workbook.dialogues[1:]))
