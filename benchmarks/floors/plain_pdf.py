"""The floor for the PDF: the same shapes and texts drawn by ReportLab, with nothing decided."""

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, Table, TableStyle

LEFT, TOP, WIDTH = 71.0, 800.0, 473.0


def draw(
    shapes: Sequence[Any],
    colours: Mapping[str, str],
    pages: Sequence[Sequence[str | Sequence[Sequence[str]]]],
    fonts: Mapping[str, str],
) -> bytes:
    """Two pages: `pages` holds paragraphs and tables of words, `shapes` go on the first."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    style = ParagraphStyle("body", fontName=fonts["regular"], fontSize=9, leading=11.4)
    for number, page in enumerate(pages):
        if number == 0:
            _shapes(canvas, shapes, {token: HexColor(c) for token, c in colours.items()}, fonts)
        y = TOP if number else TOP - 420
        for block in page:
            flowable = _flowable(block, style)
            _, height = flowable.wrap(WIDTH, 1000)
            y -= height
            flowable.drawOn(canvas, LEFT, y)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _flowable(block: str | Sequence[Sequence[str]], style: ParagraphStyle) -> Any:
    if isinstance(block, str):
        return Paragraph(escape(block), style)
    cells = [[Paragraph(escape(word), style) for word in row] for row in block]
    lines = TableStyle(
        [
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, "#777777"),
            ("FONT", (0, 0), (-1, -1), style.fontName),
        ]
    )
    return Table(cells, colWidths=[WIDTH / len(cells[0])] * len(cells[0]), style=lines)


def _shapes(
    canvas: Canvas, shapes: Sequence[Any], colours: Mapping[str, Any], fonts: Mapping[str, str]
) -> None:
    canvas.saveState()
    canvas.translate(LEFT, TOP)
    for shape in shapes:
        if shape.fill:
            canvas.setFillColor(colours[shape.fill])
        if hasattr(shape, "text"):
            canvas.setFont(fonts[shape.weight], shape.size)
            canvas.drawString(shape.x, -shape.y, shape.text)
            continue
        if shape.stroke:
            canvas.setStrokeColor(colours[shape.stroke])
            canvas.setLineWidth(shape.width)
            canvas.setDash(list(shape.dash))
        stroke, fill = int(bool(shape.stroke)), int(bool(shape.fill))
        if hasattr(shape, "r"):
            canvas.circle(shape.x, -shape.y, shape.r, stroke=stroke, fill=fill)
            continue
        path = canvas.beginPath()
        for kind, *numbers in shape.segments:
            flipped = [-n if i % 2 else n for i, n in enumerate(numbers)]
            steps: dict[str, Callable[..., Any]] = {
                "M": path.moveTo,
                "L": path.lineTo,
                "C": path.curveTo,
                "Z": path.close,
            }
            steps[kind](*flipped)
        canvas.drawPath(path, stroke=stroke, fill=fill)
    canvas.restoreState()
