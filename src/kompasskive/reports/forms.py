"""The forms a report can be saved in, told apart by the file name's ending."""

from pathlib import Path
from typing import Final

from kompasskive.reports import output
from kompasskive.reports.model import ProfileReport

ENDINGS: Final = (".pdf", ".html", ".txt", ".docx")
"""Of these Word gets the plan only; the others say everything the report says."""
_BYTE_ORDER_MARK: Final = "\ufeff"


def render(ending: str, report: ProfileReport, grey: bool = False) -> bytes:
    """The report as a file's content; `ending` is one of ENDINGS."""
    match ending:
        case ".html":
            from kompasskive.reports import html

            return html.render(report, grey).encode("utf-8")
        case ".txt":
            from kompasskive.reports import plain

            # Windows' Notepad and older systems know UTF-8 by the mark.
            return (_BYTE_ORDER_MARK + plain.render(report)).encode("utf-8")
        case ".docx":
            from kompasskive.reports import word

            return word.render(report)
        case _:
            from kompasskive.reports import pdf

            return pdf.render(report, grey)


def write(path: Path, report: ProfileReport, grey: bool = False) -> None:
    """Write in the form of the name's ending; OutputError when it fails, an older file stays."""
    output.write(path, render(path.suffix.lower(), report, grey))
