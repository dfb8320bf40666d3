"""Employee against organisation, cell by cell: the four readings of the source's page 30."""

from dataclasses import dataclass
from enum import StrEnum

from kompasskive.framework.model import BASELINE, Dimension, Framework
from kompasskive.profile.model import CellState, Profile
from kompasskive.profile.organisation import OrganisationCell, OrganisationProfile, Shown, Side

CLOSE = "Tæt på hinanden – drøft"
POINTS_AT = "Kan pege på"
_STEP = 1
_FAR = 2


class Kind(StrEnum):
    """The four readings by their id in the framework, and the one between them."""

    SHARED_STRENGTH = "faelles-styrkeposition"
    SHARED_DEVELOPMENT = "faelles-udviklingsomraade"
    INDIVIDUAL_NEED = "individuelt-laeringsbehov"
    ORGANISATIONS_POTENTIAL = "organisatorisk-laeringspotentiale"
    CLOSE = "taet-paa-hinanden"


def kind_of(employee: int, organisation: float) -> Kind:
    """Which reading a placement 0-6 has against the organisation's median, in half steps.

    Grundlinjen (3) divides high from low (produkt.md section 7; source p. 30).
    """
    high, others_high = employee >= BASELINE, organisation >= BASELINE
    if high and others_high:
        return Kind.SHARED_STRENGTH
    if not high and not others_high:
        return Kind.SHARED_DEVELOPMENT
    if abs(employee - organisation) < _STEP:
        return Kind.CLOSE
    return Kind.ORGANISATIONS_POTENTIAL if high else Kind.INDIVIDUAL_NEED


def difference(employee: int, organisation: float, theirs: str) -> str:
    """The second sentence where both are on the same side and two steps apart; "" otherwise.

    `theirs` is what the employee is laid beside, such as "organisationens median".
    """
    across = (employee >= BASELINE) != (organisation >= BASELINE)
    if across or abs(employee - organisation) < _FAR:
        return ""
    where = "højere" if employee > organisation else "lavere"
    return f"Medarbejderen er placeret mindst to trin {where} end {theirs}."


def compare_with(
    framework: Framework, person: Profile, organisation: OrganisationProfile
) -> tuple["CellReading", ...]:
    """A reading per cell, in field and dimension order; those without one say why."""
    theirs = {(c.field_id, c.dimension): c for c in organisation.cells}
    other = whose(organisation)
    return tuple(
        _reading(
            framework,
            other,
            _Place(field.field_id, field.number, field.name, cell.dimension),
            cell.level if cell.state is CellState.PLACED else None,
            theirs.get((field.field_id, cell.dimension)),
        )
        for field in person.fields
        for cell in field.cells
    )


def grouped(
    framework: Framework, readings: tuple["CellReading", ...]
) -> tuple["ReadingGroup", ...]:
    """The cells under each reading, in the framework's order, then those that lie close.

    Readings that no cell has are left out.
    """
    names = [(Kind(r.id), r.name, r.action, r.meaning) for r in framework.readings]
    names.append((Kind.CLOSE, CLOSE, "", ""))
    groups = (
        ReadingGroup(kind, name, action, meaning, tuple(r for r in readings if r.kind is kind))
        for kind, name, action, meaning in names
    )
    return tuple(group for group in groups if group.cells)


def whose(organisation: OrganisationProfile) -> "Whose":
    """How the other side is spoken of: an organisation, or a team that placed one dial together."""
    return _TEAM if organisation.of_team else _ORGANISATION


def _reading(
    framework: Framework,
    other: "Whose",
    place: "_Place",
    employee: int | None,
    cell: OrganisationCell | None,
) -> "CellReading":
    name = framework.dimension(place.dimension).name
    if employee is None:
        return _silent(place, name, "Medarbejderen er ikke placeret her.")
    if cell is None or cell.shown is Shown.NOT_PLACED:
        return _silent(place, name, f"{other.name} er ikke placeret her.", employee)
    if cell.shown is Shown.HIDDEN:
        return _silent(place, name, "Organisationens tal vises ikke: for få.", employee)
    kind, second = _judged(employee, cell, other)
    texts = {r.id: r for r in framework.readings}
    found = texts.get(kind.value)
    return CellReading(
        field_id=place.field_id,
        number=place.number,
        field=place.field,
        dimension=place.dimension,
        dimension_name=name,
        employee=employee,
        organisation=cell.median,
        organisation_words=cell.headline,
        kind=kind,
        name=found.name if found else CLOSE,
        points_at=f"{POINTS_AT} {_small(found.name)}" if found else CLOSE,
        action=found.action if found else "",
        second=second,
    )


def _judged(employee: int, cell: OrganisationCell, other: "Whose") -> tuple[Kind, str]:
    if cell.median is not None:
        return kind_of(employee, cell.median), difference(employee, cell.median, other.place)
    high = employee >= BASELINE
    if cell.side is Side.AROUND:
        return Kind.CLOSE, ""
    if high == (cell.side is Side.ABOVE):
        return (Kind.SHARED_STRENGTH if high else Kind.SHARED_DEVELOPMENT), ""
    if high:
        return (Kind.CLOSE if employee == BASELINE else Kind.ORGANISATIONS_POTENTIAL), ""
    return Kind.INDIVIDUAL_NEED, ""


def _silent(place: "_Place", name: str, reason: str, employee: int | None = None) -> "CellReading":
    return CellReading(
        field_id=place.field_id,
        number=place.number,
        field=place.field,
        dimension=place.dimension,
        dimension_name=name,
        employee=employee,
        reason=reason,
    )


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


@dataclass(frozen=True, slots=True)
class Whose:
    """ "Organisationen" and "organisationens median", or a team's."""

    name: str
    place: str


_ORGANISATION = Whose("Organisationen", "organisationens median")
_TEAM = Whose("Teamet", "teamets fælles placering")


@dataclass(frozen=True, slots=True)
class _Place:
    field_id: str
    number: int
    field: str
    dimension: Dimension


@dataclass(frozen=True, slots=True)
class CellReading:
    """One cell of one person beside the organisation's.

    `kind` is None where nothing can be read, and `reason` says why. `organisation` is the median
    in half steps, None where only its side of Grundlinjen is published; `organisation_words` has
    what is. `points_at` is
    "Kan pege på individuelt læringsbehov"; `action` is the source's suggestion; `second` tells of
    two steps on the same side.
    """

    field_id: str
    number: int
    field: str
    dimension: Dimension
    dimension_name: str
    employee: int | None
    organisation: float | None = None
    organisation_words: str = ""
    kind: Kind | None = None
    name: str = ""
    points_at: str = ""
    action: str = ""
    second: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReadingGroup:
    """One reading and the cells that have it."""

    kind: Kind
    name: str
    action: str
    meaning: str
    cells: tuple[CellReading, ...]
