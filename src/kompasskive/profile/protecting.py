"""One number at a time made safe to share, whatever else was shared (ADR 011).

A number of people is told exactly only where nobody's answer follows from it; near none and near
all it becomes "højst" or "mindst". Below 10 people only Grundlinjen's side is told.
"""

from collections.abc import Iterator, Sequence

from kompasskive.framework.model import BASELINE, Framework
from kompasskive.profile.histograms import (
    CellHistogram,
    FieldHistogram,
    GroupCount,
    Histograms,
    ItemHistogram,
)
from kompasskive.profile.organisation import (
    Count,
    OrganisationCell,
    OrganisationGroup,
    OrganisationItem,
    OrganisationLevel,
    Shown,
    Side,
)
from kompasskive.profile.thresholds import DEFAULT, Thresholds

EDGE = 2
FAR_EDGE = 4
_SETTLED_FROM = 2


def cell(histogram: CellHistogram, thresholds: Thresholds = DEFAULT) -> OrganisationCell:
    """One field and dimension as it may be shared, whatever else was shared."""
    place = {"field_id": histogram.field_id, "dimension": histogram.dimension}
    people, apart = histogram.people, histogram.let_stand + histogram.not_relevant
    if people == 0 and apart == 0:
        return OrganisationCell(**place, shown=Shown.NOT_PLACED)  # type: ignore[arg-type]
    if people < thresholds.cell:
        return OrganisationCell(**place, shown=Shown.HIDDEN)  # type: ignore[arg-type]
    exact = people >= thresholds.merge_below
    breadth = clipped(sum(histogram.levels[BASELINE:]), people)
    return OrganisationCell(
        field_id=histogram.field_id,
        dimension=histogram.dimension,
        shown=Shown.EXACT if exact else Shown.COARSE,
        people=people,
        median=median(histogram.levels) if exact else None,
        side=None if exact else side(breadth),
        breadth=breadth,
        depth=clipped(sum(histogram.levels[BASELINE + 1 :]), people) if exact else None,
        let_stand=_few(histogram.let_stand, histogram.let_stand + people, thresholds),
        not_relevant=_few(histogram.not_relevant, histogram.not_relevant + people, thresholds),
    )


def item(histogram: ItemHistogram, text: str, thresholds: Thresholds = DEFAULT) -> OrganisationItem:
    """One item as it may be shared: four marks from 10 people, below that two.

    Also two where nearly all are on one side, because four would say so exactly.
    """
    people = histogram.people
    shown = _shown(people, people + histogram.not_relevant, thresholds)
    marks: tuple[Count, ...] = ()
    sure = clipped(sum(histogram.marks[_SETTLED_FROM:]), people)
    if shown is Shown.EXACT and sure.exact:
        marks = tuple(clipped(m, people, high=FAR_EDGE) for m in histogram.marks)
    elif shown in (Shown.EXACT, Shown.COARSE):
        shown, marks = Shown.COARSE, (Count(people - sure.high, people - sure.low, people), sure)
    return OrganisationItem(
        item_id=histogram.item_id,
        field_id=histogram.field_id,
        level=histogram.level,
        text=text,
        shown=shown,
        people=people if marks else None,
        marks=marks,
    )


def level(histogram: FieldHistogram, thresholds: Thresholds = DEFAULT) -> OrganisationLevel:
    """ "Bredde og dybde" of one field and level as it may be shared."""
    people = histogram.people
    shown = _shown(people, people, thresholds)
    told = shown in (Shown.EXACT, Shown.COARSE)
    edge = FAR_EDGE if shown is Shown.EXACT else EDGE
    return OrganisationLevel(
        field_id=histogram.field_id,
        level=histogram.level,
        shown=shown,
        people=people if told else None,
        settled=clipped(histogram.settled, people, low=edge, high=edge) if told else None,
    )


def clipped(count: int, of: int, *, low: int = EDGE, high: int = EDGE) -> Count:
    """A count that never says that none or all are alike: "højst 2", 3, 4, …, "mindst n-2"."""
    reach = (of - 1) // 2
    low, high = min(low, reach), min(high, reach)
    if count <= low:
        return Count(0, low, of)
    if count >= of - high:
        return Count(of - high, of, of)
    return Count(count, count, of)


def median(levels: Sequence[int]) -> float:
    """The median level of a histogram of at least one person, in half steps."""
    ordered = [level for level, people in enumerate(levels) for _ in range(people)]
    middle = len(ordered) // 2
    return (ordered[(len(ordered) - 1) // 2] + ordered[middle]) / 2


def side(breadth: Count) -> Side:
    """Which side of Mestrer most are on, from the published breadth and nothing else."""
    if 2 * breadth.low > breadth.of:
        return Side.ABOVE
    return Side.BELOW if 2 * breadth.high < breadth.of else Side.AROUND


def complementary(parts: Sequence[int], threshold: int) -> tuple[bool, ...]:
    """Which parts of a known total to withhold, so that no withheld one follows by subtraction.

    Every part below the threshold, and then the smallest others until what is withheld is at
    least two parts and together at least the threshold; parts of nobody are always told.
    """
    hidden = [0 < part < threshold for part in parts]
    rest = sorted((part, place) for place, part in enumerate(parts) if part >= threshold)
    while any(hidden) and rest and not _safe(parts, hidden, threshold):
        _, place = rest.pop(0)
        hidden[place] = True
    return tuple(hidden)


def _safe(parts: Sequence[int], hidden: Sequence[bool], threshold: int) -> bool:
    withheld = [part for part, gone in zip(parts, hidden, strict=True) if gone]
    return len(withheld) > 1 and sum(withheld) >= threshold


def _shown(people: int, anyone: int, thresholds: Thresholds) -> Shown:
    if anyone == 0:
        return Shown.NOT_PLACED
    if people < thresholds.cell:
        return Shown.HIDDEN
    return Shown.EXACT if people >= thresholds.merge_below else Shown.COARSE


def _few(count: int, of: int, thresholds: Thresholds) -> Count:
    if count < thresholds.cell:
        return Count(0, thresholds.cell - 1, of)
    return Count(count, count, of)


def groups(
    framework: Framework, histograms: Histograms, thresholds: Thresholds
) -> Iterator[OrganisationGroup]:
    for field in framework.fields:
        own = [g for g in histograms.groups if g.field_id == field.id]
        hidden = complementary([g.people for g in own], thresholds.merge_below)
        for group, withheld in zip(own, hidden, strict=True):
            yield _group(group, withheld=withheld)


def _group(group: GroupCount, *, withheld: bool) -> OrganisationGroup:
    if withheld:
        return OrganisationGroup(group.name, group.field_id, Shown.HIDDEN)
    deep = clipped(group.deep, group.people, low=FAR_EDGE, high=FAR_EDGE)
    return OrganisationGroup(group.name, group.field_id, Shown.EXACT, group.people, deep)
