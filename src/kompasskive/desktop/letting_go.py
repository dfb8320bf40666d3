"""Before a file is let go: what is on screen is on disk, or the two have said what to do."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Final

from kompasskive.desktop.file_work import UNSAVED
from kompasskive.desktop.save_state import SaveState, Saving

if TYPE_CHECKING:
    from kompasskive.desktop.context import Context

LONGEST: Final = 30.0
MOMENT: Final = 0.05
HELD_QUESTION: Final = (
    "En tekst er ikke gemt",
    (
        "En tekst ligner et CPR-nummer og er ikke gemt endnu. Alt andet er gemt. "
        "Vælg »Bliv her«, og vælg »Fjern det« eller »Behold det« ved teksten."
    ),
)


def write_out(save: SaveState, context: Context) -> int:
    """Wait until all is on disk, or something could not be saved; how many changes are left.

    The window paints meanwhile, and takes no keys or clicks; at most `LONGEST` seconds.
    """
    file, until = context.document.file, monotonic() + LONGEST
    if file is None:
        return 0
    while file.pending() and save.state is not Saving.FAILED and monotonic() < until:
        file.wait(MOMENT)
        _paint()
    return file.pending()


def let_go(context: Context) -> None:
    """Close the open file and have its backup made; the window paints meanwhile, at most so long.

    Nothing can be changed from now on, until another file is shown.
    """
    document, until = context.document, monotonic() + LONGEST
    file = document.file
    if file is None or file.is_closed:
        return
    document.suspend()
    file.close(0)
    while not file.is_closed and monotonic() < until:
        file.close(MOMENT)
        _paint()


def _paint() -> None:
    from PySide6.QtCore import QCoreApplication, QEventLoop

    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)


def may_let_go(save: SaveState, context: Context) -> bool:
    """Whether the open file may be closed; asks only when something could not be saved."""
    left = write_out(save, context)
    if save.state is Saving.HELD:
        return context.questions.confirm(*HELD_QUESTION, yes="Luk alligevel", no="Bliv her")
    if save.state is not Saving.FAILED and not left:
        return True
    return context.questions.confirm(
        "Noget er ikke gemt",
        f"{save.reason or UNSAVED}\n\nLukker I nu, går det seneste, I har skrevet, tabt. "
        "Vælg »Bliv her«, og prøv igen, når filen kan nås.",
        yes="Luk alligevel",
        no="Bliv her",
    )
