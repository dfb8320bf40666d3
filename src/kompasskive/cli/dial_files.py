"""The dial as a file: SVG, PNG or PDF by the name's ending."""

from pathlib import Path

from kompasskive.dial.sheet import Subject, View, draw_sheet
from kompasskive.errors import OutputError
from kompasskive.reports.output import write


def write_dial(path: Path, subject: Subject, view: View, size: int, theme: str) -> None:
    """Draw `subject` `size` pixels wide in a theme of `THEMES`; OutputError when it fails."""
    from kompasskive.desktop.dial_files import content

    if view is View.SINCE and subject.before is None:
        raise OutputError("Der er ingen tidligere samtale at vise. Intet er skrevet.")
    picture = draw_sheet(subject, view, size, patterns=theme == "grey")
    write(path, content(picture, theme, path.suffix.lower()))
