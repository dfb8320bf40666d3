"""The third painter: a picture as SVG text that any browser or drawing program opens."""

import re
from xml.sax.saxutils import escape, quoteattr

from kompasskive.dial.embedded_font import CSS_WEIGHTS, FAMILY, font_faces
from kompasskive.dial.palette import Palette
from kompasskive.dial.picture import Circle, Path, Picture, Shape, Text

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_svg(picture: Picture, palette: Palette) -> str:
    """A whole SVG document with title, description, text as text and the font it is set in."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        _opening(_number(picture.width), _number(picture.height)),
        f'<title id="title">{_escaped(picture.title)}</title>',
        f'<desc id="desc">{_escaped(picture.description)}</desc>',
        f"<style>text{{white-space:pre}}\n{font_faces(picture)}</style>",
        f'<rect width="100%" height="100%" fill="{palette["page"]}"/>',
        *(_element(shape, palette) for shape in picture.shapes),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _opening(width: str, height: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="img" xml:lang="da" aria-labelledby="title desc" '
        f'font-family="\'{FAMILY}\', sans-serif" font-kerning="none" '
        'text-rendering="geometricPrecision" xml:space="preserve">'
    )


def _element(shape: Shape, palette: Palette) -> str:
    if isinstance(shape, Text):
        return _text(shape, palette)
    if isinstance(shape, Circle):
        place = f'cx="{_number(shape.x)}" cy="{_number(shape.y)}" r="{_number(shape.r)}"'
        return f"<circle {place}{_paint(shape, palette)}/>"
    data = "".join(_segment(*segment) for segment in shape.segments)
    return f'<path d="{data}"{_paint(shape, palette)}/>'


def _segment(kind: str, *numbers: float) -> str:
    return f"{kind}{' '.join(_number(v) for v in numbers)}"


def _text(shape: Text, palette: Palette) -> str:
    place = f'x="{_number(shape.x)}" y="{_number(shape.y)}" font-size="{_number(shape.size)}"'
    style = f'font-weight="{CSS_WEIGHTS[shape.weight]}" text-anchor={quoteattr(shape.anchor)}'
    return f'<text {place} {style} fill="{palette[shape.fill]}">{_escaped(shape.text)}</text>'


def _paint(shape: Path | Circle, palette: Palette) -> str:
    said = f' fill="{palette[shape.fill] if shape.fill else "none"}"'
    if shape.stroke:
        said += f' stroke="{palette[shape.stroke]}" stroke-width="{_number(shape.width)}"'
    if shape.stroke and shape.dash:
        said += f' stroke-dasharray="{" ".join(_number(d) for d in shape.dash)}"'
    return said


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _escaped(text: str) -> str:
    """Text as XML; characters that XML cannot hold become the replacement character."""
    return escape(_FORBIDDEN.sub("\ufffd", text))
