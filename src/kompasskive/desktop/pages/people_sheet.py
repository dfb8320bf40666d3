"""The sheet on Medarbejdere: four views of the list, a search, the list and its count."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from kompasskive.desktop.icons import icon
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import Tabs
from kompasskive.desktop.widgets.choice import Choice
from kompasskive.desktop.widgets.layouts import column, row
from kompasskive.desktop.widgets.person_list import PersonHeadings, PersonList
from kompasskive.desktop.widgets.person_row import PersonRow, person_row, team_row
from kompasskive.desktop.widgets.text import label, set_text
from kompasskive.dialogue.model import Workbook
from kompasskive.dialogue.overview import Standing, matches, standings, team_standings
from kompasskive.telling import Tell, quietly

SOON: Final = timedelta(days=30)
VIEWS: Final = ("Alle", "Opfølgning de næste 30 dage", "Plan ældre end 12 måneder", "Teams")
TEAMS: Final = len(VIEWS) - 1
NO_TEAMS: Final = (
    "Ingen teams endnu. Vælg »Teamsamtale …« under ⋯, eller skriv et team hos en medarbejder."
)
SEARCH: Final = "Søg efter navn, team eller jobfunktion"
NEVER_HIDES: Final = "Jobfunktionen skjuler aldrig et felt – alle seks gælder for alle."
WINDOW_FROM: Final = 900
TABLE_FROM: Final = 800
TABS_FROM: Final = 1240
CARDS_FROM_SCALE: Final = 1.5


def views(
    standings: tuple[Standing, ...], teams: tuple[Standing, ...], today: date
) -> tuple[tuple[Standing, ...], ...]:
    """Who is in each of the four views; follow-up soon includes days that have passed."""
    soon = today + SOON
    return (
        standings,
        tuple(s for s in standings if s.follow_up_on is not None and s.follow_up_on <= soon),
        tuple(s for s in standings if s.plan_is_old(today)),
        teams,
    )


@dataclass(frozen=True, slots=True)
class Wish:
    """What the list depends on: the file, and which view of it is searched for what."""

    workbook: Workbook
    archived: bool
    writable: bool
    today: date
    view: int
    searched: str


@dataclass(frozen=True, slots=True)
class Listed:
    """The rows in view, how many there are in each view, and in this one without the search."""

    rows: tuple[PersonRow, ...]
    counts: tuple[int, ...]
    total: int


def listed(wish: Wish, tell: Tell = quietly) -> Listed:
    """The list that was wished for; `tell` is told how far it is and may stop it."""
    people = standings(wish.workbook, wish.archived, tell)
    teams = team_standings(wish.workbook)
    parts = views(people, teams, wish.today)
    make = team_row if wish.view == TEAMS else person_row
    seen = (s for s in parts[wish.view] if matches(s, wish.searched))
    rows = tuple(make(s, wish.today, wish.writable) for s in seen)
    total = teams if wish.view == TEAMS else people
    return Listed(rows, tuple(map(len, parts)), len(total))


class PeopleSheet(QFrame):
    """`view_changed` asks for a new rendering; the page knows the workbook."""

    view_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "sheet")
        self.tabs = Tabs(theme, VIEWS, name="Vis")
        self.choice = Choice("Vis", enumerate(VIEWS))
        self.search = QLineEdit()
        self.search.setAccessibleName(SEARCH)
        self.search.setPlaceholderText(SEARCH)
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self._glass = self.search.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self.list = PersonList(theme)
        self.headings = PersonHeadings(theme, self.list)
        self.nobody = label("", "body", "ink2", wrap=True)
        self.count = label("", "caption", "ink2")
        self.setLayout(self._layout())
        self.tabs.chosen.connect(self._tab_chosen)
        self.choice.picked.connect(lambda index: self.tabs.choose(int(str(index))))
        self.search.textChanged.connect(lambda _text: self.view_changed.emit())
        theme.settled.connect(self._arrange)
        self._arrange()

    def show_list(self, shown: Listed, wanted: str) -> None:
        """Show the rows, with the keyboard at `wanted` if it is named."""
        counts = zip(VIEWS, shown.counts, strict=True)
        names = [f"{name}  ·  {count}" for name, count in counts]
        if names != [self.choice.itemText(i) for i in range(len(VIEWS))]:
            self.tabs.set_names(names)
            self.choice.set_options(enumerate(names))
            self.choice.show_value(self.tabs.index)
        self._show_rows(shown.rows, shown.total, wanted)

    def say(self, words: str) -> None:
        """Show why there is no list."""
        self.list.hide()
        self.nobody.show()
        set_text(self.nobody, words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.list.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _show_rows(self, rows: tuple[PersonRow, ...], total: int, wanted: str) -> None:
        self.list.show_rows(rows, wanted)
        self.nobody.setVisible(not rows)
        self.list.setVisible(bool(rows))
        self._show_headings()
        searched = self.search.text().strip()
        nobody = f"Ingen passer til »{searched}«." if searched else "Ingen lige nu."
        if self.tabs.index == TEAMS and not searched:
            nobody = NO_TEAMS
        set_text(self.nobody, nobody)
        set_text(self.count, f"Viser {len(rows)} af {total}")

    def _layout(self) -> QVBoxLayout:
        first = row(gap=12, margins=(0, 0, 8, 0))
        first.addWidget(self.tabs)
        first.addWidget(self.choice)
        first.addStretch(1)
        first.addWidget(self.search)
        foot = row(label(NEVER_HIDES, "caption", "ink2"), None, self.count, margins=(16, 8, 24, 0))
        body = column(first, 8, self.headings, gap=0, margins=(24, 16, 16, 16))
        body.addWidget(self.list, 1)
        body.addWidget(self.nobody, 1, Qt.AlignmentFlag.AlignTop)
        body.addLayout(foot)
        return body

    def _tab_chosen(self, index: int) -> None:
        self.choice.show_value(index)
        self.view_changed.emit()

    def _arrange(self) -> None:
        px, width = self._theme.px, self.width()
        narrow = self.window().width() < WINDOW_FROM or width < px(TABLE_FROM)
        cards = narrow or self._theme.scale >= CARDS_FROM_SCALE
        self.list.set_cards(cards)
        self._show_headings()
        tabs = width >= px(TABS_FROM)
        self.tabs.setVisible(tabs)
        self.choice.setVisible(not tabs)
        self.search.setMinimumWidth(min(px(320), width // 2 - 40))
        self._glass.setIcon(icon("search", px(16), self._theme.tokens["ink2"]))

    def _show_headings(self) -> None:
        self.headings.setVisible(not self.list.delegate.cards and not self.nobody.isVisibleTo(self))
