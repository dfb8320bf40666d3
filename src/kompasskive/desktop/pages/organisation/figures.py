"""What the page shows, worked out off the window's thread from the workbook as it was."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from kompasskive.desktop.document import Document
from kompasskive.dialogue.model import DialogueKind, Workbook
from kompasskive.dialogue.organisation import Snapshot
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Framework
from kompasskive.profile.contributions import Counted, of_period, shares, together
from kompasskive.profile.counting import counted_talks
from kompasskive.profile.freezing import counted_here, preview, snapshot_of, thresholds_of
from kompasskive.profile.frozen import from_json
from kompasskive.profile.goals import GoalLine, goal_lines
from kompasskive.profile.model import Profile
from kompasskive.profile.organisation import OrganisationProfile
from kompasskive.profile.overlay import organisation_alone, with_organisation
from kompasskive.profile.periods import Period
from kompasskive.profile.privacy import PrivacyError, require_comparison
from kompasskive.profile.profile import empty_profile, make_profile
from kompasskive.profile.readings import CellReading, compare_with
from kompasskive.profile.team_dial import team_profile, team_talks
from kompasskive.telling import WHOLE, Tell, quietly

MANY_TALKS: Final = 50


@dataclass(frozen=True, slots=True)
class Wish:
    """Everything the figures depend on; `person_id` is who is laid beside the organisation.

    With a `team_id` beside that team's own dial instead.

    `path` is the file to count in where there are many talks and all of them are on disk.
    """

    workbook: Workbook
    period: Period
    screening: bool
    person_id: str
    today: date
    path: Path | None = None
    team_id: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """One person beside the organisation; `refusal` says why there are no readings.

    `team` is the team whose own dial, in `theirs`, stands in the organisation's place.
    """

    name: str
    first_name: str
    readings: tuple[CellReading, ...] = ()
    refusal: str = ""
    team: str = ""
    theirs: OrganisationProfile | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """The organisation in one period.

    `profile` is the frozen one where there is a `snapshot`, otherwise what freezing now would
    publish; None with the reason in `refusal`. `dial` has the medians, and the petals of `person`
    where somebody is laid beside. `past` are the frozen profiles by period, oldest first.
    """

    wish: Wish
    framework: Framework
    least: int
    profile: OrganisationProfile | None
    refusal: str
    snapshot: Snapshot | None
    dial: Profile
    person: Profile | None
    goals: tuple[GoalLine, ...]
    beside: Beside | None
    past: tuple[OrganisationProfile, ...]


def framework_of(workbook: Workbook) -> Framework:
    """The framework the organisation is looked at in: the latest one talks were held with."""
    return workbook.frameworks[-1] if workbook.frameworks else bundled()


def countable(document: Document) -> Path | None:
    """The file to count in: one with many talks and nothing on its way to the disk."""
    file = document.file
    many = len(document.value.dialogues) >= MANY_TALKS
    return file.path if file is not None and many and file.pending() == 0 else None


def counted_in(
    workbook: Workbook,
    framework: Framework,
    period: Period,
    *,
    screening: bool,
    path: Path | None,
    tell: Tell = quietly,
) -> Counted:
    """One series of a period, counted by the file itself when `path` is given."""
    if path is None:
        return counted_here(workbook, framework, period, screening=screening, tell=tell)
    from kompasskive.storage.aggregates import counted

    kind = DialogueKind.SCREENING if screening else DialogueKind.DIALOGUE
    tell_own, tell_sent = shares(workbook.contributions, period.key, tell)
    own = counted(path, framework, kind, period.last, tell_own)
    contents = of_period(workbook.contributions, period.key, tell_sent)
    return together(framework, (own,), contents, screening=screening)


def work_out(wish: Wish, tell: Tell) -> Figures:
    """The figures; `tell` is told how far they are and may stop the work."""
    workbook, framework = wish.workbook, framework_of(wish.workbook)
    snapshot = snapshot_of(workbook, wish.period, screening=wish.screening)
    profile, refusal = _profile(wish, framework, snapshot, tell)
    person, beside = _beside(wish, framework, profile)
    tell(WHOLE, WHOLE)
    return Figures(
        wish=wish,
        framework=framework,
        least=thresholds_of(workbook).cell,
        profile=profile,
        refusal=refusal,
        snapshot=snapshot,
        dial=_dial(framework, person, (beside and beside.theirs) or profile),
        person=person,
        goals=goal_lines(framework, profile, workbook.goals) if profile else (),
        beside=beside,
        past=_past(workbook, wish.screening),
    )


def _profile(
    wish: Wish, framework: Framework, snapshot: Snapshot | None, tell: Tell
) -> tuple[OrganisationProfile | None, str]:
    if snapshot is not None:
        return from_json(snapshot.content), ""
    workbook, period, screening = wish.workbook, wish.period, wish.screening
    counted = counted_in(
        workbook, framework, period, screening=screening, path=wish.path, tell=tell
    )
    try:
        return preview(workbook, framework, counted, period, screening=screening), ""
    except PrivacyError as error:
        return None, str(error)


def _beside(
    wish: Wish, framework: Framework, organisation: OrganisationProfile | None
) -> tuple[Profile | None, Beside | None]:
    person = next((p for p in wish.workbook.people if p.id == wish.person_id), None)
    if person is None:
        return None, None
    kind = DialogueKind.SCREENING if wish.screening else DialogueKind.DIALOGUE
    only = replace(wish.workbook, people=(person,))
    talk = next(iter(counted_talks(only, kind, wish.today)), None)
    told = Beside(person.name, person.first_name)
    if talk is None:
        return None, replace(told, refusal=f"{person.first_name} har ingen godkendt samtale endnu.")
    profile = make_profile(wish.workbook.framework_of(talk), talk, person.name, None)
    if wish.team_id:
        return profile, _beside_team(wish, told, profile)
    if organisation is None:
        return profile, told
    try:
        require_comparison(organisation, thresholds_of(wish.workbook))
    except PrivacyError as error:
        return profile, replace(told, refusal=str(error))
    return profile, replace(told, readings=compare_with(framework, profile, organisation))


def _beside_team(wish: Wish, told: Beside, person: Profile) -> Beside:
    own = ((t, talk) for t, talk in team_talks(wish.workbook) if t.id == wish.team_id)
    team, talk = next(own)
    framework = wish.workbook.framework_of(talk)
    theirs = team_profile(framework, talk)
    readings = compare_with(framework, person, theirs)
    return replace(told, team=team.name, theirs=theirs, readings=readings)


def _dial(
    framework: Framework, person: Profile | None, organisation: OrganisationProfile | None
) -> Profile:
    if organisation is None:
        return person or empty_profile(framework, "")
    if person is None:
        return organisation_alone(framework, organisation)
    return with_organisation(person, organisation)


def _past(workbook: Workbook, screening: bool) -> tuple[OrganisationProfile, ...]:
    latest: dict[str, Snapshot] = {}
    for snapshot in sorted(workbook.snapshots, key=lambda s: s.made_at):
        if snapshot.screening is screening:
            latest[snapshot.period] = snapshot
    return tuple(from_json(latest[period].content) for period in sorted(latest))
