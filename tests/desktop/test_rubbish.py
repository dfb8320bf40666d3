"""Rubbish is looked for in the window's thread alone, and never through what a file holds."""

import gc
import weakref
from collections.abc import Iterator
from threading import Thread, current_thread, main_thread

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kompasskive.desktop import rubbish
from kompasskive.desktop.rubbish import look, look_in_turns, not_looking


class Held:
    """Something a file could hold, or that lies in a ring."""

    def __init__(self) -> None:
        self.ring: object = None


def ring() -> weakref.ref[Held]:
    """Something that nothing but itself holds."""
    made = Held()
    made.ring = made
    return weakref.ref(made)


def many_rings() -> list[weakref.ref[Held]]:
    """More of them than Python lets lie, were it to look by itself."""
    return [ring() for _ in range(20 * gc.get_threshold()[0])]


def rings_made_beside() -> list[weakref.ref[Held]]:
    """Many rings made by another thread."""
    made: list[weakref.ref[Held]] = []
    beside = Thread(target=lambda: made.extend(many_rings()))
    beside.start()
    beside.join()
    return made


@pytest.fixture
def window(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[QObject]:
    monkeypatch.setattr(rubbish, "EVERY_MS", 1)
    owner = QObject()
    look_in_turns(owner)
    yield owner
    for child in owner.children():
        child.deleteLater()
    gc.unfreeze()
    gc.disable()


def test_a_thread_beside_the_window_never_looks(window: QObject) -> None:
    assert all(each() for each in rings_made_beside())


def test_the_windows_thread_looks_in_turns_of_its_own(window: QObject, qtbot: QtBot) -> None:
    threads = []

    def note(_phase: str, _told: dict[str, int]) -> None:
        threads.append(current_thread())

    made = rings_made_beside()
    gc.callbacks.append(note)
    try:
        qtbot.waitUntil(lambda: not any(each() for each in made))
    finally:
        gc.callbacks.remove(note)
    assert set(threads) == {main_thread()}


def test_what_was_there_before_is_left_alone(window: QObject) -> None:
    before = ring()
    gc.freeze()
    look()
    gc.collect()
    assert before()


def test_what_a_file_holds_is_left_alone_and_goes_by_itself(window: QObject) -> None:
    before = gc.get_freeze_count()
    with not_looking():
        made = [Held() for _ in range(1000)]
        alone = many_rings()
        look()
        assert all(each() for each in alone)
    assert not gc.isenabled()
    assert gc.get_freeze_count() >= before + len(made)
    first = weakref.ref(made[0])
    del made
    assert first() is None


def test_a_file_that_cannot_be_read_lets_looking_go_on(window: QObject) -> None:
    with pytest.raises(ValueError, match="nej"), not_looking():
        raise ValueError("nej")
    lost = many_rings()
    look()
    assert not any(each() for each in lost)
