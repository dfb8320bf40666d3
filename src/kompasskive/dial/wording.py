"""What the dial says in words: cell names, title and the full text alternative."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from kompasskive import danish
from kompasskive.dial.options import DialOptions
from kompasskive.framework.model import Dimension
from kompasskive.kept import Kept
from kompasskive.profile.model import Cell, CellState, FieldProfile, Profile
from kompasskive.profile.words import field_words

_LINES: Final = Kept[str](256)


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
    names = tuple(d.name for d in profile.dimensions)
    seen = (options.starting_points, options.organisation, options.legend, *names)
    lines = [
        _LINES.of((field, *seen), partial(_line, profile, field, options))
        for field in profile.fields
    ]
    lines += [f"{d.name}: Styrkeposition." for d in profile.dimensions if d.strength]
    lines += [f"{d.name}: Kursen er sat hertil." for d in profile.dimensions if d.direction]
    if profile.needle is not None:
        lines.append(f"Nålen peger på {profile.fields[profile.needle].name}.")
    return "\n".join(lines)


def _line(profile: Profile, field: FieldProfile, options: DialOptions) -> str:
    told = field_words(profile, field)
    return " ".join([f"{told.number} {told.name}. {told.text}", *_beside(profile, field, options)])


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
