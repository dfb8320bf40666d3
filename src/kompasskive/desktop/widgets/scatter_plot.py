"""One employee against the organisation: a sign per cell, by shape and number, never by colour."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pyqtgraph import InfiniteLine, ScatterPlotItem, TextItem
from PySide6.QtGui import QColor

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.plot import Plot
from kompasskive.framework.model import BASELINE, Dimension

SIGNS = {Dimension.PRACTICAL: "s", Dimension.REFLEXIVE: "o", Dimension.RELATIONAL: "t1"}
TOP = 6
MARGIN = 0.6
APART = 0.34
_HALF = 0.5
_ABREAST = 2


@dataclass(frozen=True, slots=True)
class Spot:
    """A field's number and dimension; `employee` 0-6, `organisation` 0-6 in halves."""

    number: int
    dimension: Dimension
    employee: int
    organisation: float


class ScatterPlot(Plot):
    """The lines part those below Mestrer from those at it, on either axis."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name, 380)
        self._spots: tuple[Spot, ...] = ()
        self._words = ("", "")

    def show_spots(self, spots: Sequence[Spot], x_words: str, y_words: str) -> None:
        """Show the cells both have a level in."""
        new = tuple(spots), (x_words, y_words)
        if new != (self._spots, self._words):
            self._spots, self._words = new
            self.redraw()

    def draw(self) -> None:
        ticks = [(float(level), str(level)) for level in range(TOP + 1)]
        self.set_axes(ticks, ticks, *self._words)
        self.setXRange(-MARGIN, TOP + MARGIN, padding=0)
        self.setYRange(-MARGIN, TOP + MARGIN, padding=0)
        for angle, place in ((0, BASELINE - _HALF), (90, BASELINE - _HALF / 2)):
            self.addItem(InfiniteLine(place, angle=angle, pen=self.pen("ink2", 1.6)))
        for spot, x, y in laid_apart(self._spots):
            self._add(spot, x, y)

    def _add(self, spot: Spot, x: float, y: float) -> None:
        color = self._theme.color(f"{spot.dimension.value}1")
        sign = ScatterPlotItem(
            [x],
            [y],
            symbol=SIGNS[spot.dimension],
            size=self._theme.px(13),
            brush=color,
            pen=self.pen("sheet", 1),
        )
        number = TextItem(str(spot.number), QColor(self._theme.color("ink")), anchor=(0, 0.5))
        number.setFont(self._theme.font(12, 600))
        number.setPos(x + 0.1, y)
        self.addItem(sign)
        self.addItem(number)


def laid_apart(spots: Sequence[Spot]) -> list[tuple[Spot, float, float]]:
    """Every spot with where its sign is drawn: those on one point stand in a row around it."""
    together: dict[tuple[float, int], list[Spot]] = defaultdict(list)
    for spot in spots:
        together[spot.organisation, spot.employee].append(spot)
    placed = []
    for (x, y), group in together.items():
        lines = [group[at : at + _ABREAST] for at in range(0, len(group), _ABREAST)]
        for row, line in enumerate(lines):
            rise = (row - (len(lines) - 1) / 2) * min(APART, 1 / len(lines))
            shift = (len(line) - 1) / 2 * APART
            placed += [(s, x - shift + at * APART, y - rise) for at, s in enumerate(line)]
    return placed
