"""A change of look reaches all there is: what is on show at once, what is hidden after that."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)
from tests.desktop.desk import PAGES, Desk

from kompasskive.desktop.notice import Notice
from kompasskive.desktop.pages.organisation import OrganisationPage
from kompasskive.desktop.pages.talk import TalkPage, prompt_card
from kompasskive.desktop.stylesheet import stylesheet
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.dial_tip import DialTip
from kompasskive.desktop.window import Window
from kompasskive.dialogue.model import Viewpoint, Workbook
from kompasskive.framework.model import Mark

PAINTED = tuple(name for name in PAGES if name not in ("report", "talk"))
USED = (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
)
LOOKS = (("dark", 2.0), ("contrast", 1.0), ("light", 1.5))


def undressed(part: QWidget, theme: Theme) -> list[str]:
    """What has words or can be used in a part of the window and has not this look.

    The tip of a dial has a look of its own.
    """
    now = Theme(*theme.look)
    sheet = stylesheet(now.tokens, now.px)

    def around(widget: QWidget | None) -> Iterator[QWidget]:
        while widget is not None:
            yield widget
            widget = widget.parentWidget()

    def is_dressed(widget: QWidget) -> bool:
        nearest = (each for each in around(widget) if each.styleSheet())
        return next((each.styleSheet() == sheet for each in nearest), False)

    used = (each for each in part.findChildren(QWidget) if isinstance(each, USED))
    bare = (each for each in used if not isinstance(each, DialTip) and not is_dressed(each))
    return [f"{type(each).__name__} in {type(each.parent()).__name__}" for each in bare]


def visit(desk: Desk) -> None:
    """Look at all there is in the window, so that all of it has been made."""
    window = desk.window
    window.context.position.open_person(desk.show_example(8).people[0].id)
    for name in PAGES:
        window.context.position.go(name)
        desk.settle()
    window.context.position.go("talk")
    talk = window.page
    assert isinstance(talk, TalkPage)
    talk.views.show_list(Viewpoint.AGREED)
    talk.show_meeting()
    talk.open_notes()
    talk.menu()
    window.context.position.go("organisation")
    organisation = window.page
    assert isinstance(organisation, OrganisationPage)
    for index in range(3):
        organisation.switch.choose(index)
        organisation.menu()
        desk.settle()
    window.say(Notice("Åse <&>", "æøå"))
    for layer in (window.cover, window.pause):
        layer.put_on()
        layer.take_off()
    window.resize(800, 600)
    desk.settle()


def test_all_of_the_window_is_dressed_part_by_part(desk: Desk, qapp: QApplication) -> None:
    desk.show()
    visit(desk)
    theme = desk.window.context.theme
    assert not undressed(desk.window, theme)
    for name, text in LOOKS:
        theme.use(name, text)
        desk.settle()
        assert not undressed(desk.window, theme)
    assert not qapp.styleSheet()
    assert not desk.window.styleSheet()


def test_an_empty_file_is_dressed_as_well(desk: Desk) -> None:
    desk.show()
    desk.window.context.document.show(Workbook(id="tom"), None)
    for name in PAGES:
        desk.window.context.position.go(name)
        desk.settle()
    assert not undressed(desk.window, desk.window.context.theme)


@pytest.fixture
def talking(turning: Desk) -> TalkPage:
    """A talk on show in a window that works in turns, after Profil was."""
    position = turning.window.context.position
    for name in ("profile", "talk"):
        position.go(name)
        turning.bot.waitUntil(lambda: turning.window.page.is_made)
    page = turning.window.page
    assert isinstance(page, TalkPage)
    return page


def hidden(window: Window) -> QWidget:
    """Profil, which is not on show."""
    (page,) = (each for each in window.stack.children() if getattr(each, "name", "") == "profile")
    assert isinstance(page, QWidget)
    assert not page.isVisible()
    return page


def test_nothing_is_painted_until_all_on_show_has_the_look(
    turning: Desk, talking: TalkPage
) -> None:
    window, theme = turning.window, turning.window.context.theme
    theme.use("dark", 1.0)
    assert undressed(talking, theme)
    assert not window.updatesEnabled()
    turning.bot.waitUntil(window.updatesEnabled)
    assert not undressed(talking, theme)
    assert not undressed(window.rail, theme)
    assert talking.updatesEnabled()
    turning.bot.waitUntil(lambda: not undressed(hidden(window), theme))


def test_a_page_shown_before_its_turn_has_the_look_at_once(
    turning: Desk, talking: TalkPage
) -> None:
    theme, position = turning.window.context.theme, turning.window.context.position
    position.go("profile")
    theme.use("dark", 2.0)
    assert talking.context.theme.text == 1.0
    position.go("talk")
    assert not undressed(talking, theme)
    assert talking.context.theme.look == theme.look
    assert talking.body is not None
    assert talking.body.in_one_column


def test_the_last_of_two_quick_changes_holds(turning: Desk, talking: TalkPage) -> None:
    window, theme = turning.window, turning.window.context.theme
    theme.use("dark", 2.0)
    QApplication.processEvents()
    theme.use("contrast", 1.0)
    told: list[tuple[str, float, bool]] = []
    hidden_theme = window.page.context.theme
    hidden_theme.changed.connect(lambda: told.append(hidden_theme.look))
    turning.bot.waitUntil(lambda: not undressed(window, theme))
    turning.bot.waitUntil(lambda: told[-1:] == [theme.look])
    assert window.updatesEnabled()
    assert talking.body is not None
    assert not talking.body.in_one_column


def test_on_another_screen_all_is_drawn_anew_once(turning: Desk, talking: TalkPage) -> None:
    told: list[str] = []
    for name, theme in (("window", turning.window.context.theme), ("talk", talking.context.theme)):
        theme.changed.connect(partial(told.append, name))
    turning.window.context.theme.renew()
    turning.bot.waitUntil(lambda: len(told) == 2)
    turning.bot.waitUntil(turning.window.updatesEnabled)
    assert sorted(told) == ["talk", "window"]


def test_a_mark_made_meanwhile_is_kept_and_seen(turning: Desk, talking: TalkPage) -> None:
    assert talking.parts is not None
    row = talking.parts.items.rows[0]
    row.setFocus(Qt.FocusReason.TabFocusReason)
    new = Mark.NEW if row.bead.mark is not Mark.NEW else Mark.SHARES
    turning.window.context.theme.use("dark", 1.0)
    QTest.keyClick(row, Qt.Key.Key_1 if new is Mark.NEW else Qt.Key.Key_4)
    assert row.bead.mark is new
    turning.bot.waitUntil(turning.window.updatesEnabled)
    assert QApplication.focusWidget() is row


def portrait(desk: Desk, name: str) -> QImage:
    """A page as it is, without the keyboard."""
    desk.window.context.position.go(name)
    desk.settle()
    focused = desk.window.focusWidget()
    if focused is not None:
        focused.clearFocus()
    desk.settle()
    return desk.window.grab().toImage()


@pytest.mark.parametrize(
    ("before", "after", "size"),
    [
        (("light", 2.0), ("light", 1.0), (1440, 900)),
        (("light", 1.0), ("dark", 2.0), (1440, 900)),
        (("dark", 1.0), ("contrast", 1.5), (1920, 1080)),
    ],
)
def test_a_page_looks_as_if_it_had_been_made_in_the_look_it_has(
    desk: Desk,
    another: Callable[[], Desk],
    before: tuple[str, float],
    after: tuple[str, float],
    size: tuple[int, int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(prompt_card, "randbelow", lambda _most: 0)
    made = {}
    for each, look in ((desk, before), (another(), after)):
        each.window.context.theme.use(*look, motion=False)
        each.show(*size)
        each.window.context.position.open_person(each.show_example(8).people[0].id)
        for name in PAINTED:
            portrait(each, name)
        each.window.context.theme.use(*after, motion=False)
        made[each.window] = {name: portrait(each, name) for name in PAINTED}
    changed, fresh = made.values()
    assert [name for name in PAINTED if changed[name] != fresh[name]] == []
