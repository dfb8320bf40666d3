"""From a talk to its profile: the one model behind the dial, the table and the words."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import Final

from kompasskive.dialogue.model import (
    Dialogue,
    DialogueKind,
    Statement,
)
from kompasskive.dialogue.screening import as_told
from kompasskive.framework.model import Dimension, Framework
from kompasskive.kept import Kept
from kompasskive.profile.across import NamedCell, dimension_text
from kompasskive.profile.fields import Talks, field_profile
from kompasskive.profile.model import (
    Cell,
    CellState,
    DimensionSummary,
    FieldProfile,
    Profile,
)

PROFILE_WORDS = {DialogueKind.SCREENING: "Screening", DialogueKind.TEAM: "Teamprofil"}
_TEXTS: Final = Kept[str](64)


def make_profile(
    framework: Framework,
    dialogue: Dialogue,
    person_name: str,
    previous: Dialogue | None,
    previous_framework: Framework | None = None,
) -> Profile:
    """What the two agreed, beside the previous talk where the two can be compared.

    Starting points are shown only when the talk is revealed; a screening filled alone is shown as
    it was filled. `previous_framework` is given when the previous talk was held with another one:
    only unchanged items are compared.
    """
    dialogue, before = as_told(dialogue), as_told(previous) if previous else None
    talks = Talks(framework, dialogue, before, previous_framework or framework)
    fields = tuple(field_profile(talks, field) for field in framework.fields)
    alone = dialogue.kind is not DialogueKind.TEAM
    first_name = next(iter(person_name.split()), "") if alone else ""
    return Profile(
        title=_title(dialogue.kind, person_name),
        framework_name=framework.name,
        held_on=dialogue.held_on,
        draft=dialogue.is_draft,
        fields=fields,
        dimensions=tuple(_summary(talks, fields, d, first_name) for d in Dimension),
        needle=_needle(framework, dialogue),
        screening=dialogue.kind is DialogueKind.SCREENING,
    )


def _title(kind: DialogueKind, name: str) -> str:
    word = PROFILE_WORDS.get(kind, "Kompetenceprofil")
    return f"{word} for {name}" if name else word


def still_apart(profile: Profile) -> Profile:
    """The profile with starting points only where the two have not placed together."""
    return replace(
        profile,
        fields=tuple(
            replace(field, cells=tuple(_without_settled(cell) for cell in field.cells))
            for field in profile.fields
        ),
    )


def _without_settled(cell: Cell) -> Cell:
    settled = cell.state is CellState.PLACED
    return replace(cell, employee=None, leader=None) if settled else cell


def empty_profile(framework: Framework, person_name: str) -> Profile:
    """The profile before the first talk: every cell and item is "Ikke drøftet"."""
    nothing = Dialogue("", framework.key, None, date.min)
    profile = make_profile(framework, nothing, person_name, None)
    return replace(profile, held_on=None, draft=False)


def _summary(
    talks: Talks, fields: tuple[FieldProfile, ...], dimension: Dimension, first_name: str
) -> DimensionSummary:
    dialogue = talks.dialogue
    direction = _is_about(dialogue.directions, dimension)
    told = [_cells_text(talks.framework, [(f.name, f.cell(dimension)) for f in fields])]
    if _is_about(dialogue.potentials, dimension):
        chosen = f"{first_name} har valgt" if first_name else "I har valgt"
        told.append(f"{chosen} den som udviklingspotentiale.")
    if direction:
        told.append("Kursen er sat mod den.")
    return DimensionSummary(
        dimension=dimension,
        name=talks.framework.dimension(dimension).name,
        text=" ".join(told),
        strength=_is_about(dialogue.strengths, dimension),
        direction=direction,
    )


def _cells_text(framework: Framework, cells: list[NamedCell]) -> str:
    parts = (framework, *chain.from_iterable(cells))
    return _TEXTS.of(parts, lambda: dimension_text(framework, cells))


def _is_about(statements: Iterable[Statement], dimension: Dimension) -> bool:
    return any(s.about.field_id is None and s.about.dimension is dimension for s in statements)


def _needle(framework: Framework, dialogue: Dialogue) -> int | None:
    if not dialogue.directions:
        return None
    first = dialogue.directions[0].about.field_id
    ids = [field.id for field in framework.fields]
    return ids.index(first) if first in ids else None
