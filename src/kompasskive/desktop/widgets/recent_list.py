"""Files used lately: the file's name, its folder and when it was changed; never a person's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kompasskive.desktop.settings import documents_folder
from kompasskive.desktop.widgets.action_card import CardButton
from kompasskive.desktop.widgets.buttons import IconButton, IconLabel
from kompasskive.desktop.widgets.layouts import clear, column, row
from kompasskive.desktop.widgets.text import label, set_tip

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from kompasskive.desktop.recent import RecentFile
    from kompasskive.desktop.theme import Theme

GONE = "Filen er der ikke længere"


def when_words(file: RecentFile, today: date) -> str:
    """ "i dag kl. 9.12", "i går" or "12. november 2026"; says so when the file is gone."""
    from datetime import timedelta

    from kompasskive import danish

    if file.changed_at is None:
        return GONE
    day = file.changed_at.date()
    if day == today:
        return f"i dag {danish.clock(file.changed_at)}"
    return "i går" if day == today - timedelta(days=1) else danish.long_date(day)


def folder_words(path: Path, documents: Path) -> str:
    """ "Dokumenter", or the last two folders: "Fællesdrev › Jobcenter"."""
    if path.parent == documents:
        return "Dokumenter"
    return " › ".join(part for part in path.parent.parts[-2:] if part not in (path.anchor, ""))


class RecentRow(QWidget):
    """One file: press it to open it; a file that is gone can be taken out of the list."""

    def __init__(
        self,
        theme: Theme,
        file: RecentFile,
        today: date,
        open_it: Callable[[Path], object],
        forget: Callable[[Path], object],
    ) -> None:
        super().__init__()
        path, when = file.path, when_words(file, today)
        folder = folder_words(path, documents_folder())
        self.opener = CardButton("file", lambda: open_it(path))
        self.opener.setAccessibleName(f"Åbn {path.name}, {folder}, {when}")
        set_tip(self.opener, str(path))
        self.opener.setEnabled(file.changed_at is not None)
        self.opener.setLayout(_line(theme, path, folder, when))
        tip = f"Fjern {path.name} fra listen"
        self.remover = IconButton(theme, "cross", tip, lambda: forget(path), size=16)
        self.remover.setVisible(file.changed_at is None)
        layout = row(gap=4)
        layout.addWidget(self.opener, 1)
        layout.addWidget(self.remover)
        self.setLayout(layout)


class RecentList(QWidget):
    """The rows; rebuilt only when the files differ."""

    def __init__(
        self, theme: Theme, open_it: Callable[[Path], object], forget: Callable[[Path], object]
    ) -> None:
        super().__init__()
        self._theme, self._open_it, self._forget = theme, open_it, forget
        self._shown: tuple[RecentFile, ...] = ()
        self._lines: list[RecentRow] = []
        self._rows = column(gap=0)
        self.setLayout(self._rows)

    @property
    def rows(self) -> tuple[RecentRow, ...]:
        """The rows from the top."""
        return tuple(self._lines)

    def show_files(self, files: tuple[RecentFile, ...], today: date) -> None:
        """Show these files, in this order."""
        if files == self._shown:
            return
        self._shown = files
        clear(self._rows)
        self._lines = [
            RecentRow(self._theme, file, today, self._open_it, self._forget) for file in files
        ]
        for line in self._lines:
            self._rows.addWidget(line)


def _line(theme: Theme, path: Path, folder: str, when: str) -> QHBoxLayout:
    name, place = label(path.name), label(folder, "small", "ink3")
    place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    layout = row(IconLabel(theme, "report", 18), 4, name, gap=8, margins=(0, 7, 0, 7))
    layout.addWidget(place, 1)
    layout.addWidget(label(when, "small", "ink2"))
    return layout
