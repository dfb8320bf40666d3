"""What moved between two talks, in the words of section 5.7, and what cannot be compared."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from PySide6.QtWidgets import QWidget

from kompasskive.desktop.widgets.layouts import clear, column
from kompasskive.desktop.widgets.text import flowing, label
from kompasskive.profile.comparison import CHANGE_WORDS, Change, ChangeRow, Comparison

MEANINGS: Final = {
    Change.NEW_STRENGTH: "krydsede Grundlinjen opad",
    Change.MOVING: "placeret højere end sidst",
    Change.CHANGED_FOCUS: "placeret lavere, eller det er blevet relevant eller ikke relevant",
    Change.UNCHANGED: "placeret som sidst",
}
NOTHING: Final = "Intet felt er placeret i begge samtaler, så der er ikke noget at sammenligne."
CHANGED: Final = "Rammen er ændret siden sidst. Disse punkter kan ikke sammenlignes:"


def sentence(one: ChangeRow) -> str:
    """ "Lov & Myndighed, praktisk: I gang → Godt i gang"."""
    return f"{one.field}, {one.dimension_name.lower()}: {one.before} → {one.after}"


def sentences(change: Change, places: Sequence[ChangeRow]) -> tuple[str, ...]:
    """A sentence per place; the unchanged ones of a field share one.

    "Lov & Myndighed: refleksiv I gang, relationel I gang".
    """
    if change is not Change.UNCHANGED:
        return tuple(sentence(one) for one in places)
    return tuple(
        f"{field}: {', '.join(f'{one.dimension_name.lower()} {one.after}' for one in of_field)}"
        for field, of_field in groupby(places, key=lambda one: one.field)
    )


class MovedPlaces(QWidget):
    """A heading per kind of change with its places; kinds without a place are left out."""

    def __init__(self) -> None:
        super().__init__()
        self._comparison: Comparison | None = None
        self.lines: list[str] = []
        self._column = column(gap=4)
        self.setLayout(self._column)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show what two talks tell when they are laid beside each other."""
        if comparison == self._comparison:
            return
        self._comparison = comparison
        self.lines = []
        clear(self._column)
        for change, meaning in MEANINGS.items():
            self._group(change, meaning, [r for r in comparison.rows if r.change is change])
        if not comparison.rows:
            self._say(NOTHING, "body", "ink2")
        if comparison.not_comparable:
            self._column.addSpacing(8)
            self._say(CHANGED, "strong")
        for text in comparison.not_comparable:
            self._say(text, "small", "ink2")

    def _group(self, change: Change, meaning: str, places: list[ChangeRow]) -> None:
        if not places:
            return
        self._column.addSpacing(8)
        self._column.addWidget(label(CHANGE_WORDS[change], "section"))
        self._column.addWidget(flowing(meaning, "caption", "ink2"))
        for text in sentences(change, places):
            self._say(text)

    def _say(self, text: str, kind: str = "body", tone: str = "ink") -> None:
        self.lines.append(text)
        self._column.addWidget(flowing(text, kind, tone))
