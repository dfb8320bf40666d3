"""Pages are made a step in each turn of the event loop, and nothing comes apart meanwhile."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete
from tests.desktop.desk import Desk

from kompasskive.desktop.pages.organisation import OrganisationPage
from kompasskive.desktop.pages.organisation.page import PROFILE, PROVIDERS
from kompasskive.desktop.pages.organisation.profile_part import ProfilePart
from kompasskive.desktop.pages.organisation.providers_part import ProvidersPart
from kompasskive.desktop.pages.people import PeoplePage
from kompasskive.desktop.pages.people_empty import EmptyPeople
from kompasskive.desktop.pages.result_page import ResultPage
from kompasskive.desktop.pages.talk import TalkPage
from kompasskive.desktop.pages.talk.body import Body
from kompasskive.desktop.turns import in_turns
from kompasskive.desktop.window import Window
from kompasskive.dialogue.model import Workbook
from kompasskive.framework.model import Mark


def said(name: str, count: int, taken: list[str]) -> Iterator[None]:
    """That many steps, each of which is written down."""
    for _ in range(count):
        taken.append(name)
        yield


def test_a_step_is_taken_in_each_turn(qtbot: QtBot) -> None:
    first, second, taken = QObject(), QObject(), list[str]()
    in_turns(first, said("a", 3, taken))
    in_turns(second, said("b", 3, taken))
    assert taken == ["a", "b"]
    qtbot.waitUntil(lambda: len(taken) == 6)
    assert taken == ["a", "b"] * 3


def test_nothing_more_is_done_for_what_is_gone(qtbot: QtBot) -> None:
    owner, other, taken = QObject(), QObject(), list[str]()
    in_turns(owner, said("gone", 3, taken))
    delete(owner)
    in_turns(other, said("here", 5, taken))
    qtbot.waitUntil(lambda: taken.count("here") == 5)
    assert taken.count("gone") == 1


def shown(window: Window, name: str) -> ResultPage:
    """Go to a page and take it before it is made."""
    window.context.position.go(name)
    page = window.page
    assert isinstance(page, ResultPage)
    assert not page.is_made
    return page


@pytest.mark.parametrize("name", ["preparation", "talk", "profile", "plan", "history", "report"])
def test_a_page_is_made_in_turns_and_gets_the_keyboard(turning: Desk, name: str) -> None:
    page = shown(turning.window, name)
    assert QApplication.focusWidget() is page
    turning.bot.waitUntil(lambda: page.is_made)
    turning.bot.waitUntil(lambda: QApplication.focusWidget() is not page)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert any(pane is focused or pane.isAncestorOf(focused) for pane in page.panes())


def test_the_invitation_of_an_empty_file_is_made_in_turns_and_gets_the_keyboard(
    turning: Desk,
) -> None:
    turning.window.context.document.show(Workbook(id="tom"), None)
    turning.window.context.position.go("people")
    page = turning.window.page
    assert isinstance(page, PeoplePage)
    assert not page.is_made
    turning.bot.waitUntil(lambda: page.is_made and page.empty.isVisible())
    turning.bot.waitUntil(lambda: QApplication.focusWidget() in page.empty.ways_in)
    assert len(page.findChildren(EmptyPeople)) == 1
    turning.show_example(3)
    assert not page.empty.isVisible()
    assert page.sheet.isVisible()


def test_what_is_typed_meanwhile_reaches_the_page(turning: Desk) -> None:
    page = shown(turning.window, "talk")
    assert isinstance(page, TalkPage)
    for _ in range(2):
        QTest.keyClick(page, Qt.Key.Key_Down)
    turning.bot.waitUntil(lambda: page.is_made and page.parts is not None)
    assert page.parts is not None
    third = page.parts.fields.buttons[2]
    turning.bot.waitUntil(lambda: QApplication.focusWidget() is third)


def test_who_has_gone_elsewhere_keeps_the_keyboard(turning: Desk) -> None:
    page = shown(turning.window, "talk")
    turning.window.menu_button.setFocus()
    with turning.bot.waitSignal(page.made):
        pass
    assert QApplication.focusWidget() is turning.window.menu_button


def test_a_page_left_before_it_was_made_is_right_when_it_is_shown_again(turning: Desk) -> None:
    position, people = turning.window.context.position, turning.window.context.document.value.people
    page = shown(turning.window, "talk")
    position.go("start")
    with turning.bot.waitSignal(page.made):
        pass
    position.open_person(people[1].id)
    position.go("talk")
    assert isinstance(page, TalkPage)
    assert page.talk.name == people[1].name
    assert page.parts is not None
    assert page.parts.items.rows[0].isVisible()


def test_a_file_closed_while_its_page_is_made_leaves_an_invitation(turning: Desk) -> None:
    page = shown(turning.window, "plan")
    turning.window.context.document.show(Workbook(id="tom"), None)
    with turning.bot.waitSignal(page.made):
        pass
    assert page.empty.isVisible()
    turning.show_example(3)
    person = turning.window.context.document.value.people[0]
    turning.window.context.position.open_person(person.id)
    turning.bot.waitUntil(lambda: page.built)
    assert not page.empty.isVisible()


def test_a_page_asked_for_at_once_is_made_once(turning: Desk) -> None:
    page = shown(turning.window, "talk")
    page.render_page()
    assert isinstance(page, TalkPage)
    body = page.body
    with turning.bot.waitSignal(page.made):
        pass
    assert page.body is body
    assert len(page.findChildren(Body)) == 1


def test_keys_reach_the_first_row_once_the_page_is_there(turning: Desk) -> None:
    page = shown(turning.window, "talk")
    assert isinstance(page, TalkPage)
    turning.bot.waitUntil(lambda: page.is_made and page.parts is not None)
    assert page.parts is not None
    row = page.parts.items.rows[0]
    row.setFocus(Qt.FocusReason.TabFocusReason)
    new = Mark.NEW if row.bead.mark is not Mark.NEW else Mark.SHARES
    QTest.keyClick(row, Qt.Key.Key_1 if new is Mark.NEW else Qt.Key.Key_4)
    assert row.bead.mark is new


@pytest.mark.parametrize(("index", "kind"), [(PROFILE, ProfilePart), (PROVIDERS, ProvidersPart)])
def test_a_view_of_the_organisation_is_made_in_turns(
    turning: Desk, index: int, kind: type[QWidget]
) -> None:
    turning.window.context.position.go("organisation")
    page = turning.window.page
    assert isinstance(page, OrganisationPage)
    page.switch.choose(index)
    assert not page.findChildren(kind)
    turning.bot.waitUntil(lambda: any(part.isVisible() for part in page.findChildren(kind)))
    assert len(page.findChildren(kind)) == 1
