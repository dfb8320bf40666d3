"""The needle while it swings, laid over the dial's hub."""

from PySide6.QtCore import QEasingCurve, QVariantAnimation

from kompasskive.desktop.widgets.dial_item import OverlayItem
from kompasskive.dial.laid_over import needle_shapes
from kompasskive.dial.palette import Palette
from kompasskive.dial.picture import Picture

SWING = 600


class NeedleItem(OverlayItem):
    """Nothing at rest: the picture below has the needle where it settles."""

    def __init__(self, palette: Palette) -> None:
        super().__init__(palette)
        self._picture: Picture | None = None
        self._swing = QVariantAnimation(self)
        self._swing.setDuration(SWING)
        self._swing.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._swing.valueChanged.connect(self._show_angle)
        self._swing.finished.connect(self.settle)

    def swing(self, picture: Picture, start: float, end: float) -> None:
        """Swing over a picture from one angle to another, in degrees, the shorter way round."""
        self._picture = picture
        self._swing.setStartValue(start)
        self._swing.setEndValue(start + (end - start + 180) % 360 - 180)
        self._show_angle(start)
        self._swing.start()

    def settle(self) -> None:
        """Stop at once and show the picture's own needle."""
        self._swing.stop()
        self.show_shapes(())

    def _show_angle(self, angle: float) -> None:
        if self._picture is not None:
            self.show_shapes(needle_shapes(self._picture, angle))
