"""A fault in the window: what is on screen is on disk, one sentence is said, and no name leaks."""

import sys
import threading
from dataclasses import replace

import pytest
from tests.desktop.desk import NOW, Desk

from kompasskive.desktop.app import guard
from kompasskive.dialogue.example import example_workbook
from kompasskive.framework.catalogue import bundled
from kompasskive.storage.workbook import create, read

CANARY = "Kanariefugl Æblegrød"


@pytest.fixture(autouse=True)
def hooks(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hooks are as they were afterwards."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)


def fall() -> None:
    """A fault whose message holds a name."""
    raise LookupError(CANARY)


def crash() -> None:
    """What Qt does with an exception from a slot."""
    try:
        fall()
    except LookupError as error:
        sys.excepthook(LookupError, error, error.__traceback__)


def test_what_is_on_screen_is_saved_and_the_report_holds_no_names(desk: Desk) -> None:
    path, folder = desk.folder / "fil.kompas", desk.folder / "fejl"
    create(path, example_workbook(bundled(), 2, 1, NOW.date())).close()
    desk.show()
    desk.window.files.open(path)
    desk.settle()
    document = desk.window.context.document
    document.edit("Leder", replace(document.value, leader=CANARY))
    kept = guard(desk.window, lambda: folder)
    crash()
    crash()
    desk.settle()
    assert kept is not None
    assert read(path).leader == CANARY
    assert desk.answers.asked.count("Der skete en fejl i programmet") == 1
    (report, *_) = sorted(folder.iterdir())
    words = report.read_text(encoding="utf-8")
    assert CANARY not in words
    assert "LookupError" in words
    assert "test_crash.py, linje" in words
    assert "fall" in words


def test_a_fault_on_another_thread_is_told_too(desk: Desk) -> None:
    desk.show()
    kept = guard(desk.window, lambda: desk.folder / "fejl")
    thread = threading.Thread(target=fall)
    thread.start()
    thread.join()
    desk.settle()
    assert kept is not None
    assert desk.answers.asked == ["Der skete en fejl i programmet"]
