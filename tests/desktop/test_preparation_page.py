"""Forberedelse in the whole window: the frame of the talk, depth, and blind starting points."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel
from tests.desktop.desk import Desk

from kompasskive.desktop.pages.preparation import PreparationPage
from kompasskive.desktop.pages.preparation.code_word import ReopenDialog, SealDialog
from kompasskive.desktop.pages.preparation.starting_view import StartingView
from kompasskive.desktop.pages.talk.actions import ALONE
from kompasskive.desktop.pages.talk.long_list import LongList
from kompasskive.dialogue import edits
from kompasskive.dialogue.model import Dialogue, DialogueState, Viewpoint
from kompasskive.framework.model import Dimension, Mark

EMPLOYEE, LEADER = Viewpoint.EMPLOYEE, Viewpoint.LEADER


class Preparing:
    """The page on a new talk with the second person, who has had none."""

    def __init__(self, desk: Desk, person: int = 0) -> None:
        self.desk = desk
        workbook = desk.show_example()
        self.context = desk.window.context
        self.context.position.open_person(workbook.people[person].id, "")
        desk.show()
        desk.press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
        self.page = desk.window.findChildren(PreparationPage)[0]
        desk.click(self.page.empty.button)

    @property
    def talk(self) -> Dialogue:
        talk = self.context.position.dialogue
        assert talk is not None
        return talk

    @property
    def view(self) -> StartingView:
        assert isinstance(self.page.view, StartingView)
        return self.page.view

    @property
    def listed(self) -> LongList:
        assert isinstance(self.page.view, LongList)
        return self.page.view

    def open(self, side: int) -> None:
        self.desk.click(self.page.points.cards[side].open)

    def mark(self, keys: str) -> None:
        for row, key in zip(self.view.items.rows, keys, strict=False):
            row.setFocus()
            QTest.keyClicks(row, key)
        self.desk.settle()

    def place(self, levels: str) -> None:
        for ladder, key in zip(self.view.placement.ladders, levels, strict=True):
            ladder.setFocus()
            QTest.keyClicks(ladder, key)
        self.desk.settle()

    def seal(self, side: int, word: str = "", again: str | None = None) -> None:
        """Seal with a code word, written `again`; not at all when `again` differs."""

        def fill(dialog: QDialog) -> None:
            assert isinstance(dialog, SealDialog)
            dialog.show()
            QTest.keyClicks(dialog.first, word)
            QTest.keyClicks(dialog.again, word if again is None else again)
            QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)

        self.desk.answers.forms.append(fill)
        self.desk.click(self.page.points.cards[side].seal)

    def reopen(self, side: int, word: str) -> str:
        """Try to open again with a word; what is wrong, or ""."""
        faults: list[str] = []

        def fill(dialog: QDialog) -> None:
            assert isinstance(dialog, ReopenDialog)
            dialog.show()
            QTest.keyClicks(dialog.word, word)
            QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
            faults.append(dialog.fault() if dialog.isVisible() else "")

        self.desk.answers.forms.append(fill)
        self.desk.click(self.page.points.cards[side].reopen)
        return faults[0]


@pytest.fixture
def preparing(desk: Desk) -> Preparing:
    return Preparing(desk)


def words(page: PreparationPage) -> str:
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())


def test_a_new_talk_is_being_prepared_and_says_so(preparing: Preparing) -> None:
    assert preparing.talk.state is DialogueState.PREPARING
    assert preparing.page.header.draft.words.text() == "KLADDE · Forberedes"
    assert "Alle seks felter hører med. Vælg, hvor I går i dybden." in words(preparing.page)


def test_who_when_and_how_long(preparing: Preparing) -> None:
    page = preparing.page.frame_of_talk
    for field, text in ((page.leader, "Bo & Åse"), (page.day.line, "4.1.2027")):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
    page.minutes.setFocus()
    QTest.keyClicks(page.minutes, "60")
    preparing.desk.press(Qt.Key.Key_Return)
    page.minutes.activated.emit(page.minutes.currentIndex())
    talk = preparing.talk
    assert (talk.leader, talk.held_on.isoformat(), talk.minutes) == ("Bo & Åse", "2027-01-04", 60)
    assert preparing.context.document.stack.undoText() == "Tid: 60 minutter"


def test_depth_is_chosen_and_opens_the_talk(preparing: Preparing) -> None:
    preparing.desk.click(preparing.page.deep.boxes["it"])
    assert "it" in preparing.talk.depth_field_ids
    preparing.context.document.stack.undo()
    assert preparing.talk.depth_field_ids == ()
    preparing.desk.click(preparing.page.deep.boxes["it"])
    preparing.desk.click(preparing.page.begin_button)
    assert preparing.talk.state is DialogueState.IN_PROGRESS
    assert preparing.context.position.page == "talk"
    assert preparing.context.position.field.id == "it"


def test_each_side_is_blind_to_the_other_even_in_the_undo_menu(preparing: Preparing) -> None:
    preparing.open(0)
    preparing.mark("34")
    preparing.place("421")
    assert preparing.context.document.stack.undoText() == ALONE
    first = preparing.context.position.framework.fields[0]
    assert preparing.talk.placement(first.id, Dimension.PRACTICAL, EMPLOYEE) is not None
    assert preparing.talk.placement(first.id, Dimension.PRACTICAL) is None
    preparing.desk.click(preparing.view.close_button)
    preparing.open(1)
    assert [row.bead.mark for row in preparing.view.items.rows[:2]] == [None, None]
    assert all(ladder.value() == 0 for ladder in preparing.view.placement.ladders)
    assert preparing.talk.state is DialogueState.PREPARING


def test_alone_there_are_no_notes_and_no_parking(preparing: Preparing) -> None:
    preparing.open(0)
    row = preparing.view.items.rows[0]
    row.setFocus()
    QTest.keyClicks(row, "N")
    assert not row.note.isVisible()
    entries = {action.text().split("\t")[0]: action.isEnabled() for action in row.menu().actions()}
    assert (entries["Note"], entries["Parkér …"], entries["Ikke relevant"]) == (False, False, True)
    assert not preparing.view.items.extra.isVisible()


@pytest.mark.parametrize("page", ["talk", "profile", "plan", "people"])
def test_a_sealed_starting_point_shows_nowhere(
    preparing: Preparing, page: str, record_look: Callable[[Desk], QImage]
) -> None:
    """The window looks the same to the pixel as it does with nothing but the seal."""
    preparing.open(0)
    preparing.mark("3")
    preparing.desk.click(preparing.view.close_button)
    preparing.seal(0)
    preparing.context.position.go(page)
    little = record_look(preparing.desk)
    preparing.context.document.edit_dialogue("mere", _with_more(preparing.talk))
    assert record_look(preparing.desk) == little


def test_sealing_asks_first_and_cannot_be_undone(preparing: Preparing) -> None:
    preparing.open(0)
    preparing.mark("3")
    preparing.desk.click(preparing.view.close_button)
    preparing.desk.click(preparing.page.points.cards[0].seal)
    assert preparing.talk.sealed == frozenset()
    preparing.seal(0)
    assert preparing.talk.sealed == {EMPLOYEE}
    assert preparing.desk.answers.asked == ["Forsegl udgangspunktet"] * 2
    assert not preparing.context.document.stack.canUndo()
    assert "Forseglet" in words(preparing.page)
    assert not preparing.page.points.cards[0].open.isVisible()
    assert preparing.page.points.cards[1].open.isVisible()


def test_without_a_code_word_it_stays_sealed(preparing: Preparing) -> None:
    preparing.open(0)
    preparing.mark("3")
    preparing.desk.click(preparing.view.close_button)
    preparing.seal(0)
    assert preparing.talk.code_words == ()
    assert not preparing.page.points.cards[0].reopen.isVisible()


def test_a_code_word_is_written_twice_and_has_four_letters(preparing: Preparing) -> None:
    preparing.open(0)
    preparing.mark("3")
    preparing.desk.click(preparing.view.close_button)
    for word, again in (("hemmelig", "hemmeligt"), ("abc", "abc")):
        preparing.seal(0, word, again)
        assert preparing.talk.sealed == frozenset()
    preparing.seal(0, "hemmelig")
    assert preparing.talk.sealed == {EMPLOYEE}
    assert "hemmelig" not in repr(preparing.context.document.value)


def test_the_right_code_word_opens_again_and_is_logged_for_both(preparing: Preparing) -> None:
    preparing.open(0)
    preparing.mark("3")
    preparing.desk.click(preparing.view.close_button)
    preparing.seal(0, "Blåbær 7")
    sealed = preparing.talk
    assert preparing.reopen(0, "blabær 7").startswith("Kodeordet passer ikke.")
    assert preparing.talk == sealed
    assert preparing.reopen(0, "blåbær 7 ") == ""
    assert preparing.talk.sealed == frozenset()
    assert preparing.talk.code_words == ()
    assert [r.viewpoint for r in preparing.talk.reopenings] == [EMPLOYEE]
    assert not preparing.context.document.stack.canUndo()
    assert preparing.view.items.rows[0].bead.mark is Mark.CONFIDENT
    preparing.desk.click(preparing.view.close_button)
    assert "Åbnet igen 23.11.2026 kl. 14.05" in words(preparing.page)
    preparing.seal(0, "nyt ord")
    assert "Åbnet igen 23.11.2026 kl. 14.05" in words(preparing.page)


def test_a_sheet_is_keyed_into_one_starting_point_only(preparing: Preparing) -> None:
    preparing.desk.click(preparing.page.points.cards[0].key_in)
    listed = preparing.listed
    assert listed.where.count() == 1
    edit = listed.code.edit
    for entry in ("1.1 3", "1a 4"):
        QTest.keyClicks(edit, entry)
        QTest.keyClick(edit, Qt.Key.Key_Return)
    preparing.desk.settle()
    assert {key[0] for key in (*preparing.talk.items, *preparing.talk.placements)} == {EMPLOYEE}
    assert preparing.talk.state is DialogueState.PREPARING
    preparing.desk.click(listed.done_button)
    assert preparing.page.view is None
    assert preparing.page.points.cards[0].seal.isVisible()


def test_leaving_the_page_puts_a_starting_point_away(preparing: Preparing) -> None:
    preparing.open(0)
    preparing.context.position.go("people")
    preparing.desk.settle()
    preparing.context.position.go("preparation")
    preparing.desk.settle()
    assert preparing.page.view is None
    assert preparing.page.split.isVisible()


def _with_more(talk: Dialogue) -> Dialogue:
    open_again = replace(talk, sealed=frozenset())
    more = edits.set_mark(open_again, "lov-g1", Mark.SHARES, EMPLOYEE)
    more = edits.place(more, "lov", Dimension.PRACTICAL, 5, EMPLOYEE)
    return replace(more, sealed=talk.sealed)


@pytest.fixture
def record_look() -> Callable[[Desk], QImage]:
    def look(desk: Desk) -> QImage:
        desk.settle()
        return desk.window.grab().toImage()

    return look
