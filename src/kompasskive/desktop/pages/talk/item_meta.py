"""What stands beside the marks of an item: last time, the wish, "Ikke relevant" and the keys."""

from PySide6.QtWidgets import QWidget

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import IconLabel
from kompasskive.desktop.widgets.layouts import row
from kompasskive.desktop.widgets.marks import Dash
from kompasskive.desktop.widgets.text import label, set_text
from kompasskive.profile.model import Bead

KEYS = "1–4 markér  ·  N note"
KEYS_ALONE = "1–4 markér"
_GAP = 12


class ItemMeta(QWidget):
    """Shows only what there is to tell."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.last = label("", "caption", "ink2")
        self.keys = label(KEYS, "caption", "accent")
        self.keys.hide()
        self.wish = _worded(IconLabel(theme, "sprout", 16, "ok_ink"), "Vil gerne udvikle", "ok_ink")
        self.irrelevant = _worded(Dash(theme), "Ikke relevant", "ink")
        self.setLayout(row(self.irrelevant, self.last, self.wish, self.keys, None, gap=_GAP))
        self.setMinimumWidth(1)

    def show_bead(self, bead: Bead) -> None:
        """Show what was said about an item, now and last time."""
        set_text(self.last, f"Sidst: {bead.previous_word}")
        self.last.setVisible(bool(bead.previous_word))
        self.wish.setVisible(bead.wish)
        self.irrelevant.setVisible(bead.not_relevant)

    def tell_keys(self, on: bool, room: int) -> None:
        """Tell the keys, but not where that would need more than `room` pixels beside the rest."""
        self.keys.setVisible(on and _GAP + self.keys.sizeHint().width() <= room)

    @property
    def needed(self) -> int:
        """How many pixels the rest takes, so that telling the keys never moves anything."""
        rest = (self.irrelevant, self.last, self.wish)
        widths = [part.sizeHint().width() for part in rest if not part.isHidden()]
        return sum(widths) + _GAP * max(0, len(widths) - 1)


def _worded(sign: QWidget, words: str, tone: str) -> QWidget:
    result = QWidget()
    result.setLayout(row(sign, label(words, "caption_strong", tone), gap=4))
    return result
