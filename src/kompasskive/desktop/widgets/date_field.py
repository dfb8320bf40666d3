"""A date typed in Danish; a date that is none gets one sentence beside the field."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kompasskive import danish
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.layouts import column
from kompasskive.desktop.widgets.line_edit import LineEdit
from kompasskive.desktop.widgets.text import label, set_text

EXAMPLE = "fx 31.3.2027"


class DateField(QWidget):
    """`chosen` carries a date, or None when the field was emptied; never a guess."""

    chosen = Signal(object)
    ended = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.line = LineEdit(name, EXAMPLE, length=40)
        self.fault = label("", "caption", "bad_ink", wrap=True)
        self.fault.hide()
        self.setLayout(column(self.line, self.fault, gap=2))
        self.setFocusProxy(self.line)
        self.line.committed.connect(self._read)
        self.line.ended.connect(self.ended)
        theme.changed.connect(self._fit)
        self._fit()

    def show_date(self, day: date | None) -> None:
        """Show what is stored, unless a wrong date waits to be mended."""
        if self.fault.isHidden():
            self.line.show_text(danish.short_date(day) if day else "")

    def commit(self) -> None:
        """Hand over what was typed."""
        self.line.commit()

    def _read(self, text: str) -> None:
        day = danish.parse_date(text)
        wrong = bool(text.strip()) and day is None
        sentence = f"»{text.strip()}« er ikke en dato. Skriv dag, måned og år, {EXAMPLE}."
        set_text(self.fault, sentence if wrong else "")
        self.fault.setVisible(wrong)
        self.line.setAccessibleDescription(self.fault.text())
        if not wrong:
            self.chosen.emit(day)

    def _fit(self) -> None:
        self.line.setMinimumWidth(self._theme.px(120))
