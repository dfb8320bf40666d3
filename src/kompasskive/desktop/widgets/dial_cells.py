"""The dial's cells in reading order: what arrow keys walk and tooltips tell."""

from dataclasses import dataclass

from kompasskive.framework.model import Dimension
from kompasskive.profile.model import FieldProfile, Profile
from kompasskive.profile.words import cell_text


def dial_cells(profile: Profile) -> "tuple[DialCell, ...]":
    """A cell per field and dimension, in the same order as a picture's areas."""
    return tuple(
        DialCell(
            field,
            cell_text(profile, field, cell),
            (len(profile.fields), index, cell.dimension),
        )
        for index, field in enumerate(profile.fields)
        for cell in field.cells
    )


@dataclass(frozen=True, slots=True)
class DialCell:
    """A cell's field, its sentence, and its place: number of fields, field index, dimension."""

    field: FieldProfile
    sentence: str
    place: tuple[int, int, Dimension]
