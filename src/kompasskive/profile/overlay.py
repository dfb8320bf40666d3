"""A dial with the organisation's median as a bracket, alone or on top of one person's."""

from dataclasses import replace

from kompasskive.framework.model import Dimension, Framework
from kompasskive.profile.model import (
    Cell,
    CellState,
    Counts,
    DimensionSummary,
    FieldProfile,
    Profile,
)
from kompasskive.profile.organisation import OrganisationProfile

TITLE = "Organisationens profil"
_NONE = Counts(0, 0, 0)


def with_organisation(person: Profile, organisation: OrganisationProfile) -> Profile:
    """The person's dial with brackets where the organisation's median is told."""
    medians = {(c.field_id, c.dimension): c.median for c in organisation.cells}
    return replace(
        person,
        fields=tuple(
            replace(
                field,
                cells=tuple(
                    replace(cell, organisation=medians.get((field.field_id, cell.dimension)))
                    for cell in field.cells
                ),
            )
            for field in person.fields
        ),
    )


def organisation_alone(framework: Framework, organisation: OrganisationProfile) -> Profile:
    """A dial of brackets on empty steps; each cell's word is all that is told of it."""
    return Profile(
        title=TITLE,
        framework_name=framework.name,
        held_on=None,
        draft=False,
        fields=tuple(
            FieldProfile(
                field_id=field.id,
                number=framework.number(field.id),
                name=field.name,
                cells=tuple(_cell(organisation, field.id, dimension) for dimension in Dimension),
                basic=(),
                specialised=(),
                basic_counts=_NONE,
                specialised_counts=_NONE,
            )
            for field in framework.fields
        ),
        dimensions=tuple(DimensionSummary(d.dimension, d.name, "") for d in framework.dimensions),
    )


def _cell(organisation: OrganisationProfile, field_id: str, dimension: Dimension) -> Cell:
    theirs = organisation.cell(field_id, dimension)
    return Cell(dimension, CellState.LET_STAND, theirs.words, organisation=theirs.median)
