"""The dial as a page shows it: in the theme's colours, names in a list where they do not fit."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.flow import Flow
from kompasskive.desktop.widgets.layouts import clear, column
from kompasskive.desktop.widgets.text import label
from kompasskive.dial.options import DialOptions
from kompasskive.dial.palette import THEMES, Palette, on_page
from kompasskive.profile.model import Profile


class DialPane(QWidget):
    """`ground` is the token of what the dial lies on; `field_chosen` carries a field's id.

    `placed` carries field id, dimension and level 0-6 or None while `set_placing` is on.
    """

    field_chosen = Signal(str)
    placed = Signal(str, object, object)

    def __init__(self, theme: Theme, ground: str = "sheet") -> None:
        from kompasskive.desktop.widgets.dial_view import DialView

        super().__init__()
        self._theme, self._ground = theme, ground
        self.view = DialView(self._palette())
        self._names = Flow(gap=12)
        self._fields: tuple[str, ...] = ()
        self._named: tuple[str, ...] = ()
        layout = column(self.view, gap=8)
        layout.setStretch(0, 1)
        layout.addLayout(self._names)
        self.setLayout(layout)
        self.view.field_chosen.connect(self.field_chosen)
        self.view.placed.connect(self.placed)
        self.view.names_beside_changed.connect(lambda _beside: self._list_names())
        theme.changed.connect(self._follow)
        self._follow()

    def set_ground(self, ground: str) -> None:
        """Lie on another token."""
        if ground != self._ground:
            self._ground = ground
            self.view.set_palette(self._palette())

    def show_profile(self, profile: Profile, options: DialOptions) -> None:
        """Show a profile; sizes in `options` are pixels."""
        fields = tuple(f"{f.number} {f.name}" for f in profile.fields)
        changed, self._fields = fields != self._fields, fields
        self.view.show_profile(profile, options)
        if changed and self._named:
            self._list_names()

    def _follow(self) -> None:
        self.view.set_palette(self._palette())
        self.view.set_animated(self._theme.motion)

    def _list_names(self) -> None:
        wanted = self._fields if self.view.names_beside else ()
        if wanted != self._named:
            self._named = wanted
            clear(self._names)
            for name in wanted:
                self._names.addWidget(label(name, "small", "ink2"))

    def _palette(self) -> Palette:
        return on_page(THEMES[self._theme.name], self._theme.tokens[self._ground])
