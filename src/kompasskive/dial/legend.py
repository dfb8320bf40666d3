"""The key below the dial: the ladder of six levels, and one entry for each sign that occurs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kompasskive.dial import legend_signs
from kompasskive.dial.geometry import DIMENSIONS, line, placed
from kompasskive.dial.marks import (
    arrow,
    bead,
    bookmark,
    dimension_sign,
    employee_point,
    leader_point,
    star,
)
from kompasskive.dial.metrics import text_width
from kompasskive.dial.options import DialOptions, DialWords
from kompasskive.dial.picture import Path, Shape, Text
from kompasskive.framework.model import BASELINE, PLACEMENT_LEVELS, Dimension, Mark
from kompasskive.profile.model import Cell, CellState, DimensionSummary, FieldProfile, Profile

_SIZE = 0.92
_SMALLEST = 0.88
_ROW = 1.75
_GLYPH = 1.58
_GAP = 1.15
_PLAIN_SIGN = 1.0
_LADDER_GAP = 0.035


def draw_legend(
    profile: Profile, words: DialWords, options: DialOptions, width: float
) -> tuple[tuple[Shape, ...], float]:
    """The legend's shapes from (0, 0) downwards within `width`, and its height.

    Rows flow; where the ladder's words do not fit, entries for the two rings stand in for it.
    """
    size = options.label_size * _SIZE
    ladder, top = _ladder(words, width, size, size * _SMALLEST)
    groups = list(_groups(profile, words, options, not ladder))
    size = min(size, width / max(e.width(1) for group in groups for e in group))
    rows = list(_rows(groups, width, size))
    shapes = list(ladder)
    for i, row in enumerate(rows):
        shapes += _row(row, top + size * (1 + _ROW * i), size)
    return tuple(shapes), top + size * (0.4 + _ROW * len(rows))


def _ladder(
    words: DialWords, width: float, size: float, smallest: float
) -> tuple[tuple[Shape, ...], float]:
    """Six equal cells, as the six steps of the dial have equal area; empty when too narrow."""
    gap = width * _LADDER_GAP
    cell, bar = (width - gap) / 6, size * 0.72
    names = [f"{level}  {words.levels[level]}" for level in PLACEMENT_LEVELS[1:]]
    widest = max(text_width(name, 1) for name in names)
    size = min(size, (cell - size * 0.3) / widest)
    if size < smallest:
        return (), 0.0
    top = size * 1.35
    shapes: list[Shape] = []
    for i, name in enumerate(names):
        left = i * cell + (gap if i >= BASELINE else 0.0)
        tone = "inner" if i < BASELINE else "outer"
        block = legend_signs.box(left, top, left + cell - 1.2, top + bar)
        shapes.append(Path(block, f"ladder_{tone}", role=f"ladder:{i + 1}"))
        shapes.append(_text(name, left + cell / 2 - 0.6, top + bar + size * 1.15, size, "middle"))
    stroke = line((width / 2 - 0.6, top - bar * 0.35), (width / 2 - 0.6, top + bar * 1.35))
    shapes.append(Path(stroke, None, "baseline", size * 0.11, role="ladder:baseline"))
    for name, centre in (("Grundlæggende", 1.5 * cell), ("Specialiseret", 4.5 * cell + gap)):
        shapes.append(_text(name, centre, size * 0.9, size, "middle", "semibold"))
    return tuple(shapes), top + bar + size * 1.75


def _rows(
    groups: "Iterable[tuple[Entry, ...]]", width: float, size: float
) -> "Iterator[tuple[Entry, ...]]":
    """Entries in rows; a group goes on in the row before it only when the whole group fits."""
    row: tuple[Entry, ...] = ()
    for group in groups:
        if row and _length((*row, *group), size) > width:
            yield row
            row = ()
        for entry in group:
            if row and _length((*row, entry), size) > width:
                yield row
                row = ()
            row = (*row, entry)
    if row:
        yield row


def _length(entries: "tuple[Entry, ...]", size: float) -> float:
    return sum(e.width(size) for e in entries) + size * _GAP * (len(entries) - 1)


def _row(entries: "tuple[Entry, ...]", y: float, size: float) -> list[Shape]:
    shapes: list[Shape] = []
    x = 0.0
    for entry in entries:
        shapes += [placed(s, x + size * 0.7, y - size * 0.33, size * 0.4) for s in entry.sign]
        shapes.append(_text(entry.name, x + size * _GLYPH, y, size, "start"))
        x += entry.width(size) + size * _GAP
    return shapes


def _text(text: str, x: float, y: float, size: float, anchor: str, weight: str = "regular") -> Text:
    return Text(text, x, y, size, weight, anchor, "ink", "legend")


def _groups(
    profile: Profile, words: DialWords, options: DialOptions, rings: bool
) -> "Iterator[tuple[Entry, ...]]":
    if options.names_in_legend:
        yield tuple(Entry(legend_signs.badge(f.number), f.name) for f in profile.fields)
    names = {d.dimension: d.name for d in profile.dimensions}
    shown = [d for d in DIMENSIONS if options.only in (None, d)]
    dimensions = (Entry(_dimension_sign(d, options), names[d]) for d in shown)
    yield *dimensions, Entry(legend_signs.stroke("baseline", 0.45), "Grundlinjen")
    if rings:
        yield (
            Entry(legend_signs.zone("inner"), "Grundlæggende (inderst)"),
            Entry(legend_signs.zone("outer"), "Specialiseret (yderst)"),
        )
    if options.beads:
        yield tuple(_mark_entries(profile, words))
    yield *_sign_entries(profile, options), *_state_entries(profile, words, options)


def _mark_entries(profile: Profile, words: DialWords) -> "Iterator[Entry]":
    used = {b.mark for f in profile.fields for b in (*f.basic, *f.specialised)}
    for mark in Mark:
        if mark in used:
            sign = tuple(placed(s, 0, 0, 0.48) for s in bead(mark, False, 0, 0, "legend"))
            yield Entry(sign, words.marks[mark])


def _dimension_sign(dimension: Dimension, options: DialOptions) -> tuple[Shape, ...]:
    if options.shades:
        return legend_signs.swatch(dimension, options.patterns)
    return (dimension_sign(dimension, 0, 0, _PLAIN_SIGN, "ink"),)


def _sign_entries(profile: Profile, options: DialOptions) -> Iterator["Entry"]:
    """What is laid over the petals or stands at a badge."""
    fields = () if options.only else profile.fields
    about = (d for d in profile.dimensions if options.only in (None, d.dimension))
    told: list[FieldProfile | DimensionSummary] = [*fields, *about]
    cells = [c for f in profile.fields for c in f.cells if options.only in (None, c.dimension)]
    if options.signs and any(s.strength for s in told):
        yield Entry((star(0, 0, 1.35, "strength"),), "Styrkeposition")
    if options.signs and any(s.direction for s in told):
        yield Entry((arrow(0, 0, 1.2, 90, "direction"),), "Retning")
    if options.previous and any(_changed(c) for c in cells):
        yield Entry(legend_signs.dashes(), "Sidste samtale")
    if options.organisation and any(c.organisation is not None for c in cells):
        yield Entry(legend_signs.bracket(), "Organisationen")
    shown = [c for c in cells if options.starting_points or c.state is CellState.LET_STAND]
    if any(c.employee is not None for c in shown):
        yield Entry((employee_point(0, 0, 0.4, "ink"),), "Medarbejderens udgangspunkt")
    if any(c.leader is not None for c in shown):
        yield Entry((leader_point(0, 0, 0.4, "ink"),), "Lederens udgangspunkt")
    if options.signs and any(f.parked for f in fields):
        yield Entry((bookmark(0, 0, 1.3, "ink2"),), "Parkeret")


def _state_entries(profile: Profile, words: DialWords, options: DialOptions) -> Iterator["Entry"]:
    """The states of a cell that no petal tells."""
    cells = [c for f in profile.fields for c in f.cells if options.only in (None, c.dimension)]
    states = {c.state for c in cells}
    if any(c.level == 0 for c in cells):
        yield Entry(legend_signs.new_area(), words.levels[0])
    if CellState.NOT_DISCUSSED in states:
        yield Entry((legend_signs.dotted(),), "Ikke drøftet")
    if CellState.NOT_RELEVANT in states:
        yield Entry(legend_signs.hatched(), "Ikke relevant")


def _changed(cell: Cell) -> bool:
    return cell.level is not None and cell.previous not in (None, cell.level)


@dataclass(frozen=True, slots=True)
class Entry:
    """A sign, drawn about the origin with half a letter's height as unit, and its name."""

    sign: tuple[Shape, ...]
    name: str

    def width(self, size: float) -> float:
        """How much of a row the entry takes at a font size, air after it left out."""
        return size * _GLYPH + text_width(self.name, size)
