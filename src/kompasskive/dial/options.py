"""What a drawing of the dial shall show, and the words its legend needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kompasskive.framework.model import Dimension, Framework, Mark


def words_of(framework: Framework) -> "DialWords":
    """The legend's words in a framework: placement levels 0-6 and item marks."""
    return DialWords(
        levels=tuple(p.word for p in framework.placements),
        marks={m.mark: m.word for m in framework.marks},
    )


@dataclass(frozen=True, slots=True)
class DialWords:
    """Names of the levels 0-6 and of the marks, as the framework has them."""

    levels: tuple[str, ...]
    marks: Mapping[Mark, str] = field(hash=False)


@dataclass(frozen=True, slots=True)
class DialOptions:
    """How a dial is drawn; sizes in the picture's unit (pixels or points).

    `pixel` is one screen pixel in that unit: 1.0 on screen, 0.75 in a picture measured in points.
    `labels` False shows numbers only. A `legend` is drawn below the dial when its words are given.
    `signs` are stars, arrows, bookmarks and what the hub holds.
    `focus` is a field's index and a dimension. `needle_angle` in degrees clockwise from north
    overrules where the profile's needle points. `stamp` is a word set in the top left corner.
    `only` shows one dimension, a petal as wide as its sector, with its sign in the hub and without
    beads, which belong to no dimension. `names_in_legend` lists the numbered fields in the legend.
    `shades` False is for a dial that is shaded by hand: its legend has no tones, only the signs.
    """

    label_size: float = 13.0
    pixel: float = 1.0
    labels: bool = True
    beads: bool = True
    previous: bool = True
    starting_points: bool = False
    organisation: bool = False
    signs: bool = True
    patterns: bool = False
    legend: DialWords | None = None
    focus: tuple[int, Dimension] | None = None
    needle_angle: float | None = None
    stamp: str = ""
    only: Dimension | None = None
    names_in_legend: bool = False
    shades: bool = True
