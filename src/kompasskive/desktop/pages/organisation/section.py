"""A part of the page: a heading, perhaps a line under it, and what it holds."""

from PySide6.QtWidgets import QWidget

from kompasskive.desktop.widgets.layouts import Part, column, row
from kompasskive.desktop.widgets.text import flowing, label, set_text


class Section(QWidget):
    """`tools` stand to the right of the heading."""

    def __init__(
        self, heading: str, *parts: Part, note: str = "", tools: tuple[QWidget, ...] = ()
    ) -> None:
        super().__init__()
        self.heading = label(heading, "question", wrap=True)
        self.note = flowing(note, "small", "ink2")
        head = row(gap=12)
        head.addWidget(self.heading, 1)
        for tool in tools:
            head.addWidget(tool)
        self.setLayout(column(head, self.note, *parts, gap=10))
        self.note.setVisible(bool(note))

    def set_note(self, text: str) -> None:
        """Say something under the heading; "" takes it away."""
        set_text(self.note, text)
        self.note.setVisible(bool(text))
