"""Organisationsprofil on screen: dial and goals beside the heat map and what follows from it."""

from collections.abc import Iterable
from functools import cached_property
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kompasskive.desktop.pages.organisation.figures import Figures
from kompasskive.desktop.pages.organisation.goals import GoalLines
from kompasskive.desktop.pages.organisation.heat import HEADER, NAME, heat_of, rows_of
from kompasskive.desktop.pages.organisation.levels import (
    LEVEL_HEADER,
    NEED_HEADER,
    group_rows,
    level_rows,
)
from kompasskive.desktop.pages.organisation.periods import Development
from kompasskive.desktop.pages.organisation.readings import Readings
from kompasskive.desktop.pages.organisation.section import Section
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.dial_pane import DialPane
from kompasskive.desktop.widgets.heat_map import HeatMap
from kompasskive.desktop.widgets.layouts import column, frame, hair, row
from kompasskive.desktop.widgets.split import ONE_COLUMN_SCALE, Split
from kompasskive.desktop.widgets.table import Table
from kompasskive.desktop.widgets.text import flowing, set_text
from kompasskive.desktop.widgets.two_columns import TwoColumns
from kompasskive.dial.options import DialOptions
from kompasskive.profile.organisation import (
    NOT_DISCUSSED_YET,
    NOT_PLACED_YET,
    OrganisationProfile,
)
from kompasskive.profile.thresholds import DEFAULT
from kompasskive.reports.model import Point
from kompasskive.reports.needs_words import need_rows
from kompasskive.reports.organisation_notes import recruiting, strengths

SIDE: Final = 416
DIAL: Final = 416
BESIDE_FROM: Final = 1080
GROUPS: Final = "Hvor mange med funktionen der har dybde, af dem der er placeret i feltet."
NO_GROUPS: Final = "Ingen jobfunktion har så mange, at tallene kan vises uden at røbe nogen."
NEEDS: Final = (
    "Fra udviklingspotentialer, aftaler og »Vil gerne udvikle«, når mindst {least} har det."
)
NO_NEEDS: Final = "Ingen læringsbehov deles af mindst {least} personer."
TEAM_BRACKET: Final = "Klammerne på skiven er det, {team} har placeret sammen."
BRACKET: Final = "Klammerne på skiven er organisationens median."
NO_BRACKET: Final = "Organisationens median kommer på skiven, når mindst {many} er placeret."
NOTHING_WRITTEN: Final = " Intet er skrevet."
NO_STRENGTHS: Final = "Ingen felter står tydeligt frem endnu."
NO_GAPS: Final = "Ingen kompetencehuller. De følger af jeres mål."


def _points(points: Iterable[Point]) -> str:
    return "\n".join(f"{point.lead} {point.text}" for point in points)


class ProfileView(QWidget):
    """Nothing named is in it but, where somebody is laid beside, that one person."""

    goals_wanted = Signal()

    def __init__(self, theme: Theme, *, writes: bool = True, least: int = BESIDE_FROM) -> None:
        super().__init__()
        self._theme, self._writes, self._least = theme, writes, least
        self._build()

    def show_figures(self, figures: Figures, writable: bool) -> None:
        """Show one period; goals can be changed while `writable`."""
        profile, framework = figures.profile, figures.framework
        set_text(self.refusal, figures.refusal.removesuffix(NOTHING_WRITTEN))
        self.refusal.setVisible(bool(figures.refusal))
        self._show_dial(figures)
        self.goals.show_goals(figures.goals)
        self.goals_section.setVisible(profile is not None)
        self.change_goals.setVisible(writable and self._writes)
        for part in self._numbers:
            part.setVisible(profile is not None)
        if profile is not None:
            self._show_map(figures, profile)
            self._show_tables(figures, profile)
        if figures.beside is not None:
            self.readings.show_beside(framework, figures.beside)
        if "readings" in vars(self):
            self.readings.setVisible(figures.beside is not None)
        self.development.show_past(framework, figures.past)
        self._arrange()

    @cached_property
    def readings(self) -> Readings:
        """Somebody beside the organisation; made the first time somebody is."""
        readings = Readings(self._theme)
        self._sheet_column.insertWidget(self._sheet_column.indexOf(self.map) + 1, readings)
        return readings

    def add_part(self, part: QWidget) -> None:
        """Put something more at the end of the sheet, before the development."""
        self._sheet_column.insertWidget(self._sheet_column.indexOf(self.development), part)

    def put_on_top(self, tools: QWidget) -> None:
        """Put tools over the map."""
        self._sheet_column.insertWidget(0, tools)

    def _build(self) -> None:
        theme = self._theme
        self.dial = DialPane(theme, "win")
        self.legend = flowing("", "small", "ink2")
        self.change_goals = Button(theme, "Ret mål", "link", "pen", self.goals_wanted.emit)
        self.goals = GoalLines(theme)
        self.goals_section = Section(
            "Jeres mål og det, I har", self.goals, tools=(self.change_goals,)
        )
        side = QWidget()
        parts = (self.dial, self.legend, hair(), self.goals_section, None)
        self._side_column = column(*parts, gap=12, margins=(8, 4, 8, 8))
        side.setLayout(self._side_column)
        self.side = side
        self.split = Split(
            theme, self._sheet(), side, SIDE, least=self._least, side_first=True, side_on_top=True
        )
        self.split.reflowed.connect(lambda _stacked: self._arrange())
        self.split.resized.connect(self._arrange)
        self.setLayout(row(self.split, gap=0))
        theme.settled.connect(self._arrange)

    def _sheet(self) -> QWidget:
        theme = self._theme
        self.refusal = flowing("", "lead", "ink2")
        self.heat = HeatMap(theme)
        self.missing = flowing(NOT_PLACED_YET, "body", "ink2")
        self.numbers = Table(theme, f"{NAME} i tal")
        self.more = Button(theme, "", "link", "table", self._turn_numbers)
        self.strengths, self.recruiting = flowing("", "body"), flowing("", "body")
        self.strong_section = Section("Styrker og ressourcepersoner", self.strengths)
        self.hiring_section = Section("Det, den næste ansættelse kan bringe", self.recruiting)
        self.follows = TwoColumns(theme, self.strong_section, self.hiring_section)
        self.levels = Table(theme, "Bredde og dybde")
        self.levels_section = Section("Bredde og dybde", self.levels)
        self.groups = Table(theme, "Arbejdsdeling")
        self.groups_section = Section("Arbejdsdeling", self.groups, note=GROUPS)
        self.needs = Table(theme, "Læringsbehov")
        self.needs_section = Section("Læringsbehov", self.needs)
        self.development = Development(theme)
        mapped = column(self.heat, self.missing, row(self.more, None), self.numbers, gap=10)
        self.map = QWidget()
        self.map.setLayout(mapped)
        self._numbers = (
            self.map,
            self.follows,
            self.levels_section,
            self.groups_section,
            self.needs_section,
        )
        self._open = False
        self._sheet_column = column(
            self.refusal,
            self.map,
            self.follows,
            self.levels_section,
            self.groups_section,
            self.needs_section,
            self.development,
            None,
            gap=24,
            margins=(24, 20, 24, 20),
        )
        self.sheet = frame("sheet", self._sheet_column)
        self._name_more()
        return self.sheet

    def _show_dial(self, figures: Figures) -> None:
        size = 13.0 * self._theme.scale
        beside = figures.beside
        options = DialOptions(label_size=size, labels=False, beads=False, organisation=True)
        self.dial.show_profile(figures.dial, options)
        who = f"{beside.name}: ■ praktisk, ● refleksiv, ▲ relationel. " if beside else ""
        has_medians = any(c.organisation is not None for f in figures.dial.fields for c in f.cells)
        bracket = BRACKET if has_medians else NO_BRACKET.format(many=DEFAULT.merge_below)
        if beside and beside.team:
            bracket = TEAM_BRACKET.format(team=beside.team)
        set_text(self.legend, f"{who}{bracket}")

    def _show_map(self, figures: Figures, profile: OrganisationProfile) -> None:
        self.missing.setVisible(not profile.placed)
        if profile.placed:
            self.heat.show_heat(heat_of(figures.framework, profile))
            self.numbers.show_rows(HEADER, rows_of(figures.framework, profile))

    def _show_tables(self, figures: Figures, profile: OrganisationProfile) -> None:
        framework = figures.framework
        strong, lacking = strengths(framework, profile), recruiting(figures.goals)
        set_text(self.strengths, _points(strong) or NO_STRENGTHS)
        set_text(self.recruiting, _points(lacking) or NO_GAPS)
        self.levels.show_rows(LEVEL_HEADER, level_rows(framework, profile))
        self.levels.setVisible(profile.discussed)
        self.levels_section.set_note("" if profile.discussed else NOT_DISCUSSED_YET)
        groups = group_rows(framework, profile)
        numbers = (f"Felt {at}" for at in range(1, len(framework.fields) + 1))
        self.groups.show_rows(("Jobfunktion", *numbers), groups)
        told = any(group.deep is not None for group in profile.groups)
        self.groups.setVisible(told)
        self.groups_section.set_note(GROUPS if told else NO_GROUPS)
        self.groups_section.setVisible(bool(groups))
        self.needs.show_rows(NEED_HEADER, need_rows(framework, profile))
        self.needs.setVisible(bool(profile.needs))
        note = NEEDS if profile.needs else NO_NEEDS
        self.needs_section.set_note(note.format(least=figures.least))

    def _turn_numbers(self) -> None:
        self._open = not self._open
        self._name_more()
        self._arrange()

    def _name_more(self) -> None:
        self.more.set_label("Skjul tabellen" if self._open else "Vis tallene i en tabel")

    def _arrange(self) -> None:
        narrow = self.split.narrow or self._theme.scale >= ONE_COLUMN_SCALE
        placed = not self.missing.isVisibleTo(self.map)
        self.heat.setVisible(placed and not self.split.narrow)
        self.more.setVisible(placed and not self.split.narrow)
        self.numbers.setVisible(placed and (self._open or self.split.narrow))
        for table in (self.numbers, self.levels, self.groups, self.needs):
            table.set_cards(narrow)
        if "readings" in vars(self):
            self.readings.set_cards(narrow)
        self.development.set_cards(narrow)
        self.dial.setFixedHeight(self._theme.px(DIAL) if not self.split.stacked else 460)
