"""Work beside the window tells the window how it went, and leaves nothing behind."""

import gc
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from kompasskive.desktop.background import Background
from kompasskive.errors import ExpectedError, FileError


class Held:
    """What those who wait for the work hold, a whole file perhaps."""


def succeed() -> str:
    return "gjort"


def fail() -> str:
    raise FileError("Det gik ikke.")


@pytest.mark.parametrize(("work", "told"), [(succeed, "gjort"), (fail, "Det gik ikke.")])
def test_what_is_told_is_let_go(qtbot: QtBot, work: Callable[[], str], told: str) -> None:
    background, heard = Background(), []

    def begin() -> weakref.ref[Held]:
        held = Held()

        def hear(outcome: str | ExpectedError, _with: Held = held) -> None:
            heard.append(str(outcome))

        background.start(work, hear, hear)
        return weakref.ref(held)

    held = begin()
    qtbot.waitUntil(lambda: heard == [told])
    qtbot.waitUntil(lambda: gc.collect() >= 0 and held() is None)
    assert [type(child) for child in background.children()] == [QThreadPool]
