"""The dial's picture and everything that is laid over it, from the bottom to the top."""

from pyqtgraph import GraphicsView

from kompasskive.desktop.widgets.dial_cells import DialCell
from kompasskive.desktop.widgets.dial_item import DialItem, OverlayItem
from kompasskive.desktop.widgets.motion_item import MotionItem
from kompasskive.desktop.widgets.needle_item import NeedleItem
from kompasskive.dial.drawing import needle_angle
from kompasskive.dial.laid_over import focus_shapes, hover_shapes, mode_shapes, placing_shapes
from kompasskive.dial.motion import changes
from kompasskive.dial.options import DialOptions
from kompasskive.dial.palette import Palette
from kompasskive.dial.picture import Picture
from kompasskive.profile.model import Profile


class DialLayers:
    """Each layer repaints by itself, and only what differs."""

    def __init__(self, view: GraphicsView, palette: Palette) -> None:
        self.dial, self.motion = DialItem(palette), MotionItem(palette)
        self.needle = NeedleItem(palette)
        self.rim, self.hover, self.ring = (OverlayItem(palette) for _ in range(3))
        self._every = (self.dial, self.motion, self.needle, self.rim, self.hover, self.ring)
        for item in self._every:
            view.addItem(item)

    def set_palette(self, palette: Palette) -> None:
        """Show everything in other colours."""
        for item in self._every:
            item.set_palette(palette)

    def show_picture(self, picture: Picture, placing: bool) -> None:
        """Show another picture, with nothing on its way and nothing under the mouse."""
        self.settle()
        self.dial.show_picture(picture)
        self.hover.show_shapes(())
        self.show_mode(picture, placing)

    def show_mode(self, picture: Picture, placing: bool) -> None:
        """Tell by the rim whether clicks place."""
        self.rim.show_shapes(mode_shapes(picture) if placing else ())

    def show_focus(self, picture: Picture, cell: DialCell | None) -> None:
        """The ring around the cell that has the keyboard, if any."""
        self.ring.show_shapes(focus_shapes(picture, *cell.place) if cell else ())

    def show_hover(self, picture: Picture, cell: DialCell | None, level: int | None) -> None:
        """The outline under the mouse: of a cell, or of what a click would place there."""
        if cell is None:
            self.hover.show_shapes(())
        elif level is None:
            self.hover.show_shapes(hover_shapes(picture, *cell.place))
        else:
            self.hover.show_shapes(placing_shapes(picture, *cell.place, level))

    def play(self, picture: Picture, before: Profile, after: Profile, options: DialOptions) -> None:
        """Let petals grow, beads drop and the needle swing from one profile to the next."""
        moved = changes(before, after, options)
        if moved:
            self.motion.play(picture, after, options, moved)
        start, end = needle_angle(before, options), needle_angle(after, options)
        if end is not None and start != end and options.only is None:
            self.needle.swing(picture, start or 0.0, end)

    def settle(self) -> None:
        """Stop all movement and show how it ends."""
        self.motion.settle()
        self.needle.settle()
