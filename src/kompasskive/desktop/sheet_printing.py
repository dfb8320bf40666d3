"""Printing the sheet an employee prepares with: drawn off the window's thread, then printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kompasskive.desktop.widgets.banner import Notice
from kompasskive.errors import ExpectedError

if TYPE_CHECKING:
    from kompasskive.desktop.files import Files
    from kompasskive.framework.model import Framework

TITLE: Final = "Forberedelsesark"


def print_sheet(files: Files) -> None:
    """Ask for a printer once the sheet is drawn, for the open file's framework or our own."""
    known = files.context.document.value.frameworks if files.context.document.is_open else ()
    files.background.start(
        lambda: _drawn(known[-1] if known else None),
        lambda pdf: _print(files, pdf),
        lambda error: _refused(files, error),
    )


def _drawn(framework: Framework | None) -> bytes:
    from kompasskive.framework.catalogue import bundled
    from kompasskive.reports.sheet import render

    return render(framework or bundled())


def _print(files: Files, pdf: bytes) -> None:
    from kompasskive.desktop.printing import print_pages

    try:
        print_pages(pdf, TITLE, files.context.questions)
    except ExpectedError as error:
        _refused(files, error)


def _refused(files: Files, error: ExpectedError) -> None:
    files.say(Notice("Forberedelsesarket blev ikke skrevet ud.", str(error)))
