"""Time is told quietly, can be hidden, asks once, and never stops anything."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.bench import Bench, bench
from tests.desktop.desk import NOW

from kompasskive.desktop.context import Context
from kompasskive.desktop.pages.page import Page
from kompasskive.desktop.pages.talk import TalkPage
from kompasskive.desktop.pages.talk.clock import HIDE, SHOW
from kompasskive.desktop.pages.talk.details import Details
from kompasskive.desktop.settings import Settings
from kompasskive.dialogue import edits


class Wall:
    """A clock that the test sets."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def pass_minutes(self, made: Bench, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)
        page_of(made).clock.render_clock()


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def talk(qtbot: QtBot, settings: Settings, wall: Wall) -> Bench:
    def make(context: Context) -> Page:
        return TalkPage(context._replace(now=wall))

    made = bench(qtbot, settings, make)
    now = made.talk
    made.context.document.edit_dialogue("Tid", edits.set_details(now, now.held_on, "M", 60))
    return made


def page_of(made: Bench) -> TalkPage:
    assert isinstance(made.page, TalkPage)
    return made.page


def shown(widget: QWidget) -> bool:
    return widget.isVisibleTo(widget.window())


def test_the_arc_tells_the_minutes_left(talk: Bench, wall: Wall) -> None:
    clock = page_of(talk).clock
    assert clock.arc.text() == "Der er 60 minutter tilbage"
    wall.pass_minutes(talk, 5)
    assert clock.arc.text() == "Der er 55 minutter tilbage"
    assert clock.arc.accessibleName() == clock.arc.text()
    assert not shown(clock.question)


def test_at_four_fifths_it_asks_and_more_time_can_be_taken(talk: Bench, wall: Wall) -> None:
    clock = page_of(talk).clock
    wall.pass_minutes(talk, 48)
    words = "Der er 12 minutter tilbage. Vil I runde af eller tage mere tid?"
    assert clock.question.words.text() == words
    talk.click(clock.question.more_button)
    assert talk.talk.minutes == 75
    assert talk.undo_text == "15 minutter mere"
    assert clock.arc.text() == "Der er 27 minutter tilbage"
    assert not shown(clock.question)


def test_it_asks_only_once_and_nothing_expires(talk: Bench, wall: Wall) -> None:
    clock = page_of(talk).clock
    wall.pass_minutes(talk, 50)
    talk.click(clock.question.later_button)
    wall.pass_minutes(talk, 500)
    assert not shown(clock.question)
    assert clock.arc.text() == "Den planlagte tid er gået"
    assert not page_of(talk).talk.locked


def test_rounding_off_leads_to_the_plan(talk: Bench, wall: Wall) -> None:
    wall.pass_minutes(talk, 59)
    talk.click(page_of(talk).clock.question.end_button)
    assert talk.context.position.page == "plan"


def test_the_time_can_be_hidden_and_shown_again(talk: Bench, wall: Wall) -> None:
    page = page_of(talk)
    talk.click(page.clock.arc)
    assert not shown(page.clock)
    wall.pass_minutes(talk, 59)
    assert not shown(page.clock.question)
    talk.choose(page.menu(), SHOW)
    assert shown(page.clock)
    assert HIDE in [action.text() for action in page.menu().actions()]


def test_without_planned_minutes_there_is_no_time(talk: Bench) -> None:
    now = talk.talk
    talk.context.document.edit_dialogue("Tid", edits.set_details(now, now.held_on, "M", None))
    assert not shown(page_of(talk).clock)


@pytest.mark.parametrize(("written", "minutes"), [("90", 90), ("", None), (" 45 ", 45)])
def test_minutes_are_written_with_the_date(talk: Bench, written: str, minutes: int | None) -> None:
    dialog = Details(talk.context.theme, talk.talk)
    talk.bot.addWidget(dialog)
    assert dialog.time.text() == "60"
    dialog.time.setText(written)
    assert dialog.fault() == ""
    assert dialog.minutes == minutes


@pytest.mark.parametrize("written", ["0", "x", "-5"])
def test_what_is_no_number_of_minutes_is_said(talk: Bench, written: str) -> None:
    dialog = Details(talk.context.theme, talk.talk)
    talk.bot.addWidget(dialog)
    dialog.time.setText(written)
    assert "minutter" in dialog.fault()
