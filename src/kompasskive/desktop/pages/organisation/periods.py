"""Development over periods: one field's medians in the frozen profiles, as lines and as a table."""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtWidgets import QWidget

from kompasskive.desktop.pages.organisation.section import Section
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.choice import Choice
from kompasskive.desktop.widgets.layouts import column, row
from kompasskive.desktop.widgets.period_plot import PeriodLine, PeriodPlot
from kompasskive.desktop.widgets.table import Table
from kompasskive.desktop.widgets.text import label
from kompasskive.desktop.widgets.two_columns import TwoColumns
from kompasskive.framework.model import Dimension, Framework
from kompasskive.profile.organisation import OrganisationCell, OrganisationProfile, Shown
from kompasskive.profile.periods import parse_period

FIRST = "Frys et øjebliksbillede i hver periode, så kan I se udviklingen her."
NOTE = "■ praktisk, ● refleksiv, ▲ relationel. Medianer i de frosne øjebliksbilleder."


class Development(QWidget):
    """Where there is one frozen period or none, it says what will come and makes nothing more."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._cards = theme, False
        self._lines = column(gap=0)
        self.section = Section("Udvikling over perioder", self._lines)
        self.setLayout(column(self.section))

    @cached_property
    def lines(self) -> "PeriodLines":
        """The field that is chosen, over the periods."""
        lines = PeriodLines(self._theme)
        lines.set_cards(self._cards)
        self._lines.addWidget(lines)
        return lines

    def show_past(self, framework: Framework, past: Sequence[OrganisationProfile]) -> None:
        """Show the frozen profiles, oldest first."""
        several = len(past) > 1
        self.section.set_note(NOTE if several else FIRST)
        if several:
            self.lines.show_past(framework, tuple(past))
        if "lines" in vars(self):
            self.lines.setVisible(several)

    def set_cards(self, cards: bool) -> None:
        """A card per row instead of the table."""
        self._cards = cards
        if "lines" in vars(self):
            self.lines.set_cards(cards)


class PeriodLines(QWidget):
    """One field's medians in two or more periods, as lines and as a table."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._framework: Framework | None = None
        self._past: tuple[OrganisationProfile, ...] = ()
        self.field = Choice("Felt", ())
        self.plot = PeriodPlot(theme, "Median over perioder")
        self.table = Table(theme, "Median over perioder i tal")
        both = TwoColumns(theme, self.plot, self.table, gap=24, least=900)
        pick = row(label("Felt", tone="ink2"), self.field, None, gap=8)
        self.setLayout(column(pick, both, gap=12))
        self.field.picked.connect(lambda _id: self._render())

    def show_past(self, framework: Framework, past: tuple[OrganisationProfile, ...]) -> None:
        """Show the frozen profiles, oldest first."""
        self._framework, self._past = framework, past
        self.field.set_options(
            (field.id, f"{number}  {field.name}")
            for number, field in enumerate(framework.fields, start=1)
        )
        self._render()

    def set_cards(self, cards: bool) -> None:
        """A card per row instead of the table."""
        self.table.set_cards(cards)

    def _render(self) -> None:
        framework, field_id = self._framework, self.field.value
        if framework is None or not isinstance(field_id, str):
            return
        cells = [
            {c.dimension: c for c in profile.cells if c.field_id == field_id}
            for profile in self._past
        ]
        names = [parse_period(profile.period).name for profile in self._past]
        self.plot.show_lines(
            names,
            [PeriodLine(d, tuple(_median(by.get(d)) for by in cells)) for d in Dimension],
        )
        header = ("Periode", *(framework.dimension(d).name for d in Dimension), "Antal")
        rows = [
            (name, *(by[d].headline if d in by else "–" for d in Dimension), str(profile.people))
            for name, by, profile in zip(names, cells, self._past, strict=True)
        ]
        self.table.show_rows(header, rows)


def _median(cell: OrganisationCell | None) -> float | None:
    return cell.median if cell is not None and cell.shown is Shown.EXACT else None
