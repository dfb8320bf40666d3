"""Keying in a sheet: a code and a mark at a time, understood or refused at once."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.layouts import column
from kompasskive.desktop.widgets.text import flowing, label, restyle, set_text
from kompasskive.dialogue.keying import Entry, Fault, read_entry, signs_of
from kompasskive.dialogue.lines import Line

NAME = "Kode og mærke"
EXAMPLE = "Fx 2.3 3 eller 2b 4"
HINT = "Enter skriver det. Et mærke alene hører til {code}, hvor listen står: {signs}."
LENGTH = 20
_WIDTH = 220
_UNDOING = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class CodeLine(QWidget):
    """`entered` carries what was understood; what was not stays in the line with a sentence."""

    entered = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: tuple[Line, ...] = ()
        self._at: Line | None = None
        self._compact = False
        self._refused = ""
        self.edit = QLineEdit()
        self.edit.setAccessibleName(NAME)
        self.edit.setPlaceholderText(EXAMPLE)
        self.edit.setMaxLength(LENGTH)
        self.told = flowing("", "small", "ink2")
        above = label(NAME, "small_strong")
        above.setBuddy(self.edit)
        self._above = above
        self.setLayout(column(above, self.edit, self.told, None, gap=4))
        self.edit.installEventFilter(self)
        self.edit.returnPressed.connect(self._enter)
        self.edit.textEdited.connect(lambda _text: self._tell())
        theme.changed.connect(self._fit)
        self._fit()

    def show_lines(self, lines: tuple[Line, ...], locked: bool) -> None:
        """Read codes of these lines."""
        self._lines = lines
        self.edit.setEnabled(not locked)
        self._tell()

    def set_compact(self, compact: bool) -> None:
        """Without its label and hint where room is short."""
        self._compact = compact
        self._above.setVisible(not compact)
        self._tell()

    def stand_at(self, line: Line | None) -> None:
        """A mark alone is about this line."""
        self._at = line
        self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Z undoes the last line of the sheet while nothing is being typed."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            undoes = any(event.matches(key) for key in _UNDOING)
            if undoes and not self.edit.text():
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _enter(self) -> None:
        found = read_entry(self.edit.text(), self._lines, self._at)
        if isinstance(found, Fault):
            self._refused = self.edit.text()
            self._say(found.sentence, "bad_ink")
            self.edit.selectAll()
            return
        self.edit.setText("")
        self.entered.emit(found)
        self._tell()

    def _tell(self) -> None:
        """What the line would be, or how to go on; what was refused stays told until it changes."""
        text = self.edit.text()
        if text and text == self._refused:
            return
        self._refused = ""
        found = read_entry(text, self._lines, self._at) if text.strip() else None
        if isinstance(found, Entry):
            line = found.line
            name = line.item.text if line.item else line.field.name
            self._say(f"{line.code}  {name}", "ink")
        elif self._at is not None and not self._compact:
            self._say(HINT.format(code=self._at.code, signs=signs_of(self._at)), "ink2")
        else:
            self._say("", "ink2")

    def _say(self, text: str, tone: str) -> None:
        set_text(self.told, text)
        restyle(self.told, "tone", tone)
        self.told.setVisible(bool(text))
        self.edit.setAccessibleDescription(text)

    def _fit(self) -> None:
        self.edit.setFixedWidth(self._theme.px(_WIDTH))
