"""What is published holds against an attacker who enumerates, and the attacker really bites."""

from collections.abc import Callable, Hashable
from dataclasses import replace

import pytest
from tests.profile.attacker import World, pinned

from kompasskive.framework.model import Dimension, Level
from kompasskive.profile.bridging import Earlier, bridged_cell
from kompasskive.profile.histograms import CellHistogram, ItemHistogram
from kompasskive.profile.members import Difference
from kompasskive.profile.organisation import Count, OrganisationCell, OrganisationProfile, Shown
from kompasskive.profile.privacy import NEW_MIN
from kompasskive.profile.protecting import cell, item, median
from kompasskive.profile.thresholds import DEFAULT

SMALL = (5, 6, 7, 8)
INSIDERS = 3
PRACTICAL = ("it", Dimension.PRACTICAL)
LEVELS, MARKS = 7, 4
FEW = (1, 2, 3, 5)
THREE = (1, 3, 5)
SCALES = {2: (1, 5), 3: THREE, 4: FEW}


def high(level: int) -> bool:
    """Which side of Grundlinjen a level is on."""
    return level >= 3


def sure(mark: int) -> bool:
    """Whether a mark is Sikker or Deler."""
    return mark >= 2


def placed(world: World) -> OrganisationCell:
    """One export of one group."""
    return cell(CellHistogram(*PRACTICAL, world[0]))


def marked(world: World) -> Hashable:
    """One export of one group's marks."""
    return item(ItemHistogram("i", "it", Level.BASIC, world[0]), "Et punkt").marks


def plain(
    *,
    median_too: bool = False,
    depth_too: bool = False,
    alike_too: bool = False,
) -> Callable[[World], Hashable]:
    """The export with one protection taken away."""

    def publish(world: World) -> Hashable:
        (levels,) = world
        shown = placed(world)
        return (
            shown,
            median(levels) if median_too else None,
            sum(levels[4:]) if depth_too else None,
            sum(levels[3:]) if alike_too else None,
        )

    return publish


@pytest.mark.parametrize("people", SMALL)
def test_nobodys_placement_follows_in_groups_of_5_to_8(people: int) -> None:
    assert pinned((people,), LEVELS, placed, INSIDERS) == []


@pytest.mark.parametrize("people", SMALL)
@pytest.mark.parametrize("insiders", [0, 1])
def test_nobodys_side_follows_for_an_outsider_or_for_one_of_the_group(
    people: int, insiders: int
) -> None:
    assert pinned((people,), LEVELS, placed, insiders, high) == []


@pytest.mark.parametrize("people", [10, 11])
def test_nobodys_placement_follows_from_the_exact_numbers_of_larger_groups(people: int) -> None:
    assert pinned((people,), LEVELS, placed, INSIDERS) == []
    assert pinned((people,), LEVELS, placed, 1, high) == []


@pytest.mark.parametrize("people", [*SMALL, 9, 10, 11, 14])
def test_nobodys_mark_follows(people: int) -> None:
    assert pinned((people,), MARKS, marked, INSIDERS) == []
    assert pinned((people,), MARKS, marked, 1, sure) == []


@pytest.mark.parametrize("people", SMALL)
def test_without_merging_the_median_gives_people_away(people: int) -> None:
    assert pinned((people,), LEVELS, plain(median_too=True), INSIDERS)


@pytest.mark.parametrize("people", SMALL)
def test_without_merging_depth_beside_breadth_gives_people_away(people: int) -> None:
    assert pinned((people,), LEVELS, plain(depth_too=True), INSIDERS)


@pytest.mark.parametrize("people", SMALL)
def test_a_cell_where_all_are_alike_would_give_everybody_away(people: int) -> None:
    assert pinned((people,), LEVELS, plain(alike_too=True), 0, high)


def test_four_marks_of_few_people_would_give_them_away() -> None:
    assert pinned((5,), MARKS, lambda world: world, INSIDERS)


def test_all_alike_is_told_only_as_at_least() -> None:
    for people in SMALL:
        for level in range(LEVELS):
            levels = tuple(people if place == level else 0 for place in range(LEVELS))
            shown = placed((levels,))
            assert shown.shown is Shown.COARSE
            assert shown.breadth is not None
            assert not shown.breadth.exact


@pytest.mark.parametrize(("people", "shown"), [(4, "hidden"), (5, "coarse"), (6, "coarse")])
def test_four_people_are_too_few_and_five_are_told_coarsely(people: int, shown: str) -> None:
    found = placed(((0, 0, 2, people - 2, 0, 0, 0),))
    assert found.shown == shown
    assert found.median is None
    assert found.depth is None


def bare(shown: OrganisationCell) -> OrganisationProfile:
    """A profile of one cell."""
    return OrganisationProfile("r@1", "Ramme", "2026", 0, False, (shown,), (), (), (), ())


def spread(histogram: tuple[int, ...]) -> tuple[int, ...]:
    """The attacker's two, three or four answers as levels."""
    levels = [0] * LEVELS
    for level, people in zip(SCALES[len(histogram)], histogram, strict=True):
        levels[level] += people
    return tuple(levels)


def twice(joined: int, left: int, stayed: int, *, guarded: bool) -> Callable[[World], Hashable]:
    """Two exports: of those who stayed with those who left, then with those who joined."""
    difference = Difference(joined, left, joined + left, stayed)

    def publish(world: World) -> Hashable:
        same, gone, new = (spread(group) for group in world)
        before = cell(CellHistogram(*PRACTICAL, added(same, gone)))
        after = cell(CellHistogram(*PRACTICAL, added(same, new)))
        if guarded:
            after = bridged_cell(after, [Earlier(bare(before), difference)], DEFAULT)
        return before, after

    return publish


def added(first: tuple[int, ...], second: tuple[int, ...]) -> tuple[int, ...]:
    """Two histograms as one."""
    return tuple(a + b for a, b in zip(first, second, strict=True))


PAIRS = [
    (stayed, left, joined)
    for stayed in range(1, 8)
    for left in range(7)
    for joined in range(NEW_MIN, 7)
    if left + joined >= DEFAULT.cell and {stayed + left, stayed + joined} <= set(SMALL)
]


@pytest.mark.parametrize(("stayed", "left", "joined"), PAIRS)
@pytest.mark.parametrize("insiders", [0, 1])
def test_two_exports_together_tell_nobodys_side(
    stayed: int, left: int, joined: int, insiders: int
) -> None:
    publish = twice(joined, left, stayed, guarded=True)
    assert pinned((stayed, left, joined), 2, publish, insiders) == []


@pytest.mark.parametrize(("stayed", "left", "joined"), [(3, 0, 5)])
def test_two_exports_together_tell_nobodys_placement(stayed: int, left: int, joined: int) -> None:
    publish = twice(joined, left, stayed, guarded=True)
    assert pinned((stayed, left, joined), len(FEW), publish, INSIDERS) == []


def test_two_exports_where_nearly_all_only_left_would_give_them_away() -> None:
    publish = twice(0, 5, 5, guarded=True)
    assert pinned((5, 5, 0), 2, publish, 0)


def test_before_and_after_one_leaves_would_give_that_one_away() -> None:
    publish = twice(0, 1, 7, guarded=False)
    assert pinned((7, 1, 0), 2, publish, 0)


def test_without_looking_at_the_difference_those_who_came_are_given_away() -> None:
    assert pinned((6, 0, 5), 2, twice(5, 0, 6, guarded=False), 0)
    assert pinned((6, 0, 5), 2, twice(5, 0, 6, guarded=True), 1) == []


def test_exact_numbers_before_and_after_ten_came_give_nobody_away() -> None:
    groups, wide = (10, 0, 10), (0, 2)
    assert pinned(groups, len(THREE), twice(10, 0, 10, guarded=False), INSIDERS, several=wide)
    guarded = twice(10, 0, 10, guarded=True)
    assert pinned(groups, len(THREE), guarded, INSIDERS, several=wide) == []


def test_a_count_is_a_range_only_near_none_and_all() -> None:
    breadths = []
    for people in range(15):
        shown = placed(((14 - people, 0, 0, people, 0, 0, 0),)).breadth
        assert shown is not None
        breadths.append(shown.words)
    assert breadths == [*["højst 2"] * 3, *map(str, range(3, 12)), *["mindst 12"] * 3]
    assert Count(0, 2, 14).of_words == "højst 2 af 14"
    assert replace(Count(0, 2, 14), low=2).exact
