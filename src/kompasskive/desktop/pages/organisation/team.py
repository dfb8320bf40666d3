"""Teamoverblik on screen: person by field in words, whom to ask, and what is open."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget

from kompasskive import danish
from kompasskive.desktop.pages.organisation.section import Section
from kompasskive.desktop.pages.organisation.team_asking import Asking
from kompasskive.desktop.pages.organisation.team_fields import FieldLines
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.layouts import column, frame, row
from kompasskive.desktop.widgets.split import ONE_COLUMN_SCALE, WINDOW_FROM
from kompasskive.desktop.widgets.table import Table
from kompasskive.desktop.widgets.text import label, set_text
from kompasskive.desktop.widgets.two_columns import TwoColumns
from kompasskive.framework.model import Framework
from kompasskive.profile.team_model import PersonRow, TeamOverview
from kompasskive.profile.team_overview import cell_words

STEP: Final = 60
SEARCH: Final = "Søg efter navn eller jobfunktion"
FROM_TALKS: Final = (
    "Fra den seneste godkendte samtale med hver. Bredde er mindst Mestrer i alle dimensioner, "
    "der er placeret. Dybde er over Grundlinjen i mindst én."
)


def short_names(framework: Framework) -> list[str]:
    """ "1 Arbejdsmarked": fields as column headings."""
    return [f"{at} {field.name.split()[0]}" for at, field in enumerate(framework.fields, start=1)]


class TeamView(QScrollArea):
    """`person_chosen` carries an id; `named` an id and whether the person may be named."""

    person_chosen = Signal(str)
    named = Signal(str, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._overview: TeamOverview | None = None
        self._framework: Framework | None = None
        self._most = STEP
        self._build()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self._arrange)

    def show_overview(self, framework: Framework, overview: TeamOverview, writable: bool) -> None:
        """Show the team; ticks can be changed while `writable`."""
        self._framework, self._overview = framework, overview
        self.search.setVisible(len(overview.rows) > STEP)
        self._show_people()
        self.fields.show_fields(overview.fields)
        self.asking.show_people(overview, writable)
        self._show_functions(framework, overview)
        self._show_agreements(framework, overview)
        self._show_due(overview)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        theme = self._theme
        self.search = QLineEdit()
        self.search.setAccessibleName(SEARCH)
        self.search.setPlaceholderText(SEARCH)
        self.search.textChanged.connect(lambda _text: self._searched())
        self.people = Table(theme, "Hvem har hvad", opens=True)
        self.people.chosen.connect(self.person_chosen)
        self.count = label("", "caption", "ink2")
        self.more = Button(theme, "Vis flere", "link", on_click=self._show_more)
        self.fields = FieldLines(theme)
        self.asking = Asking(theme)
        self.asking.named.connect(self.named)
        self.functions = Table(theme, "Arbejdsdeling på jobfunktioner")
        self.agreements = Table(theme, "Åbne aftaler", opens=True)
        self.agreements.chosen.connect(lambda key: self.person_chosen.emit(key.split("/")[0]))
        self.due = Table(theme, "Samtaler, det er tid til", opens=True)
        self.due.chosen.connect(self.person_chosen)
        self.tables = (self.people, self.functions, self.agreements, self.due)
        self._make_sections()
        people = Section("Hvem har hvad", self.search, self.people, note=FROM_TALKS)
        foot = row(self.count, self.more, None)
        upper = TwoColumns(
            theme, Section("Felt for felt", self.fields), Section("Hvem kan spørges", self.asking)
        )
        lower = TwoColumns(theme, self.agreements_section, self.due_section)
        parts = column(
            people,
            foot,
            8,
            upper,
            8,
            self.functions_section,
            8,
            lower,
            None,
            gap=16,
            margins=(32, 24, 32, 24),
        )
        inside = QWidget()
        inside.setLayout(row(frame("sheet", parts), margins=(0, 0, 16, 0)))
        self.setWidget(inside)

    def _make_sections(self) -> None:
        self.functions_section = Section(
            "Arbejdsdeling på jobfunktioner",
            self.functions,
            note="Hvor mange der har bredde og dybde. En medarbejder kan have flere funktioner.",
        )
        self.agreements_section = Section("Åbne aftaler", self.agreements)
        self.due_section = Section("Samtaler, det er tid til", self.due)

    def _searched(self) -> None:
        self._most = STEP
        self._show_people()

    def _show_more(self) -> None:
        self._most += STEP
        self._show_people()

    def _show_people(self) -> None:
        if self._overview is None or self._framework is None:
            return
        found = _matching(self._overview.rows, self.search.text())
        shown = found[: self._most]
        framework = self._framework
        header = ["Navn", *short_names(framework)]
        rows = [(_who(one), *(cell.short for cell in one.cells)) for one in shown]
        self.people.show_rows(header, rows, [one.person.id for one in shown])
        for at, one in enumerate(shown):
            told = (cell_words(framework, field, one.talk) for field in framework.fields)
            for place, words in enumerate(told, start=1):
                self.people.grid.tell(at, place, words)
        set_text(self.count, f"Viser {len(shown)} af {len(self._overview.rows)}")
        self.more.setVisible(len(found) > len(shown))
        self._arrange()

    def _show_functions(self, framework: Framework, overview: TeamOverview) -> None:
        header = ["Jobfunktion", "Antal", *short_names(framework)]
        rows = [
            (one.name, str(one.people), *map(_both, one.broad, one.deep))
            for one in overview.functions
        ]
        self.functions.show_rows(header, rows)
        self.functions_section.setVisible(bool(rows))

    def _show_agreements(self, framework: Framework, overview: TeamOverview) -> None:
        names = {field.id: field.name for field in framework.fields}
        told = overview.open_agreements[:STEP]
        rows = [
            (
                f"{person.name}: {one.what}",
                names.get(one.field_id or "", ""),
                danish.short_date(day) if (day := one.follow_up_on or one.due_on) else "",
            )
            for person, one in told
        ]
        ids = [f"{person.id}/{one.id}" for person, one in told]
        self.agreements.show_rows(("Aftale", "Felt", "Dag"), rows, ids)
        rest = len(overview.open_agreements) - len(told)
        nothing = "" if rows else "Ingen åbne aftaler."
        self.agreements_section.set_note(f"Og {rest} til." if rest else nothing)
        self.agreements.setVisible(bool(rows))

    def _show_due(self, overview: TeamOverview) -> None:
        due = overview.due[:STEP]
        rows = [(one.person.name, one.due) for one in due]
        self.due.show_rows(("Navn", "Hvorfor"), rows, [one.person.id for one in due])
        rest = len(overview.due) - len(due)
        nothing = "" if rows else "Ingen lige nu."
        self.due_section.set_note(f"Og {rest} til." if rest else nothing)
        self.due.setVisible(bool(rows))

    def _arrange(self) -> None:
        narrow = self.window().width() < self._theme.px(WINDOW_FROM)
        cards = narrow or self._theme.scale >= ONE_COLUMN_SCALE
        for table in self.tables:
            table.set_cards(cards)


def _matching(rows: tuple[PersonRow, ...], wanted: str) -> tuple[PersonRow, ...]:
    words = wanted.casefold().split()
    return tuple(one for one in rows if all(word in _told(one) for word in words))


def _told(one: PersonRow) -> str:
    return " ".join((one.person.name, *one.job_functions)).casefold()


def _who(one: PersonRow) -> str:
    functions = ", ".join(one.job_functions)
    return f"{one.person.name}\n{functions}" if functions else one.person.name


def _both(broad: int, deep: int) -> str:
    if not broad and not deep:
        return "–"
    return f"{broad} bredde · {deep} dybde"
