"""Labels: always plain text, dressed by the style sheet."""

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kompasskive.desktop.early import literal


class Wrapped(QLabel):
    """A label of several lines that remembers its heights: a layout asks a dozen times for each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._font = self.font()
        self._heights: dict[int, int] = {}
        self.setWordWrap(True)

    def setText(self, text: str) -> None:  # noqa: N802
        self._heights.clear()
        super().setText(text)

    def setIndent(self, indent: int) -> None:  # noqa: N802
        self._heights.clear()
        super().setIndent(indent)

    def heightForWidth(self, width: int) -> int:
        font = self.font()
        if font != self._font:
            self._font = font
            self._heights.clear()
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = super().heightForWidth(width)
        return height


def label(
    text: str,
    kind: str = "body",
    tone: str = "ink",
    wrap: bool = False,
    parent: QWidget | None = None,
) -> QLabel:
    """A label of one of `stylesheet.TEXT_KINDS` and `stylesheet.TONES`; PlainText, never rich."""
    result = Wrapped(parent) if wrap else QLabel(parent)
    literal(result)
    result.setText(text)
    result.setProperty("kind", kind)
    result.setProperty("tone", tone)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        result.setSizePolicy(policy)
        result.setMinimumWidth(1)
    return result


def flowing(text: str, kind: str = "body", tone: str = "ink") -> QLabel:
    """A wrapped label in a layout that asks for heights: as high as its lines, never higher."""
    result = label(text, kind, tone, wrap=True)
    policy = result.sizePolicy()
    policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
    result.setSizePolicy(policy)
    return result


def set_text(target: QLabel, text: str) -> None:
    """Show `text`, touching the label only when it differs."""
    if target.text() != text:
        target.setText(text)


def set_tip(widget: QWidget, text: str) -> None:
    """Show `text` literally as the tooltip; Qt would read markup in it."""
    tip = f"<qt>{_escape(text)}</qt>" if text else ""
    if widget.toolTip() != tip:
        widget.setToolTip(tip)


def restyle(widget: QWidget, name: str, value: str) -> None:
    """Set a property the style sheet looks at, and let it look again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def _escape(text: str) -> str:
    """`html.escape` without loading what the first paint does not need."""
    table = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})
    return text.translate(table)
