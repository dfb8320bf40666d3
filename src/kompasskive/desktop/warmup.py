"""What the program needs soon but not for its first picture, loaded off the window's thread."""

from importlib import import_module
from typing import Final

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
    """Import them in order."""
    for module in modules:
        import_module(module)
