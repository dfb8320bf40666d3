"""What the program needs soon but not for its first picture, loaded off the window's thread."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from kompasskive.desktop.rubbish import not_looking

if TYPE_CHECKING:
    from kompasskive.desktop.background import Background

STORAGE: Final = ("sqlcipher3", "sqlalchemy", "kompasskive.storage.workbook")
DRAWING: Final = ("numpy", "pyqtgraph", "fontTools.ttLib", "kompasskive.desktop.widgets.dial_view")
PAGES: Final = tuple(
    f"kompasskive.desktop.pages.{page}"
    for page in (
        "people",
        "talk",
        "preparation",
        "profile",
        "plan",
        "history",
        "report",
        "organisation",
    )
)
PAPER: Final = ("reportlab.pdfgen.canvas", "kompasskive.reports.pdf")


def load(modules: tuple[str, ...]) -> None:
    """Import them in order; a module stays, so nobody looks through what is in it for rubbish."""
    with not_looking():
        for module in modules:
            import_module(module)


def load_by_and_by(background: Background, modules: tuple[str, ...]) -> None:
    """Import them in order, one at a time, so that other work waits for one at most."""
    if modules:
        background.start(
            lambda: load(modules[:1]), lambda _none: load_by_and_by(background, modules[1:]), bool
        )
