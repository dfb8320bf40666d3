"""The open workbook: one immutable value, its undo stack and one signal when it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from kompasskive.errors import ExpectedError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from kompasskive.dialogue.model import Dialogue, Workbook
    from kompasskive.storage.workbook import OpenWorkbook


SUSPENDED = "Filen er lukket et øjeblik."


class Document(QObject):
    """Owns the value. Views read `value` and render on `changed`; nothing else mutates it.

    `file` is None for the example, which is never written anywhere.
    """

    changed = Signal()
    opened = Signal()
    saving = Signal()
    saved = Signal(object)
    save_failed = Signal(str)
    delayed = Signal(str)
    resumed = Signal()
    _written = Signal(object)
    _refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._value: Workbook | None = None
        self.file: OpenWorkbook | None = None
        self.saved_at: datetime | None = None
        self.stack = QUndoStack(self)
        self._generation = 0
        self._suspended = False
        self._written.connect(self._acknowledge)
        self._refused.connect(self.save_failed)

    @property
    def value(self) -> Workbook:
        """The workbook as it is now; an empty one while nothing is open."""
        if self._value is None:
            from kompasskive.dialogue.model import Workbook

            return Workbook(id="")
        return self._value

    @property
    def is_open(self) -> bool:
        """Whether there is a workbook at all, from a file or the example."""
        return self._value is not None

    @property
    def path(self) -> Path | None:
        """The open file's path; None for the example."""
        return self.file.path if self.file else None

    @property
    def name(self) -> str:
        """The open file's name as it can be shown; "" for the example and nothing."""
        if self.file is None:
            return ""
        from kompasskive.dialogue.text import visible

        return visible(self.file.path.name)

    @property
    def read_only_reason(self) -> str:
        """Why nothing can be changed, in Danish; "" when it can."""
        if self._suspended:
            return SUSPENDED
        return self.file.read_only_reason if self.file else ""

    def show(self, value: Workbook, file: OpenWorkbook | None) -> None:
        """Take over a workbook that was opened, made or imagined (the example)."""
        self.close()
        self._value, self.file, self.saved_at = value, file, None
        if file is not None:
            file.on_delay(self.delayed.emit)
        self.opened.emit()
        self.changed.emit()

    def close(self) -> None:
        """Wait for what is not yet on disk, then let the file go.

        A suspended file is being let go already and is not waited for again.
        """
        if self.file is not None and self._suspended:
            self.file.close(0)
        elif self.file is not None:
            self.file.close()
        self._value, self.file = None, None
        self._suspended = False
        self.stack.clear()

    def shut(self) -> None:
        """Close what is open, and show that nothing is."""
        self.close()
        self.opened.emit()
        self.changed.emit()

    def suspend(self) -> None:
        """Nothing changes until `resume`: the file is being let go for a while."""
        self._suspended = True

    def resume(self, file: OpenWorkbook) -> None:
        """Go on in the file, opened anew; what can be undone stays unless others changed it."""
        if file is not self.file and file.workbook != self.value:
            self.show(file.workbook, file)
            return
        self.file, self._suspended = file, False
        file.on_delay(self.delayed.emit)
        self.resumed.emit()
        self.changed.emit()

    def edit(self, label: str, new: Workbook, merge: str = "") -> None:
        """Make one change, undoable under its Danish `label`."""
        if new == self.value or self.read_only_reason:
            return
        key = f"{merge}#{self._generation}" if merge else ""
        self.stack.push(_Step(label, self.value, new, key, self._put))

    def settle(self, new: Workbook) -> None:
        """Make one change for good: neither it nor what came before can be undone."""
        if new != self.value and not self.read_only_reason:
            self._put(new)
            self.stack.clear()

    def edit_dialogue(self, label: str, new: Dialogue, merge: str = "") -> None:
        """Make one change to one talk."""
        from dataclasses import replace

        dialogues = tuple(new if d.id == new.id else d for d in self.value.dialogues)
        self.edit(label, replace(self.value, dialogues=dialogues), merge)

    def end_merge(self) -> None:
        """The next typing starts an undo step of its own; called when a text loses focus."""
        self._generation += 1

    def retry(self) -> None:
        """Try again to write what could not be written."""
        if self.file is not None:
            self.saving.emit()
            self.file.retry()

    def _put(self, value: Workbook) -> None:
        before, self._value = self.value, value
        if self.file is not None:
            self.saving.emit()
            self.file.submit(before, value, self._done)
        self.changed.emit()

    def _done(self, outcome: object) -> None:
        """Called on the writer's thread; the signals carry it over to the window's."""
        if isinstance(outcome, ExpectedError):
            self._refused.emit(str(outcome))
        else:
            self._written.emit(outcome)

    def _acknowledge(self, outcome: object) -> None:
        at = getattr(outcome, "at", None)
        if at is not None and self.file is not None:
            self.saved_at = at
            if self.file.pending() == 0:
                self.saved.emit(at)


class _Step(QUndoCommand):
    """One undoable change; `merge` joins steps of the same typing, "" never merges."""

    def __init__(
        self,
        label: str,
        before: Workbook,
        after: Workbook,
        merge: str,
        put: Callable[[Workbook], None],
    ) -> None:
        super().__init__(label)
        self.before, self.after, self.merge, self._put = before, after, merge, put

    def redo(self) -> None:
        self._put(self.after)

    def undo(self) -> None:
        self._put(self.before)

    def id(self) -> int:
        return 1 if self.merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802
        if not isinstance(other, _Step) or other.merge != self.merge:
            return False
        self.after = other.after
        return True
