"""The ReportLab painter of the dial: the same display list as on screen, text as text."""

from functools import cache

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from kompasskive.dial.palette import Palette
from kompasskive.dial.picture import Circle, Path, Picture, Segment, Shape, Text
from kompasskive.reports import fonts


def paint(canvas: Canvas, picture: Picture, palette: Palette, x: float, top: float) -> None:
    """Draw `picture` with its top left corner at (x, top) points from the page's bottom left."""
    fonts.register()
    canvas.saveState()
    canvas.translate(x, top)
    for shape in picture.shapes:
        _paint_shape(canvas, shape, palette)
    canvas.restoreState()


def _paint_shape(canvas: Canvas, shape: Shape, palette: Palette) -> None:
    if isinstance(shape, Text):
        _paint_text(canvas, shape, palette)
        return
    _set_ink(canvas, shape, palette)
    stroke, fill = int(shape.stroke is not None), int(shape.fill is not None)
    if isinstance(shape, Circle):
        canvas.circle(shape.x, -shape.y, shape.r, stroke=stroke, fill=fill)
    else:
        canvas.drawPath(_path(canvas, shape.segments), stroke=stroke, fill=fill)


def _set_ink(canvas: Canvas, shape: Path | Circle, palette: Palette) -> None:
    if shape.fill is not None:
        canvas.setFillColor(_colour(palette[shape.fill]))
    if shape.stroke is not None:
        canvas.setStrokeColor(_colour(palette[shape.stroke]))
        canvas.setLineWidth(shape.width)
        canvas.setDash(list(shape.dash))


def _paint_text(canvas: Canvas, shape: Text, palette: Palette) -> None:
    canvas.setFillColor(_colour(palette[shape.fill]))
    canvas.setFont(fonts.name(shape.weight), shape.size)
    draw = {
        "start": canvas.drawString,
        "middle": canvas.drawCentredString,
        "end": canvas.drawRightString,
    }[shape.anchor]
    draw(shape.x, -shape.y, fonts.printable(shape.text))


def _path(canvas: Canvas, segments: tuple[Segment, ...]) -> PDFPathObject:
    path = canvas.beginPath()
    for segment in segments:
        match segment:
            case ("M", x, y):
                path.moveTo(x, -y)
            case ("L", x, y):
                path.lineTo(x, -y)
            case ("C", x1, y1, x2, y2, x, y):
                path.curveTo(x1, -y1, x2, -y2, x, -y)
            case _:
                path.close()
    return path


@cache
def _colour(code: str) -> Color:
    return HexColor(code)
