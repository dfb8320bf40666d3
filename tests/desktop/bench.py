"""One page on its own, over the example in memory, as the window would show it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.desk import NOW, Answers

from kompasskive.desktop.context import Context
from kompasskive.desktop.document import Document
from kompasskive.desktop.pages.page import Page
from kompasskive.desktop.position import Position
from kompasskive.desktop.settings import Settings
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.turns import at_once
from kompasskive.dialogue.example import example_workbook
from kompasskive.dialogue.model import Dialogue, Workbook
from kompasskive.framework.catalogue import bundled

TODAY = date(2026, 11, 23)


@dataclass
class Bench:
    """A shown page and what stands around it."""

    page: Page
    context: Context
    answers: Answers
    bot: QtBot

    @property
    def talk(self) -> Dialogue:
        """The open talk as it is stored."""
        talk = self.context.position.dialogue
        assert talk is not None
        return talk

    @property
    def undo_text(self) -> str:
        """What the undo menu would say."""
        return self.context.document.stack.undoText()

    def undo(self) -> None:
        """Undo one step."""
        self.context.document.stack.undo()

    def click(self, widget: QWidget) -> None:
        """Click a widget that can be seen."""
        assert widget.isVisible(), widget.accessibleName()
        assert widget.isEnabled(), widget.accessibleName()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def type_in(self, field: QWidget, text: str) -> None:
        """Replace a field's text by typing, and leave it."""
        assert field.isVisible(), field.accessibleName()
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, text)
        if isinstance(field, QLineEdit):
            self.press(field, Qt.Key.Key_Return)
        else:
            field.clearFocus()
        self.settle()

    def press(self, widget: QWidget, key: Qt.Key) -> None:
        """Press a key on a widget that can be seen."""
        assert widget.isVisible(), widget.accessibleName()
        QTest.keyClick(widget, key)
        self.settle()

    def choose(self, menu: QMenu, text: str) -> None:
        """Open a menu and choose an entry with the mouse."""
        menu.popup(self.page.mapToGlobal(self.page.rect().center()))
        action = next(a for a in menu.actions() if a.text() == text)
        spot = menu.actionGeometry(action).center()
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
        self.settle()

    def settle(self) -> None:
        """Handle every waiting event."""
        for _ in range(3):
            QApplication.processEvents()


def example() -> Workbook:
    """The example with its first person's draft."""
    return example_workbook(bundled(), 3, 1, TODAY)


def bench(
    bot: QtBot,
    settings: Settings,
    make: Callable[[Context], Page],
    workbook: Workbook | None = None,
    person: str | None = "",
    size: tuple[int, int] = (1328, 868),
    theme: Theme | None = None,
    new_id: Callable[[], str] | None = None,
    keep: bool = True,
) -> Bench:
    """Show a page; `person` is an id, "" for the first, None for nobody.

    One that is not kept is the caller's to delete.
    """
    look = theme or Theme()
    document = Document()
    position = Position(document)
    answers = Answers()
    ids = iter(range(1_000))
    make_id = new_id or (lambda: f"ny{next(ids)}")
    context = Context(look, document, position, answers, settings, _now, make_id, at_once)
    value = workbook or example()
    document.show(value, None)
    if person is not None:
        position.open_person(person or value.people[0].id)
    page = make(context)
    page.dress()
    if keep:
        bot.addWidget(page)
    page.resize(*size)
    page.show()
    bot.waitExposed(page)
    page.activateWindow()
    made = Bench(page, context, answers, bot)
    made.settle()
    page.resize(*size)
    made.settle()
    return made


def _now() -> datetime:
    return NOW


def stops(page: QWidget) -> Iterator[QWidget]:
    """What Tab stops at on the page, in its order."""
    widget = page.nextInFocusChain()
    while widget is not None and widget is not page:
        tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None:
            yield widget
        widget = widget.nextInFocusChain()
