"""What keeps the organisation's figures from telling about one person: a strip, and the rules."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QScrollArea, QWidget

from kompasskive.desktop.questions import Questions
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import Button, IconLabel
from kompasskive.desktop.widgets.header import strip
from kompasskive.desktop.widgets.layouts import column, frame, row
from kompasskive.desktop.widgets.text import label, set_text

ANONYMOUS: Final = (
    "Organisationens tal er uden navne, noter og samtaledatoer. "
    "Tal fra færre end {least} personer vises som »for få«."
)
NAMED: Final = (
    "Her står navne. Overblikket er lederens eget: det skjules i »Vis for os begge«, "
    "og det skrives ikke ud."
)
HOW: Final = "Sådan er I beskyttet"
RULES: Final = {
    "Det, der aldrig kommer med": (
        "Navne, noter, jeres egne ord og datoer for samtaler bliver i lederens fil. "
        "Kun godkendte samtaler tælles med, og kun den seneste for hver."
    ),
    "»for få«": (
        "Et tal vises kun, når det bygger på mindst {least} personer, og når de ikke alle står "
        "samme sted. Kan et skjult tal regnes ud af de andre, skjules ét mere."
    ),
    "Små grupper": (
        "Er I færre end 10, vises Nyt og På vej som ét tal, og Sikker og Deler som ét. "
        "En medarbejder kan først lægges ved siden af organisationen, når I er mindst 6."
    ),
    "Ét øjebliksbillede for hver periode": (
        "Det, der deles, er frosset, så tallene ikke følger den enkelte samtale. Et nyt billede "
        "af samme periode kan kun tages, når ingen eller mindst {least} personer er anderledes. "
        "Så kan ingen findes ved at lægge to billeder ved siden af hinanden."
    ),
    "Bidrag fra flere ledere": (
        "Et bidrag til HR er tal uden navne, låst til organisationens nøgle. Sendes det igen, "
        "erstatter det det gamle. Det, der er »for få«, skjules først, når tallene er samlet."
    ),
    "Det, ingen regel kan": (
        "Den, der kender jer alle, kan stadig gætte. Tal om, hvem der skal se siden, før I "
        "deler den."
    ),
}


class ProtectionStrip(QWidget):
    """Says what is protected on the page in view; the link opens the rules."""

    def __init__(self, theme: Theme, questions: Questions) -> None:
        super().__init__()
        self._theme, self._questions = theme, questions
        self._least = 5
        self.words = label("", wrap=True)
        self.link = Button(theme, HOW, "link", on_click=self._explain)
        icon = IconLabel(theme, "shield", 20, "accent")
        self.setLayout(row(strip("info", icon, self.words, self.link), margins=(0, 0, 16, 12)))
        self.show_rule(5, named=False)

    def show_rule(self, least: int, *, named: bool) -> None:
        """`least` people behind every figure; `named` on the leader's own page."""
        self._least = least
        set_text(self.words, NAMED if named else ANONYMOUS.format(least=least))

    def _explain(self) -> None:
        self._questions.run(ProtectionDialog(self._theme, self.window(), self._least))


class ProtectionDialog(QDialog):
    """The rules, each under its heading."""

    def __init__(self, theme: Theme, parent: QWidget, least: int) -> None:
        super().__init__(parent)
        self.setWindowTitle(HOW)
        parts: list[QWidget] = []
        for heading, text in RULES.items():
            told = label(text.format(least=least), "body", "ink2", wrap=True)
            parts.append(_pair(label(heading, "strong"), told))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(HOW)
        area.setWidget(frame("win", column(*parts, None, gap=16, margins=(8, 8, 8, 8))))
        close = Button(theme, "Luk", on_click=self.accept)
        close.setDefault(True)
        self.setLayout(column(area, row(None, close), gap=16, margins=(16, 16, 16, 16)))
        screen = parent.screen().availableSize()
        self.resize(
            min(theme.px(560), screen.width() - 40), min(theme.px(600), screen.height() - 80)
        )


def _pair(heading: QWidget, text: QWidget) -> QWidget:
    pair = QWidget()
    pair.setLayout(column(heading, text, gap=2))
    return pair
