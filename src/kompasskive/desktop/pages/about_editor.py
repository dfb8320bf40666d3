"""Writing a statement: what it is about, and the pair's own words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.choice import Choice
from kompasskive.desktop.widgets.layouts import column, row
from kompasskive.desktop.widgets.text_edit import TextEdit
from kompasskive.desktop.wording import NO_DIMENSION, NO_FIELD, competences
from kompasskive.dialogue.model import About, Statement
from kompasskive.framework.model import Dimension, Framework


class AboutEditor(QWidget):
    """`about_picked` carries an About; `finished` says the pair is done."""

    about_picked = Signal(object)
    finished = Signal()

    def __init__(self, theme: Theme, framework: Framework) -> None:
        super().__init__()
        self.field = Choice("Felt", field_options(framework))
        self.dimension = Choice("Dimension", dimension_options(framework))
        self.text = TextEdit(theme, "Med jeres egne ord", lines=3, grows=True)
        self.text.setPlaceholderText("Med jeres egne ord")
        self.done = Button(theme, "Færdig", "small", on_click=self.finished.emit)
        self.setLayout(column(self.field, self.dimension, self.text, row(self.done, None), gap=6))
        self.field.picked.connect(lambda _value: self.about_picked.emit(self._about()))
        self.dimension.picked.connect(lambda _value: self.about_picked.emit(self._about()))

    def show_statement(self, framework: Framework, statement: Statement) -> None:
        """Show a statement, leaving what is being typed alone."""
        self.field.set_options(field_options(framework))
        self.dimension.set_options(dimension_options(framework))
        self.field.show_value(statement.about.field_id)
        self.dimension.show_value(statement.about.dimension)
        self.text.show_text(statement.text)

    def _about(self) -> About:
        field, dimension = self.field.value, self.dimension.value
        return About(
            field if isinstance(field, str) else None,
            dimension if isinstance(dimension, Dimension) else None,
        )


def field_options(framework: Framework) -> list[tuple[str | None, str]]:
    """The fields a thing may be about, after none."""
    return [(None, NO_FIELD), *((f.id, f.name) for f in framework.fields)]


def dimension_options(framework: Framework) -> list[tuple[Dimension | None, str]]:
    """The dimensions a thing may be about, after none."""
    return [(None, NO_DIMENSION), *((d, competences(framework, d)) for d in Dimension)]
