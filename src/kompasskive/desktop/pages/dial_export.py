"""The dial out of the window: as a file of any size, or as a picture on the clipboard."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage

from kompasskive.desktop.background import Background
from kompasskive.desktop.context import Context
from kompasskive.desktop.pages.dial_dialog import USUAL, DialDialog
from kompasskive.desktop.pages.report_messages import Messages
from kompasskive.desktop.settings import documents_folder
from kompasskive.dial.palette import THEMES
from kompasskive.dial.sheet import Subject, View, draw_sheet
from kompasskive.errors import ExpectedError
from kompasskive.reports.file_names import suggested


class DialExport:
    """Draws and writes off the window's thread; `shown` gives what is on show."""

    def __init__(
        self, context: Context, messages: Messages, shown: Callable[[], tuple[Subject, View]]
    ) -> None:
        self._context, self._messages, self._shown = context, messages, shown
        self._folder: Path | None = None
        self.background = Background()

    def save(self, person_name: str) -> None:
        """Ask what and where, and write it."""
        dialog = DialDialog(self._context.theme)
        if not self._context.questions.run(dialog):
            return
        subject, view = self._shown()
        path = self._ask_path(person_name, subject, dialog.ending)
        if path is None:
            return
        width, theme = dialog.width_px, dialog.colour_theme
        self._folder = path.parent
        told = f"Gemt som »{path.name}« i mappen »{path.parent.name}«."
        self.background.start(
            lambda: write_sheet(path, subject, view, width, theme),
            lambda _nothing: self._messages.tell(told),
            self._fail,
        )

    def copy(self) -> None:
        """Put a picture in light colours on the clipboard."""
        subject, view = self._shown()
        self.background.start(lambda: picture_of(subject, view), self._put, self._fail)

    def _ask_path(self, person_name: str, subject: Subject, ending: str) -> Path | None:
        name = person_name if self._context.settings.name_in_file else ""
        day = subject.profile.held_on or self._context.now().date()
        stem = Path(suggested(name, day, kind="Kompasskive")).stem
        suggestion = (self._folder or documents_folder()) / f"{stem}{ending}"
        file_filter = f"{ending[1:].upper()} (*{ending})"
        path = self._context.questions.save_path("Gem skiven som fil", suggestion, file_filter)
        if path is None or path.suffix.lower() == ending:
            return path
        return path.with_name(f"{path.name}{ending}")

    def _put(self, image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)
        self._messages.tell("Skiven er kopieret som billede og kan sættes ind i et dokument.")

    def _fail(self, error: ExpectedError) -> None:
        self._messages.warn(str(error))


def write_sheet(path: Path, subject: Subject, view: View, width: int, theme: str) -> None:
    """Draw and write a file; OutputError when it cannot be written."""
    from kompasskive.desktop.dial_files import content
    from kompasskive.reports.output import write

    picture = draw_sheet(subject, view, width, patterns=theme == "grey")
    write(path, content(picture, theme, path.suffix.lower()))


def picture_of(subject: Subject, view: View) -> QImage:
    """The picture in light colours, as wide as is usual."""
    from kompasskive.desktop.dial_painter import to_image

    return to_image(draw_sheet(subject, view, USUAL, patterns=False), THEMES["light"], 1)
