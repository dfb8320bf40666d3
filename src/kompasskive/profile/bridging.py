"""What two published profiles tell together about the people who are in only one of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from kompasskive.profile.members import Difference
from kompasskive.profile.organisation import (
    Count,
    OrganisationCell,
    OrganisationItem,
    OrganisationLevel,
    OrganisationProfile,
    Shown,
)
from kompasskive.profile.protecting import side
from kompasskive.profile.thresholds import DEFAULT, Thresholds

_NEAR = 2
_NEARLY_ALL = 4
_MARKS = 4


def bridged_cell(
    new: OrganisationCell, earlier: "Sequence[Earlier]", thresholds: Thresholds
) -> OrganisationCell:
    for each in earlier:
        old = _old_cell(each.profile, new)
        if old is None or new.breadth is None or old.breadth is None:
            continue
        bridge = Bridge(each.difference, thresholds.merge_below)
        if bridge.tells_side(old.breadth, new.breadth):
            return OrganisationCell(new.field_id, new.dimension, Shown.HIDDEN)
        if bridge.tells_level(old, new):
            new = OrganisationCell(
                field_id=new.field_id,
                dimension=new.dimension,
                shown=Shown.COARSE,
                people=new.people,
                side=side(new.breadth),
                breadth=new.breadth,
                let_stand=new.let_stand,
                not_relevant=new.not_relevant,
            )
    return new


def _old_cell(old: OrganisationProfile, new: OrganisationCell) -> OrganisationCell | None:
    wanted = new.field_id, new.dimension
    return next((c for c in old.cells if (c.field_id, c.dimension) == wanted), None)


def bridged_item(new: OrganisationItem, earlier: "Sequence[Earlier]") -> OrganisationItem:
    for each in earlier:
        old = next((i for i in each.profile.items if i.item_id == new.item_id), None)
        if old is None or not old.marks or not new.marks:
            continue
        bridge = Bridge(each.difference, DEFAULT.merge_below)
        if bridge.tells_side(sure_count(old.marks), sure_count(new.marks)):
            return OrganisationItem(new.item_id, new.field_id, new.level, new.text, Shown.HIDDEN)
        if bridge.tells_mark(old.marks, new.marks):
            sure = sure_count(new.marks)
            low = Count(sure.of - sure.high, sure.of - sure.low, sure.of)
            new = OrganisationItem(
                new.item_id,
                new.field_id,
                new.level,
                new.text,
                Shown.COARSE,
                new.people,
                (low, sure),
            )
    return new


def sure_count(marks: Sequence[Count]) -> Count:
    """People at Sikker or Deler, from two or four published counts."""
    half = len(marks) // 2
    of = marks[0].of
    low = max(sum(m.low for m in marks[half:]), of - sum(m.high for m in marks[:half]))
    high = min(sum(m.high for m in marks[half:]), of - sum(m.low for m in marks[:half]))
    return Count(max(low, 0), min(high, of), of)


def bridged_level(new: OrganisationLevel, earlier: "Sequence[Earlier]") -> OrganisationLevel:
    for each in earlier:
        old = each.profile.level(new.field_id, new.level) if _has(each.profile, new) else None
        if old is None or old.settled is None or new.settled is None:
            continue
        if Bridge(each.difference, DEFAULT.merge_below).tells_side(old.settled, new.settled):
            return OrganisationLevel(new.field_id, new.level, Shown.HIDDEN)
    return new


def _has(profile: OrganisationProfile, wanted: OrganisationLevel) -> bool:
    return any((x.field_id, x.level) == (wanted.field_id, wanted.level) for x in profile.levels)


@dataclass(frozen=True, slots=True)
class Earlier:
    """A profile that is already out, and how its people differ from the new one's."""

    profile: OrganisationProfile
    difference: Difference


@dataclass(frozen=True, slots=True)
class Bridge:
    """From an earlier profile to a new one; `enough` people let medians and depth stand."""

    difference: Difference
    enough: int

    def tells_side(self, old: Count, new: Count) -> bool:
        """Whether one of those who differ could tell which side all the others are on."""
        least, most = new.low - old.high, new.high - old.low
        return least >= self.difference.joined - _NEAR or most <= _NEAR - self.difference.left

    def tells_level(self, old: OrganisationCell, new: OrganisationCell) -> bool:
        """Whether three of those who differ could tell that all the others are placed at 3."""
        if new.shown is not Shown.EXACT:
            return False
        if self._few_differ() or old.shown is not Shown.EXACT:
            return True
        return self._gathers(_at_baseline(old), _at_baseline(new))

    def tells_mark(self, old: Sequence[Count], new: Sequence[Count]) -> bool:
        """Whether three of those who differ could tell that all the others have one mark."""
        if len(new) < _MARKS:
            return False
        if self._few_differ() or len(old) < _MARKS:
            return True
        return any(self._gathers(was, now) for was, now in zip(old, new, strict=True))

    def _few_differ(self) -> bool:
        return self.difference.people < self.enough

    def _gathers(self, old: Count, new: Count) -> bool:
        joined, left = self.difference.joined, self.difference.left
        least, most = new.low - old.high, new.high - old.low
        gathered = joined > 0 and least >= joined - _NEARLY_ALL
        return gathered or (left > 0 and most <= _NEARLY_ALL - left)


def _at_baseline(cell: OrganisationCell) -> Count:
    breadth, depth = cell.breadth, cell.depth
    if breadth is None or depth is None:
        return Count(0, cell.people or 0, cell.people or 0)
    low, high = max(breadth.low - depth.high, 0), max(breadth.high - depth.low, 0)
    return Count(low, high, breadth.of)
