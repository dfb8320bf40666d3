"""Jens og organisationen: the four readings with the source's actions, a plot and a table."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from kompasskive import danish
from kompasskive.desktop.pages.organisation.figures import Beside
from kompasskive.desktop.pages.organisation.section import Section
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import IconLabel
from kompasskive.desktop.widgets.layouts import clear, column, row
from kompasskive.desktop.widgets.scatter_plot import ScatterPlot, Spot
from kompasskive.desktop.widgets.split import ONE_COLUMN_SCALE
from kompasskive.desktop.widgets.table import Table
from kompasskive.desktop.widgets.text import flowing, label, set_text
from kompasskive.desktop.widgets.two_columns import TwoColumns
from kompasskive.framework.model import Dimension, Framework
from kompasskive.profile.readings import (
    POINTS_AT,
    CellReading,
    Kind,
    ReadingGroup,
    grouped,
)

ICONS: Final = {
    Kind.SHARED_STRENGTH: "star",
    Kind.SHARED_DEVELOPMENT: "sprout",
    Kind.INDIVIDUAL_NEED: "person",
    Kind.ORGANISATIONS_POTENTIAL: "people",
    Kind.CLOSE: "talk",
}
PLOT: Final = "Medarbejder mod organisation"
READ_TOGETHER: Final = "Læses sammen med {name}. {points_at} …"
NOT_ONE: Final = "Ingen felter kan læses sammen endnu."


class Readings(QWidget):
    """Nothing of it is there while nobody is laid beside the organisation."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: object = None
        self.lines: list[str] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(20)
        self.refusal = flowing("", "body", "ink2")
        self.plot = ScatterPlot(theme, PLOT)
        self.table = Table(theme, f"{PLOT} i tal")
        groups = QWidget()
        groups.setLayout(self._grid)
        self.section = Section("", self.refusal, groups)
        self.plotted = Section(
            "Felt for felt",
            TwoColumns(theme, self.plot, self.table, gap=24, least=1400),
            note="■ praktisk, ● refleksiv, ▲ relationel. Tallet er feltets nummer.",
        )
        self.setLayout(column(self.section, 8, self.plotted, gap=16))

    def show_beside(self, framework: Framework, beside: Beside) -> None:
        """Show one person's readings."""
        if (framework.key, beside) == self._shown:
            return
        self._shown = framework.key, beside
        other = f"{beside.team}s fælles skive" if beside.team else "organisationen"
        set_text(self.section.heading, f"{beside.first_name} og {other}")
        self.section.set_note(READ_TOGETHER.format(name=beside.first_name, points_at=POINTS_AT))
        readings = grouped(framework, beside.readings)
        refusal = beside.refusal or ("" if readings else NOT_ONE)
        set_text(self.refusal, refusal)
        self.refusal.setVisible(bool(refusal))
        self._show_groups(readings)
        self._show_numbers(beside)

    def _show_groups(self, groups: Sequence[ReadingGroup]) -> None:
        self.lines = []
        clear(self._grid)
        across = 1 if self._theme.scale >= ONE_COLUMN_SCALE else 2
        for at, group in enumerate(groups):
            self._grid.addWidget(self._group(group), *divmod(at, across))
        for at in range(across):
            self._grid.setColumnStretch(at, 1)

    def _group(self, group: ReadingGroup) -> QWidget:
        places = where(group.cells)
        told = [places, *_seconds(group.cells)]
        self.lines += [group.name, *told, group.action]
        words = column(label(group.name, "strong", wrap=True), gap=4)
        for text in told:
            words.addWidget(flowing(text, "body"))
        if group.action:
            words.addWidget(flowing(group.action, "body", "ink2"))
        words.addStretch(1)
        held = QWidget()
        line = row(gap=10)
        icon = IconLabel(self._theme, ICONS[group.kind], 20, "ink")
        line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        held.setLayout(line)
        return held

    def _show_numbers(self, beside: Beside) -> None:
        placed = [r for r in beside.readings if r.employee is not None]
        spots = [
            Spot(r.number, r.dimension, r.employee, r.organisation)
            for r in placed
            if r.employee is not None and r.organisation is not None
        ]
        place = "Teamets placering" if beside.team else "Organisationens median"
        self.plot.show_spots(spots, place, "Medarbejderens placering")
        self.plot.setVisible(bool(spots))
        other = "Team" if beside.team else "Organisation"
        header = ("Felt", "Dimension", beside.first_name, other, "Kan pege på")
        rows = [
            (
                f"{r.number}  {r.field}",
                r.dimension_name,
                str(r.employee),
                danish.decimal(r.organisation) if r.organisation is not None else "–",
                r.name or r.reason,
            )
            for r in placed
        ]
        self.table.show_rows(header, rows)
        self.plotted.setVisible(bool(rows))

    def set_cards(self, cards: bool) -> None:
        """A card per row instead of the table."""
        self.table.set_cards(cards)


def where(cells: Sequence[CellReading]) -> str:
    """ "Lov & Myndighed i alle tre dimensioner; IT & Digital, praktisk og refleksiv"."""
    by_field: dict[str, list[CellReading]] = {}
    for cell in cells:
        by_field.setdefault(cell.field, []).append(cell)
    return "\n".join(_field(field, own) for field, own in by_field.items())


def _field(field: str, cells: Sequence[CellReading]) -> str:
    if len(cells) == len(Dimension):
        return f"{field} i alle tre dimensioner"
    return f"{field}, {danish.join(cell.dimension_name.lower() for cell in cells)}"


def _seconds(cells: Sequence[CellReading]) -> list[str]:
    """What is said of those two steps apart, once for all the places it is true of."""
    by_sentence: dict[str, list[CellReading]] = {}
    for cell in cells:
        if cell.second:
            by_sentence.setdefault(cell.second, []).append(cell)
    return [
        f"{sentence.rstrip('.')}: {where(own).replace(chr(10), '; ')}."
        for sentence, own in by_sentence.items()
    ]
