"""From a profile to the finished picture of its dial."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from typing import NamedTuple, TypeAlias

from kompasskive.dial import face, overlays, wording
from kompasskive.dial.geometry import cell_angles, placed, sector_angles
from kompasskive.dial.labels import Layout, arrange, label_texts, numbers_only
from kompasskive.dial.legend import draw_legend
from kompasskive.dial.options import DialOptions
from kompasskive.dial.petals import Seat, outline, petal
from kompasskive.dial.picture import Area, Picture, Shape, Text
from kompasskive.framework.model import Dimension
from kompasskive.profile.model import Cell, CellState, DimensionSummary, FieldProfile, Profile

BEADS_FROM = 360.0
OVERLAYS_FROM = 240.0
_LEGEND_AIR = 0.9
_LEGEND_WIDTH = 51.0
_STAMP_LINE = 1.5

Spot: TypeAlias = tuple[float, float, float]
"""Where a dial lies: its centre's x and y, and the length of one dial unit."""


def draw(profile: Profile, width: float, height: float, options: DialOptions) -> Picture:
    """The dial with its labels and legend in a box of `width` x `height` pixels or points.

    The profile has 3 to 8 fields. Beads and last time's marks are left out below 360 screen
    pixels, everything but petals and numbers below 240; the legend when it would take more than
    half of the height. `Picture.names_beside` tells that names were asked for and did not fit.
    """
    description = wording.picture_description(profile, options)
    options, legend, legend_height = _fitted(profile, width, height, options)
    top = options.label_size * _STAMP_LINE if options.stamp else 0.0
    layout, beside = _layout(profile, width, height - legend_height - top, options)
    if top:
        labels = tuple(replace(b, y=b.y + top) for b in layout.labels)
        layout = replace(layout, cy=layout.cy + top, labels=labels)
    spot = (layout.cx, layout.cy, layout.unit)
    return Picture(
        width,
        height,
        (*_dial(profile, options, spot), *_stamp(options), *_labels(layout, options), *legend),
        layout.cx,
        layout.cy,
        layout.unit,
        wording.picture_title(profile),
        description,
        _areas(profile, options),
        beside,
        options.only,
    )


def needle_angle(profile: Profile, options: DialOptions) -> float | None:
    """Where the needle points in degrees clockwise from north; None when there is no direction."""
    if options.needle_angle is not None or profile.needle is None:
        return options.needle_angle
    return profile.needle * 360 / len(profile.fields)


def _fitted(
    profile: Profile, width: float, height: float, options: DialOptions
) -> tuple[DialOptions, tuple[Shape, ...], float]:
    """Options without what is too small to read, and the legend that belongs to them."""
    if options.only:
        options = replace(options, beads=False)
    legend, used = legend_below(profile, width, height, options)
    room = min(width, height - used) / options.pixel
    if room < BEADS_FROM and (options.beads or options.previous):
        options = replace(options, beads=False, previous=False)
        legend, used = legend_below(profile, width, height, options)
    if room < OVERLAYS_FROM:
        options = replace(
            options, starting_points=False, organisation=False, legend=None, signs=False
        )
        legend, used = (), 0.0
    return options, legend, used


def legend_below(
    profile: Profile, width: float, height: float, options: DialOptions
) -> tuple[tuple[Shape, ...], float]:
    """The legend at the foot of a box, and the height it takes; none where it takes over half."""
    if options.legend is None:
        return (), 0.0
    room = min(width, _LEGEND_WIDTH * options.label_size)
    shapes, used = draw_legend(profile, options.legend, options, room)
    used += options.label_size * _LEGEND_AIR
    if used > height / 2:
        return (), 0.0
    top = height - used + options.label_size * _LEGEND_AIR
    return tuple(placed(s, (width - room) / 2, top, 1.0) for s in shapes), used


def _layout(
    profile: Profile, width: float, height: float, options: DialOptions
) -> tuple[Layout, bool]:
    plain = numbers_only(len(profile.fields), width, height)
    if not options.labels:
        return plain, False
    if min(width, height) / options.pixel < OVERLAYS_FROM:
        return plain, True
    fitted = arrange(tuple(f.name for f in profile.fields), width, height, options.label_size)
    return fitted or plain, fitted is None


def _stamp(options: DialOptions) -> tuple[Shape, ...]:
    if not options.stamp:
        return ()
    size = options.label_size
    return (Text(options.stamp, size * 0.3, size, size, "bold", "start", "ink2", "stamp"),)


def _labels(layout: Layout, options: DialOptions) -> Iterator[Shape]:
    for index, label in enumerate(layout.labels):
        yield from label_texts(label, options.label_size, index)


def _areas(profile: Profile, options: DialOptions) -> tuple[Area, ...]:
    names = wording.dimension_names(profile)
    return tuple(
        Area(
            field.field_id,
            cell.dimension,
            wording.cell_name(field, names[cell.dimension], cell),
        )
        for field in profile.fields
        for cell in shown_cells(field, options)
    )


def _dial(profile: Profile, options: DialOptions, spot: Spot) -> tuple[Shape, ...]:
    n = len(profile.fields)
    sectors = [
        _sector(field, n, index, profile.dimensions, options, spot)
        for index, field in enumerate(profile.fields)
    ]
    petals, over_petals, badges = map(chain.from_iterable, zip(*sectors, strict=True))
    ring = overlays.focus_ring(seat(n, *options.focus, options.only)) if options.focus else ()
    hub = _hub(n, options.only, options.signs, needle_angle(profile, options), spot)
    return (*_bezel(spot), *petals, *over_petals, *_placed(ring, spot), *badges, *hub)


def _placed(shapes: Iterable[Shape], spot: Spot) -> tuple[Shape, ...]:
    return tuple(placed(shape, *spot) for shape in shapes)


@lru_cache(maxsize=8)
def _bezel(spot: Spot) -> tuple[Shape, ...]:
    return _placed(face.bezel(), spot)


@lru_cache(maxsize=16)
def _hub(
    n_fields: int, only: Dimension | None, signs: bool, needle: float | None, spot: Spot
) -> tuple[Shape, ...]:
    shapes = [*face.hub(n_fields)]
    if only:
        shapes.append(face.hub_sign(only))
    elif signs:
        shapes += face.needle_or_rose(needle)
    return _placed(shapes, spot)


class _Sector(NamedTuple):
    """One field in place, from the bottom to the top."""

    petals: tuple[Shape, ...]
    over_petals: tuple[Shape, ...]
    badge: tuple[Shape, ...]


@lru_cache(maxsize=64)
def _sector(
    field: FieldProfile,
    n_fields: int,
    index: int,
    dimensions: tuple[DimensionSummary, ...],
    options: DialOptions,
    spot: Spot,
) -> _Sector:
    """Kept, because a mark changes one field of many."""
    over = chain.from_iterable(
        on_cell(n_fields, dimensions, cell, index, options) for cell in shown_cells(field, options)
    )
    badge = [*face.badge(field, n_fields, index)]
    if options.signs and not options.only:
        badge += face.satellites(field, n_fields, index)
    petals = tuple(_petals(field, n_fields, index, options, spot))
    return _Sector(petals, _placed(over, spot), _placed(badge, spot))


def _petals(
    field: FieldProfile, n_fields: int, index: int, options: DialOptions, spot: Spot
) -> Iterator[Shape]:
    cells = shown_cells(field, options)
    untouched = all(c.state is CellState.NOT_DISCUSSED for c in cells)
    if untouched:
        yield from _placed(outline(*sector_angles(n_fields, index), f"{index}"), spot)
    for cell in cells:
        place = seat(n_fields, index, cell.dimension, options.only)
        yield from _petal(cell, place, options.patterns, not untouched, spot)
    beads = face.beads(field, n_fields, index) if options.beads else ()
    yield from _placed((face.baseline(n_fields, index, untouched), *beads), spot)


@lru_cache(maxsize=256)
def _petal(cell: Cell, place: Seat, patterns: bool, touched: bool, spot: Spot) -> tuple[Shape, ...]:
    """Kept, because a mark changes beads and no petal."""
    return _placed(petal(cell, place, patterns, touched), spot)


def on_cell(
    n_fields: int,
    dimensions: tuple[DimensionSummary, ...],
    cell: Cell,
    index: int,
    options: DialOptions,
) -> Iterator[Shape]:
    """What lies on top of one petal, in dial units; `index` is its field's, from 0."""
    place = seat(n_fields, index, cell.dimension, options.only)
    summary = next(d for d in dimensions if d.dimension is cell.dimension)
    if options.signs:
        yield from overlays.dimension_marks(cell, place, summary, options.patterns)
    if options.previous:
        yield from overlays.previous_arc(cell, place)
    if options.organisation:
        yield from overlays.organisation_bracket(cell, place)
    if options.starting_points or cell.state is CellState.LET_STAND:
        yield from overlays.starting_points(cell, place)


def shown_cells(field: FieldProfile, options: DialOptions) -> tuple[Cell, ...]:
    """The cells of a field that the dial has."""
    return tuple(c for c in field.cells if options.only in (None, c.dimension))


def seat(n_fields: int, index: int, dimension: Dimension, only: Dimension | None) -> Seat:
    """Where a cell sits, and the suffix of its shapes' roles."""
    return Seat(*cell_angles(n_fields, index, dimension, only), f"{index}:{dimension}")
