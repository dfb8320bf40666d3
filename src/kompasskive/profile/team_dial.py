"""A team's own dial in the organisation's place, where the organisation is too small to compare."""

from kompasskive.dialogue.model import Dialogue, Team, Workbook
from kompasskive.framework.model import CompetenceField, Dimension, Framework, Level
from kompasskive.profile.organisation import (
    OrganisationCell,
    OrganisationLevel,
    OrganisationProfile,
    Shown,
)


def team_profile(framework: Framework, talk: Dialogue) -> OrganisationProfile:
    """What a team placed together, as a profile that a person can be laid beside.

    It holds nobody's own answers: one agreed level per cell and no numbers of people.
    """
    return OrganisationProfile(
        framework_key=framework.key,
        framework_name=framework.name,
        period="",
        people=0,
        screening=False,
        cells=tuple(_cell(talk, f, d) for f in framework.fields for d in Dimension),
        items=(),
        levels=tuple(
            OrganisationLevel(f.id, level, Shown.NOT_PLACED)
            for f in framework.fields
            for level in Level
        ),
        needs=(),
        groups=(),
    )


def team_talks(workbook: Workbook) -> tuple[tuple[Team, Dialogue], ...]:
    """The teams in use that have an approved talk as a whole, each with the latest."""
    found = ((t, workbook.team_talks(t.id)) for t in workbook.teams if not t.archived)
    approved = ((t, [talk for talk in own if not talk.is_draft]) for t, own in found)
    return tuple((team, own[-1]) for team, own in approved if own)


def _cell(talk: Dialogue, field: CompetenceField, dimension: Dimension) -> OrganisationCell:
    placement = talk.placement(field.id, dimension)
    level = placement.level if placement else None
    shown = Shown.NOT_PLACED if level is None else Shown.EXACT
    return OrganisationCell(
        field.id, dimension, shown, median=None if level is None else float(level)
    )
