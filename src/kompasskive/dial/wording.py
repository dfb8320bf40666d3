"""What the dial says in words: cell names, title and the full text alternative."""

from collections.abc import Iterator

from kompasskive import danish
from kompasskive.dial.options import DialOptions
from kompasskive.framework.model import Dimension
from kompasskive.profile.model import Cell, CellState, FieldProfile, Profile
from kompasskive.profile.words import in_words


def dimension_names(profile: Profile) -> dict[Dimension, str]:
    """The dimensions' names as the profile has them."""
    return {d.dimension: d.name for d in profile.dimensions}


def cell_name(field: FieldProfile, dimension_name: str, cell: Cell) -> str:
    """ "Lov & Myndighed, Praktisk, Godt i gang", for screen readers."""
    return f"{field.name}, {dimension_name}, {cell.word}"


def picture_title(profile: Profile) -> str:
    """The picture's name; a draft says so."""
    draft = " (KLADDE)" if profile.draft else ""
    return f"Kompasskive: {profile.title}{draft}"


def picture_description(profile: Profile, options: DialOptions) -> str:
    """Everything the dial shows as lines of text: fields, dimensions and where the needle points.

    Starting points and the organisation are told only where the options show them.
    """
    fields = zip(in_words(profile), profile.fields, strict=True)
    lines = [
        " ".join([f"{told.number} {told.name}. {told.text}", *_beside(profile, field, options)])
        for told, field in fields
    ]
    lines += [f"{d.name}: Styrkeposition." for d in profile.dimensions if d.strength]
    lines += [f"{d.name}: Kursen er sat hertil." for d in profile.dimensions if d.direction]
    if profile.needle is not None:
        lines.append(f"Nålen peger på {profile.fields[profile.needle].name}.")
    return "\n".join(lines)


def _beside(profile: Profile, field: FieldProfile, options: DialOptions) -> Iterator[str]:
    """A sentence for each cell that shows more than what was agreed."""
    names = dimension_names(profile)
    for cell in field.cells:
        told = [f"{who} {_level(level, options)}" for who, level in _others(cell, options)]
        if told:
            yield f"{names[cell.dimension]}, {danish.join(told)}."


def _others(cell: Cell, options: DialOptions) -> Iterator[tuple[str, float]]:
    shown = options.starting_points or cell.state is CellState.LET_STAND
    for who, level, wanted in (
        ("medarbejderens udgangspunkt:", cell.employee, shown),
        ("lederens udgangspunkt:", cell.leader, shown),
        ("organisationen:", cell.organisation, options.organisation),
    ):
        if wanted and level is not None:
            yield who, level


def _level(level: float, options: DialOptions) -> str:
    """The level's name where it is known, else its number."""
    if options.legend and level == int(level):
        return options.legend.levels[int(level)]
    return danish.decimal(level)
