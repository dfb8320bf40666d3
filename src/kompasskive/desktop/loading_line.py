"""A quiet line above the page while a file takes its time to open, and a way to stop it."""

from typing import Final

from kompasskive.desktop.file_in_use import FileInUse
from kompasskive.desktop.widgets.working import Working
from kompasskive.desktop.window import Window

WORDS: Final = "Filen åbnes …"
_ABOVE: Final = 8


def show_loading(window: Window, in_use: FileInUse) -> None:
    """From now on; what was stopped is let go as soon as it has come."""
    line = Working(window.context.theme)
    line.setContentsMargins(0, _ABOVE, 0, 0)
    window.show_above(line)

    def loading(on: bool) -> None:
        if on:
            in_use.tell = line.begin(WORDS)
        else:
            line.end()

    in_use.loading.connect(loading)
