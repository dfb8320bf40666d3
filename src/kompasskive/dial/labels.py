"""Field names around the dial: horizontal, whole, and on the largest dial they all fit."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from kompasskive.dial.geometry import BADGE, BADGE_RING, BEZEL_OUTER, LABEL_RING, SATELLITE
from kompasskive.dial.metrics import ASCENT, LINE, text_width
from kompasskive.dial.picture import Text

SMALLEST = 0.62
_WEIGHT = "semibold"
_MARGIN = 3.0
_SHRINK = 0.985
_REACH = 112.0


def numbers_only(n_fields: int, width: float, height: float) -> "Layout":
    """The largest dial with nothing but its badges around it."""
    top = BADGE_RING + BADGE + 1
    bottom = _bottom(n_fields)
    unit = min(width / 2 / _reach(n_fields), height / (top + bottom))
    return Layout(width / 2, (height + (top - bottom) * unit) / 2, unit)


@lru_cache(maxsize=64)
def arrange(names: tuple[str, ...], width: float, height: float, size: float) -> "Layout | None":
    """The largest dial on which all names fit at font size `size`; None below 62 % of the room."""
    choices = [wrappings(name, size) for name in names]
    unit = min(width / 2 / _reach(len(names)), height / (BADGE_RING + _bottom(len(names))))
    while 2 * unit * BEZEL_OUTER >= SMALLEST * min(width, height):
        layout = _attempt(choices, width, height, unit)
        if layout:
            return layout
        unit *= _SHRINK
    return None


def label_texts(label: "Label", size: float, index: int) -> tuple[Text, ...]:
    """The lines of a label as shapes."""
    return tuple(
        Text(
            line,
            label.x,
            label.y + size * (ASCENT + LINE * i),
            size,
            _WEIGHT,
            label.anchor,
            "ink",
            f"label:{index}",
        )
        for i, line in enumerate(label.block.lines)
    )


@lru_cache(maxsize=64)
def wrappings(name: str, size: float) -> "tuple[Block, ...]":
    """Every sensible way to break a name between words, fewest lines first; "& x" stays whole."""
    words = " ".join(name.split()).replace("& ", "&\u00a0").split(" ")
    spans = (words[i:j] for i in range(len(words)) for j in range(i + 1, len(words) + 1))
    widths = sorted({text_width(" ".join(s), size, _WEIGHT) for s in spans}, reverse=True)
    narrowest = max(text_width(w, size, _WEIGHT) for w in words)
    by_count: dict[int, Block] = {}
    for widest in widths:
        if widest >= narrowest:
            block = _wrapped(words, widest, size)
            by_count[len(block.lines)] = block
    return tuple(by_count[count] for count in sorted(by_count))


def _wrapped(words: Sequence[str], widest: float, size: float) -> "Block":
    lines = [words[0]]
    for word in words[1:]:
        longer = f"{lines[-1]} {word}"
        if text_width(longer, size, _WEIGHT) <= widest:
            lines[-1] = longer
        else:
            lines.append(word)
    width = max(text_width(line, size, _WEIGHT) for line in lines)
    return Block(tuple(lines), width, LINE * size * len(lines))


def _attempt(
    choices: "Sequence[tuple[Block, ...]]", width: float, height: float, unit: float
) -> "Layout | None":
    n = len(choices)
    top = _centred(choices[0], width)
    bottom = _centred(choices[n // 2], width) if n % 2 == 0 else None
    above = LABEL_RING * unit + top.height
    below = LABEL_RING * unit + bottom.height if bottom else _bottom(n) * unit
    cy = (height + above - below) / 2
    room = _Room(width, height, cy, unit)
    labels: list[Label] = []
    for i, blocks in enumerate(choices):
        on_axis = {0: top, n / 2: bottom}.get(i)
        label = _on_axis(on_axis, room, i == 0) if on_axis else _beside(blocks, room, 360 * i / n)
        if label is None:
            return None
        labels.append(label)
    if above > cy + 0.01 or below > height - cy + 0.01:
        return None
    if any(a.meets(b) for a, b in combinations(labels, 2)):
        return None
    return Layout(width / 2, cy, unit, tuple(labels))


def _centred(blocks: "tuple[Block, ...]", width: float) -> "Block":
    return next((b for b in blocks if b.width <= width / 2), blocks[-1])


def _on_axis(block: "Block", room: "_Room", above: bool) -> "Label | None":
    left = (room.width - block.width) / 2
    if left < 0:
        return None
    y = room.cy - room.radius - block.height if above else room.cy + room.radius
    return Label(block, room.width / 2, y, "middle", left)


def _beside(blocks: "tuple[Block, ...]", room: "_Room", degrees: float) -> "Label | None":
    """The block that slides least from its sector's mid-line and has fewest lines."""
    found = [
        (1.5 * slide + block.height, block, slide)
        for block in blocks
        if (slide := _slide(block, room, degrees)) is not None
    ]
    if not found:
        return None
    _, block, slide = min(found, key=lambda f: f[0])
    return _at_side(block, slide, room, degrees)


def _slide(block: "Block", room: "_Room", degrees: float) -> float | None:
    """How far towards the corner the block must move to clear the dial; None when it cannot."""
    space = room.width / 2 - _MARGIN - block.width
    rise = abs(math.cos(math.radians(degrees))) * room.radius
    if space < 0:
        return None
    needed = math.sqrt(max(0.0, room.radius**2 - space**2))
    slide = max(0.0, needed + block.height / 2 - rise) if needed > 0 else 0.0
    if rise < 1 and slide > 0:
        return None
    down = math.cos(math.radians(degrees)) < 0
    limit = room.height - room.cy if down else room.cy
    return slide if rise + slide + block.height / 2 <= limit else None


def _at_side(block: "Block", slide: float, room: "_Room", degrees: float) -> "Label":
    angle = math.radians(degrees)
    right, towards = math.sin(angle) > 0, -math.copysign(1, math.cos(angle))
    offset = abs(math.cos(angle)) * room.radius + slide
    near = max(0.0, offset - block.height / 2)
    reach = math.sqrt(max(0.0, room.radius**2 - near**2))
    x = room.width / 2 + (reach if right else -reach)
    y = room.cy + towards * offset - block.height / 2
    left = x if right else x - block.width
    return Label(block, x, y, "start" if right else "end", left)


def _reach(n_fields: int) -> float:
    """Half the width of the dial with its badges, in dial units."""
    widest = max(abs(math.sin(2 * math.pi * i / n_fields)) for i in range(n_fields))
    return LABEL_RING if widest > 0.95 else _REACH


def _bottom(n_fields: int) -> float:
    """How far the badges, what stands beside them or the bezel reach below the centre."""
    beside = (-SATELLITE, 0, SATELLITE, 2 * SATELLITE)
    angles = (360 * i / n_fields + turn for i in range(n_fields) for turn in beside)
    lowest = max(-math.cos(math.radians(a)) for a in angles)
    return max(BEZEL_OUTER, BADGE_RING * lowest + BADGE) + 1


@dataclass(frozen=True, slots=True)
class Block:
    """A name broken into lines, with its size."""

    lines: tuple[str, ...]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Label:
    """A block in place; (x, y) is the anchor's x and the top, `left` the left edge."""

    block: Block
    x: float
    y: float
    anchor: str
    left: float

    def meets(self, other: "Label") -> bool:
        """Whether the two lie closer than 8 across and 2 down."""
        across = self.left < other.left + other.block.width + 8
        across = across and other.left < self.left + self.block.width + 8
        down = self.y < other.y + other.block.height + 2
        return across and down and other.y < self.y + self.block.height + 2


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the dial lies; `unit` is the length of one dial unit. No labels when none fit."""

    cx: float
    cy: float
    unit: float
    labels: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class _Room:
    """A trial: the space there is, the dial's place in it and the number of fields."""

    width: float
    height: float
    cy: float
    unit: float

    @property
    def radius(self) -> float:
        return LABEL_RING * self.unit
