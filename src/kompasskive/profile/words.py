"""The profile as a table and as sentences: the same content as the dial, in reading order."""

from dataclasses import dataclass

from kompasskive.dialogue.progress import Tally, support_of
from kompasskive.framework.model import Level
from kompasskive.profile.model import Cell, CellState, Counts, FieldProfile, Profile


def table(profile: Profile) -> "Table":
    """A row per field: the words of each dimension, and how many items are fast praksis."""
    names = (summary.name for summary in profile.dimensions)
    return Table(
        header=("Felt", *names, "Grundlæggende", "Specialiseret"),
        rows=tuple(_row(field) for field in profile.fields),
    )


def in_words(profile: Profile) -> tuple["FieldWords", ...]:
    """A short paragraph per field."""
    return tuple(field_words(profile, field) for field in profile.fields)


def field_words(profile: Profile, field: FieldProfile) -> "FieldWords":
    """A field of a profile as a short paragraph."""
    return FieldWords(field.number, field.name, _field_text(profile, field))


def cell_text(profile: Profile, field: FieldProfile, cell: Cell) -> str:
    """ "Lov & Myndighed · Praktisk: Godt i gang. Sidst: I gang." """
    name = next(s.name for s in profile.dimensions if s.dimension is cell.dimension)
    before = f" Sidst: {cell.previous_word}." if cell.previous_word else ""
    return f"{field.name} · {name}: {cell.word}.{before}"


def basic_words(counts: Counts) -> str:
    """ "5 af 6" basic items are fast praksis; words where none is relevant or discussed."""
    if counts.relevant == 0:
        return "ikke relevant"
    if counts.undiscussed == counts.relevant:
        return "ikke drøftet"
    return f"{counts.settled} af {counts.relevant}"


def specialised_words(counts: Counts) -> str:
    """ "1 af 5" specialised items are fast praksis; "–" where none is, as it is nobody's gap."""
    if counts.relevant == 0:
        return "ikke relevant"
    if counts.undiscussed == counts.relevant:
        return "ikke drøftet"
    return f"{counts.settled} af {counts.relevant}" if counts.settled else "–"


def _row(field: FieldProfile) -> "TableRow":
    return TableRow(
        number=field.number,
        field=field.name,
        placements=tuple(cell.word for cell in field.cells),
        basic=basic_words(field.basic_counts),
        specialised=specialised_words(field.specialised_counts),
    )


def _field_text(profile: Profile, field: FieldProfile) -> str:
    if not field.touched:
        told = ["Ikke drøftet endnu"]
    else:
        told = [*_placements(profile, field), *_items(field)]
    told += ["Styrkeposition"] * field.strength
    told += ["Kursen er sat hertil"] * field.direction
    told += ["Et emne er parkeret"] * field.parked
    return " ".join(f"{sentence}." for sentence in told if sentence)


def _placements(profile: Profile, field: FieldProfile) -> list[str]:
    if all(cell.state is CellState.NOT_DISCUSSED for cell in field.cells):
        return ["Dimensionerne er ikke placeret endnu"]
    pairs = zip(profile.dimensions, field.cells, strict=True)
    return [f"{summary.name}: {cell.word}{_before(cell)}" for summary, cell in pairs]


def _before(cell: Cell) -> str:
    changed = cell.previous_word and cell.previous_word != cell.word
    return f" (sidst: {cell.previous_word})" if changed else ""


def _items(field: FieldProfile) -> list[str]:
    levels = (
        (field.basic_counts, len(field.basic), Level.BASIC),
        (field.specialised_counts, len(field.specialised), Level.SPECIALISED),
    )
    return [
        support_of(Tally(c.settled, c.relevant, c.undiscussed, total), level)
        for c, total, level in levels
    ]


@dataclass(frozen=True, slots=True)
class TableRow:
    """One field: `placements` are words in dimension order, the counts are words too."""

    number: int
    field: str
    placements: tuple[str, ...]
    basic: str
    specialised: str


@dataclass(frozen=True, slots=True)
class Table:
    """The profile as a table; `header` has a word per column, the number aside."""

    header: tuple[str, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class FieldWords:
    """One field in words."""

    number: int
    name: str
    text: str
