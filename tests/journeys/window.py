"""A leader's file in the real window, used with keys and clicks, and read back from disk."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.desktop.desk import NOW, Desk

from kompasskive.desktop.pages.page import Page
from kompasskive.dialogue.model import Dialogue, Employee, Workbook
from kompasskive.storage.workbook import create, read

ALT = Qt.KeyboardModifier.AltModifier


class Journey:
    """One person, Jens, whom Mette leads; `talk` is what the file says once it is written."""

    def __init__(self, desk: Desk, people: tuple[str, ...] = ("Jens Jensen",)) -> None:
        self.desk = desk
        self.path = desk.folder / "Samtaler.kompas"
        named = tuple(Employee(f"p{at}", name) for at, name in enumerate(people))
        create(self.path, Workbook(id="w", leader="Mette Holm", people=named)).close()
        desk.show()
        desk.window.files.open(self.path)
        desk.settle()
        self.context = desk.window.context
        self.context.position.open_person("p0")

    def page(self, number: int) -> Page:
        """Go to a page by its key."""
        self.desk.press(Qt.Key(Qt.Key.Key_0 + number), ALT)
        page = self.desk.window.page
        assert isinstance(page, Page)
        return page

    def type_at(self, widgets: object, keys: str) -> None:
        """One key per widget, in order."""
        assert isinstance(widgets, tuple)
        for widget, key in zip(widgets, keys, strict=False):
            widget.setFocus()
            QTest.keyClicks(widget, key)
        self.desk.settle()

    @property
    def talk(self) -> Dialogue:
        """The latest talk as it lies in the file."""
        file = self.context.document.file
        if file is not None:
            self.desk.bot.waitUntil(lambda: file.pending() == 0)
        return read(self.path).dialogues[-1]


__all__ = ["NOW", "Journey"]
