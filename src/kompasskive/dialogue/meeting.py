"""When the cards are turned: where the two saw the same, and where they see differently."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kompasskive.dialogue.model import Dialogue, Placement, PlacementState, Viewpoint
from kompasskive.dialogue.preparation import same_place
from kompasskive.framework.model import PLACEMENT_LEVELS, CompetenceField, Dimension, Framework

_ASIDE: Final = len(PLACEMENT_LEVELS)


def meeting(framework: Framework, dialogue: Dialogue) -> "Meeting":
    """The two starting points side by side; only for a talk whose cards are turned."""
    pairs = tuple(_pairs(framework, dialogue))
    both = [(pair, a, b) for pair, a, b in pairs if a is not None and b is not None]
    apart = [Difference(*cell, a, b) for cell, a, b in both if not same_place(a, b)]
    return Meeting(
        cells=len(pairs),
        agreed=len(both) - len(apart),
        one_sided=sum((a is None) != (b is None) for _, a, b in pairs),
        apart=tuple(sorted(apart, key=lambda each: -each.distance)),
        let_stand=sum(_stands(dialogue, field, dimension) for (field, dimension), _, _ in pairs),
    )


def is_open(dialogue: Dialogue, difference: "Difference") -> bool:
    """Whether the two have neither placed the cell together nor let both views stand."""
    return dialogue.placement(difference.field.id, difference.dimension) is None


def _pairs(
    framework: Framework, dialogue: Dialogue
) -> Iterator[tuple[tuple[CompetenceField, Dimension], Placement | None, Placement | None]]:
    for field in framework.fields:
        for dimension in Dimension:
            yield (
                (field, dimension),
                dialogue.placement(field.id, dimension, Viewpoint.EMPLOYEE),
                dialogue.placement(field.id, dimension, Viewpoint.LEADER),
            )


def _stands(dialogue: Dialogue, field: CompetenceField, dimension: Dimension) -> bool:
    agreed = dialogue.placement(field.id, dimension)
    return agreed is not None and agreed.state is PlacementState.LET_STAND


@dataclass(frozen=True, slots=True)
class Difference:
    """One cell the two placed differently."""

    field: CompetenceField
    dimension: Dimension
    employee: Placement
    leader: Placement

    @property
    def distance(self) -> int:
        """How far apart, 1-6; 7 where one of them says that the cell is not relevant."""
        one, other = self.employee.level, self.leader.level
        return _ASIDE if one is None or other is None else abs(one - other)


@dataclass(frozen=True, slots=True)
class Meeting:
    """Counts of cells (18 with six fields); `apart` has the largest difference first.

    `agreed` were placed alike before the cards were turned, `one_sided` by one of the two only.
    """

    cells: int
    agreed: int
    one_sided: int
    apart: tuple[Difference, ...]
    let_stand: int
