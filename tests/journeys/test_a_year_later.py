"""A second talk a year later, in the real window: it opens at "Siden sidst" and is written down."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from tests.desktop.desk import NOW, Desk

from kompasskive.desktop.pages.history import HistoryPage
from kompasskive.desktop.pages.people import PeoplePage
from kompasskive.desktop.pages.people_dialogs import TalkDialog
from kompasskive.desktop.pages.talk import TalkPage
from kompasskive.dialogue import approval, edits, plan, roster
from kompasskive.dialogue.model import (
    Agreement,
    AgreementStatus,
    DialogueState,
    Employee,
    Workbook,
)
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Dimension, Mark
from kompasskive.storage.workbook import create, read

AGREED = "Tager en svær sag med <&> æøå"


def last_year() -> Workbook:
    """Two people of the same name; the first had an approved talk a year ago."""
    framework, day = bundled(), (NOW - timedelta(days=365)).date()
    jens = (Employee("p0", "Jens Jensen"), Employee("p1", "Jens Jensen"))
    value = Workbook(id="w", leader="Mette Holm", people=jens)
    value = roster.new_dialogue(value, "p0", "d0", framework, day, "Mette Holm")
    field = framework.fields[0]
    talk = edits.set_mark(value.dialogue("d0"), field.items[0].id, Mark.UNDER_WAY)
    talk = edits.place(talk, field.id, Dimension.PRACTICAL, 3)
    talk = edits.place(talk, field.id, Dimension.REFLEXIVE, 2)
    talk = plan.add_agreement(talk, Agreement("a0", AGREED, who="Jens"))
    talk = approval.approve(approval.read_through(talk), NOW - timedelta(days=364))
    return roster.put_dialogue(value, talk)


def begin(dialog: QDialog) -> None:
    assert isinstance(dialog, TalkDialog)
    dialog.show()
    QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)


def undo_action(desk: Desk) -> QAction:
    return next(a for a in desk.window.menu.actions() if a.text().startswith("Fortryd"))


def test_the_second_talk_begins_with_what_happened_since(desk: Desk) -> None:
    path = desk.folder / "Året efter.kompas"
    create(path, last_year()).close()
    desk.show()
    desk.window.files.open(path)
    desk.settle()
    people = desk.window.page
    assert isinstance(people, PeoplePage)
    assert not undo_action(desk).isEnabled()
    assert "siden filen blev åbnet" in undo_action(desk).text()
    desk.answers.forms.append(begin)
    people.edits.begin_talk("p0")
    desk.window.activateWindow()
    desk.settle()
    keep_and_go_on(desk)
    talk_by_key(desk)
    moved_since(desk)
    stored = written(desk)
    assert read(path) == stored
    last, now = stored.dialogues_of("p0")
    assert last.state is DialogueState.APPROVED
    assert last.agreements[0].status is AgreementStatus.DONE
    assert replace(last, agreements=()) == replace(last_year().dialogues[0], agreements=())
    assert now.state is DialogueState.IN_PROGRESS
    assert stored.dialogues_of("p1") == ()


def keep_and_go_on(desk: Desk) -> None:
    history = desk.window.page
    assert isinstance(history, HistoryPage)
    row = history.kept.rows.rows[0]
    assert row.what.text() == AGREED
    row.status.setFocus()
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Down)
    assert undo_action(desk).text() == (
        "Fortryd: »Tager en svær sag med <&&> æøå« sat til Gennemført"
    )
    desk.click(history.go_on)


def talk_by_key(desk: Desk) -> None:
    page = desk.window.page
    assert isinstance(page, TalkPage)
    assert page.parts is not None
    page.parts.items.rows[0].setFocus()
    desk.press(Qt.Key.Key_3)
    assert undo_action(desk).text().endswith("markeret Sikker")
    for ladder, key in zip(page.parts.placement.ladders, "512", strict=True):
        ladder.setFocus()
        QTest.keyClicks(ladder, key)
    desk.settle()
    desk.press(Qt.Key.Key_F5)
    assert page.shared is not None
    desk.press(Qt.Key.Key_Escape)


def moved_since(desk: Desk) -> None:
    desk.press(Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)
    history = desk.window.page
    assert isinstance(history, HistoryPage)
    name = bundled().fields[0].name
    assert history.moved.lines == [
        f"{name}, praktisk: Mestrer → Specialist",
        f"{name}, refleksiv: Godt i gang → I gang",
    ]


def written(desk: Desk) -> Workbook:
    document = desk.window.context.document
    file = document.file
    assert file is not None
    desk.bot.waitUntil(lambda: file.pending() == 0)
    return document.value


def test_undo_starts_empty_when_the_file_is_opened_again(desk: Desk) -> None:
    path = desk.folder / "Igen.kompas"
    create(path, last_year()).close()
    desk.show()
    desk.window.files.open(path)
    desk.settle()
    document = desk.window.context.document
    document.edit("Tilføjet Åse", roster.add_person(document.value, Employee("p2", "Åse")))
    assert undo_action(desk).text() == "Fortryd: Tilføjet Åse"
    written(desk)
    desk.window.files.show_example()
    desk.window.files.open(path)
    desk.settle()
    assert [p.name for p in document.value.people][-1] == "Åse"
    assert not undo_action(desk).isEnabled()
    assert undo_action(desk).text() == "Fortryd (intet, siden filen blev åbnet)"
