"""From one profile to the next: the petals that grow and the beads that drop, at any moment."""

from collections.abc import Iterator
from dataclasses import dataclass

from kompasskive.dial import face
from kompasskive.dial.drawing import on_cell, seat, shown_cells
from kompasskive.dial.geometry import point
from kompasskive.dial.laid_over import over
from kompasskive.dial.marks import bead
from kompasskive.dial.options import DialOptions
from kompasskive.dial.petals import grown
from kompasskive.dial.picture import Circle, Picture, Shape
from kompasskive.framework.model import Mark
from kompasskive.profile.model import Cell, FieldProfile, Profile

_DROP = 9.0
_COVER = 2.75


def changes(before: Profile, after: Profile, options: DialOptions) -> "Changes | None":
    """What moves from one profile to another; None when nothing does or they cannot be compared.

    Two profiles of different talks, or with different fields, cannot.
    """
    if _subject(before) != _subject(after):
        return None
    pairs = list(enumerate(zip(before.fields, after.fields, strict=True)))
    petals = tuple(p for index, pair in pairs for p in _petals(index, *pair, options))
    dropped = tuple(d for index, pair in pairs for d in _dropped(index, *pair))
    moved = Changes(petals, dropped if options.beads else ())
    return moved if moved.petals or moved.beads else None


def frame(
    picture: Picture, profile: Profile, options: DialOptions, moved: "Changes", moment: float
) -> tuple[Shape, ...]:
    """The moving parts at a moment 0-1, to lay over the picture of the profile after the change."""
    shapes: list[Shape] = []
    n = len(profile.fields)
    for petal in moved.petals:
        place = seat(n, petal.index, petal.cell.dimension, options.only)
        level = petal.start + ((petal.cell.level or 0) - petal.start) * moment
        shapes += grown(petal.cell, place, options.patterns, level) if level else ()
        shapes += on_cell(n, profile.dimensions, petal.cell, petal.index, options)
    for dropped in moved.beads:
        shapes += _falling(dropped, n, 1 - moment)
    return over(picture, tuple(shapes))


def _subject(profile: Profile) -> tuple[object, ...]:
    return profile.title, profile.held_on, tuple(f.field_id for f in profile.fields)


def _petals(
    index: int, before: FieldProfile, after: FieldProfile, options: DialOptions
) -> Iterator["Petal"]:
    for old, new in zip(shown_cells(before, options), shown_cells(after, options), strict=True):
        if (old.level or 0) != (new.level or 0):
            yield Petal(index, new, old.level or 0)


def _dropped(index: int, before: FieldProfile, after: FieldProfile) -> Iterator["Dropped"]:
    """New marks; one that was cleared is simply gone."""
    rows = ((before.basic, after.basic, True), (before.specialised, after.specialised, False))
    for old_row, new_row, basic in rows:
        for at, (old, new) in enumerate(zip(old_row, new_row, strict=False)):
            if new.mark is not None and new.mark is not old.mark:
                yield Dropped(index, basic, at, len(new_row), new.mark)


def _falling(dropped: "Dropped", n_fields: int, above: float) -> tuple[Shape, ...]:
    radius, angle = face.bead_place(
        n_fields, dropped.index, dropped.basic, dropped.at, dropped.count
    )
    cover = Circle(*point(radius, angle), _COVER, fill="disc", role="bead")
    x, y = point(radius + _DROP * above, angle)
    return cover, *bead(dropped.mark, False, x, y, "bead")


@dataclass(frozen=True, slots=True)
class Petal:
    """A petal on its way from the level `start` to the level of `cell`; `index` is its field's."""

    index: int
    cell: Cell
    start: int


@dataclass(frozen=True, slots=True)
class Dropped:
    """A bead with a new mark: number `at` of `count` in the basic or the specialised row."""

    index: int
    basic: bool
    at: int
    count: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class Changes:
    """What moves."""

    petals: tuple[Petal, ...]
    beads: tuple[Dropped, ...]
