"""The dial alone as a PDF of its own size."""

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from kompasskive.dial.palette import Palette
from kompasskive.dial.picture import Picture
from kompasskive.reports import fonts
from kompasskive.reports.dial_drawing import paint


def render(picture: Picture, palette: Palette) -> bytes:
    """One page as large as the picture (its units are points), on the palette's page colour.

    The metadata names nobody: the picture's own title does, so it is not used.
    """
    fonts.register()
    buffer = BytesIO()
    canvas = Canvas(
        buffer,
        pagesize=(picture.width, picture.height),
        lang="da-DK",
        initialFontName=fonts.REGULAR,  # type: ignore[arg-type]
    )
    canvas.setTitle("Kompasskive")
    canvas.setAuthor("Kompasskive")
    canvas.setCreator("Kompasskive")
    canvas.setFillColor(palette["page"])
    canvas.rect(0, 0, picture.width, picture.height, stroke=0, fill=1)
    paint(canvas, picture, palette, 0, picture.height)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()
