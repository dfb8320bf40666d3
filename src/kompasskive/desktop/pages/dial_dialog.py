""" "Gem skiven som fil …": which sort of file, how large and in which colours."""

from PySide6.QtWidgets import QSpinBox

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.choice import Choice
from kompasskive.desktop.widgets.form import Form
from kompasskive.dial.sheet import SIZES

USUAL = 1800
FILES = (
    (".png", "Billede (PNG)"),
    (".svg", "Tegning (SVG), skarp i alle størrelser"),
    (".pdf", "Papir (PDF)"),
)
THEMES = (
    ("light", "Lyse farver"),
    ("dark", "Mørke farver"),
    ("contrast", "Høj kontrast"),
    ("grey", "Gråtoner med mønstre"),
)


class DialDialog(Form):
    """What is chosen can be read afterwards."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Gem skiven som fil", "Gem …")
        self.file = Choice("Filtype", FILES)
        self.add("Filtype", self.file)
        self.pixels = QSpinBox()
        self.pixels.setRange(SIZES.start, SIZES.stop - 1)
        self.pixels.setValue(USUAL)
        self.pixels.setSuffix(" pixel")
        self.pixels.setSingleStep(100)
        self.add("Bredde", self.pixels, "1800 pixel er skarpt på en side i A4-bredde.")
        self.colours = Choice("Farver", THEMES)
        self.add("Farver", self.colours)

    @property
    def ending(self) -> str:
        """ ".png", ".svg" or ".pdf"."""
        return str(self.file.value)

    @property
    def width_px(self) -> int:
        """The picture's width in pixels."""
        return self.pixels.value()

    @property
    def colour_theme(self) -> str:
        """A theme of the dial's palette."""
        return str(self.colours.value)
