"""Bredde og dybde and arbejdsdeling: the profile's other numbers as tables."""

from collections import defaultdict

from kompasskive.framework.model import Framework, Level
from kompasskive.profile.organisation import OrganisationProfile

LEVEL_HEADER = ("Felt", "Bredde: alt grundlæggende er fast praksis", "Dybde: noget specialiseret")
NEED_HEADER = ("Felt", "Dimension", "Læringsform", "Hvor det står", "Antal")
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
