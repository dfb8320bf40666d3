"""F1: the keys, and where what is written lies."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QWidget

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.layouts import column, frame, row
from kompasskive.desktop.widgets.text import label

KEYS: Final = (
    (
        "Overalt",
        (
            ("Alt+1 … Alt+9", "Sider: tallet er sidens plads"),
            ("F6 / Skift+F6", "Næste eller forrige rude"),
            ("F9", "Skjul skærmen – Esc eller F9 viser den igen"),
            ("Ctrl+L", "Lås en fil, der har en adgangskode"),
            ("Ctrl+Z / Ctrl+Y", "Fortryd eller annullér fortryd"),
            ("Ctrl+O", "Åbn en fil"),
            ("F1", "Denne hjælp"),
        ),
    ),
    (
        "Medarbejdere",
        (
            ("Ctrl+F", "Søg"),
            ("↑ / ↓", "Forrige eller næste medarbejder"),
            ("Enter", "Åbn samtalen, eller begynd en ny"),
            ("Menutast eller Skift+F10", "Flere muligheder for medarbejderen"),
        ),
    ),
    (
        "Samtale",
        (
            ("Ctrl+1 … Ctrl+8", "Gå til et felt"),
            ("Alt+← / Alt+→", "Forrige eller næste felt"),
            ("↑ / ↓", "Forrige eller næste punkt"),
            ("1 2 3 4", "Markér: Nyt, På vej, Sikker, Deler"),
            ("0", "Fjern markeringen – ikke drøftet"),
            ("I", "Ikke relevant"),
            ("N", "Skriv en note til punktet"),
            ("← / →", "Flyt placeringen på en trappe"),
            ("Ctrl+G", "Giv os et spørgsmål"),
            ("Ctrl+J", "Parkér et emne"),
        ),
    ),
    (
        "Organisation",
        (
            ("Ctrl+Tab", "Næste visning"),
            ("F5", "Vis for os begge – uden Teamoverblik"),
            ("← ↑ → ↓", "Felt for felt på varmekortet"),
            ("Ctrl+P", "Udskriv"),
        ),
    ),
)
WHERE: Final = (
    "Alt, hvad I skriver, ligger i den ene fil, I selv har valgt, og ingen andre steder. "
    "Programmet går aldrig på nettet og sender ikke noget. Når der står »Gemt« nederst, "
    "er det på disken."
)
NO_FILE: Final = "Der er ingen fil åben lige nu."
EXAMPLE: Final = "Eksemplet, der er åbent nu, gemmes ikke."
IF_LOCKED: Final = (
    "Har filen en adgangskode, er den og dens sikkerhedskopier krypteret. Er adgangskoden glemt, "
    "åbner gendannelseskoden den; uden nogen af dem kan ingen. Adgangskoden sættes, skiftes og "
    "fjernes i menuen under Fil."
)
MEMORY: Final = (
    "Programmet husker kun udseende, tekststørrelse og stien til de seneste filer – aldrig navne."
)


def where_it_lies(is_open: bool, path: Path | None) -> str:
    """Where the open workbook is, in words."""
    if path is not None:
        return f"Filen, der er åben nu: {path}"
    return EXAMPLE if is_open else NO_FILE


class HelpDialog(QDialog):
    """A small window with the keys and where data lies."""

    def __init__(self, theme: Theme, parent: QWidget, place: str) -> None:
        super().__init__(parent)
        self.setWindowTitle("Hjælp")
        close = Button(theme, "Luk", on_click=self.accept)
        close.setDefault(True)
        self.setLayout(
            column(
                _scrolled(_content(theme, place)),
                row(None, close),
                gap=16,
                margins=(16, 16, 16, 16),
            )
        )
        screen = parent.screen().availableSize()
        self.resize(
            min(theme.px(620), screen.width() - 40), min(theme.px(640), screen.height() - 80)
        )


def _scrolled(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    area.setAccessibleName("Taster, og hvor det I skriver ligger")
    area.setWidget(content)
    return area


def _content(theme: Theme, place: str) -> QWidget:
    parts: list[QWidget] = [label("Hvor ligger det, I skriver?", "question")]
    parts += [label(text, wrap=True) for text in (WHERE, place, IF_LOCKED, MEMORY)]
    for heading, keys in KEYS:
        parts += [label(heading, "question"), _keys(theme, keys)]
    return frame("win", column(*parts, None, gap=12, margins=(8, 8, 8, 8)))


def _keys(theme: Theme, keys: Sequence[tuple[str, str]]) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(4)
    grid.setColumnMinimumWidth(0, theme.px(190))
    grid.setColumnStretch(1, 1)
    for line, (key, meaning) in enumerate(keys):
        grid.addWidget(label(key, "strong"), line, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(meaning, wrap=True), line, 1)
    return table
