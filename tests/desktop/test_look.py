"""The look follows the settings, and the system where Qt tells what it wants."""

from enum import Enum
from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog
from pytestqt.qtbot import QtBot
from tests.desktop.desk import Desk

from kompasskive.assets import ROOT
from kompasskive.desktop import stylesheet as sheet
from kompasskive.desktop.look import Look, system_moves
from kompasskive.desktop.questions import Questions
from kompasskive.desktop.settings import Settings
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.layouts import row
from kompasskive.desktop.widgets.text import label


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


def ticked(theme: Theme, qtbot: QtBot) -> QImage:
    """A ticked box in a look."""
    box = QCheckBox()
    theme.lead(box)
    qtbot.addWidget(box)
    box.setChecked(True)
    box.ensurePolished()
    box.resize(box.sizeHint())
    return box.grab().toImage()


def test_a_danish_user_name_in_the_programs_path_spoils_nothing(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = ticked(Theme(), qtbot)
    place = tmp_path / "Åse Øst (jobcenter) 'A & B'"
    copytree(ROOT / "ikoner", place / "ikoner")
    monkeypatch.setattr(sheet, "ROOT", place)
    assert ticked(Theme(), qtbot) == wanted


@pytest.mark.parametrize("changes", [(), (("dark", 2.0),), (("dark", 2.0), ("light", 1.5))])
def test_what_opens_is_dressed_in_the_look_of_then(
    desk: Desk, changes: tuple[tuple[str, float], ...]
) -> None:
    desk.show()
    theme = desk.window.context.theme
    for name, text in changes:
        theme.use(name, text)
    dialog = QDialog()
    words = label("Åse", "title")
    dialog.setLayout(row(words))
    seen = []

    def look() -> None:
        seen.append((words.palette().color(words.foregroundRole()), words.font().pixelSize()))
        dialog.accept()

    QTimer.singleShot(0, look)
    assert Questions(desk.window, theme).run(dialog)
    assert seen == [(theme.color("ink"), theme.px(18))]
