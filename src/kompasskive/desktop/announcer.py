"""A changed placement is told to screen readers once, politely, whichever page it came from."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from kompasskive.desktop.document import Document
from kompasskive.desktop.position import Position
from kompasskive.dialogue.model import Dialogue, PlacementState
from kompasskive.framework.model import Dimension, Framework
from kompasskive.profile.fields import STATE_WORDS
from kompasskive.profile.model import CellState

MOST = 3
_STATES = {
    PlacementState.NOT_RELEVANT: CellState.NOT_RELEVANT,
    PlacementState.LET_STAND: CellState.LET_STAND,
}


def announce(window: QWidget, sentence: str) -> None:
    """Have a sentence read aloud when the reader has finished what it is saying."""
    event = QAccessibleAnnouncementEvent(window, sentence)
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
    QAccessible.updateAccessibility(event)


def changed_cells(framework: Framework, before: Dialogue, after: Dialogue) -> list[str]:
    """ "Lov & Myndighed, Praktisk, Godt i gang" for each cell that differs between two talks."""
    return [
        f"{field.name}, {framework.dimension(dimension).name}, {word}"
        for field in framework.fields
        for dimension in Dimension
        if (word := _word(framework, after, field.id, dimension))
        != _word(framework, before, field.id, dimension)
    ]


def _word(framework: Framework, talk: Dialogue, field_id: str, dimension: Dimension) -> str:
    placement = talk.placement(field_id, dimension)
    if placement is None:
        return STATE_WORDS[CellState.NOT_DISCUSSED]
    if placement.level is None:
        return STATE_WORDS[_STATES[placement.state]]
    return framework.placement_word(placement.level)


class Announcer(QObject):
    """Follows the open talk; undo and redo are told as well, another talk is not."""

    def __init__(
        self, say: Callable[[str], object], document: Document, position: Position
    ) -> None:
        super().__init__(position)
        self._say, self._position = say, position
        self._told: Dialogue | None = None
        document.changed.connect(self._follow)
        position.person_changed.connect(self._follow)

    def _follow(self) -> None:
        before, after = self._told, self._position.dialogue
        self._told = after
        if before is None or after is None or before.id != after.id:
            return
        if before.placements is not after.placements:
            said = changed_cells(self._position.framework, before, after)
            if said:
                more = len(said) - MOST
                rest = f" Og {more} andre." if more > 0 else ""
                self._say(f"{'. '.join(said[:MOST])}.{rest}")
