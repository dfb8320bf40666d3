"""The dial alone as a PDF of its own size."""

from kompasskive.dial.palette import Palette
from kompasskive.dial.picture import Picture
from kompasskive.reports import fonts
from kompasskive.reports.dial_drawing import paint
from kompasskive.reports.structure import Node
from kompasskive.reports.tagged_canvas import TaggedCanvas


def render(picture: Picture, palette: Palette) -> bytes:
    """One page as large as the picture (its units are points), on the palette's page colour.

    It names nobody: the picture's own title does, so it is not used.
    """
    size = picture.width, picture.height
    canvas = TaggedCanvas(size, "Kompasskive", "Kompasskive")
    with canvas.artifact("Background"):
        canvas.setFillColor(palette["page"])
        canvas.rect(0, 0, *size, stroke=0, fill=1)
    said = fonts.printable(picture.description)
    with canvas.content(Node("Figure", alternative=said, box=(0, 0, *size))):
        paint(canvas, picture, palette, 0, picture.height)
    canvas.showPage()
    return canvas.finished()
