"""The organisation's profile as it may be shared: every number is already protected.

`privacy.publish` makes it from `Histograms`; nothing in it leads back to a person.
"""

from dataclasses import dataclass
from enum import StrEnum

from kompasskive import danish
from kompasskive.framework.model import Dimension, Level
from kompasskive.profile.histograms import NeedKind

TOO_FEW = "for få"
NOT_PLACED_YET = "Dimensionerne er ikke placeret endnu"
NOT_PLACED_WORD = "ikke placeret"
NOT_DISCUSSED_YET = "Punkterne er ikke drøftet endnu"
NOT_DISCUSSED_WORD = "ikke drøftet"


class Shown(StrEnum):
    """How much of a cell is published.

    EXACT has everything; COARSE (fewer than 10 people) has no median, no depth and no single
    marks; HIDDEN says "for få"; NOT_PLACED has nobody in it.
    """

    EXACT = "exact"
    COARSE = "coarse"
    HIDDEN = "hidden"
    NOT_PLACED = "not_placed"


class Side(StrEnum):
    """Where most people of a cell are: below Mestrer (3), there or above, or half and half."""

    BELOW = "below"
    AROUND = "around"
    ABOVE = "above"


SIDE_WORDS = {
    Side.BELOW: "flest under 3",
    Side.AROUND: "lige mange under og over",
    Side.ABOVE: "flest på 3 eller mere",
}


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people out of `of`, told as a range where the number itself says too much."""

    low: int
    high: int
    of: int

    @property
    def exact(self) -> bool:
        """Whether the number itself is told."""
        return self.low == self.high

    @property
    def words(self) -> str:
        """ "7", "højst 2" or "mindst 12"."""
        if self.exact:
            return str(self.low)
        return f"højst {self.high}" if self.low == 0 else f"mindst {self.low}"

    @property
    def of_words(self) -> str:
        """ "7 af 14"."""
        return f"{self.words} af {self.of}"


@dataclass(frozen=True, slots=True)
class OrganisationCell:
    """One field and dimension.

    `people` are placed there; `median` is in half steps 0-6, only when EXACT; `side` is what
    COARSE has instead. `breadth` are people at 3 or more, `depth` at 4 or more (only EXACT).
    `let_stand` and `not_relevant` are people without an agreed level.
    """

    field_id: str
    dimension: Dimension
    shown: Shown
    people: int | None = None
    median: float | None = None
    side: Side | None = None
    breadth: Count | None = None
    depth: Count | None = None
    let_stand: Count | None = None
    not_relevant: Count | None = None

    @property
    def words(self) -> str:
        """The cell in one line, such as "3,5 · bredde 11 · dybde 7 · af 14" or "for få"."""
        if self.shown is Shown.NOT_PLACED:
            return NOT_PLACED_WORD
        if self.shown is Shown.HIDDEN or self.breadth is None:
            return TOO_FEW
        parts = [self.headline, f"bredde {self.breadth.words}"]
        parts += [f"dybde {self.depth.words}"] if self.depth else []
        return " · ".join([*parts, f"af {self.people}"])

    @property
    def headline(self) -> str:
        """The median with a decimal comma ("3,5"), or which side most people are on."""
        if self.median is not None:
            return danish.decimal(self.median)
        if self.side is not None:
            return SIDE_WORDS[self.side]
        return NOT_PLACED_WORD if self.shown is Shown.NOT_PLACED else TOO_FEW


@dataclass(frozen=True, slots=True)
class OrganisationItem:
    """One item: `marks` are people at Nyt, På vej, Sikker, Deler; merged to two when COARSE."""

    item_id: str
    field_id: str
    level: Level
    text: str
    shown: Shown
    people: int | None = None
    marks: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class OrganisationLevel:
    """One field and level of "Bredde og dybde".

    `people` have discussed something there. `settled` have all relevant basic items at Sikker or
    Deler, or at least one specialised item.
    """

    field_id: str
    level: Level
    shown: Shown
    people: int | None = None
    settled: Count | None = None

    @property
    def words(self) -> str:
        """ "7 af 14", "for få" or "ikke drøftet"."""
        if self.shown is Shown.NOT_PLACED:
            return NOT_DISCUSSED_WORD
        return self.settled.of_words if self.settled else TOO_FEW


@dataclass(frozen=True, slots=True)
class OrganisationNeed:
    """A learning need that at least the threshold of people have; `form` may be ""."""

    kind: NeedKind
    field_id: str | None
    dimension: Dimension | None
    form: str
    people: Count


@dataclass(frozen=True, slots=True)
class OrganisationGroup:
    """One job function in one field: people placed there, and those with 4 or more somewhere."""

    name: str
    field_id: str
    shown: Shown
    people: int | None = None
    deep: Count | None = None

    @property
    def words(self) -> str:
        """ "7 af 14" or "for få"."""
        return self.deep.of_words if self.deep else TOO_FEW


@dataclass(frozen=True, slots=True)
class OrganisationProfile:
    """One series of one period; `period` is a period's key. All in the framework's order.

    `groups` are the division of labour: job function by field.
    """

    framework_key: str
    framework_name: str
    period: str
    people: int
    screening: bool
    cells: tuple[OrganisationCell, ...]
    items: tuple[OrganisationItem, ...]
    levels: tuple[OrganisationLevel, ...]
    needs: tuple[OrganisationNeed, ...]
    groups: tuple[OrganisationGroup, ...]

    def cell(self, field_id: str, dimension: Dimension) -> OrganisationCell:
        """The cell of one field and dimension; KeyError when there is none."""
        for cell in self.cells:
            if (cell.field_id, cell.dimension) == (field_id, dimension):
                return cell
        raise KeyError(field_id, dimension)

    def level(self, field_id: str, level: Level) -> OrganisationLevel:
        """ "Bredde og dybde" of one field and level; KeyError when there is none."""
        for each in self.levels:
            if (each.field_id, each.level) == (field_id, level):
                return each
        raise KeyError(field_id, level)

    @property
    def of_team(self) -> bool:
        """Whether it is a team's own dial (`team_dial`), where nobody is counted."""
        return self.people == 0

    @property
    def placed(self) -> bool:
        """Whether anybody is placed; otherwise `NOT_PLACED_YET` is the page's sentence."""
        return any(c.shown is not Shown.NOT_PLACED for c in self.cells)

    @property
    def discussed(self) -> bool:
        """Whether any item is discussed; otherwise `NOT_DISCUSSED_YET` is."""
        return any(c.shown is not Shown.NOT_PLACED for c in self.levels)

    @property
    def coarse(self) -> bool:
        """Whether some cell of the dial is only told coarsely."""
        return any(c.shown is Shown.COARSE for c in self.cells)

    @property
    def hidden(self) -> int:
        """How many cells of the dial say "for få"."""
        return sum(c.shown is Shown.HIDDEN for c in self.cells)
