"""The dial's cells in reading order: what arrow keys walk, tips tell and readers read."""

from dataclasses import dataclass

from kompasskive.dial.drawing import shown_cells
from kompasskive.dial.options import DialOptions
from kompasskive.framework.model import Dimension
from kompasskive.profile.model import Cell, FieldProfile, Profile
from kompasskive.profile.words import cell_text


def dial_cells(profile: Profile, options: DialOptions) -> "tuple[DialCell, ...]":
    """A cell per field and dimension on show, in the same order as a picture's areas."""
    return tuple(
        DialCell(
            field,
            cell,
            cell_text(profile, field, cell),
            (len(profile.fields), index, cell.dimension),
        )
        for index, field in enumerate(profile.fields)
        for cell in shown_cells(field, options)
    )


@dataclass(frozen=True, slots=True)
class DialCell:
    """A field's cell, its sentence, and its place: number of fields, field index, dimension."""

    field: FieldProfile
    cell: Cell
    sentence: str
    place: tuple[int, int, Dimension]
