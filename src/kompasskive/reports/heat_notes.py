"""What the heat map says: a cell per field and dimension, with what is told of it."""

from kompasskive.framework.model import Dimension, Framework
from kompasskive.profile.organisation import OrganisationCell, OrganisationProfile, Side
from kompasskive.reports.printed import Heat, HeatCell

HOW = (
    "Median. Bredde: personer på 3 eller mere. Dybde: personer på 4 eller mere. »for få«: færre "
    "end {cell} personer, eller et tal, der kunne røbe en enkelts svar."
)
COARSE = (
    " Hvor der kun siges, hvilken side af Grundlinjen de fleste er på, ville flere tal røbe for "
    "meget om få personer."
)
_TONES = {Side.BELOW: 1.5, Side.AROUND: 3.0, Side.ABOVE: 4.5}


def heat_of(framework: Framework, profile: OrganisationProfile, cell: int) -> Heat:
    """The dial's numbers: a row per field, a cell per dimension."""
    return Heat(
        title="Felter og dimensioner",
        note=HOW.format(cell=cell) + (COARSE if profile.coarse else ""),
        head=tuple(d.name for d in framework.dimensions),
        rows=tuple(
            (
                str(framework.number(f.id)),
                f.name,
                tuple(_heat_cell(profile.cell(f.id, d)) for d in Dimension),
            )
            for f in framework.fields
        ),
    )


def _heat_cell(cell: OrganisationCell) -> HeatCell:
    if cell.breadth is None:
        return HeatCell(cell.headline, "", None)
    if cell.median is None:
        tone = _TONES[cell.side] if cell.side else None
        return HeatCell(cell.headline, f"bredde {cell.breadth.of_words}", tone)
    depth = f" · dybde {cell.depth.words}" if cell.depth else ""
    small = f"bredde {cell.breadth.words}{depth}\naf {cell.people}"
    return HeatCell(cell.headline, small, cell.median)
