"""The organisation's cells as a heat map and as a table: the same numbers in the same words."""

from typing import Final

from kompasskive.desktop.widgets.heat_cells import Heat, HeatCell, HeatRow
from kompasskive.framework.model import Dimension, Framework
from kompasskive.profile.organisation import (
    NOT_PLACED_WORD,
    TOO_FEW,
    Count,
    OrganisationCell,
    OrganisationProfile,
    Shown,
    Side,
)

NAME: Final = "Varmekort over organisationens median"
CORNER: Final = ("Median. Bredde: 3 eller mere.", "Dybde: 4 eller mere.")
HEADER: Final = ("Felt", "Dimension", "Median", "Bredde", "Dybde", "Antal", "Begge syn står")
_TOP: Final = 6
_TONES: Final = {Side.BELOW: 0.25, Side.AROUND: 0.45, Side.ABOVE: 0.65}


def heat_of(framework: Framework, profile: OrganisationProfile) -> Heat:
    """A row per field and a column per dimension."""
    return Heat(
        name=NAME,
        corner=CORNER,
        columns=tuple((d, framework.dimension(d).name) for d in Dimension),
        rows=tuple(
            HeatRow(
                number,
                field.name,
                tuple(
                    _cell(f"{field.name}, {framework.dimension(d).name}", profile.cell(field.id, d))
                    for d in Dimension
                ),
            )
            for number, field in enumerate(framework.fields, start=1)
        ),
    )


def rows_of(framework: Framework, profile: OrganisationProfile) -> list[tuple[str, ...]]:
    """A row per field and dimension, under `HEADER`."""
    return [
        (
            f"{number}  {field.name}",
            framework.dimension(dimension).name,
            *_numbers(profile.cell(field.id, dimension)),
        )
        for number, field in enumerate(framework.fields, start=1)
        for dimension in Dimension
    ]


def _cell(name: str, cell: OrganisationCell) -> HeatCell:
    sentence = f"{name}: {spoken(cell)}"
    if cell.breadth is None:
        return HeatCell(cell.headline, (), None, sentence)
    counts = _said(cell)
    of = f"af\u00a0{cell.people}"
    if cell.median is not None:
        return HeatCell(cell.headline, (counts, of), cell.median / _TOP, sentence)
    tone = _TONES[cell.side] if cell.side else None
    return HeatCell("", (cell.headline, f"{counts} {of}"), tone, sentence)


def _said(cell: OrganisationCell) -> str:
    """ "bredde 11 · dybde 7", broken only after the dot."""
    named = (("bredde", cell.breadth), ("dybde", cell.depth))
    parts = [f"{word} {count.words}" for word, count in named if count is not None]
    return "\u00a0· ".join(part.replace(" ", "\u00a0") for part in parts)


def spoken(cell: OrganisationCell) -> str:
    """ "median 3,5, bredde 11 og dybde 7 af 14", or why there is no number."""
    if cell.breadth is None:
        return NOT_PLACED_WORD if cell.shown is Shown.NOT_PLACED else TOO_FEW
    head = cell.headline if cell.median is None else f"median {cell.headline}"
    depth = f" og dybde {cell.depth.words}" if cell.depth else ""
    return f"{head}, bredde {cell.breadth.words}{depth} af {cell.people}"


def _numbers(cell: OrganisationCell) -> tuple[str, ...]:
    if cell.breadth is None:
        return (cell.headline, "", "", "", "")
    counts = (cell.breadth, cell.depth)
    told = (count.words if count else "vises fra 10" for count in counts)
    return (cell.headline, *told, str(cell.people), _apart(cell.let_stand))


def _apart(count: Count | None) -> str:
    """People who let both views stand; "" where nobody can have."""
    return count.words if count is not None and count.high else ""
