"""Om Kompasskive: the version, where the words come from, and whose work is inside."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QLabel, QLayout, QListWidget, QPlainTextEdit, QWidget

from kompasskive import __version__
from kompasskive.desktop.icons import pixmap
from kompasskive.desktop.licence_texts import OVERVIEW_TITLE, LicenceText
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.focus_order import follow_layout
from kompasskive.desktop.widgets.form import height_at
from kompasskive.desktop.widgets.layouts import column, row
from kompasskive.desktop.widgets.text import label

TITLE: Final = "Om Kompasskive"
PURPOSE: Final = (
    "Et fælles sprog for faglighed i beskæftigelsesindsatsen – og tid til at tale om den."
)
WORDS: Final = (
    "Punkter, definitioner og udtryk er ordret fra »Faglighed i beskæftigelsesindsatsen« "
    "(Fremfærd: KL, Dansk Socialrådgiverforening og HK Kommunal)."
)
RIGHTS: Final = "Kompasskive er ikke udgivet under en åben licens. Alle rettigheder forbeholdes."
PARTS: Final = (
    "Programmet bygger på Qt og PySide6 (LGPL-3.0), SQLCipher, PDFium og andres arbejde. "
    "Skriften på skive og papir er Source Sans 3 (SIL Open Font License)."
)
LICENCES: Final = "Dele fra andre og deres licenser"
FROM_SOURCE: Final = (
    "Programmet er startet fra kildekoden: de øvrige deles licenser ligger hos de installerede "
    "pakker. I det installerede program står de alle her."
)
PICTURE: Final = 64


class AboutDialog(QDialog):
    """What the program is; `licences` is the button that leads to the parts of others."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self.licences = Button(theme, f"{LICENCES} …")
        texts = [label(PURPOSE, "lead", wrap=True)]
        texts += [label(text, "small", "ink2", wrap=True) for text in (WORDS, PARTS, RIGHTS)]
        body = column(_head(theme, parent), *texts, gap=12)
        whole = _lay_out(self, theme, body, self.licences)
        width = _within(parent, theme, 560, 0).width()
        self.setFixedSize(width, height_at(whole, width))


class LicencesDialog(QDialog):
    """Every part on a list, and what its licence says beside it."""

    def __init__(self, theme: Theme, parent: QWidget, texts: tuple[LicenceText, ...]) -> None:
        super().__init__(parent)
        self.setWindowTitle(LICENCES)
        self._texts = texts
        self.list = QListWidget()
        self.list.setAccessibleName("Dele")
        self.list.addItems([text.title for text in texts])
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)
        body = column(row(self.list, self.text, gap=12), gap=12)
        if all(text.title != OVERVIEW_TITLE for text in texts):
            body.insertWidget(0, label(FROM_SOURCE, "small", "ink2", wrap=True))
        _lay_out(self, theme, body)
        self.resize(_within(parent, theme, 900, 640))
        self.list.setFixedWidth(min(theme.px(230), self.width() // 3))

    def _show(self, line: int) -> None:
        self.text.setAccessibleName(self._texts[line].title)
        self.text.setPlainText(self._texts[line].read())


def _head(theme: Theme, parent: QWidget) -> QLayout:
    ratio, size = parent.devicePixelRatio(), theme.px(PICTURE)
    picture = QLabel()
    picture.setPixmap(pixmap("app_ikon", size, theme.tokens["ink"], ratio))
    version = label(f"Version {__version__}", "small", "ink2")
    return row(
        picture, column(None, label("Kompasskive", "page_title"), version, None), None, gap=16
    )


def _lay_out(dialog: QDialog, theme: Theme, body: QLayout, *more: QWidget) -> QLayout:
    close = Button(theme, "Luk", on_click=dialog.accept)
    close.setDefault(True)
    whole = column(body, row(*more, None, close), gap=20, margins=(20, 20, 20, 20))
    dialog.setLayout(whole)
    follow_layout(dialog)
    return whole


def _within(parent: QWidget, theme: Theme, width: int, height: int) -> QSize:
    """That many design pixels, but never more than the screen has room for."""
    return QSize(theme.px(width), theme.px(height)).boundedTo(
        parent.screen().availableSize() - QSize(40, 80)
    )
