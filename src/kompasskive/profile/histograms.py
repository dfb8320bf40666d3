"""The full counts of a set of talks, one per person: what is added up before anything is hidden.

Nothing here is safe to share: `privacy` decides what leaves the leader's file.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from operator import add
from typing import TypeAlias, TypeVar

from kompasskive.framework.model import Dimension, Framework, Level

CellKey: TypeAlias = tuple[str, Dimension]
FieldKey: TypeAlias = tuple[str, Level]
NeedKey: TypeAlias = "tuple[NeedKind, str | None, Dimension | None, str]"
GroupKey: TypeAlias = tuple[str, str]
NO_LEVELS = (0,) * 7
NO_MARKS = (0,) * 4
OTHER_FORM = "Andet"
K = TypeVar("K")


class NeedKind(StrEnum):
    """Where a learning need is said: an agreed potential, an agreement, a wish at an item."""

    POTENTIAL = "potential"
    AGREEMENT = "agreement"
    WISH = "wish"


def empty(framework: Framework) -> "Histograms":
    """Nobody counted, with a row for every cell, item and level of the framework."""
    return build(framework, 0, {}, {}, {}, {}, {})


def build(
    framework: Framework,
    people: int,
    cells: "dict[CellKey, tuple[tuple[int, ...], int, int]]",
    items: "dict[str, tuple[tuple[int, ...], int]]",
    fields: "dict[FieldKey, tuple[int, int]]",
    needs: "dict[NeedKey, int]",
    groups: "dict[GroupKey, tuple[int, int]]",
) -> "Histograms":
    """Histograms in the framework's order from what was found; what is missing is zero.

    `cells` are (levels 0-6, let stand, not relevant), `items` (marks, not relevant), `fields`
    (people who discussed the level, people settled), `groups` (people placed, people with depth).
    """
    return Histograms(
        framework_key=framework.key,
        people=people,
        cells=tuple(
            CellHistogram(f.id, d, *cells.get((f.id, d), (NO_LEVELS, 0, 0)))
            for f in framework.fields
            for d in Dimension
        ),
        items=tuple(
            ItemHistogram(i.id, f.id, level, *items.get(i.id, (NO_MARKS, 0)))
            for f in framework.fields
            for level in Level
            for i in f.at(level)
        ),
        fields=tuple(
            FieldHistogram(f.id, level, *fields.get((f.id, level), (0, 0)))
            for f in framework.fields
            for level in Level
        ),
        needs=tuple(NeedCount(*key, needs[key]) for key in sorted(needs, key=_need_order)),
        groups=tuple(
            GroupCount(name, f.id, *groups[name, f.id])
            for name in sorted({name for name, _ in groups})
            for f in framework.fields
            if (name, f.id) in groups
        ),
    )


def merge(framework: Framework, parts: Iterable["Histograms"]) -> "Histograms":
    """The sum of histograms of the same framework; what the framework lacks is left out."""
    people = 0
    cells: dict[CellKey, list[int]] = {}
    items: dict[str, list[int]] = {}
    fields: dict[FieldKey, list[int]] = {}
    needs: dict[NeedKey, list[int]] = {}
    groups: dict[GroupKey, list[int]] = {}
    for part in parts:
        people += part.people
        for c in part.cells:
            _add(cells, (c.field_id, c.dimension), (*c.levels, c.let_stand, c.not_relevant))
        for i in part.items:
            _add(items, i.item_id, (*i.marks, i.not_relevant))
        for f in part.fields:
            _add(fields, (f.field_id, f.level), (f.people, f.settled))
        for n in part.needs:
            _add(needs, (n.kind, n.field_id, n.dimension, n.form), (n.people,))
        for g in part.groups:
            _add(groups, (g.name, g.field_id), (g.people, g.deep))
    return build(
        framework,
        people,
        {key: (tuple(c[:-2]), c[-2], c[-1]) for key, c in cells.items()},
        {key: (tuple(i[:-1]), i[-1]) for key, i in items.items()},
        {key: (f[0], f[1]) for key, f in fields.items()},
        {key: n[0] for key, n in needs.items()},
        {key: (g[0], g[1]) for key, g in groups.items()},
    )


def _add(sums: dict[K, list[int]], key: K, numbers: tuple[int, ...]) -> None:
    before = sums.get(key)
    sums[key] = list(numbers) if before is None else list(map(add, before, numbers))


def _need_order(key: "NeedKey") -> tuple[str, ...]:
    return tuple(part or "" for part in key)


@dataclass(frozen=True, slots=True)
class CellHistogram:
    """One field and dimension: people at each level 0-6, and those without an agreed level."""

    field_id: str
    dimension: Dimension
    levels: tuple[int, ...] = NO_LEVELS
    let_stand: int = 0
    not_relevant: int = 0

    @property
    def people(self) -> int:
        """How many are placed."""
        return sum(self.levels)


@dataclass(frozen=True, slots=True)
class ItemHistogram:
    """One item: people with each mark, from Nyt to Deler, and those it is not relevant for."""

    item_id: str
    field_id: str
    level: Level
    marks: tuple[int, ...] = NO_MARKS
    not_relevant: int = 0

    @property
    def people(self) -> int:
        """How many have a mark."""
        return sum(self.marks)


@dataclass(frozen=True, slots=True)
class FieldHistogram:
    """One field and level of "Bredde og dybde".

    `people` have discussed something there. `settled` of them have every relevant basic item at
    Sikker or Deler, or, on the specialised level, at least one.
    """

    field_id: str
    level: Level
    people: int = 0
    settled: int = 0


@dataclass(frozen=True, slots=True)
class NeedCount:
    """How many people have a learning need; `form` is a form's name, "" or "Andet"."""

    kind: NeedKind
    field_id: str | None
    dimension: Dimension | None
    form: str
    people: int


@dataclass(frozen=True, slots=True)
class GroupCount:
    """People with one job function placed in a field, and those with 4 or more somewhere in it."""

    name: str
    field_id: str
    people: int
    deep: int


@dataclass(frozen=True, slots=True)
class Histograms:
    """All counts of one series; `people` is how many talks, one per person, were counted."""

    framework_key: str
    people: int
    cells: tuple[CellHistogram, ...]
    items: tuple[ItemHistogram, ...]
    fields: tuple[FieldHistogram, ...]
    needs: tuple[NeedCount, ...]
    groups: tuple[GroupCount, ...]
