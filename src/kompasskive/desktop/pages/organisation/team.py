"""Teamoverblik on screen: person by field in words, whom to ask, and what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QScrollArea

from kompasskive import danish
from kompasskive.desktop.pages.organisation.section import Section
from kompasskive.desktop.pages.organisation.team_asking import Asking
from kompasskive.desktop.pages.organisation.team_fields import FieldLines
from kompasskive.desktop.widgets.body import Body
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.layouts import column, frame, row
from kompasskive.desktop.widgets.split import ONE_COLUMN_SCALE, WINDOW_FROM
from kompasskive.desktop.widgets.table import Table
from kompasskive.desktop.widgets.text import label, set_text
from kompasskive.desktop.widgets.two_columns import TwoColumns
from kompasskive.profile.team_overview import cell_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QResizeEvent

    from kompasskive.desktop.theme import Theme
    from kompasskive.desktop.turns import Turns
    from kompasskive.framework.model import Framework
    from kompasskive.profile.team_model import PersonRow, TeamOverview

ROWS: Final = 60
CARDS: Final = 20
SEARCH: Final = "Søg efter navn eller jobfunktion"
FROM_TALKS: Final = (
    "Fra den seneste godkendte samtale med hver. Bredde er mindst Mestrer i alle dimensioner, "
    "der er placeret. Dybde er over Grundlinjen i mindst én."
)


def short_names(framework: Framework) -> list[str]:
    """ "1 Arbejdsmarked": fields as column headings."""
    return [f"{at} {field.name.split()[0]}" for at, field in enumerate(framework.fields, start=1)]


class TeamView(QScrollArea):
    """`person_chosen` carries an id; `named` an id and whether the person may be named.

    Each of its parts is shown in a turn of the event loop.
    """

    person_chosen = Signal(str)
    named = Signal(str, bool)

    def __init__(self, theme: Theme, turns: Turns) -> None:
        super().__init__()
        self._theme, self._turns = theme, turns
        self._given: tuple[Framework, TeamOverview, bool] | None = None
        self._cards = False
        self._steps = 1
        self._build()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.settled.connect(self._arrange)

    def show_overview(self, framework: Framework, overview: TeamOverview, writable: bool) -> None:
        """Show the team; ticks can be changed while `writable`."""
        self._given = framework, overview, writable
        self.search.setVisible(len(overview.rows) > ROWS)
        self._turns(self, self._show())

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
        inside = Body()
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

    @property
    def _step(self) -> int:
        """How many are shown at a time; cards take more room than rows."""
        return CARDS if self._cards else ROWS

    def _searched(self) -> None:
        self._steps = 1
        self._show_found()

    def _show_more(self) -> None:
        self._steps += 1
        self._show_found()

    def _show(self) -> Iterator[None]:
        """Every part, until something else is given or the form changes, which begins again."""
        given, cards = self._given, self._cards
        for show in (
            self._show_people,
            self._show_fields,
            self._show_functions,
            self._show_agreements,
            self._show_due,
        ):
            if given is None or given is not self._given or cards is not self._cards:
                return
            show(*given)
            yield

    def _show_found(self) -> None:
        if self._given is not None:
            self._show_people(*self._given)

    def _show_people(self, framework: Framework, overview: TeamOverview, _writable: bool) -> None:
        found = _matching(overview.rows, self.search.text())
        shown = found[: self._steps * self._step]
        header = ["Navn", *short_names(framework)]
        rows = [(_who(one), *(cell.short for cell in one.cells)) for one in shown]
        self.people.show_rows(header, rows, [one.person.id for one in shown], cards=self._cards)
        for at, one in enumerate(() if self._cards else shown):
            told = (cell_words(framework, field, one.talk) for field in framework.fields)
            for place, words in enumerate(told, start=1):
                self.people.grid.tell(at, place, words)
        set_text(self.count, f"Viser {len(shown)} af {len(overview.rows)}")
        self.more.setVisible(len(found) > len(shown))

    def _show_fields(self, _framework: Framework, overview: TeamOverview, writable: bool) -> None:
        self.fields.show_fields(overview.fields)
        self.asking.show_people(overview, writable)

    def _show_functions(
        self, framework: Framework, overview: TeamOverview, _writable: bool
    ) -> None:
        header = ["Jobfunktion", "Antal", *short_names(framework)]
        rows = [
            (one.name, str(one.people), *map(_both, one.broad, one.deep))
            for one in overview.functions
        ]
        self.functions.show_rows(header, rows, cards=self._cards)
        self.functions_section.setVisible(bool(rows))

    def _show_agreements(
        self, framework: Framework, overview: TeamOverview, _writable: bool
    ) -> None:
        names = {field.id: field.name for field in framework.fields}
        told = overview.open_agreements[: self._step]
        rows = [
            (
                f"{person.name}: {one.what}",
                names.get(one.field_id or "", ""),
                danish.short_date(day) if (day := one.follow_up_on or one.due_on) else "",
            )
            for person, one in told
        ]
        ids = [f"{person.id}/{one.id}" for person, one in told]
        self.agreements.show_rows(("Aftale", "Felt", "Dag"), rows, ids, cards=self._cards)
        rest = len(overview.open_agreements) - len(told)
        nothing = "" if rows else "Ingen åbne aftaler."
        self.agreements_section.set_note(f"Og {rest} til." if rest else nothing)
        self.agreements.setVisible(bool(rows))

    def _show_due(self, _framework: Framework, overview: TeamOverview, _writable: bool) -> None:
        due = overview.due[: self._step]
        rows = [(one.person.name, one.due) for one in due]
        ids = [one.person.id for one in due]
        self.due.show_rows(("Navn", "Hvorfor"), rows, ids, cards=self._cards)
        rest = len(overview.due) - len(due)
        nothing = "" if rows else "Ingen lige nu."
        self.due_section.set_note(f"Og {rest} til." if rest else nothing)
        self.due.setVisible(bool(rows))

    def _arrange(self) -> None:
        narrow = self.window().width() < self._theme.px(WINDOW_FROM)
        cards = narrow or self._theme.scale >= ONE_COLUMN_SCALE
        if cards is not self._cards:
            self._cards = cards
            self._turns(self, self._show())


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
