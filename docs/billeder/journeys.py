"""Takes a picture of each journey through the running program, played with keys where it matters.

`PYTHONPATH=src:. QT_QPA_PLATFORM=offscreen .venv/bin/python docs/billeder/journeys.py`,
and perhaps a folder and the beginning of a name.
"""

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from docs.billeder.make import HERE, LARGE, NOW, SMALL, WIDE, named, until
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QCursor, QFont, QFontDatabase
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kompasskive.desktop.app import build, dress
from kompasskive.desktop.own_file import own_workbook
from kompasskive.desktop.pages.people import PeoplePage
from kompasskive.desktop.pages.people_sheet import TEAMS
from kompasskive.desktop.pages.preparation import PreparationPage
from kompasskive.desktop.pages.talk import TalkPage
from kompasskive.desktop.pages.talk.long_list import LongList
from kompasskive.desktop.settings import Settings
from kompasskive.desktop.turns import at_once
from kompasskive.desktop.window import Window
from kompasskive.dialogue import edits, preparation, roster
from kompasskive.dialogue.approval import amend, approve, read_through
from kompasskive.dialogue.example import example_workbook
from kompasskive.dialogue.model import DialogueKind, DialogueState, Viewpoint, Workbook
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Dimension, Mark

TODAY: Final = NOW.date()
SIDES: Final = {Viewpoint.EMPLOYEE: "231420", Viewpoint.LEADER: "234431"}


@dataclass(frozen=True)
class Scene:
    """One picture: what is played in the window, at a size, in a theme, at a text size."""

    name: str
    play: Callable[[Window], object]
    size: tuple[int, int] = WIDE
    theme: str = "light"
    text: float = 1.0


def example() -> Workbook:
    """The invented people of the program."""
    return example_workbook(bundled(), 12, 1, TODAY)


def prepared() -> Workbook:
    """A talk that both have prepared and Jens has sealed, opened again and sealed."""
    workbook = example()
    person = named(workbook, "Jens Jensen")
    state = DialogueState.PREPARING
    workbook = roster.new_dialogue(
        workbook, person.id, "ny", bundled(), TODAY, "Mette Holm", state=state
    )
    talk = workbook.dialogue("ny")
    for viewpoint, levels in SIDES.items():
        talk = edits.set_mark(talk, "lov-g1", Mark.CONFIDENT, viewpoint)
        for field, level in zip(bundled().fields, levels, strict=True):
            for dimension in Dimension:
                talk = edits.place(talk, field.id, dimension, int(level), viewpoint)
    talk = preparation.seal(talk, Viewpoint.EMPLOYEE, "ord")
    talk = preparation.reopen(talk, Viewpoint.EMPLOYEE, "r", NOW)
    return roster.put_dialogue(workbook, preparation.seal(talk, Viewpoint.EMPLOYEE, "ord"))


def open_talk(window: Window, workbook: Workbook, talk_id: str, page: str) -> None:
    """Put a workbook in the window and turn to a talk of it."""
    context = window.context
    context.document.show(workbook, None)
    context.position.open_dialogue(workbook.dialogue(talk_id))
    context.position.go(page)
    QApplication.processEvents()


def seal(window: Window) -> None:
    """Forberedelse with one starting point sealed and its reopening told."""
    open_talk(window, prepared(), "ny", "preparation")


def key_in(window: Window) -> None:
    """A filled sheet goes into the leader's starting point."""
    open_talk(window, prepared(), "ny", "preparation")
    page = window.page
    if isinstance(page, PreparationPage):
        page.key_in(Viewpoint.LEADER)
        if isinstance(page.view, LongList):
            for entry in ("1.1 3", "1.2 2v", "1a 4", "2.30 3"):
                QTest.keyClicks(page.view.code.edit, entry)
                QTest.keyClick(page.view.code.edit, Qt.Key.Key_Return)


def turn(window: Window) -> None:
    """The cards are turned: where the two agree, and where they differ."""
    workbook = prepared()
    talk = preparation.seal(workbook.dialogue("ny"), Viewpoint.LEADER)
    open_talk(window, roster.put_dialogue(workbook, preparation.turn(talk)), "ny", "talk")
    if isinstance(window.page, TalkPage):
        window.page.show_meeting()


def screen(window: Window) -> None:
    """A screening is filled, one key per line."""
    workbook = example()
    person = named(workbook, "Jens Jensen").id
    made = roster.new_dialogue(
        workbook, person, "s", bundled(), TODAY, "Mette Holm", DialogueKind.SCREENING
    )
    open_talk(window, made, "s", "talk")
    if isinstance(window.page, TalkPage) and window.page.views.list is not None:
        listed = window.page.views.list.list
        listed.setFocus()
        QTest.keyClicks(listed, "334v2 3431144")


def team_workbook() -> Workbook:
    """A team's talk is going on."""
    workbook = example()
    return roster.new_team_talk(workbook, workbook.teams[0].id, "t", bundled(), TODAY, "Mette Holm")


def team(window: Window) -> None:
    """A team places one dial."""
    open_talk(window, team_workbook(), "t", "talk")
    page = window.page
    if isinstance(page, TalkPage) and page.parts is not None:
        for row, key in zip(page.parts.items.rows, "4332", strict=False):
            row.setFocus()
            QTest.keyClicks(row, key)
        for ladder, key in zip(page.parts.placement.ladders, "542", strict=True):
            ladder.setFocus()
            QTest.keyClicks(ladder, key)


def teams(window: Window) -> None:
    """Medarbejdere, where the teams are listed."""
    open_talk(window, team_workbook(), "t", "people")
    if isinstance(window.page, PeoplePage):
        window.page.sheet.tabs.choose(TEAMS)


def alone(window: Window) -> None:
    """Egen refleksion in an own file."""
    open_talk(window, own_workbook(("w", "p", "t"), "Åse Ærø", TODAY), "t", "talk")


def wall(window: Window) -> None:
    """F5, for both to see."""
    workbook = example()
    talk = workbook.dialogues_of(named(workbook, "Jens Jensen").id)[-1]
    open_talk(window, workbook, talk.id, "talk")
    if isinstance(window.page, TalkPage):
        window.page.show_both()


def amended(window: Window) -> None:
    """An approved talk was opened for a change."""
    workbook = example()
    talk = workbook.dialogues_of(named(workbook, "Jens Jensen").id)[-1]
    held = talk if talk.state is DialogueState.APPROVED else approve(read_through(talk), NOW)
    changed = amend(held, "a", NOW, "En aftale manglede.")
    open_talk(window, roster.put_dialogue(workbook, changed), talk.id, "profile")


def scenes() -> tuple[Scene, ...]:
    """Every picture that is kept."""
    return (
        Scene("10_forseglet", seal),
        Scene("10_forseglet_200_procent", seal, SMALL, text=2.0),
        Scene("11_tast_ark", key_in),
        Scene("11_tast_ark_200_procent", key_in, SMALL, text=2.0),
        Scene("12_vend_kortene", turn),
        Scene("12_vend_kortene_moerk", turn, theme="dark"),
        Scene("13_screening", screen),
        Scene("13_screening_moerk", screen, SMALL, theme="dark"),
        Scene("13_screening_200_procent", screen, SMALL, text=2.0),
        Scene("14_teamsamtale", team),
        Scene("14_teams", teams),
        Scene("14_teams_200_procent", teams, SMALL, text=2.0),
        Scene("15_egen_refleksion", alone),
        Scene("16_vis_for_os_begge", wall, LARGE),
        Scene("17_aendret", amended),
    )


def main() -> None:
    """Take them all."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    app = QApplication(sys.argv[:1])
    QCursor.setPos(*LARGE)
    dress(app)
    if "Open Sans" in QFontDatabase.families():
        app.setFont(QFont("Open Sans", 9))
    with tempfile.TemporaryDirectory() as scratch:
        for scene in scenes():
            if len(sys.argv) <= 2 or scene.name.startswith(sys.argv[2]):
                take(scene, app, folder, Path(scratch))


def take(scene: Scene, app: QApplication, folder: Path, scratch: Path) -> None:
    """One picture from a window of its own."""
    settings = Settings(QSettings(str(scratch / "look.ini"), QSettings.Format.IniFormat))
    settings.theme, settings.text_size, settings.motion = scene.theme, scene.text, False
    window = build(app, settings, lambda: NOW, turns=at_once)
    window.resize(*scene.size)
    window.show()
    window.activateWindow()
    until(window.isVisible)
    scene.play(window)
    until(window.isVisible)
    window.grab().save(str(folder / f"{scene.name}.png"))
    print(scene.name)
    window.close()
    window.deleteLater()


if __name__ == "__main__":
    main()
