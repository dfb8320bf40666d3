"""The sheet an employee prepares with: drawn off the window's thread, then printed or saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kompasskive.desktop.notice import Notice
from kompasskive.desktop.settings import documents_folder
from kompasskive.errors import ExpectedError

if TYPE_CHECKING:
    from pathlib import Path

    from kompasskive.desktop.files import Files
    from kompasskive.framework.model import Framework

TITLE: Final = "Forberedelsesark"
_ENDING: Final = ".pdf"


def print_sheet(files: Files) -> None:
    """Ask for a printer once the sheet is drawn, for the open file's framework or our own."""
    framework = _framework(files)
    files.background.start(
        lambda: _drawn(framework),
        lambda pdf: _print(files, pdf),
        lambda error: _refused(files, "skrevet ud", error),
    )


def save_sheet(files: Files) -> None:
    """Ask where, and write the sheet as a PDF."""
    context = files.context
    suggestion = documents_folder() / f"{TITLE}{_ENDING}"
    chosen = context.questions.save_path("Gem forberedelsesarket", suggestion, "PDF (*.pdf)")
    if chosen is None:
        return
    right = chosen.suffix.lower() == _ENDING
    path = chosen if right else chosen.with_name(chosen.name + _ENDING)
    framework = _framework(files)
    told = f"Gemt som »{path.name}« i mappen »{path.parent.name}«."
    files.background.start(
        lambda: _written(framework, path),
        lambda _done: context.questions.tell(TITLE, told),
        lambda error: _refused(files, "gemt", error),
    )


def _framework(files: Files) -> Framework | None:
    known = files.context.document.value.frameworks if files.context.document.is_open else ()
    return known[-1] if known else None


def _drawn(framework: Framework | None) -> bytes:
    from kompasskive.framework.catalogue import bundled
    from kompasskive.reports.sheet import render

    return render(framework or bundled())


def _written(framework: Framework | None, path: Path) -> None:
    from kompasskive.reports.output import write

    write(path, _drawn(framework))


def _print(files: Files, pdf: bytes) -> None:
    from kompasskive.desktop.printing import ask_printer, paint_pages

    try:
        printer = ask_printer(TITLE, files.context.questions)
    except ExpectedError as error:
        _refused(files, "skrevet ud", error)
        return
    if printer is not None:
        files.background.start(
            lambda: paint_pages(pdf, printer),
            bool,
            lambda error: _refused(files, "skrevet ud", error),
        )


def _refused(files: Files, done: str, error: ExpectedError) -> None:
    files.say(Notice(f"Forberedelsesarket blev ikke {done}.", str(error)))
