"""How wide text is in the bundled font, read from the font file when first asked for."""

from functools import cache
from typing import Any

from kompasskive import assets

LINE = 1.22
ASCENT = 0.98
_UNKNOWN = 1.0


@cache
def _advances(weight: str) -> dict[int, float]:
    from fontTools.ttLib import TTFont

    with TTFont(str(assets.font_path(weight)), lazy=True) as font:
        widths: Any = font["hmtx"].metrics
        em = float(font["head"].unitsPerEm)
        return {code: widths[name][0] / em for code, name in font.getBestCmap().items()}


def text_width(text: str, size: float, weight: str = "regular") -> float:
    """Width of one line at a font size, without kerning; unknown characters count one em."""
    advances = _advances(weight)
    return sum(advances.get(ord(c), _UNKNOWN) for c in text) * size
