"""The organisation's numbers as tables of plain values, for spreadsheets and data files."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from kompasskive.dialogue.organisation import LEVER_WORDS, STATUS_WORDS, Priority
from kompasskive.framework.model import Framework, Level
from kompasskive.profile.goals import GoalLine
from kompasskive.profile.organisation import (
    Count,
    OrganisationCell,
    OrganisationItem,
    OrganisationProfile,
    Shown,
)
from kompasskive.reports.needs_words import ACROSS, KIND_WORDS

Value: TypeAlias = str | int | float | date | None
LEVEL_WORDS = {Level.BASIC: "Grundlæggende", Level.SPECIALISED: "Specialiseret"}
SHOWN_WORDS = {
    Shown.EXACT: "",
    Shown.COARSE: "groft",
    Shown.HIDDEN: "for få",
    Shown.NOT_PLACED: "ikke placeret",
}
_RANGE = ("mindst", "højst")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: a name of at most 31 characters, a word per column, and plain values."""

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def sheets(
    framework: Framework,
    profile: OrganisationProfile,
    lines: Sequence[GoalLine],
    priorities: Sequence[Priority],
) -> tuple[Sheet, ...]:
    """All there is to tell, a table per layer; ranges have their two ends in two columns."""
    return (
        cells_sheet(framework, profile),
        _levels(framework, profile),
        _items(framework, profile),
        _goals(lines),
        _needs(framework, profile),
        _groups(framework, profile),
        _priorities(framework, priorities),
    )


def cells_sheet(framework: Framework, profile: OrganisationProfile) -> Sheet:
    """The dial: a row per field and dimension, those that are withheld named as such."""
    head = (
        *("Nr.", "Felt", "Dimension", "Personer", "Median", "Side af Grundlinjen"),
        *_ends("Bredde"),
        *_ends("Dybde"),
        "Vises",
    )
    return Sheet("Kompasskiven", head, tuple(_cell(framework, c) for c in profile.cells))


def _ends(name: str) -> tuple[str, str]:
    return f"{name}, {_RANGE[0]}", f"{name}, {_RANGE[1]}"


def _pair(count: Count | None) -> tuple[Value, Value]:
    return (None, None) if count is None else (count.low, count.high)


def _cell(framework: Framework, cell: OrganisationCell) -> tuple[Value, ...]:
    side = cell.headline if cell.side else None
    return (
        framework.number(cell.field_id),
        framework.field(cell.field_id).name,
        framework.dimension(cell.dimension).name,
        cell.people,
        cell.median,
        side,
        *_pair(cell.breadth),
        *_pair(cell.depth),
        SHOWN_WORDS[cell.shown],
    )


def _levels(framework: Framework, profile: OrganisationProfile) -> Sheet:
    return Sheet(
        "Bredde og dybde",
        ("Nr.", "Felt", "Niveau", "Personer", *_ends("Fast praksis"), "Vises"),
        tuple(
            (
                framework.number(x.field_id),
                framework.field(x.field_id).name,
                LEVEL_WORDS[x.level],
                x.people,
                *_pair(x.settled),
                "ikke drøftet" if x.shown is Shown.NOT_PLACED else SHOWN_WORDS[x.shown],
            )
            for x in profile.levels
        ),
    )


def _items(framework: Framework, profile: OrganisationProfile) -> Sheet:
    marks = [framework.mark_word(m.mark) for m in framework.marks]
    head = ("Felt", "Niveau", "Punkt", "Personer", *(e for m in marks for e in _ends(m)))
    merged = (*_ends(" + ".join(marks[:2])), *_ends(" + ".join(marks[2:])))
    rows = (
        (
            framework.field(i.field_id).name,
            LEVEL_WORDS[i.level],
            i.text,
            i.people,
            *_marks(i, len(marks)),
            "ikke drøftet" if i.shown is Shown.NOT_PLACED else SHOWN_WORDS[i.shown],
        )
        for i in profile.items
    )
    return Sheet("Punkter", (*head, *merged, "Vises"), tuple(rows))


def _marks(item: OrganisationItem, marks: int) -> Iterator[Value]:
    four: list[Count | None] = [None] * marks
    two: list[Count | None] = [None] * 2
    if len(item.marks) == marks:
        four = list(item.marks)
    elif item.marks:
        two = list(item.marks)
    for count in (*four, *two):
        yield from _pair(count)


def _goals(lines: Sequence[GoalLine]) -> Sheet:
    return Sheet(
        "Mål",
        (
            *("Nr.", "Felt", "Prioritet", *_ends("Bredde"), "Ønsket bredde"),
            *(*_ends("Dybde"), "Ønsket dybde", "Peger på"),
        ),
        tuple(
            (
                x.number,
                x.field,
                x.priority,
                *_pair(x.breadth.has),
                x.breadth.wanted,
                *_pair(x.depth.has),
                x.depth.wanted,
                x.word,
            )
            for x in lines
        ),
    )


def _needs(framework: Framework, profile: OrganisationProfile) -> Sheet:
    names = {f.id: f.name for f in framework.fields}
    return Sheet(
        "Læringsbehov",
        ("Felt", "Dimension", "Læringsform", "Kommer fra", *_ends("Personer")),
        tuple(
            (
                names.get(n.field_id or "", ACROSS),
                framework.dimension(n.dimension).name if n.dimension else "",
                n.form,
                KIND_WORDS[n.kind],
                *_pair(n.people),
            )
            for n in profile.needs
        ),
    )


def _groups(framework: Framework, profile: OrganisationProfile) -> Sheet:
    return Sheet(
        "Arbejdsdeling",
        ("Jobfunktion", "Felt", "Personer", *_ends("Med dybde"), "Vises"),
        tuple(
            (
                g.name,
                framework.field(g.field_id).name,
                g.people,
                *_pair(g.deep),
                SHOWN_WORDS[g.shown],
            )
            for g in profile.groups
        ),
    )


def _priorities(framework: Framework, priorities: Sequence[Priority]) -> Sheet:
    names = {f.id: f.name for f in framework.fields}
    return Sheet(
        "Prioriteringer",
        ("Hvad", "Felt", "Greb", "Ejer", "Frist", "Status"),
        tuple(
            (
                p.what,
                names.get(p.field_id or "", ""),
                LEVER_WORDS[p.lever],
                p.owner,
                p.due_on,
                STATUS_WORDS[p.status],
            )
            for p in priorities
        ),
    )
