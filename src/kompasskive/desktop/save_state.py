"""Whether what is on screen is on disk: one state behind status, banner and the last question."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from datetime import datetime

    from kompasskive.desktop.document import Document


class Saving(Enum):
    """How it stands with the open workbook."""

    NOTHING = "nothing"
    EXAMPLE = "example"
    READ_ONLY = "read_only"
    UNDER_WAY = "under_way"
    DELAYED = "delayed"
    SAVED = "saved"
    FAILED = "failed"
    HELD = "held"


class SaveState(QObject):
    """Follows the document; `state`, and `reason` in Danish when it is FAILED or DELAYED."""

    changed = Signal()

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._state = Saving.NOTHING
        self._held = False
        self.reason = ""
        self.saved_at: datetime | None = None
        document.opened.connect(self._opened)
        document.resumed.connect(self._opened)
        document.saving.connect(self._saving)
        document.saved.connect(self._saved)
        document.save_failed.connect(self._failed)
        document.delayed.connect(self._delayed)

    @property
    def state(self) -> Saving:
        """How it stands; HELD while a text on screen waits for the two to choose."""
        return Saving.HELD if self._held and self._state is not Saving.FAILED else self._state

    def hold(self, held: bool) -> None:
        """Say whether a text on screen is held back."""
        if held != self._held:
            self._held = held
            self.changed.emit()

    def _opened(self) -> None:
        file = self._document.file
        self.saved_at = file.saved_at if file else None
        if file is None:
            self._become(Saving.EXAMPLE if self._document.is_open else Saving.NOTHING)
        else:
            self._become(Saving.READ_ONLY if file.read_only_reason else Saving.SAVED)

    def _saving(self) -> None:
        if self._state not in (Saving.FAILED, Saving.DELAYED):
            self._become(Saving.UNDER_WAY)

    def _saved(self, at: datetime) -> None:
        self.saved_at = at
        self._become(Saving.SAVED)

    def _delayed(self, reason: str) -> None:
        if self._state is not Saving.FAILED:
            self._become(Saving.DELAYED, reason)

    def _failed(self, reason: str) -> None:
        self._become(Saving.FAILED, reason)

    def _become(self, state: Saving, reason: str = "") -> None:
        self._state, self.reason = state, reason
        self.changed.emit()
