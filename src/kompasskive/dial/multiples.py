"""Several small dials in one picture: a dial per dimension, or last time beside now."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kompasskive.dial.drawing import draw, legend_below
from kompasskive.dial.geometry import DIMENSIONS, placed
from kompasskive.dial.metrics import text_width
from kompasskive.dial.options import DialOptions
from kompasskive.dial.picture import Picture, Shape, Text
from kompasskive.profile.model import Profile

_CAPTION = 1.12
_CAPTION_ROOM = 2.0
_GAP = 1.4


def dimension_panels(profile: Profile, options: DialOptions) -> "tuple[Panel, ...]":
    """A dial for each dimension, as in the source's example on page 29."""
    names = {d.dimension: d.name for d in profile.dimensions}
    return tuple(Panel(names[d], profile, replace(options, only=d)) for d in DIMENSIONS)


def since_panels(
    before: Profile, then: str, after: Profile, now: str, options: DialOptions
) -> "tuple[Panel, ...]":
    """The talk before beside this one, under the captions `then` and `now`."""
    return (
        Panel(then, before, replace(options, previous=False)),
        Panel(now, after, options),
    )


def draw_multiples(
    panels: Sequence["Panel"], width: float, height: float, options: DialOptions
) -> Picture:
    """The panels with captions, numbers for names, and one legend for all, in one picture.

    They stand in as many columns as give the largest dials. No cell of the picture can be hit.
    """
    last = panels[-1]
    common = replace(options, only=None, names_in_legend=True, beads=_beads(panels))
    legend, used = legend_below(_told(panels), width, height, common)
    caption = options.label_size * _CAPTION_ROOM
    columns = columns_of(len(panels), width, height - used, caption)
    shapes: list[Shape] = []
    for index, panel in enumerate(panels):
        shapes += _panel(panel, index, columns, (len(panels), width, height - used))
    stamp = _stamp(options)
    told = "\n".join(f"{panel.caption}: {_described(panel)}" for panel in panels)
    title = draw(last.profile, 1, 1, DialOptions()).title
    return Picture(width, height, (*shapes, *stamp, *legend), 0, 0, 1, title, told)


def columns_of(count: int, width: float, height: float, caption: float) -> int:
    """How many columns, in full rows, give `count` dials with captions the largest diameter."""

    def diameter(columns: int) -> float:
        rows = -(-count // columns)
        return min(width / columns, height / rows - caption)

    return max((c for c in range(1, count + 1) if count % c == 0), key=diameter)


def _beads(panels: Sequence["Panel"]) -> bool:
    return any(p.options.beads and p.options.only is None for p in panels)


def _described(panel: "Panel") -> str:
    return draw(panel.profile, 1, 1, panel.options).description


def _told(panels: Sequence["Panel"]) -> Profile:
    """What the legend is about: signs of fields are not drawn on a dial of one dimension."""
    profile = panels[-1].profile
    if any(p.options.only is None for p in panels):
        return profile
    bare = (replace(f, strength=False, direction=False, parked=False) for f in profile.fields)
    return replace(profile, fields=tuple(bare))


def _panel(panel: "Panel", index: int, columns: int, room: tuple[int, float, float]) -> list[Shape]:
    count, width, height = room
    rows = -(-count // columns)
    size = panel.options.label_size
    gap, top = size * _GAP, size * _CAPTION_ROOM
    cell = width / columns, height / rows
    left, upper = index % columns * cell[0], index // columns * cell[1]
    inner = replace(panel.options, labels=False, legend=None, stamp="", names_in_legend=False)
    dial = draw(panel.profile, max(1.0, cell[0] - gap), max(1.0, cell[1] - top), inner)
    caption = size * _CAPTION
    fitted = min(caption, caption * (cell[0] - gap) / text_width(panel.caption, caption, "bold"))
    middle = left + cell[0] / 2
    words = Text(
        panel.caption, middle, upper + caption, fitted, "bold", "middle", "ink", f"caption:{index}"
    )
    return [words, *(placed(s, left + gap / 2, upper + top, 1.0) for s in dial.shapes)]


def _stamp(options: DialOptions) -> tuple[Shape, ...]:
    if not options.stamp:
        return ()
    size = options.label_size
    return (Text(options.stamp, size * 0.3, size, size, "bold", "start", "ink2", "stamp"),)


@dataclass(frozen=True, slots=True)
class Panel:
    """One dial of several: its caption, what it shows and how."""

    caption: str
    profile: Profile
    options: DialOptions
