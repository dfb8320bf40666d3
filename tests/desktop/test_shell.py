"""The window round the pages: rail, keys, menu, look, cover, banner and what is said of saving."""

import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from shiboken6 import delete, isValid
from tests.desktop.desk import Desk

from kompasskive.desktop.help import EXAMPLE, HelpDialog, where_it_lies
from kompasskive.desktop.idle import Idle
from kompasskive.desktop.look import theme_name
from kompasskive.desktop.notice import Notice
from kompasskive.desktop.pages.people_dialogs import NamesDialog
from kompasskive.desktop.pages.talk.fields_pane import FieldButton
from kompasskive.desktop.pages.talk.whole import CASE
from kompasskive.desktop.widgets.cover import Cover, hide_with
from kompasskive.dialogue import roster
from kompasskive.dialogue.model import Workbook
from kompasskive.storage.workbook import create

AWKWARD = 'A & B <b>"æøå"</b>'


def menu_action(menu: QMenu, text: str) -> QAction:
    """The entry of that text, in the menu or one below it."""
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu) and (found := _in(below, text)):
            return found
        if action.text().startswith(text):
            return action
    raise LookupError(text)


def _in(menu: QMenu, text: str) -> QAction | None:
    return next((a for a in menu.actions() if a.text() == text), None)


def pane_in_focus(desk: Desk) -> int:
    """Which pane holds the focus; the rail is the last."""
    now = QApplication.focusWidget()
    assert now is not None
    panes = (*desk.window.page.panes(), desk.window.rail)
    return next(i for i, pane in enumerate(panes) if pane.isAncestorOf(now))


def test_the_rail_waits_for_a_file_and_alt_numbers_move(desk: Desk) -> None:
    desk.show()
    rail = desk.window.rail.buttons
    assert [b.isEnabled() for b in rail.values()] == [True, *[False] * 8]
    assert [b.entry.number for b in rail.values()] == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    desk.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert desk.window.context.position.page == "start"
    desk.show_example()
    desk.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert desk.window.page.title == "Medarbejdere"
    desk.click(rail["start"])
    assert desk.window.page.title == "Start"


def test_undo_and_redo_are_named_literally(desk: Desk) -> None:
    desk.show()
    before = desk.show_example()
    undo = menu_action(desk.window.menu, "Fortryd")
    redo = menu_action(desk.window.menu, "Annullér fortryd")
    assert not undo.isEnabled()
    desk.window.context.document.edit(AWKWARD, roster.set_leader(before, "Mette"))
    assert undo.text() == 'Fortryd: A && B <b>"æøå"</b>'
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.context.document.value == before
    assert redo.text() == 'Annullér fortryd: A && B <b>"æøå"</b>'
    desk.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.context.document.value.leader == "Mette"


def test_the_look_changes_live_and_is_remembered(desk: Desk) -> None:
    desk.show()
    theme = desk.window.context.theme
    menu_action(desk.window.menu, "Mørkt").trigger()
    assert (theme.name, desk.settings.theme) == ("dark", "dark")
    menu_action(desk.window.menu, "200 %").trigger()
    assert (theme.text, desk.settings.text_size) == (2.0, 2.0)
    menu_action(desk.window.menu, "Bevægelse").trigger()
    assert not theme.motion
    assert not desk.settings.motion


@pytest.mark.parametrize(
    ("chosen", "scheme", "name"),
    [
        ("system", Qt.ColorScheme.Dark, "dark"),
        ("system", Qt.ColorScheme.Light, "light"),
        ("system", Qt.ColorScheme.Unknown, "light"),
        ("contrast", Qt.ColorScheme.Dark, "contrast"),
    ],
)
def test_the_systems_colours_count_only_when_asked_for(
    chosen: str, scheme: Qt.ColorScheme, name: str
) -> None:
    assert theme_name(chosen, scheme) == name


@pytest.mark.parametrize(
    ("width", "rail", "words"), [(1440, True, True), (1000, True, False), (880, False, False)]
)
def test_the_rail_gives_way(desk: Desk, width: int, rail: bool, words: bool) -> None:
    desk.show(width, 720)
    desk.show_example()
    desk.window.context.position.go("people")
    desk.settle()
    assert desk.window.rail.isVisible() is rail
    assert desk.window.pages_button.isVisible() is not rail
    if rail:
        assert (desk.window.rail.width() > 64) is words


def test_large_text_moves_the_pages_into_the_menu(desk: Desk) -> None:
    desk.show(1280, 720)
    desk.show_example()
    menu_action(desk.window.menu, "150 %").trigger()
    desk.window.context.position.go("people")
    desk.settle()
    assert not desk.window.rail.isVisible()
    assert desk.window.pages_button.isVisible()
    pages = desk.window.pages_button.menu()
    assert isinstance(pages, QMenu)
    menu_action(pages, "Start").trigger()
    assert desk.window.page.title == "Start"
    assert desk.window.pages_button.isVisible()


def test_f9_hides_everything_and_brings_it_back(desk: Desk) -> None:
    desk.show()
    desk.show_example()
    desk.window.context.position.go("people")
    desk.settle()
    before = desk.window.grab().toImage()
    focus = QApplication.focusWidget()
    desk.press(Qt.Key.Key_F9)
    cover = desk.window.cover
    assert cover.isVisible()
    assert cover.size() == desk.window.size()
    desk.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    desk.press(Qt.Key.Key_Tab)
    assert desk.window.context.position.page == "people"
    assert QApplication.focusWidget() is cover
    desk.press(Qt.Key.Key_Escape)
    assert not cover.isVisible()
    assert QApplication.focusWidget() is focus
    assert desk.window.grab().toImage() == before


def test_a_talk_is_entered_at_the_field_in_view_and_tab_goes_on_below_it(desk: Desk) -> None:
    desk.show()
    person = desk.show_example().people[0]
    position = desk.window.context.position
    position.open_person(person.id)
    position.open_field(position.framework.fields[1].id)
    position.go("talk")
    desk.settle()
    entered = QApplication.focusWidget()
    assert isinstance(entered, FieldButton)
    assert entered.isChecked()
    assert entered.accessibleName().startswith("Felt 2")
    desk.press(Qt.Key.Key_Tab)
    after = QApplication.focusWidget()
    assert after is not None
    assert after.accessibleName() == CASE


def test_f9_hides_a_dialog_and_the_window_behind_it(desk: Desk) -> None:
    desk.show()
    desk.show_example()
    desk.window.context.position.go("people")
    dialog = NamesDialog(desk.window.context.theme)
    dialog.setParent(desk.window, dialog.windowFlags())
    hide_with(dialog, desk.window.cover)
    dialog.show()
    dialog.activateWindow()
    desk.settle()
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, "Åse")
    before, behind = dialog.grab().toImage(), desk.window.grab().toImage()
    desk.press(Qt.Key.Key_F9)
    covers = dialog.findChildren(Cover)
    assert [cover.size() for cover in covers] == [dialog.size()]
    assert covers[0].isVisible()
    assert desk.window.cover.isVisible()
    desk.press(Qt.Key.Key_A)
    desk.press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not desk.window.cover.isVisible()
    assert QApplication.focusWidget() is focus
    assert dialog.names == ("Åse",)
    assert dialog.grab().toImage() == before
    assert desk.window.grab().toImage() == behind
    dialog.close()


def test_f6_goes_round_the_panes(desk: Desk) -> None:
    desk.show()
    places = []
    for _ in range(3):
        desk.press(Qt.Key.Key_F6)
        places.append(pane_in_focus(desk))
    assert sorted(places) == [0, 1, 2]
    desk.press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert pane_in_focus(desk) == places[1]


def test_a_banner_pushes_down_and_offers_a_way(desk: Desk) -> None:
    desk.show()
    tried: list[int] = []
    top = desk.window.stack.y()
    desk.window.banner.say(Notice("Det gik galt.", AWKWARD, "Prøv igen", lambda: tried.append(1)))
    desk.settle()
    assert desk.window.stack.y() > top
    assert desk.window.banner.more.text() == AWKWARD
    assert desk.window.banner.more.textFormat() == Qt.TextFormat.PlainText
    desk.click(desk.window.banner.action)
    assert tried == [1]
    desk.click(desk.window.banner.close_button)
    desk.settle()
    assert desk.window.stack.y() == top


def test_a_change_that_is_not_saved_is_said_until_it_is(desk: Desk) -> None:
    desk.show()
    desk.show_example()
    document, status = desk.window.context.document, desk.window.status
    desk.window.context.position.go("people")
    assert status.state.text() == "Eksempel – intet gemmes"
    document.save_failed.emit("Netværksdrevet svarer ikke.")
    assert status.state.text() == "Ikke gemt endnu"
    assert desk.window.banner.action.text() == "Prøv igen"
    desk.answers.yes = False
    assert not desk.window.close()
    assert desk.answers.asked == ["Noget er ikke gemt"]
    document.saved.emit(desk.window.context.now())
    assert status.state.text() == "Gemt kl. 14.05"
    assert not desk.window.banner.isVisible()


def test_the_title_names_the_file_and_nobody(desk: Desk) -> None:
    desk.show()
    assert desk.window.windowTitle() == "Kompasskive"
    desk.show_example()
    assert desk.window.windowTitle() == "Eksempel – Kompasskive"


def test_help_lists_the_keys_and_where_it_lies(desk: Desk) -> None:
    desk.show()
    desk.press(Qt.Key.Key_F1)
    assert desk.answers.asked == ["Hjælp"]
    dialog = HelpDialog(desk.window.context.theme, desk.window, where_it_lies(True, None))
    words = [child.text() for child in dialog.findChildren(type(desk.window.status.state))]
    assert EXAMPLE in words
    assert "Ctrl+G" in words


def test_everything_that_takes_the_focus_has_a_name(desk: Desk) -> None:
    desk.show()
    desk.show_example()
    for page in ("start", "people"):
        desk.window.context.position.go(page)
        desk.settle()
        for widget in desk.window.findChildren(QWidget):
            reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy()
            if widget.isVisible() and reached:
                assert widget.accessibleName(), widget


def test_the_open_file_is_replaced_by_equal_content_without_a_trace(desk: Desk) -> None:
    desk.show()
    first = desk.show_example()
    desk.window.context.document.edit("Noget", replace(first, leader="Mette"))
    desk.show_example()
    assert not desk.window.context.document.stack.canUndo()
    assert desk.window.context.document.value == first


def test_the_rail_shows_icons_alone_where_words_do_not_fit_its_height(desk: Desk) -> None:
    desk.show(1280, 720)
    desk.show_example()
    menu_action(desk.window.menu, "125 %").trigger()
    desk.window.context.position.go("people")
    desk.settle()
    assert desk.window.height() == 720
    assert desk.window.rail.isVisible()
    assert desk.window.rail.width() == 64
    last = desk.window.rail.buttons["report"]
    assert last.geometry().bottom() < desk.window.menu_button.geometry().top()


def test_a_long_file_name_gives_way_with_dots_in_the_status(desk: Desk) -> None:
    desk.show(1280, 720)
    desk.window.context.theme.use("light", 2.0)
    path = desk.folder / f"{'Samtaler i Jobcenter & Nordby ' * 4}.kompas"
    create(path, Workbook(id="w")).close()
    desk.window.files.open(path)
    desk.settle()
    label = desk.window.status.file
    label.grab()
    assert label.text() == path.name
    assert label.fontMetrics().horizontalAdvance(path.name) > label.width()
    assert "Jobcenter &amp; Nordby" in label.toolTip()
    assert desk.window.status.state.width() >= desk.window.status.state.sizeHint().width()


def test_what_stands_beside_the_state_does_not_move_while_a_change_is_saved(desk: Desk) -> None:
    desk.show()
    desk.show_example()
    document, status = desk.window.context.document, desk.window.status
    desk.window.context.position.go("people")
    document.saved.emit(desk.window.context.now())
    desk.settle()
    beside = status.file.x()
    document.saving.emit()
    desk.settle()
    assert (status.state.text(), status.file.x()) == ("Gemmer …", beside)
    document.delayed.emit("Netværksdrevet svarer ikke.")
    desk.settle()
    assert status.state.width() >= status.state.fontMetrics().horizontalAdvance(status.state.text())
    assert status.file.x() > beside
    document.saved.emit(desk.window.context.now())
    desk.settle()
    assert status.file.x() == beside


def test_the_clock_of_an_idle_window_ends_with_the_window(qapp: QApplication) -> None:
    window = QWidget()
    idle = Idle(qapp, window)
    idle.watch(5)
    delete(window)
    assert not isValid(idle)


def test_the_window_has_its_turn_often_while_others_work(desk: Desk) -> None:
    assert desk.window.isEnabled()
    assert sys.getswitchinterval() <= 0.001
