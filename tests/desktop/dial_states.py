"""The states of the dial that are kept as pictures: what each shows, its size and its theme."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from PySide6.QtGui import QImage

from kompasskive.desktop.dial_painter import to_image
from kompasskive.dial.drawing import draw
from kompasskive.dial.laid_over import hover_shapes, mode_shapes, placing_shapes
from kompasskive.dial.options import DialOptions, words_of
from kompasskive.dial.palette import THEMES
from kompasskive.dial.picture import Picture
from kompasskive.dial.sheet import View, draw_sheet, subject_of
from kompasskive.dialogue.example import example_workbook
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Dimension, Mark
from kompasskive.profile.model import Cell, CellState, FieldProfile, Profile
from kompasskive.profile.profile import empty_profile

GOLDEN: Final = Path(__file__).parents[1] / "data" / "golden"
SIDE = 420
LONG = (
    "Beskæftigelseslovgivningsmæssig sagsbehandling",
    "Virksomhedskonsulentuddannelse",
    "Opkvalificering & Uddannelse",
    "Rehabilitering og helhedsorienteret indsats",
    "Sygedagpenge",
    "Integrationsgrunduddannelse",
    "Ungeindsats",
    "Netværk på tværs",
)


def states() -> "dict[str, State]":
    """Every state by the name of its picture."""
    jens, midway, org = agreed(), under_way(), compared()
    focus: dict[str, Any] = {"starting_points": True, "focus": (3, Dimension.RELATIONAL)}
    named = {
        "enig": State(jens),
        "undervejs": State(midway, focus),
        "organisation": State(org, {"organisation": True}),
        "tom": State(empty_profile(bundled(), "Ida Lund")),
        "kladde_med_forklaring": State(jens, {"legend": True, "stamp": "KLADDE"}, height=640),
        "dimension": State(jens, {"only": Dimension.PRACTICAL, "labels": False}),
        "over_og_placering": State(jens, {"labels": False}, lay=True),
        "tre_felter": State(with_names(jens, 3)),
        "otte_felter": State(with_names(jens, 8), width=560),
        "stor_tekst": State(jens, {"label_size": 26.0}),
        "lille_240": State(jens, width=240, height=240),
        "mindst_200": State(jens, width=200, height=200),
    }
    for theme in ("dark", "contrast", "grey"):
        named[f"enig_{theme}"] = State(jens, theme=theme)
        named[f"undervejs_{theme}"] = State(midway, focus, theme=theme)
        named[f"organisation_{theme}"] = State(org, {"organisation": True}, theme=theme)
    return named


def sheets() -> dict[str, Picture]:
    """The views that are several dials in one picture."""
    workbook = example_workbook(bundled(), 1, 1, date(2026, 11, 23))
    subject = subject_of(workbook, workbook.dialogues[-1])
    return {
        f"ark_{view}": draw_sheet(subject, view, 600, patterns=False)
        for view in (View.DIMENSIONS, View.SINCE)
    }


def images() -> dict[str, QImage]:
    """Every picture as Qt paints it, one pixel per unit."""
    drawn = {name: state.image() for name, state in states().items()}
    return drawn | {name: to_image(p, THEMES["light"], 1) for name, p in sheets().items()}


def agreed() -> Profile:
    """Jens Jensen's example with last time beside it."""
    workbook = example_workbook(bundled(), 1, 1, date(2026, 11, 23))
    return subject_of(workbook, workbook.dialogues[-1]).profile


def under_way() -> Profile:
    """A talk in the middle: starting points, and every state a cell can have."""
    jens = agreed()
    fields = [_started(f, index) for index, f in enumerate(jens.fields)]
    fields[3] = _changed(fields[3], relational=_state(CellState.LET_STAND, employee=3, leader=1))
    untouched = {d.value: _state(CellState.NOT_DISCUSSED) for d in Dimension}
    fields[4] = _unmarked(_changed(fields[4], **untouched))
    fields[5] = _changed(
        fields[5],
        practical=_state(CellState.PLACED, level=0),
        reflexive=_state(CellState.NOT_DISCUSSED),
        relational=_state(CellState.NOT_RELEVANT),
    )
    fields[5] = replace(_some_not_relevant(fields[5]), parked=True)
    return replace(jens, fields=tuple(fields), needle=None)


def compared() -> Profile:
    """The organisation's medians, fractions among them, over what was agreed."""
    jens = agreed()
    fields = (
        replace(
            f,
            cells=tuple(
                replace(c, previous=None, organisation=((i * 3 + j * 2) % 12) / 2 + 0.5)
                for j, c in enumerate(f.cells)
            ),
        )
        for i, f in enumerate(jens.fields)
    )
    return replace(jens, fields=tuple(fields))


def with_names(profile: Profile, count: int) -> Profile:
    """As many fields, with long Danish names."""
    repeated = (*profile.fields, *profile.fields)[:count]
    pairs = enumerate(zip(repeated, LONG, strict=False))
    fields = tuple(replace(f, number=i + 1, name=name) for i, (f, name) in pairs)
    return replace(profile, fields=fields, needle=1)


def _started(one: FieldProfile, index: int) -> FieldProfile:
    cells = (
        replace(
            c, employee=min(6, (c.level or 0) + (index + j) % 2), leader=max(0, (c.level or 0) - j)
        )
        for j, c in enumerate(one.cells)
    )
    return replace(one, cells=tuple(cells))


def _state(state: CellState, **values: int | None) -> dict[str, Any]:
    return {"state": state, "level": None, "previous": None, "employee": None, "leader": None} | (
        values
    )


def _changed(one: FieldProfile, **changes: Mapping[str, Any]) -> FieldProfile:
    def changed(cell: Cell) -> Cell:
        return replace(cell, **changes.get(cell.dimension.value, {}))

    return replace(one, cells=tuple(map(changed, one.cells)))


def _unmarked(one: FieldProfile) -> FieldProfile:
    basic, specialised = (
        tuple(replace(b, mark=None) for b in row) for row in (one.basic, one.specialised)
    )
    return replace(one, basic=basic, specialised=specialised, strength=False)


def _some_not_relevant(one: FieldProfile) -> FieldProfile:
    marks = [*Mark, None, None]
    basic = tuple(
        replace(b, mark=mark, not_relevant=at == len(marks) - 1)
        for at, (b, mark) in enumerate(zip(one.basic, marks, strict=False))
    )
    return replace(one, basic=basic)


@dataclass(frozen=True)
class State:
    """A profile, what its options add to the plain dial, its size and its theme."""

    profile: Profile
    options: Mapping[str, Any] = field(default_factory=dict)
    width: int = SIDE
    height: int = SIDE
    theme: str = "light"
    lay: bool = False

    def image(self) -> QImage:
        """The state as Qt paints it."""
        wanted = {"label_size": 13.0, "patterns": self.theme == "grey", **self.options}
        wanted["legend"] = words_of(bundled()) if wanted.get("legend") else None
        picture = draw(self.profile, self.width, self.height, DialOptions(**wanted))
        if self.lay:
            over = (
                *mode_shapes(picture),
                *hover_shapes(picture, 6, 1, Dimension.REFLEXIVE),
                *placing_shapes(picture, 6, 4, Dimension.RELATIONAL, 4),
                *placing_shapes(picture, 6, 5, Dimension.RELATIONAL, 0),
            )
            picture = replace(picture, shapes=(*picture.shapes, *over))
        return to_image(picture, THEMES[self.theme], 1)
