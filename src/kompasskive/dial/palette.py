"""The colours of the dial: one token table per theme, and how colours are measured."""

from collections.abc import Mapping
from typing import Final, TypeAlias

Palette: TypeAlias = Mapping[str, str]
"""Token -> "#RRGGBB"."""

_LIGHT = {
    "page": "#FFFFFF",
    "paper": "#FFFFFF",
    "disc": "#FBFCFD",
    "ink": "#1B2733",
    "ink2": "#4A5763",
    "bezel": "#7C8896",
    "track": "#EBEFF3",
    "track_specialised": "#FDFDFE",
    "hairline": "#C6CFD8",
    "undiscussed": "#6B7885",
    "not_relevant": "#7F8A95",
    "baseline": "#1B2733",
    "focus": "#0B57D0",
    "organisation": "#B3123F",
    "strength": "#1B2733",
    "direction": "#C0272D",
    "direction_shade": "#8F1D22",
    "tail": "#8C98A4",
    "tail_shade": "#5D6975",
    "rose": "#A9B4BF",
    "ladder_inner": "#7F8C99",
    "ladder_outer": "#3C4A58",
    "practical_inner": "#2E7AD1",
    "practical_outer": "#1B4A86",
    "practical_edge": "#1B4A86",
    "reflexive_inner": "#CC6A1C",
    "reflexive_outer": "#8A3F06",
    "reflexive_edge": "#8A3F06",
    "relational_inner": "#7E4C79",
    "relational_outer": "#431F3E",
    "relational_edge": "#431F3E",
}
_DARK = {
    "page": "#14191F",
    "paper": "#14191F",
    "disc": "#181E25",
    "ink": "#EEF2F6",
    "ink2": "#B4BFCA",
    "bezel": "#8A97A5",
    "track": "#262F39",
    "track_specialised": "#181E25",
    "hairline": "#3E4955",
    "undiscussed": "#93A0AD",
    "not_relevant": "#7C8996",
    "baseline": "#EEF2F6",
    "focus": "#8AB8FF",
    "organisation": "#FF7A9C",
    "strength": "#EEF2F6",
    "direction": "#FF6B6B",
    "direction_shade": "#C94A4A",
    "tail": "#8A97A5",
    "tail_shade": "#66727F",
    "rose": "#56626F",
    "ladder_inner": "#7A8896",
    "ladder_outer": "#D5DEE7",
    "practical_inner": "#5A9BE8",
    "practical_outer": "#BFDCFF",
    "practical_edge": "#BFDCFF",
    "reflexive_inner": "#D57B2E",
    "reflexive_outer": "#FFC58C",
    "reflexive_edge": "#FFC58C",
    "relational_inner": "#A0629A",
    "relational_outer": "#DB98D1",
    "relational_edge": "#DB98D1",
}
_CONTRAST = {
    "page": "#000000",
    "paper": "#000000",
    "disc": "#000000",
    "ink": "#FFFFFF",
    "ink2": "#FFFFFF",
    "bezel": "#FFFFFF",
    "track": "#000000",
    "track_specialised": "#000000",
    "hairline": "#8C8C8C",
    "undiscussed": "#FFFFFF",
    "not_relevant": "#C8C8C8",
    "baseline": "#FFFFFF",
    "focus": "#FFFF00",
    "organisation": "#FF9CB8",
    "strength": "#FFFFFF",
    "direction": "#FFFF00",
    "direction_shade": "#C8C800",
    "tail": "#C8C8C8",
    "tail_shade": "#8C8C8C",
    "rose": "#C8C8C8",
    "ladder_inner": "#A6A6A6",
    "ladder_outer": "#FFFFFF",
    "practical_inner": "#6CB0FF",
    "practical_outer": "#EBF6FF",
    "practical_edge": "#EBF6FF",
    "reflexive_inner": "#FFA94D",
    "reflexive_outer": "#FFF99E",
    "reflexive_edge": "#FFF99E",
    "relational_inner": "#E5A6DD",
    "relational_outer": "#FFC6FF",
    "relational_edge": "#FFC6FF",
}
_GREY = {
    "page": "#FFFFFF",
    "paper": "#FFFFFF",
    "disc": "#FDFDFD",
    "ink": "#1A1A1A",
    "ink2": "#4A4A4A",
    "bezel": "#7A7A7A",
    "track": "#EFEFEF",
    "track_specialised": "#FFFFFF",
    "hairline": "#C4C4C4",
    "undiscussed": "#6A6A6A",
    "not_relevant": "#7F7F7F",
    "baseline": "#1A1A1A",
    "focus": "#000000",
    "organisation": "#000000",
    "strength": "#1A1A1A",
    "direction": "#1A1A1A",
    "direction_shade": "#4A4A4A",
    "tail": "#B0B0B0",
    "tail_shade": "#8A8A8A",
    "rose": "#AAAAAA",
    "ladder_inner": "#757575",
    "ladder_outer": "#3A3A3A",
    "practical_inner": "#7A7A7A",
    "practical_outer": "#3A3A3A",
    "practical_edge": "#2A2A2A",
    "reflexive_inner": "#7A7A7A",
    "reflexive_outer": "#3A3A3A",
    "reflexive_edge": "#2A2A2A",
    "relational_inner": "#7A7A7A",
    "relational_outer": "#3A3A3A",
    "relational_edge": "#2A2A2A",
}
THEMES: Final[Mapping[str, Palette]] = {
    "light": _LIGHT,
    "dark": _DARK,
    "contrast": _CONTRAST,
    "grey": _GREY,
}
"""The grey theme tells dimensions apart only when the picture is drawn with `patterns`."""


def on_page(palette: Palette, page: str) -> Palette:
    """The palette for a dial that lies on another colour ("#RRGGBB"), such as a sheet."""
    return {**palette, "page": page}


def contrast(first: str, second: str) -> float:
    """The WCAG contrast ratio of two "#RRGGBB" colours, 1.0 to 21.0."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
