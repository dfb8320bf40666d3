"""A text field that moves between targets without losing or misplacing what is being typed."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.text_edit import TextEdit
from kompasskive.dialogue.model import NoteScope
from kompasskive.framework.model import Dimension


@dataclass(frozen=True, slots=True)
class NoteKey:
    """Where a note is stored: the talk, and what in it the note is about."""

    dialogue_id: str
    scope: NoteScope
    target_id: str


@dataclass(frozen=True, slots=True)
class ReasonKey:
    """Where the reason for "Ikke relevant" is stored."""

    dialogue_id: str
    item_id: str


@dataclass(frozen=True, slots=True)
class ExampleKey:
    """Where the example of a placement is stored."""

    dialogue_id: str
    field_id: str
    dimension: Dimension


@dataclass(frozen=True, slots=True)
class CaseKey:
    """Where a step of the case is stored; `step` is a field of `Case`."""

    dialogue_id: str
    step: str


@dataclass(frozen=True, slots=True)
class RemarkKey:
    """Where the employee's own remark is stored."""

    dialogue_id: str


class KeyedEdit(TextEdit):
    """`written` carries the key the text was typed under, and the text."""

    written = Signal(object, str)

    def __init__(self, theme: Theme, name: str, lines: int = 2, grows: bool = True) -> None:
        super().__init__(theme, name, lines, grows)
        self._key: object = None
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.committed.connect(lambda text: self.written.emit(self._key, text))

    def sizeHint(self) -> QSize:
        """Its least height: what is left over is given by the layout, not asked for."""
        return QSize(self._theme.px(200), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(80), self.minimumHeight())

    def set_locked(self, locked: bool) -> None:
        """Let the text be read but not changed, and look like it."""
        if locked != self.isReadOnly():
            self.setReadOnly(locked)
            self.style().unpolish(self)
            self.style().polish(self)

    def show_keyed(self, key: object, text: str) -> None:
        """Turn to a target; what was typed about the one before is handed over first.

        A text that is held back waits until its own target is shown again.
        """
        turned = key != self._key
        if turned:
            self.commit()
            self.ended.emit()
            if self.guard.held:
                self.put_aside(self._key)
            self._key = key
        self.show_text(text)
        if turned:
            self.guard.take_up(key)
