"""Development over periods: a line per dimension, told apart by sign and stroke."""

from collections.abc import Sequence
from dataclasses import dataclass

from pyqtgraph import PlotDataItem
from PySide6.QtCore import Qt

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.plot import Plot
from kompasskive.desktop.widgets.scatter_plot import MARGIN, SIGNS, TOP
from kompasskive.framework.model import Dimension

STROKES = {
    Dimension.PRACTICAL: Qt.PenStyle.SolidLine,
    Dimension.REFLEXIVE: Qt.PenStyle.DashLine,
    Dimension.RELATIONAL: Qt.PenStyle.DotLine,
}


@dataclass(frozen=True, slots=True)
class PeriodLine:
    """One dimension's medians by period; None where there is none to show."""

    dimension: Dimension
    medians: tuple[float | None, ...]


class PeriodPlot(Plot):
    """Periods from left to right, levels 0-6 upwards."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name, 260)
        self._periods: tuple[str, ...] = ()
        self._lines: tuple[PeriodLine, ...] = ()

    def show_lines(self, periods: Sequence[str], lines: Sequence[PeriodLine]) -> None:
        """Show one field's medians over the periods."""
        new = tuple(periods), tuple(lines)
        if new != (self._periods, self._lines):
            self._periods, self._lines = new
            self.redraw()

    def draw(self) -> None:
        self.set_axes(
            [(float(at), name) for at, name in enumerate(self._periods)],
            [(float(level), str(level)) for level in range(TOP + 1)],
        )
        self.setXRange(-0.3, max(1, len(self._periods)) - 0.7, padding=0.02)
        self.setYRange(-MARGIN, TOP + MARGIN, padding=0)
        for line in self._lines:
            for stretch in unbroken(line.medians):
                self._add(line.dimension, stretch)

    def _add(self, dimension: Dimension, points: list[tuple[int, float]]) -> None:
        token = f"{dimension.value}1"
        color = self._theme.color(token)
        self.addItem(
            PlotDataItem(
                [float(at) for at, _ in points],
                [median for _, median in points],
                pen=self.pen(token, 2, STROKES[dimension]),
                symbol=SIGNS[dimension],
                symbolSize=self._theme.px(11),
                symbolBrush=color,
                symbolPen=self.pen("sheet", 1),
            )
        )


def unbroken(medians: Sequence[float | None]) -> list[list[tuple[int, float]]]:
    """The stretches of periods in a row that have a number, as (place, median)."""
    stretches: list[list[tuple[int, float]]] = []
    before = None
    for at, median in enumerate(medians):
        if median is not None:
            if before is None:
                stretches.append([])
            stretches[-1].append((at, median))
        before = median
    return stretches
