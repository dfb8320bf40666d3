"""What a dimension looks like in practice: its question and the source's expressions."""

from PySide6.QtWidgets import QWidget

from kompasskive.desktop.widgets.layouts import column
from kompasskive.desktop.widgets.text import flowing, set_text
from kompasskive.framework.model import Dimension, Framework


class Guidance(QWidget):
    """Hidden while no dimension is shown."""

    def __init__(self) -> None:
        super().__init__()
        self._framework: Framework | None = None
        self._dimension: Dimension | None = None
        self.question = flowing("", "strong")
        self.expressions = flowing("", "small", "ink2")
        self.setLayout(column(self.question, self.expressions, gap=4, margins=(0, 4, 0, 8)))
        self.hide()

    def show_framework(self, framework: Framework) -> None:
        """Use the words of a framework."""
        if framework is not self._framework:
            self._framework = framework
            self._render()

    def show_dimension(self, dimension: Dimension | None) -> None:
        """Show one dimension, or nothing."""
        if dimension is not self._dimension:
            self._dimension = dimension
            self._render()
        self.setVisible(dimension is not None)

    def _render(self) -> None:
        framework, dimension = self._framework, self._dimension
        if framework is None or dimension is None:
            return
        names = {arena.arena: arena.name for arena in framework.arenas}
        told = (
            f"{names[expression.arena]}: {expression.text}"
            for expression in framework.expressions_of(dimension)
        )
        set_text(self.question, framework.dimension(dimension).question)
        set_text(self.expressions, "\n".join(told))
