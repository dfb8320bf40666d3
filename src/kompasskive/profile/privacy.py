"""What may leave the leader's file: one profile of one period, protected as a whole (ADR 011)."""

from collections.abc import Collection, Iterable, Sequence

from kompasskive.framework.model import Framework
from kompasskive.profile.bridging import (
    Bridge,
    Earlier,
    bridged_cell,
    bridged_item,
    bridged_level,
)
from kompasskive.profile.histograms import Histograms, NeedCount
from kompasskive.profile.members import Difference
from kompasskive.profile.organisation import Count, OrganisationNeed, OrganisationProfile
from kompasskive.profile.protecting import cell, clipped, groups, item, level
from kompasskive.profile.thresholds import DEFAULT, PrivacyError, Thresholds

NEW_MIN = 3
LINKED_MOST = 2
__all__ = ["DEFAULT", "Earlier", "PrivacyError", "Thresholds", "publish"]


def publish(
    framework: Framework,
    histograms: Histograms,
    period: str,
    *,
    screening: bool = False,
    thresholds: Thresholds = DEFAULT,
    earlier: Sequence[Earlier] = (),
) -> OrganisationProfile:
    """The histograms as they may be shared; PrivacyError with the reason when they may not.

    `earlier` are the profiles already frozen of the same series, whatever their period.
    """
    _require_people(histograms.people, thresholds.cell)
    for each in earlier:
        require_difference(each.difference, thresholds.cell)
    others = [e for e in earlier if e.difference.people and e.difference.shared]
    texts = {i.id: i.text for f in framework.fields for i in f.items}
    return OrganisationProfile(
        framework_key=framework.key,
        framework_name=framework.name,
        period=period,
        people=histograms.people,
        screening=screening,
        cells=tuple(
            bridged_cell(cell(c, thresholds), others, thresholds) for c in histograms.cells
        ),
        items=tuple(
            bridged_item(item(i, texts[i.item_id], thresholds), others) for i in histograms.items
        ),
        levels=tuple(bridged_level(level(f, thresholds), others) for f in histograms.fields),
        needs=tuple(_needs(histograms, others, thresholds)),
        groups=tuple(groups(framework, histograms, thresholds)) if not others else (),
    )


def may_compare(profile: OrganisationProfile, thresholds: Thresholds = DEFAULT) -> bool:
    """Whether a person may be laid beside the profile."""
    return profile.people >= thresholds.comparison


def require_comparison(profile: OrganisationProfile, thresholds: Thresholds = DEFAULT) -> None:
    """PrivacyError unless enough people are in the profile to lay one of them beside it."""
    if not may_compare(profile, thresholds):
        raise PrivacyError(
            f"Der er {profile.people} personer i organisationens profil. En sammenligning kræver "
            f"mindst {thresholds.comparison}, for at ingen kan regne sig frem til en kollegas "
            "svar. Sammenlign i stedet med et teams fælles skive. Intet er skrevet."
        )


def require_few_linked(linked: Sequence[Collection[str]], thresholds: Thresholds = DEFAULT) -> None:
    """PrivacyError when three sets of talks share talks and one of them is of few people.

    Whatever was withheld of the third would tell something: this does not depend on any answer.
    """
    if len(linked) > LINKED_MOST and min(map(len, linked)) < thresholds.merge_below:
        raise PrivacyError(
            f"I er eller var færre end {thresholds.merge_below}, og nogle af samtalerne er også "
            "med i to frosne billeder. Tre billeder, der deler samtaler, kunne tilsammen røbe "
            "nogen. Nye tal kræver, at alle har haft en ny samtale siden. "
            "De frosne tal gælder stadig."
        )


def _require_people(people: int, threshold: int) -> None:
    if people < threshold:
        had = "Der er ingen godkendte samtaler" if not people else f"Der er {people}"
        told = had if not people else f"{had} med en godkendt samtale"
        raise PrivacyError(
            f"{told}. En organisationsprofil kræver mindst {threshold}, for at ingen enkelt kan "
            "genkendes. Intet er skrevet."
        )


def require_difference(difference: Difference, threshold: int) -> None:
    """PrivacyError when so few differ from an earlier profile that it would tell of them."""
    people = difference.people
    if 0 < people < threshold:
        who = "én person" if people == 1 else f"{people} personer"
        raise PrivacyError(
            f"Kun {who} er kommet til, gået eller har fået en ny samtale, siden tallene sidst blev "
            f"frosset. Nye tal kræver mindst {threshold}, for at forskellen ikke røber nogen. "
            "De frosne tal gælder stadig."
        )
    if people and difference.shared and difference.joined < NEW_MIN:
        raise PrivacyError(
            "Næsten alle forskelle siden de frosne tal er personer, der er gået. Nye tal kræver "
            f"mindst {NEW_MIN} nye samtaler, for at forskellen ikke røber dem, der gik. "
            "De frosne tal gælder stadig."
        )


def _needs(
    histograms: Histograms, earlier: Sequence[Earlier], thresholds: Thresholds
) -> Iterable[OrganisationNeed]:
    for need in histograms.needs:
        if need.people >= thresholds.cell:
            told = clipped(need.people, histograms.people)
            if not any(_need_tells(each, need, told, thresholds) for each in earlier):
                yield OrganisationNeed(need.kind, need.field_id, need.dimension, need.form, told)


def _need_tells(each: Earlier, need: NeedCount, told: Count, thresholds: Thresholds) -> bool:
    wanted = need.kind, need.field_id, need.dimension, need.form
    unseen = Count(0, thresholds.cell - 1, each.profile.people)
    before = next(
        (
            n.people
            for n in each.profile.needs
            if (n.kind, n.field_id, n.dimension, n.form) == wanted
        ),
        unseen,
    )
    return Bridge(each.difference, thresholds.merge_below).tells_side(before, told)
