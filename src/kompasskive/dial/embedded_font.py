"""The bundled font cut down to the letters of a picture, to put inside an SVG file."""

import base64
from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO

from kompasskive import assets
from kompasskive.dial.picture import Picture, Text

FAMILY = "Source Sans 3"
CSS_WEIGHTS = {"regular": 400, "semibold": 600, "bold": 700}
_KEPT_NAMES = (0, 1, 2, 3, 4, 5, 6, 13, 14)


def font_faces(picture: Picture) -> str:
    """A CSS @font-face rule for each weight that occurs, with the font as data; "" without text.

    The font keeps its name and its licence (SIL Open Font License).
    """
    texts = [s for s in picture.shapes if isinstance(s, Text)]
    weights = [w for w in CSS_WEIGHTS if any(t.weight == w for t in texts)]
    return "\n".join(_rule(w, (t.text for t in texts if t.weight == w)) for w in weights)


def _rule(weight: str, texts: Iterable[str]) -> str:
    letters = "".join(sorted(set("".join(texts))))
    data = base64.b64encode(_subset(weight, letters)).decode("ascii")
    return (
        f"@font-face{{font-family:'{FAMILY}';font-weight:{CSS_WEIGHTS[weight]};"
        f"src:url(data:font/woff;base64,{data}) format('woff')}}"
    )


@lru_cache(maxsize=16)
def _subset(weight: str, letters: str) -> bytes:
    """A WOFF file with these letters, the same bytes for the same letters."""
    from fontTools.subset import Options, Subsetter, load_font, save_font

    options = Options(flavor="woff", layout_features=[], hinting=False, notdef_outline=True)
    options.name_IDs = list(_KEPT_NAMES)
    options.recalc_timestamp = False
    with load_font(str(assets.font_path(weight)), options) as font:
        subsetter = Subsetter(options)
        subsetter.populate(text=letters)
        subsetter.subset(font)
        buffer = BytesIO()
        save_font(font, buffer, options)
        return buffer.getvalue()
