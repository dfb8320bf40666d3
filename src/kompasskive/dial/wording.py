"""What the dial says in words: cell names, tooltips and the full text alternative."""

from collections.abc import Iterator

from kompasskive import danish
from kompasskive.framework.model import Dimension
from kompasskive.profile.model import Cell, Counts, FieldProfile, Profile


def dimension_names(profile: Profile) -> dict[Dimension, str]:
    """The dimensions' names as the profile has them."""
    return {d.dimension: d.name for d in profile.dimensions}


def cell_name(field: FieldProfile, dimension_name: str, cell: Cell) -> str:
    """ "Lov & Myndighed, Praktisk, Godt i gang", for screen readers."""
    return f"{field.name}, {dimension_name}, {cell.word}"


def cell_sentence(field: FieldProfile, dimension_name: str, cell: Cell) -> str:
    """ "Lov & Myndighed · Praktisk: Godt i gang. Sidst: I gang.", plain text for tooltips."""
    last = f" Sidst: {cell.previous_word}." if cell.previous_word else ""
    return f"{field.name} · {dimension_name}: {cell.word}.{last}"


def picture_title(profile: Profile) -> str:
    """The picture's name; a draft says so."""
    draft = " (KLADDE)" if profile.draft else ""
    return f"Kompasskive: {profile.title}{draft}"


def picture_description(profile: Profile) -> str:
    """Everything the dial shows, as sentences: one line for each field and dimension."""
    lines = [_field_line(profile, field) for field in profile.fields]
    for summary in profile.dimensions:
        said = _signs(summary.strength, summary.direction, False)
        if said:
            lines.append(f"{summary.name}: {'. '.join(said)}.")
    if profile.needle is not None:
        lines.append(f"Nålen peger på {profile.fields[profile.needle].name}.")
    return "\n".join(lines)


def _field_line(profile: Profile, field: FieldProfile) -> str:
    names = dimension_names(profile)
    cells = danish.join(_cell_words(names[c.dimension], c) for c in field.cells)
    said = [f"{field.number} {field.name}: {cells}", *_counts(field)]
    return f"{'. '.join([*said, *_signs(field.strength, field.direction, field.parked)])}."


def _cell_words(dimension_name: str, cell: Cell) -> str:
    words = f"{dimension_name} {cell.word}"
    changed = cell.previous_word and cell.previous != cell.level
    return f"{words} (sidst {cell.previous_word})" if changed else words


def _counts(field: FieldProfile) -> Iterator[str]:
    """Counts of items; nothing is said about a specialised level where nothing is settled."""
    if field.basic_counts.relevant:
        yield f"Grundlæggende punkter: {_count(field.basic_counts)}"
    if field.specialised_counts.settled:
        yield f"Specialiserede punkter: {_count(field.specialised_counts)}"


def _count(counts: Counts) -> str:
    said = f"{counts.settled} af {counts.relevant} er fast praksis"
    return f"{said}, {counts.undiscussed} ikke drøftet" if counts.undiscussed else said


def _signs(strength: bool, direction: bool, parked: bool) -> list[str]:
    said = ((strength, "Styrkeposition"), (direction, "Retning"), (parked, "Parkeret emne"))
    return [word for shown, word in said if shown]
