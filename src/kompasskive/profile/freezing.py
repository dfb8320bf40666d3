"""Freezing a period: the numbers are published once and stay as they were (ADR 011)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from kompasskive.dialogue.model import DialogueKind, Workbook
from kompasskive.dialogue.organisation import PrivacySetting, Snapshot
from kompasskive.framework.model import Framework
from kompasskive.profile.contributions import Counted, of_period, shares, together
from kompasskive.profile.counting import count, counted_talks
from kompasskive.profile.frozen import from_json, to_json
from kompasskive.profile.members import differ, linked, token_of
from kompasskive.profile.organisation import OrganisationProfile
from kompasskive.profile.periods import Period, parse_period
from kompasskive.profile.privacy import DEFAULT, Earlier, Thresholds, publish, require_few_linked
from kompasskive.telling import Tell, quietly


def thresholds_of(workbook: Workbook) -> Thresholds:
    """The file's own threshold, or the product's."""
    own = next(iter(workbook.privacy_settings), None)
    return replace(DEFAULT, cell=own.cell) if own else DEFAULT


def with_threshold(workbook: Workbook, cell: int) -> Workbook:
    """The workbook with another threshold per cell; PrivacyError below 3."""
    Thresholds(cell=cell)
    return replace(workbook, privacy_settings=(PrivacySetting(cell),))


def snapshot_of(workbook: Workbook, period: Period, *, screening: bool = False) -> Snapshot | None:
    """The latest frozen numbers of a period, or None when it was never frozen."""
    own = (s for s in workbook.snapshots if (s.period, s.screening) == (period.key, screening))
    return max(own, key=lambda s: s.made_at, default=None)


def frozen_profile(
    workbook: Workbook, period: Period, *, screening: bool = False
) -> OrganisationProfile | None:
    """The profile of a period as it was published, or None."""
    snapshot = snapshot_of(workbook, period, screening=screening)
    return from_json(snapshot.content) if snapshot else None


def earlier_profiles(
    workbook: Workbook, period: Period, screening: bool
) -> tuple[tuple[Period, OrganisationProfile], ...]:
    """The frozen profiles of periods that ended before this one did, the oldest first."""
    keys = dict.fromkeys(s.period for s in workbook.snapshots if s.screening is screening)
    before = sorted(
        (p for p in map(parse_period, keys) if p.last < period.last), key=lambda p: p.last
    )
    found = ((p, frozen_profile(workbook, p, screening=screening)) for p in before)
    return tuple((p, profile) for p, profile in found if profile is not None)


def counted_here(
    workbook: Workbook,
    framework: Framework,
    period: Period,
    *,
    screening: bool = False,
    tell: Tell = quietly,
) -> Counted:
    """One series of a period from the workbook's own talks and its contributions.

    Contributions of the period are added to the talks held by its last day.
    """
    kind = DialogueKind.SCREENING if screening else DialogueKind.DIALOGUE
    tell_own, tell_sent = shares(workbook.contributions, period.key, tell)
    people = {p.id: p for p in workbook.people}
    talks = counted_talks(workbook, kind, period.last)
    own = Counted(
        count(workbook, framework, kind, period.last, tell_own),
        tuple(token_of(people[talk.employee_id or ""], talk) for talk in talks),
    )
    contents = of_period(workbook.contributions, period.key, tell_sent)
    return together(framework, (own,), contents, screening=screening)


def preview(
    workbook: Workbook,
    framework: Framework,
    counted: Counted,
    period: Period,
    *,
    screening: bool = False,
) -> OrganisationProfile:
    """What freezing now would publish; PrivacyError with the reason when it would be refused."""
    own = (s.members for s in workbook.snapshots if s.screening is screening)
    require_few_linked(linked(counted.members, own), thresholds_of(workbook))
    return publish(
        framework,
        counted.histograms,
        period.key,
        screening=screening,
        thresholds=thresholds_of(workbook),
        earlier=_earlier(workbook, counted.members, screening=screening),
    )


def freeze(
    workbook: Workbook,
    framework: Framework,
    counted: Counted,
    period: Period,
    snapshot_id: str,
    now: datetime,
    *,
    screening: bool = False,
) -> Workbook:
    """The workbook with the period's numbers frozen; PrivacyError when they may not be.

    Where nobody differs from what the period already has, the workbook is left as it is.
    """
    profile = preview(workbook, framework, counted, period, screening=screening)
    before = snapshot_of(workbook, period, screening=screening)
    if before is not None and _says_the_same(before, counted.members, profile):
        return workbook
    snapshot = Snapshot(
        snapshot_id, period.key, now, to_json(profile), screening, tuple(sorted(counted.members))
    )
    return replace(workbook, snapshots=(*workbook.snapshots, snapshot))


def _says_the_same(before: Snapshot, members: tuple[str, ...], now: OrganisationProfile) -> bool:
    if differ(before.members, members).people:
        return False
    old = from_json(before.content)
    return (old.cells, old.items, old.levels) == (now.cells, now.items, now.levels)


def _earlier(workbook: Workbook, members: Iterable[str], *, screening: bool) -> list[Earlier]:
    tokens = tuple(members)
    return [
        Earlier(from_json(s.content), differ(s.members, tokens))
        for s in workbook.snapshots
        if s.screening is screening
    ]
