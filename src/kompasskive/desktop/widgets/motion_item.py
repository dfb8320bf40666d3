"""Petals that grow and beads that drop, laid over the dial for a moment after a change."""

from PySide6.QtCore import QEasingCurve, QVariantAnimation

from kompasskive.desktop.widgets.dial_item import OverlayItem
from kompasskive.dial.motion import Changes, frame
from kompasskive.dial.options import DialOptions
from kompasskive.dial.palette import Palette
from kompasskive.dial.picture import Picture
from kompasskive.profile.model import Profile

GROWTH = 220


class MotionItem(OverlayItem):
    """Nothing at rest: the picture below is how it ends."""

    def __init__(self, palette: Palette) -> None:
        super().__init__(palette)
        self._shown: tuple[Picture, Profile, DialOptions, Changes] | None = None
        self._growth = QVariantAnimation(self)
        self._growth.setDuration(GROWTH)
        self._growth.setStartValue(0.0)
        self._growth.setEndValue(1.0)
        self._growth.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._growth.valueChanged.connect(self._show_moment)
        self._growth.finished.connect(self.settle)

    @property
    def moving(self) -> bool:
        """Whether anything is on its way."""
        return self._growth.state() == QVariantAnimation.State.Running

    def play(
        self, picture: Picture, profile: Profile, options: DialOptions, moved: Changes
    ) -> None:
        """Play a change over the picture of the profile after it."""
        self._shown = picture, profile, options, moved
        self._show_moment(0.0)
        self._growth.start()

    def settle(self) -> None:
        """Stop at once and show the picture itself."""
        self._growth.stop()
        self._shown = None
        self.show_shapes(())

    def _show_moment(self, moment: float) -> None:
        if self._shown is not None:
            self.show_shapes(frame(*self._shown, moment))
