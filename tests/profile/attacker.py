"""An attacker by brute force: every answer a group can have given, against what was published.

The attacker knows who is in the group, the own answer, every export, how publishing works, and
what up to two colluders answered. Exports do not tell people apart, so worlds are histograms, and
somebody's answer follows exactly when all unknown people have the same one in every world left.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from itertools import product
from typing import TypeAlias

Histogram: TypeAlias = tuple[int, ...]
World: TypeAlias = tuple[Histogram, ...]
Publish: TypeAlias = Callable[[World], Hashable]
View: TypeAlias = Callable[[int], Hashable]


def histograms(people: int, answers: int) -> Iterator[Histogram]:
    """Every way that many people can answer."""
    if answers == 1:
        yield (people,)
        return
    for first in range(people + 1):
        for rest in histograms(people - first, answers - 1):
            yield (first, *rest)


def pinned(
    groups: Sequence[int],
    answers: int,
    publish: Publish,
    insiders: int,
    view: View = lambda answer: answer,
    several: Collection[Hashable] = (),
) -> list[tuple[Hashable, World]]:
    """Every export and what insiders answered, with which somebody else's answer follows.

    `groups` are sizes of groups the attacker can tell apart, such as those who stayed and those
    who came. `view` is what counts as the answer: itself, or its side of Grundlinjen. What is in
    `several` stands for more than one answer, so nobody's follows from it.
    """
    known = list(_known(groups, answers, insiders))
    return [
        (export, seen)
        for export, worlds in _worlds(groups, answers, publish).items()
        for seen in known
        if _follows(worlds, seen, view, several)
    ]


def _worlds(groups: Sequence[int], answers: int, publish: Publish) -> dict[Hashable, list[World]]:
    by_export: dict[Hashable, list[World]] = defaultdict(list)
    for world in product(*(tuple(histograms(size, answers)) for size in groups)):
        by_export[publish(world)].append(world)
    return by_export


def _known(groups: Sequence[int], answers: int, insiders: int) -> Iterator[World]:
    for split in product(*(range(min(size, insiders) + 1) for size in groups)):
        if sum(split) == insiders:
            yield from product(*(tuple(histograms(part, answers)) for part in split))


def _follows(
    worlds: Sequence[World], seen: World, view: View, several: Collection[Hashable]
) -> bool:
    possible: list[set[Hashable]] = [set() for _ in seen]
    for world in worlds:
        rest = [
            tuple(n - k for n, k in zip(group, known, strict=True))
            for group, known in zip(world, seen, strict=True)
        ]
        if all(count >= 0 for group in rest for count in group):
            for found, group in zip(possible, rest, strict=True):
                found.update(view(answer) for answer, count in enumerate(group) if count)
    return any(len(found) == 1 and not found <= {*several} for found in possible)
