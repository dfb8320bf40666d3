"""How many people a number needs before it is shown: the one thing of the protection to choose."""

from typing import Final

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.form import Form
from kompasskive.desktop.widgets.number_field import NumberField
from kompasskive.profile.thresholds import CELL_MIN, DEFAULT

TITLE: Final = "Grænsen for »for få«"
MOST: Final = 50
INTRO: Final = (
    f"Et tal vises kun, når det bygger på mindst så mange personer. {DEFAULT.cell} er det, vi "
    f"anbefaler, og {CELL_MIN} det laveste. Under {DEFAULT.cell} kan en kollega, der kender sit "
    f"eget svar, lettere regne en andens ud. En medarbejder lægges stadig kun ved siden af, når I "
    f"er mindst {DEFAULT.comparison}, og det, der er frosset, ændres ikke."
)


class ThresholdDialog(Form):
    """`number` is what was chosen."""

    def __init__(self, theme: Theme, cell: int) -> None:
        super().__init__(theme, TITLE, "Gem", INTRO)
        self.field = NumberField("Mindst så mange personer", CELL_MIN, MOST)
        self.field.show_number(cell)
        self.add("Mindst så mange personer", self.field)

    @property
    def number(self) -> int:
        """How many people a number needs."""
        return self.field.value()
