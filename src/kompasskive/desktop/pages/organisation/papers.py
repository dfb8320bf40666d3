"""The organisation's papers and files, made from figures off the window's thread."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from kompasskive.desktop.pages.organisation.figures import Figures
from kompasskive.dial.drawing import draw
from kompasskive.dial.options import DialOptions, words_of
from kompasskive.dialogue.organisation import Priority
from kompasskive.errors import OutputError
from kompasskive.profile.organisation import OrganisationProfile
from kompasskive.profile.periods import parse_period
from kompasskive.reports.organisation_notes import Occasion as Printing
from kompasskive.reports.printed import Printed

DIAL_SIZE: Final = 1600
NOT_YET: Final = "Der er ingen tal at skrive ud endnu. Intet er skrevet."
NOT_FROZEN: Final = (
    "Det, der deles, er altid et frosset øjebliksbillede. Frys perioden først. Intet er skrevet."
)


@dataclass(frozen=True)
class Occasion:
    """What the figures are written for: whose they are, when, and under which file name."""

    figures: Figures
    organisation: str
    printed_at: datetime
    file_name: str

    @property
    def profile(self) -> OrganisationProfile:
        """The frozen profile; OutputError with the reason when there is none."""
        if self.figures.profile is None:
            raise OutputError(NOT_YET)
        if self.figures.snapshot is None:
            raise OutputError(NOT_FROZEN)
        return self.figures.profile

    @property
    def compared(self) -> OrganisationProfile:
        """What a person is laid beside: a team's own dial, or the frozen profile."""
        beside = self.figures.beside
        return (beside and beside.theirs) or self.profile

    @property
    def priorities(self) -> tuple[Priority, ...]:
        """The period's priorities."""
        key = self.figures.wish.period.key
        return tuple(p for p in self.figures.wish.workbook.priorities if p.period == key)


def organisation_pdf(occasion: Occasion) -> bytes:
    """The organisation's page."""
    from kompasskive.reports import organisation_notes, printed_pdf

    figures, profile = occasion.figures, occasion.profile
    earlier = [(parse_period(p.period).name, p) for p in figures.past if p.period < profile.period]
    page = organisation_notes.compose(
        figures.framework,
        profile,
        figures.goals,
        occasion.priorities,
        earlier,
        _when(occasion),
    )
    return printed_pdf.render(page)


def beside_pdf(occasion: Occasion) -> bytes:
    """The page that lays the person beside the organisation, to print with the profile."""
    from kompasskive.profile.privacy import require_comparison
    from kompasskive.reports import comparison_notes, printed_pdf

    figures, profile = occasion.figures, occasion.compared
    beside, person = figures.beside, figures.person
    if beside is None or person is None:
        raise OutputError((beside.refusal if beside else "") or NOT_YET)
    when = _when(occasion)
    if beside.team:
        when = replace(when, period_name=f"{beside.team}s fælles skive")
    else:
        require_comparison(profile)
    page = comparison_notes.compose(figures.framework, person, beside.name, profile, when)
    return printed_pdf.render(page)


def provider_page(occasion: Occasion) -> Printed:
    """What the sheet for education providers says."""
    from kompasskive.reports import provider_notes

    figures = occasion.figures
    return provider_notes.compose(
        figures.framework,
        occasion.profile,
        figures.goals,
        occasion.priorities,
        _when(occasion),
    )


def provider_pdf(occasion: Occasion) -> bytes:
    """The sheet for education providers."""
    from kompasskive.reports import printed_pdf

    return printed_pdf.render(provider_page(occasion))


def workbook_file(occasion: Occasion) -> bytes:
    """The numbers as an Excel file."""
    from kompasskive.reports import organisation_tables, spreadsheet

    figures = occasion.figures
    tables = organisation_tables.sheets(
        figures.framework, occasion.profile, figures.goals, occasion.priorities
    )
    return spreadsheet.render(tables, f"Organisationsprofil {figures.wish.period.name}")


def csv_file(occasion: Occasion) -> bytes:
    """The numbers as semicolon-separated text."""
    from kompasskive.reports import organisation_data, organisation_tables

    figures = occasion.figures
    tables = organisation_tables.sheets(
        figures.framework, occasion.profile, figures.goals, occasion.priorities
    )
    return organisation_data.csv_bytes(tables)


def dial_file(ending: str) -> Callable[[Occasion], bytes]:
    """The dial with the organisation's brackets as .svg or .png, with its legend."""

    def make(occasion: Occasion) -> bytes:
        from kompasskive.desktop.dial_files import content

        _ = occasion.profile
        options = DialOptions(
            label_size=34,
            beads=False,
            organisation=True,
            legend=words_of(occasion.figures.framework),
        )
        picture = draw(occasion.figures.dial, DIAL_SIZE, DIAL_SIZE * 1.15, options)
        return content(picture, "light", ending)

    return make


def _when(occasion: Occasion) -> Printing:
    return Printing(
        occasion.organisation,
        occasion.figures.wish.period.name,
        occasion.printed_at,
        occasion.file_name,
        occasion.figures.least,
    )
