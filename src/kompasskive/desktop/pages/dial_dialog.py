""" "Gem skiven som fil …": which sort of file, how large and in which colours."""

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
_SMALLEST, _LARGEST = SIZES.start, SIZES.stop - 1


class DialDialog(Form):
    """What is chosen can be read afterwards; a width that is none keeps it open."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Gem skiven som fil", "Gem …")
        self.file = Choice("Filtype", FILES)
        self.add("Filtype", self.file)
        hint = f"{USUAL} er skarpt på en side i A4-bredde. Højst {_LARGEST}."
        self.pixels = self.line("Bredde i pixel", str(USUAL), len(str(_LARGEST)), hint)
        self.colours = Choice("Farver", THEMES)
        self.add("Farver", self.colours)

    @property
    def ending(self) -> str:
        """ ".png", ".svg" or ".pdf"."""
        return str(self.file.value)

    @property
    def width_px(self) -> int:
        """The picture's width in pixels; 0 when what is written is no number."""
        text = self.pixels.text().strip()
        return int(text) if text.isascii() and text.isdigit() else 0

    @property
    def colour_theme(self) -> str:
        """A theme of the dial's palette."""
        return str(self.colours.value)

    def fault(self) -> str:
        """A width outside what can be drawn."""
        if self.width_px in SIZES:
            return ""
        return f"Bredden skal være et helt tal mellem {_SMALLEST} og {_LARGEST}, fx {USUAL}."
