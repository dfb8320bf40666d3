"""The page that lays one person beside the organisation (source p. 30), to go with the profile."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kompasskive import danish
from kompasskive.dial.options import words_of
from kompasskive.framework.model import Framework
from kompasskive.profile.model import Profile
from kompasskive.profile.organisation import OrganisationProfile
from kompasskive.profile.overlay import with_organisation
from kompasskive.profile.readings import (
    CellReading,
    ReadingGroup,
    Whose,
    compare_with,
    grouped,
    whose,
)
from kompasskive.profile.words import cell_text
from kompasskive.reports.model import Point
from kompasskive.reports.organisation_notes import Occasion
from kompasskive.reports.printed import Beside, DialBeside, Grid, NewPage, Part, Printed, Said

KICKER = "MEDARBEJDER OG ORGANISATION"
AUDIENCE = "Fortroligt – følger medarbejderens profil i personalesagen"
ABOUT = "Kompasskiven viser medarbejderens placeringer"
BRACKETS = ", og klammerne viser {place}."
SIDE_ONLY = (
    ". Organisationen er så lille, at der kun siges, hvilken side af Grundlinjen de fleste er på."
)
TALK = " Forskellene er til at tale om: de kan pege på noget, men afgør intet."
USE = (
    Point("", "finde det, I er fælles om at kunne, og det, I mangler sammen"),
    Point("", "lægge læringen dér, hvor den gør størst forskel"),
    Point("", "fordele roller og ansætte efter det, der mangler dybde i"),
)


def compose(
    framework: Framework,
    person: Profile,
    name: str,
    organisation: OrganisationProfile,
    occasion: Occasion,
) -> Printed:
    """One person beside the organisation; `person` is the profile of an approved talk.

    `privacy.require_comparison` says first whether enough people are in the organisation's.
    """
    both = with_organisation(person, organisation)
    readings = compare_with(framework, person, organisation)
    return Printed(
        document_title=f"Medarbejder og organisation – {occasion.period_name}",
        subject="Medarbejder og organisation",
        kicker=KICKER,
        title=name,
        meta=" · ".join(
            part
            for part in (
                occasion.organisation,
                occasion.period_name,
                f"organisationen: {organisation.people} medarbejdere"
                if organisation.people
                else "",
            )
            if part
        ),
        source=occasion.file_name,
        printed=occasion.printed,
        audience=AUDIENCE,
        parts=tuple(_parts(framework, both, readings, whose(organisation))),
    )


def _parts(
    framework: Framework, both: Profile, readings: tuple[CellReading, ...], other: Whose
) -> list[Part]:
    told = _reading_points(grouped(framework, readings))
    pairs: list[Part] = [
        Beside(told[i], told[i + 1]) if i + 1 < len(told) else told[i]
        for i in range(0, len(told), 2)
    ]
    dial = DialBeside(
        profile=replace(both, title="Medarbejder og organisation"),
        words=words_of(framework),
        beside=(
            Said("Sådan læses den", (Point("", _about(both, other)),)),
            Said("Brug den til at", USE, bulleted=True),
        ),
        description=_described(both),
    )
    return [dial, *pairs, NewPage(), _table(readings, other)]


def _about(both: Profile, other: Whose) -> str:
    brackets = any(c.organisation is not None for f in both.fields for c in f.cells)
    return ABOUT + (BRACKETS.format(place=other.place) if brackets else SIDE_ONLY) + TALK


def _described(both: Profile) -> str:
    return "\n".join(
        f"{field.number} " + " ".join(cell_text(both, field, cell) for cell in field.cells)
        for field in both.fields
    )


def _table(readings: tuple[CellReading, ...], other: Whose) -> Grid:
    return Grid(
        "Felt for felt",
        ("Felt", "Dimension", "Medarbejder", other.name, "Læsning"),
        tuple(
            (
                r.field,
                r.dimension_name,
                "–" if r.employee is None else str(r.employee),
                r.organisation_words or "–",
                _said(r),
            )
            for r in readings
        ),
        (0.28, 0.11, 0.12, 0.16, 0.33),
    )


def _said(reading: CellReading) -> str:
    if reading.kind is None:
        return reading.reason
    return f"{reading.points_at}. {reading.second}".strip()


def _reading_points(groups: Sequence[ReadingGroup]) -> tuple[Said, ...]:
    """A block per reading: where it is, and what the source suggests."""
    return tuple(
        Said(
            group.cells[0].points_at,
            (
                Point("", _places(group.cells)),
                *([Point("", group.action)] if group.action else []),
                *_seconds(group.cells),
            ),
        )
        for group in groups
    )


def _places(cells: Sequence[CellReading]) -> str:
    by_field: dict[str, list[str]] = {}
    for cell in cells:
        by_field.setdefault(cell.field, []).append(cell.dimension_name.lower())
    return "; ".join(f"{field}, {danish.join(names)}" for field, names in by_field.items()) + "."


def _seconds(cells: Sequence[CellReading]) -> Iterator[Point]:
    for sentence in dict.fromkeys(cell.second for cell in cells if cell.second):
        told = [cell for cell in cells if cell.second == sentence]
        yield Point("", f"{_places(told).rstrip('.')}: {sentence[:1].lower()}{sentence[1:]}")
