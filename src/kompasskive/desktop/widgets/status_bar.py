"""The line at the bottom: is it saved, which file, and the keys of the page in view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QFrame, QSizePolicy

from kompasskive.desktop.save_state import SaveState, Saving
from kompasskive.desktop.theme import CAPTION_PX, Theme
from kompasskive.desktop.widgets.buttons import IconLabel
from kompasskive.desktop.widgets.elided import ElidedLabel
from kompasskive.desktop.widgets.layouts import row
from kompasskive.desktop.widgets.text import label, restyle, set_text

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

    from kompasskive.desktop.document import Document

HEIGHT: Final = 32
PROMISE: Final = "Gemmes kun i den fil, I har valgt."
EXAMPLE: Final = "Eksempel – intet gemmes"
_WORDS: Final = {
    Saving.NOTHING: PROMISE,
    Saving.EXAMPLE: EXAMPLE,
    Saving.READ_ONLY: "Åbnet til læsning – intet kan ændres",
    Saving.UNDER_WAY: "Gemmer …",
    Saving.DELAYED: "Ikke gemt endnu: et andet program har filen",
    Saving.SAVED: "Gemt",
    Saving.FAILED: "Ikke gemt endnu",
    Saving.HELD: "Ikke gemt endnu: en tekst ligner et CPR-nummer",
}
_ICONS: Final = {
    Saving.NOTHING: ("shield", "ink2"),
    Saving.EXAMPLE: ("shield", "ink2"),
    Saving.READ_ONLY: ("lock", "ink2"),
    Saving.UNDER_WAY: ("clock", "ink2"),
    Saving.DELAYED: ("clock", "warm_ink"),
    Saving.SAVED: ("tick", "ok_ink"),
    Saving.FAILED: ("warning", "bad_ink"),
    Saving.HELD: ("warning", "warm_ink"),
}


def state_words(save: SaveState) -> str:
    """What the state is called: "Gemt kl. 14.05", "Gemmer …", ..."""
    if save.state is not Saving.SAVED or save.saved_at is None:
        return _WORDS[save.state]
    from kompasskive import danish

    return f"Gemt {danish.clock(save.saved_at.astimezone())}"


class StatusBar(QFrame):
    """State, file name and keys; never a person's name."""

    def __init__(self, theme: Theme, document: Document, save: SaveState) -> None:
        super().__init__()
        self._theme, self._document, self._save = theme, document, save
        self._page = "start"
        self._sizes: dict[str, QSize] = {}
        self.setProperty("kind", "win")
        self.setAccessibleName("Status")
        self._icon = IconLabel(theme, "shield", 16)
        self.state = label("", "caption_strong", "ink2")
        self.file = ElidedLabel("", "caption", "ink3")
        self.keys = label("", "caption", "ink3")
        self.file.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout = row(self._icon, self.state, 8, margins=(12, 0, 24, 0))
        layout.addWidget(self.file, 1)
        layout.addWidget(self.keys)
        self.setLayout(layout)
        save.changed.connect(self.render_state)
        document.opened.connect(self.render_state)
        theme.changed.connect(self._fit)
        self._fit()

    def show_page(self, name: str, keys: str) -> None:
        """Follow the page in view; Start says what the program promises instead of a time."""
        self._page = name
        set_text(self.keys, keys)
        self.render_state()

    def render_state(self) -> None:
        """Show how it stands."""
        failed = self._save.state is Saving.FAILED
        promise = self._page == "start" and not failed
        self._say(PROMISE if promise else state_words(self._save))
        restyle(self.state, "tone", "bad_ink" if failed else "ink2")
        self._icon.show_icon(*_ICONS[Saving.NOTHING if promise else self._save.state])
        set_text(self.file, self._document.name)

    def _say(self, words: str) -> None:
        """Keep the room of the last words while saving: nothing beside them moves for that."""
        set_text(self.state, words)
        needed = self._sizes.get(words)
        if needed is None:
            needed = self._sizes[words] = self._theme.metrics(CAPTION_PX, 600).size(0, words)
        if self._save.state is Saving.UNDER_WAY:
            needed = needed.expandedTo(self.state.size())
        self.state.setFixedSize(needed)

    def _fit(self) -> None:
        self._sizes = {}
        self.setFixedHeight(self._theme.px(HEIGHT))
        self.render_state()
