"""The organisation's numbers on the command line: frozen once per period, then only read."""

from argparse import Namespace
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from kompasskive import danish
from kompasskive.cli.people import find_person, find_talk, find_team, find_team_talk
from kompasskive.dialogue.model import DialogueKind, Workbook
from kompasskive.errors import FileError, OutputError

if TYPE_CHECKING:
    from kompasskive.framework.model import Framework
    from kompasskive.profile.contributions import Counted
    from kompasskive.profile.organisation import OrganisationProfile
    from kompasskive.profile.periods import Period
    from kompasskive.reports.organisation_notes import Occasion

NOT_COUNTED = (
    "Tallene for {period} var frosset i forvejen: {others} er ikke talt med. "
    "--anew tæller alle filer på ny."
)
ENDINGS = (".pdf", ".xlsx", ".csv", ".json", ".svg", ".png")


def organisation(options: Namespace) -> None:
    """Write the organisation's profile of a period, which is frozen the first time."""
    from kompasskive.dial.sheet import SIZES
    from kompasskive.profile.periods import begun_period
    from kompasskive.reports.output import write

    if options.size not in SIZES:
        bounds = f"{SIZES.start} og {SIZES.stop - 1}"
        raise OutputError(f"--size skal være mellem {bounds}. Intet er skrevet.")
    _require_ending(options.output, (".pdf",) if options.kind == "providers" else ENDINGS)
    period = begun_period(options.period, _now().date())
    workbook, profile, was_frozen = _profile(options, period)
    write(options.output, _content(options, workbook, profile, period))
    print(f"Skrev {options.output}{_withheld(profile)}")
    if was_frozen and options.more:
        print(NOT_COUNTED.format(period=period.name, others=danish.join(map(str, options.more))))


def compare(options: Namespace) -> None:
    """Write the page that lays one person beside the organisation, or beside a team's dial."""
    from kompasskive.profile.profile import make_profile
    from kompasskive.reports import comparison_notes, printed_pdf
    from kompasskive.reports.output import write
    from kompasskive.storage.workbook import read

    _require_ending(options.output, (".pdf",))
    workbook = read(options.file)
    person = find_person(workbook, options.person)
    talk = find_talk(workbook, person, approved=True, kinds=(DialogueKind.DIALOGUE,))
    theirs, name = _theirs(options, workbook)
    framework = workbook.framework_of(talk)
    page = comparison_notes.compose(
        framework,
        make_profile(framework, talk, person.name, None),
        person.name,
        theirs,
        _occasion(options, workbook, name),
    )
    write(options.output, printed_pdf.render(page, options.grey))
    print(f"Skrev {options.output}")


def _theirs(options: Namespace, workbook: Workbook) -> "tuple[OrganisationProfile, str]":
    from kompasskive.profile.freezing import thresholds_of
    from kompasskive.profile.periods import begun_period, half_of
    from kompasskive.profile.privacy import require_comparison
    from kompasskive.profile.team_dial import team_profile

    if options.team:
        team = find_team(workbook, options.team)
        talk = find_team_talk(workbook, team, approved=True)
        return team_profile(workbook.framework_of(talk), talk), f"{team.name}s fælles skive"
    today = _now().date()
    period = begun_period(options.period, today) if options.period else half_of(today)
    workbook, profile, _ = _profile(options, period)
    require_comparison(profile, thresholds_of(workbook))
    return profile, period.name


def _profile(options: Namespace, period: "Period") -> "tuple[Workbook, OrganisationProfile, bool]":
    """The period's frozen profile, and whether it was frozen before.

    It is frozen now where it is not, or where it is asked for anew.
    """
    from kompasskive.profile.freezing import freeze, frozen_profile
    from kompasskive.storage.aggregates import organisation_part

    screening, anew = options.screening, options.anew
    workbook = organisation_part(options.file)
    frozen = frozen_profile(workbook, period, screening=screening)
    if frozen is not None and not anew:
        return workbook, frozen, True
    framework = framework_in(workbook)
    counted = _counted(options, workbook, framework, period)

    def frozen_now(current: Workbook) -> Workbook:
        return freeze(
            current, framework, counted, period, str(uuid4()), _now(), screening=screening
        )

    frozen_now(workbook)
    workbook = saved(options.file, frozen_now)
    profile = frozen_profile(workbook, period, screening=screening)
    if profile is None:
        raise FileError("Periodens tal kunne ikke fryses. Intet er skrevet.")
    return workbook, profile, False


def _counted(
    options: Namespace, workbook: Workbook, framework: "Framework", period: "Period"
) -> "Counted":
    from kompasskive.profile.contributions import of_period, together
    from kompasskive.storage.aggregates import counted

    kind = DialogueKind.SCREENING if options.screening else DialogueKind.DIALOGUE
    own = [counted(path, framework, kind, period.last) for path in (options.file, *options.more)]
    contents = of_period(workbook.contributions, period.key)
    return together(framework, own, contents, screening=options.screening)


def framework_in(workbook: Workbook) -> "Framework":
    """The framework the organisation's numbers are told in: the file's newest, or our own."""
    from kompasskive.framework.catalogue import bundled

    return workbook.frameworks[-1] if workbook.frameworks else bundled()


def saved(path: Path, edit: Callable[[Workbook], Workbook]) -> Workbook:
    """The workbook after an edit that is on disk; FileError when it cannot be written."""
    from kompasskive.storage.places import backups_folder
    from kompasskive.storage.workbook import Saved, open_workbook

    file = open_workbook(path, backups=backups_folder())
    if file.read_only_reason:
        raise FileError(f"{file.read_only_reason} Intet er skrevet.")
    outcomes: list[Saved | FileError] = []
    try:
        before = file.workbook
        after = edit(before)
        if after is not before:
            file.submit(before, after, outcomes.append)
    finally:
        left = file.close()
    if left:
        raise next(
            (o for o in outcomes if isinstance(o, FileError)), FileError("Intet er skrevet.")
        )
    return after


def _content(
    options: Namespace, workbook: Workbook, profile: "OrganisationProfile", period: "Period"
) -> bytes:
    from kompasskive.profile.goals import goal_lines
    from kompasskive.reports import organisation_data, organisation_tables, spreadsheet

    framework, ending = framework_in(workbook), options.output.suffix.lower()
    lines = goal_lines(framework, profile, workbook.goals)
    priorities = [p for p in workbook.priorities if p.period == period.key]
    if ending == ".json":
        return organisation_data.json_bytes(framework, profile, lines)
    if ending in (".svg", ".png"):
        return _picture(framework, profile, options)
    if ending == ".pdf":
        return _page(options, workbook, profile, period)
    sheets = organisation_tables.sheets(framework, profile, lines, priorities)
    if ending == ".csv":
        return organisation_data.csv_bytes(sheets)
    return spreadsheet.render(sheets, f"Organisationens profil – {period.name}")


def _page(
    options: Namespace, workbook: Workbook, profile: "OrganisationProfile", period: "Period"
) -> bytes:
    from kompasskive.profile.goals import goal_lines
    from kompasskive.reports import organisation_notes, printed_pdf, provider_notes

    framework = framework_in(workbook)
    lines = goal_lines(framework, profile, workbook.goals)
    priorities = [p for p in workbook.priorities if p.period == period.key]
    occasion = _occasion(options, workbook, period.name)
    if options.kind == "providers":
        page = provider_notes.compose(framework, profile, lines, priorities, occasion)
    else:
        earlier = _earlier(workbook, period, screening=options.screening)
        page = organisation_notes.compose(framework, profile, lines, priorities, earlier, occasion)
    return printed_pdf.render(page, options.grey)


def _earlier(
    workbook: Workbook, period: "Period", *, screening: bool
) -> "list[tuple[str, OrganisationProfile]]":
    from kompasskive.profile.freezing import earlier_profiles

    return [(p.name, profile) for p, profile in earlier_profiles(workbook, period, screening)]


def _picture(framework: "Framework", profile: "OrganisationProfile", options: Namespace) -> bytes:
    from kompasskive.desktop.dial_files import content
    from kompasskive.dial.options import words_of
    from kompasskive.dial.sheet import draw_overlay
    from kompasskive.profile.overlay import organisation_alone
    from kompasskive.reports.organisation_notes import describe

    picture = draw_overlay(
        organisation_alone(framework, profile),
        words_of(framework),
        describe(framework, profile),
        options.size,
        patterns=options.grey,
    )
    theme = "grey" if options.grey else "light"
    return content(picture, theme, options.output.suffix.lower())


def _occasion(options: Namespace, workbook: Workbook, period_name: str) -> "Occasion":
    from kompasskive.profile.freezing import thresholds_of
    from kompasskive.reports.organisation_notes import Occasion

    cell = thresholds_of(workbook).cell
    return Occasion(workbook.organisation, period_name, _now(), options.output.name, cell)


def _withheld(profile: "OrganisationProfile") -> str:
    hidden = profile.hidden
    told = f"{hidden} felt" if hidden == 1 else f"{hidden} felter"
    return f" ({danish.join([f'{told} på skiven vises som »for få«'])})" if hidden else ""


def _require_ending(path: Path, endings: tuple[str, ...]) -> None:
    if path.suffix.lower() not in endings:
        raise OutputError(f"Filnavnet skal ende på {' eller '.join(endings)}. Intet er skrevet.")


def _now() -> datetime:
    return datetime.now().astimezone()
