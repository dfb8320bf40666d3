"""How long nobody has touched keys, mouse or screen."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

TOUCHES: Final = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    )
)
MINUTE_MS: Final = 60_000


class Idle(QObject):
    """Emits `over` when nothing was touched for the minutes it was set to; 0 never does.

    It lives and listens as long as its `window`.
    """

    over = Signal()

    def __init__(self, app: QObject, window: QObject) -> None:
        super().__init__(window)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.over)
        self.minute_ms = MINUTE_MS
        self._app = app

    def watch(self, minutes: int) -> None:
        """Begin anew with so many minutes."""
        self._app.removeEventFilter(self)
        self._timer.stop()
        if minutes:
            self._app.installEventFilter(self)
            self._timer.start(minutes * self.minute_ms)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        if event.type() in TOUCHES:
            self._timer.start()
        return False
