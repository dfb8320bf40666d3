"""The Samtale page in a shown window, on a talk where nothing has been said yet."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QStyleFactory, QWidget
from pytestqt.qtbot import QtBot

from kompasskive.desktop.context import Context
from kompasskive.desktop.document import Document
from kompasskive.desktop.pages.talk import TalkPage
from kompasskive.desktop.pages.talk.body import Body
from kompasskive.desktop.pages.talk.parts import Parts
from kompasskive.desktop.position import Position
from kompasskive.desktop.questions import Questions
from kompasskive.desktop.settings import Settings
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.turns import at_once
from kompasskive.dialogue.example import example_workbook
from kompasskive.dialogue.model import Dialogue
from kompasskive.framework.catalogue import bundled

if TYPE_CHECKING:
    from collections.abc import Callable

NOW = datetime(2026, 11, 23, 14, 5).astimezone()
RAIL, STATUS, NARROW = 112, 32, 900


class Forms(Questions):
    """Fills in a dialog with the next function instead of asking a person."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent, theme)
        self.fill: Callable[[QDialog], object] | None = None

    def run(self, dialog: QDialog) -> bool:
        if self.fill is not None:
            self.fill(dialog)
        return dialog.result() == QDialog.DialogCode.Accepted


class TalkDesk:
    """The page where the window puts it; `fresh` begins a new talk instead of the example's.

    With `person` None nobody is chosen.
    """

    def __init__(
        self,
        bot: QtBot,
        folder: Path,
        size: tuple[int, int] = (1440, 900),
        text: float = 1.0,
        fresh: bool = True,
        person: int | None = 0,
    ) -> None:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.setStyle(QStyleFactory.create("Fusion"))
        self.window = QWidget()
        bot.addWidget(self.window)
        theme = Theme("light", text, motion=False)
        theme.apply()
        theme.lead(self.window)
        self.forms = Forms(self.window, theme)
        self.context = self._context(folder, theme)
        self.page = TalkPage(self.context)
        self._place(size)
        if person is not None:
            self.context.position.open_person(self.context.document.value.people[person].id)
        if person is not None and fresh:
            self.page.talk.begin()
        bot.waitExposed(self.window)
        self.settle()

    def _context(self, folder: Path, theme: Theme) -> Context:
        document = Document()
        document.show(example_workbook(bundled(), 3, 1, NOW.date()), None)
        settings = Settings(QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat))
        position = Position(document)
        return Context(theme, document, position, self.forms, settings, lambda: NOW, turns=at_once)

    def _place(self, size: tuple[int, int]) -> None:
        width, height = size
        rail = RAIL if width >= NARROW and self.context.theme.scale < 1.5 else 0
        status = self.context.theme.px(STATUS)
        self.window.resize(width, height)
        self.page.setParent(self.window)
        self.page.setGeometry(rail, 0, width - rail, height - status)
        self.page.show()
        self.window.show()
        self.window.activateWindow()

    def settle(self) -> None:
        """Until every event is handled."""
        for _ in range(4):
            QApplication.processEvents()

    @property
    def parts(self) -> Parts:
        """The parts of the page."""
        assert self.page.parts is not None
        return self.page.parts

    @property
    def body(self) -> Body:
        """The panes of the page."""
        assert self.page.body is not None
        return self.page.body

    @property
    def dialogue(self) -> Dialogue:
        """The talk as it is stored now."""
        return self.page.talk.dialogue

    @property
    def undo_texts(self) -> list[str]:
        """The labels of the steps that can be undone, oldest first."""
        stack = self.context.document.stack
        return [stack.text(index) for index in range(stack.index())]

    def focus(self, widget: QWidget) -> None:
        """Give a widget the keyboard."""
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        self.settle()

    def press(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        widget: QWidget | None = None,
    ) -> None:
        """Press a key where the keyboard is."""
        target = widget or QApplication.focusWidget() or self.page
        QTest.keyClick(target, key, modifier)

    def type(self, text: str) -> None:
        """Type where the keyboard is."""
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClicks(target, text)

    def click(self, widget: QWidget) -> None:
        """Click the middle of a widget that can be seen."""
        assert widget.isVisible()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
