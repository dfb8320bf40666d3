"""The 72 px header of a page: who it is about, KLADDE or Godkendt, context and tools."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import IconLabel
from kompasskive.desktop.widgets.elided import ElidedLabel
from kompasskive.desktop.widgets.layouts import column, frame, row
from kompasskive.desktop.widgets.text import label, set_text

HEIGHT = 72


class Chip(QFrame):
    """A small tag; `ok` dresses it as approved with a tick."""

    def __init__(self, theme: Theme, text: str, ok: bool = False) -> None:
        super().__init__()
        self.setProperty("kind", "chip_ok" if ok else "chip")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.words = label(text, "caption_strong", "ok_ink" if ok else "ink2")
        parts = (IconLabel(theme, "tick", 14, "ok_ink"), self.words) if ok else (self.words,)
        self.setLayout(row(*parts, gap=4, margins=(8, 2, 8, 2)))


class Header(QFrame):
    """Title, state and context to the left, at most three tools to the right."""

    def __init__(self, theme: Theme, title: str = "", kind: str = "title") -> None:
        super().__init__()
        self.setProperty("kind", "win")
        self._title = ElidedLabel(title, kind)
        self.draft = Chip(theme, "KLADDE")
        self.approved = Chip(theme, "Godkendt", ok=True)
        self._context = ElidedLabel("", "small", "ink2")
        self._tools = QHBoxLayout()
        self._tools.setSpacing(8)
        first = row(self._title, self.draft, self.approved, None, gap=12)
        left = column(None, first, self._context, None, gap=0)
        layout = row(gap=12, margins=(12, 8, 16, 8))
        layout.addStrut(HEIGHT - 16)
        layout.addLayout(left, 1)
        layout.addLayout(self._tools)
        self.setLayout(layout)
        self.set_state(None)

    def set_title(self, title: str, context: str) -> None:
        """Name the page's subject and its context line."""
        set_text(self._title, title)
        set_text(self._context, context)
        self._context.setVisible(bool(context))

    def set_state(self, draft: bool | None, words: str = "") -> None:
        """KLADDE, Godkendt, or nothing when there is no talk (None); `words` tell more."""
        chip = self.draft if draft else self.approved
        set_text(chip.words, words or chip.words.text())
        self.draft.setVisible(draft is True)
        self.approved.setVisible(draft is False)

    def set_lead(self, lead: QWidget) -> None:
        """Put the window's menu button at the left end, where there is no rail."""
        layout = self.layout()
        if isinstance(layout, QHBoxLayout) and layout.indexOf(lead) < 0:
            layout.insertWidget(0, lead)

    def add_tool(self, tool: QWidget) -> None:
        """Put a tool at the right end."""
        self._tools.addWidget(tool)

    def insert_tool(self, index: int, tool: QWidget) -> None:
        """Put a tool, back from elsewhere, at its place from the left."""
        self._tools.insertWidget(index, tool)


def strip(kind: str, icon: IconLabel, words: QLabel, *tools: QWidget) -> QFrame:
    """One line that explains something: icon, text and small tools ("info", "bad", "sunken")."""
    layout = row(icon, gap=12, margins=(16, 10, 12, 10))
    layout.addWidget(words, 1)
    for tool in tools:
        layout.addWidget(tool)
    return frame(kind, layout)
