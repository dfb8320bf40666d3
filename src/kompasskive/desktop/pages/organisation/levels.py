"""Bredde og dybde, arbejdsdeling and læringsbehov: the profile's other numbers as tables."""

from collections import defaultdict
from collections.abc import Iterable

from kompasskive.framework.model import Framework, Level
from kompasskive.profile.histograms import NeedKind
from kompasskive.profile.organisation import OrganisationNeed, OrganisationProfile

LEVEL_HEADER = ("Felt", "Bredde: alt grundlæggende er fast praksis", "Dybde: noget specialiseret")
NEED_WORDS = {
    NeedKind.POTENTIAL: "Udviklingspotentiale",
    NeedKind.AGREEMENT: "Aftale",
    NeedKind.WISH: "Vil gerne udvikle",
}
NEED_HEADER = ("Felt", "Dimension", "Hvor det står", "Læringsform", "Antal")
Rows = list[tuple[str, ...]]


def level_rows(framework: Framework, profile: OrganisationProfile) -> Rows:
    """A row per field under `LEVEL_HEADER`."""
    return [
        (
            f"{number}  {field.name}",
            *(profile.level(field.id, level).words for level in (Level.BASIC, Level.SPECIALISED)),
        )
        for number, field in enumerate(framework.fields, start=1)
    ]


def group_rows(framework: Framework, profile: OrganisationProfile) -> Rows:
    """A row per job function: people with depth in each field, of those placed there."""
    by_name: dict[str, dict[str, str]] = defaultdict(dict)
    for group in profile.groups:
        by_name[group.name][group.field_id] = group.words
    return [
        (name, *(told.get(field.id, "–") for field in framework.fields))
        for name, told in by_name.items()
    ]


def need_rows(framework: Framework, needs: Iterable[OrganisationNeed]) -> Rows:
    """A row per learning need under `NEED_HEADER`."""
    fields = {field.id: field.name for field in framework.fields}
    return [
        (
            fields.get(need.field_id or "", "Alle felter"),
            framework.dimension(need.dimension).name if need.dimension else "–",
            NEED_WORDS[need.kind],
            need.form or "–",
            str(need.people),
        )
        for need in needs
    ]
