"""The look follows the settings, and the system where Qt tells what it wants."""

from enum import Enum

import pytest
from PySide6.QtWidgets import QApplication

from kompasskive.desktop.look import Look, system_moves
from kompasskive.desktop.settings import Settings
from kompasskive.desktop.theme import Theme


class Motion(Enum):
    """As Qt 6.12 has it."""

    NoPreference = 0
    ReducedMotion = 1


class Told:
    """What a system says of motion, in the words of Qt 6.12."""

    def __init__(self, motion: Motion) -> None:
        self._motion = motion

    def motionPreference(self) -> Motion:  # noqa: N802
        return self._motion


class Hints:
    """Style hints of a Qt that tells."""

    def __init__(self, motion: Motion) -> None:
        self._told = Told(motion)

    def accessibility(self) -> Told:
        return self._told


@pytest.mark.parametrize("motion", Motion)
def test_the_system_is_heard_where_qt_tells(motion: Motion) -> None:
    moves = system_moves(Hints(motion))  # type: ignore[arg-type]
    assert moves is (motion is Motion.NoPreference)


def test_an_older_qt_says_nothing_against_motion(qapp: QApplication) -> None:
    hints = qapp.styleHints()
    if not hasattr(hints.accessibility(), "motionPreference"):
        assert system_moves(hints)


def test_the_setting_turns_all_motion_off_and_on(qapp: QApplication, settings: Settings) -> None:
    theme = Theme()
    look = Look(theme, settings, qapp.styleHints())
    look.set_motion(False)
    assert not theme.motion
    look.set_motion(True)
    assert theme.motion
