"""Adding up what talks say, a talk at a time, from the words SQL gathers of each.

A talk's answers become one whole number, eight bits for each count, so that adding them up is one
`sum` per talk; talks with the same number are then read once.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from kompasskive.framework.model import BASELINE, Dimension, Framework, Level, Mark
from kompasskive.profile.counting import comparable
from kompasskive.profile.histograms import CellKey, FieldKey, GroupKey, NeedKey, NeedKind

_BITS = 8
_MASK = (1 << _BITS) - 1
_SAID, _SETTLED, _APART, _WISH = range(4)
_SLOTS = 4
_SETTLED_MARKS = (Mark.CONFIDENT.value, Mark.SHARES.value)
_MARKS = tuple(mark.value for mark in Mark)
_APART_WORD = "1"


class Talk(Protocol):
    """What is known of a talk: whom it is with, and the framework it was held with."""

    @property
    def framework_key(self) -> str:
        """The framework's key."""

    @property
    def functions(self) -> Mapping[str, str]:
        """The person's job functions: names by id."""


@dataclass(frozen=True, slots=True)
class SaidItems:
    """Items by id (marks, not relevant), levels (people, settled) and wishes."""

    items: dict[str, tuple[tuple[int, ...], int]]
    fields: dict[FieldKey, tuple[int, int]]
    wishes: dict[NeedKey, int]


@dataclass(frozen=True, slots=True)
class PlacedCells:
    """Cells (levels 0-6, let stand, not relevant) and job functions (people, with depth)."""

    cells: dict[CellKey, tuple[tuple[int, ...], int, int]]
    groups: dict[GroupKey, tuple[int, int]]


def said_items(
    framework: Framework,
    held_with: Iterable[Framework],
    told: Iterable[tuple[Talk, Sequence[str]]],
) -> SaidItems:
    """Add up words such as "confident 0 item-id": mark (or 0, or 1 for not relevant) and wish."""
    weights = {other.key: _Weights(framework, other) for other in held_with}
    words: dict[str, Counter[str]] = {key: Counter() for key in weights}
    whole: Counter[tuple[str, int]] = Counter()
    for talk, said in told:
        of_framework = weights[talk.framework_key]
        words[talk.framework_key].update(said)
        whole[talk.framework_key, sum(map(of_framework.__getitem__, said))] += 1
    return SaidItems(_items(weights, words), *_levels(weights, whole))


def _items(
    weights: "Mapping[str, _Weights]", words: Mapping[str, Counter[str]]
) -> dict[str, tuple[tuple[int, ...], int]]:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for key, counts in words.items():
        for word, people in counts.items():
            mark, _, item_id = word.split(" ", 2)
            if item_id in weights[key].places and mark != "0":
                found[item_id][mark] += people
    return {
        item_id: (tuple(marks[m] for m in _MARKS), marks[_APART_WORD])
        for item_id, marks in found.items()
    }


def _levels(
    weights: "Mapping[str, _Weights]", whole: Counter[tuple[str, int]]
) -> tuple[dict[FieldKey, tuple[int, int]], dict[NeedKey, int]]:
    people: Counter[FieldKey] = Counter()
    settled: Counter[FieldKey] = Counter()
    wishes: Counter[NeedKey] = Counter()
    for (key, number), count in whole.items():
        for field_id in weights[key].wished(number):
            wishes[NeedKind.WISH, field_id, None, ""] += count
        for place, enough in weights[key].discussed(number):
            people[place] += count
            settled[place] += count * enough
    return {place: (people[place], settled[place]) for place in people}, dict(wishes)


def placed_cells(framework: Framework, told: Iterable[tuple[Talk, Sequence[str]]]) -> PlacedCells:
    """Add up words such as "it practical 4" or "it practical let_stand"."""
    words: Counter[str] = Counter()
    groups: dict[GroupKey, Counter[bool]] = defaultdict(Counter)
    known = {f.id for f in framework.fields}
    for talk, placed in told:
        words.update(placed)
        if talk.functions:
            for field_id, deep in _deepest(placed).items():
                for name in set(talk.functions.values()) if field_id in known else ():
                    groups[name, field_id][deep] += 1
    return PlacedCells(_cells(words), {k: (c.total(), c[True]) for k, c in groups.items()})


def _deepest(placed: Sequence[str]) -> dict[str, bool]:
    found: dict[str, bool] = {}
    for word in placed:
        field_id, _, level = word.rsplit(" ", 2)
        if level.isdigit():
            found[field_id] = found.get(field_id, False) or int(level) > BASELINE
    return found


def _cells(words: Counter[str]) -> dict[CellKey, tuple[tuple[int, ...], int, int]]:
    found: dict[CellKey, Counter[str]] = defaultdict(Counter)
    for word, people in words.items():
        field_id, dimension, said = word.rsplit(" ", 2)
        found[field_id, Dimension(dimension)][said] += people
    return {
        key: (tuple(c[str(level)] for level in range(7)), c["let_stand"], c["not_relevant"])
        for key, c in found.items()
    }


class _Weights(dict[str, int]):
    """What each word adds to a talk's number; what cannot be compared adds nothing."""

    def __init__(self, framework: Framework, held_with: Framework) -> None:
        super().__init__()
        same = comparable(framework, held_with)
        levels = [(f, level) for f in framework.fields for level in Level]
        self._relevant = [sum(i.id in same for i in f.at(level)) for f, level in levels]
        self._keys: list[FieldKey] = [(f.id, level) for f, level in levels]
        self.places = {
            i.id: place
            for place, (f, level) in enumerate(levels)
            for i in f.at(level)
            if i.id in same
        }

    def __missing__(self, word: str) -> int:
        mark, wish, item_id = word.split(" ", 2)
        place = self.places.get(item_id)
        counts = (mark != "0", mark in _SETTLED_MARKS, mark == _APART_WORD, wish == "1")
        shifts = (((place or 0) * _SLOTS + slot) * _BITS for slot in range(_SLOTS))
        adds = sum(int(count) << shift for count, shift in zip(counts, shifts, strict=True))
        weight = 0 if place is None else adds
        self[word] = weight
        return weight

    def wished(self, number: int) -> set[str]:
        """The fields with a wish in a talk's number."""
        return {
            field_id
            for place, (field_id, _) in enumerate(self._keys)
            if self._count(number, place, _WISH)
        }

    def discussed(self, number: int) -> list[tuple[FieldKey, bool]]:
        """The levels with something discussed, and whether they are settled."""
        return [
            (key, self._settled(number, place, key[1]))
            for place, key in enumerate(self._keys)
            if self._count(number, place, _SAID)
        ]

    def _settled(self, number: int, place: int, level: Level) -> bool:
        settled = self._count(number, place, _SETTLED)
        if level is Level.SPECIALISED:
            return settled > 0
        return settled == self._relevant[place] - self._count(number, place, _APART) > 0

    def _count(self, number: int, place: int, slot: int) -> int:
        shift = (place * _SLOTS + slot) * _BITS
        return (number >> shift) & _MASK
