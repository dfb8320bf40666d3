"""What is told together holds too: items with their level, cells with functions, three exports."""

from collections.abc import Callable, Hashable
from itertools import product
from typing import TYPE_CHECKING

import pytest
from tests.profile.attacker import World, pinned
from tests.profile.test_attack import LEVELS, PRACTICAL, SMALL, added, bare, spread

from kompasskive.framework.model import Level
from kompasskive.profile.bridging import Earlier, bridged_cell
from kompasskive.profile.histograms import CellHistogram, FieldHistogram, ItemHistogram
from kompasskive.profile.members import differ, linked
from kompasskive.profile.privacy import require_difference, require_few_linked
from kompasskive.profile.protecting import FAR_EDGE, cell, clipped, item, level
from kompasskive.profile.thresholds import DEFAULT, PrivacyError

if TYPE_CHECKING:
    from kompasskive.profile.organisation import OrganisationCell

PAIR = ((False, False), (False, True), (True, False), (True, True))
SEEN = ("xxx", "x--", "xx-", "-xx", "--x", "-x-")


def test_two_items_and_their_level_together_tell_nobodys_side() -> None:
    for people in SMALL:
        for insiders in (0, 1):
            for number in (0, 1):
                assert pinned((people,), len(PAIR), both_items, insiders, of_item(number)) == []


def test_what_the_level_says_exactly_beside_the_items_would_give_people_away() -> None:
    def exactly(world: World) -> Hashable:
        return both_items(world), sum(world[0][i] for i, pair in enumerate(PAIR) if all(pair))

    assert pinned((5,), len(PAIR), exactly, 1, of_item(0))


def test_two_dimensions_and_the_depth_of_a_job_function_tell_nobodys_side() -> None:
    assert pinned((10,), len(PAIR), both_cells, 1, of_item(0)) == []


def both_items(world: World) -> Hashable:
    """Two items that are a whole level, each person's answer to both at once."""
    (people,) = world
    sure = [sum(n for n, pair in zip(people, PAIR, strict=True) if pair[i]) for i in (0, 1)]
    marks = [(sum(people) - n, 0, n, 0) for n in sure]
    settled = sum(n for n, pair in zip(people, PAIR, strict=True) if all(pair))
    told = FieldHistogram("it", Level.BASIC, sum(people), settled)
    return (
        *(item(ItemHistogram("i", "it", Level.BASIC, m), "Et punkt").marks for m in marks),
        level(told).settled,
    )


def both_cells(world: World) -> Hashable:
    """Two dimensions at 3 or 5, and how many have depth in one of them, as a job function has."""
    (people,) = world
    deep = [sum(n for n, pair in zip(people, PAIR, strict=True) if pair[i]) for i in (0, 1)]
    cells = [(0, 0, sum(people) - n, 0, 0, n, 0) for n in deep]
    either = sum(n for n, pair in zip(people, PAIR, strict=True) if any(pair))
    told = clipped(either, sum(people), low=FAR_EDGE, high=FAR_EDGE)
    return *(cell(CellHistogram(*PRACTICAL, levels)) for levels in cells), told


def of_item(number: int) -> Callable[[int], bool]:
    """The side of one of the two."""
    return lambda answer: PAIR[answer][number]


def seen_in(export: int, sizes: tuple[int, ...]) -> frozenset[str]:
    """The talks that are in one of three exports."""
    return frozenset(
        f"{group}.{n}/"
        for group, size in zip(SEEN, sizes, strict=True)
        for n in range(size)
        if group[export] == "x"
    )


def thrice(sizes: tuple[int, ...]) -> Callable[[World], Hashable]:
    """Three exports, each looked at beside the earlier ones two by two."""
    talks = [seen_in(export, sizes) for export in range(3)]

    def publish(world: World) -> Hashable:
        shown: list[OrganisationCell] = []
        for export in range(3):
            levels: tuple[int, ...] = (0,) * LEVELS
            for group, answers in zip(SEEN, world, strict=True):
                levels = added(levels, spread(answers)) if group[export] == "x" else levels
            pairs = [(bare(s), differ(talks[at], talks[export])) for at, s in enumerate(shown)]
            earlier = [Earlier(*pair) for pair in pairs if pair[1].people and pair[1].shared]
            shown.append(bridged_cell(cell(CellHistogram(*PRACTICAL, levels)), earlier, DEFAULT))
        return tuple(shown)

    return publish


def allowed(sizes: tuple[int, ...]) -> bool:
    """Whether each of the three exports may be made after the others."""
    talks = [seen_in(export, sizes) for export in range(3)]
    try:
        for export in range(3):
            for before in range(export):
                require_difference(differ(talks[before], talks[export]), DEFAULT.cell)
            require_few_linked(linked(talks[export], talks[:export]))
    except PrivacyError:
        return False
    return {len(each) for each in talks} <= set(SMALL)


def test_three_exports_that_share_talks_would_give_people_away_and_are_refused() -> None:
    sizes = (0, 1, 4, 4, 3, 0)
    assert pinned(sizes, 2, thrice(sizes), 0)
    talks = [seen_in(export, sizes) for export in range(3)]
    require_few_linked(linked(talks[1], talks[:1]))
    with pytest.raises(PrivacyError, match="Tre billeder"):
        require_few_linked(linked(talks[2], talks[:2]))


def test_three_exports_that_are_allowed_tell_nobodys_side() -> None:
    every = [sizes for sizes in product(range(6), repeat=len(SEEN)) if allowed(sizes)]
    assert len(every) > 20
    for sizes in every[:: max(1, len(every) // 60)]:
        for insiders in (0, 1):
            assert pinned(sizes, 2, thrice(sizes), insiders) == []
