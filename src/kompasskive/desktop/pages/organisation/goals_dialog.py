"""Ret mål: per field a local priority and how many should have breadth and depth."""

from typing import Final

from PySide6.QtWidgets import QCheckBox, QWidget

from kompasskive.desktop.pages.agreement_editor import labelled
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.flow import Flow
from kompasskive.desktop.widgets.form import Form
from kompasskive.desktop.widgets.layouts import column
from kompasskive.desktop.widgets.number_field import NumberField
from kompasskive.dialogue.organisation import Goal
from kompasskive.framework.model import CompetenceField, Framework

MOST_PEOPLE: Final = 99_999
INTRO: Final = (
    "Bredde er, hvor mange der mindst mestrer feltet. Dybde er, hvor mange der fordyber sig eller "
    "er længere. Uden mål vises kun tallene."
)


class GoalsDialog(Form):
    """A block per field; one without a tick has no goal."""

    def __init__(self, theme: Theme, framework: Framework, goals: tuple[Goal, ...]) -> None:
        super().__init__(theme, "Ret mål", "Gem mål", INTRO)
        known = {goal.field_id: goal for goal in goals}
        self.blocks = tuple(
            GoalBlock(number, len(framework.fields), field, known.get(field.id))
            for number, field in enumerate(framework.fields, start=1)
        )
        for block in self.blocks:
            self.add(block.title, block)

    @property
    def goals(self) -> tuple[Goal, ...]:
        """The goals as they were set, in field order."""
        return tuple(goal for block in self.blocks if (goal := block.goal) is not None)


class GoalBlock(QWidget):
    """One field: a tick, and three numbers while it is set."""

    def __init__(self, number: int, fields: int, field: CompetenceField, goal: Goal | None) -> None:
        super().__init__()
        self._field_id = field.id
        self.title = f"{number}  {field.name}"
        self.wanted = QCheckBox("Sæt mål for feltet")
        self.wanted.setAccessibleName(f"Sæt mål for {field.name}")
        self.setFocusProxy(self.wanted)
        self.priority = NumberField(f"Prioritet for {field.name}", 1, fields, "Ingen")
        self.breadth = NumberField(f"Ønsket bredde i {field.name}", 0, MOST_PEOPLE, "Alle")
        self.deep = NumberField(f"Ønsket dybde i {field.name}", 0, MOST_PEOPLE, "Intet ønske")
        shown = goal or Goal(field.id)
        for number_field, value in zip(
            self._numbers, (shown.priority, shown.breadth, shown.depth), strict=True
        ):
            number_field.show_number(value)
        numbers = Flow(gap=12)
        for name, number_field in zip(
            ("Prioritet", "Ønsket bredde", "Ønsket dybde"), self._numbers, strict=True
        ):
            numbers.addWidget(labelled(name, number_field))
        self._held = QWidget()
        self._held.setLayout(numbers)
        self.setLayout(column(self.wanted, self._held, gap=4))
        self.wanted.setChecked(goal is not None)
        self.wanted.toggled.connect(self._held.setEnabled)
        self._held.setEnabled(goal is not None)

    @property
    def goal(self) -> Goal | None:
        """The field's goal; None without a tick."""
        if not self.wanted.isChecked():
            return None
        numbers = (number_field.number for number_field in self._numbers)
        return Goal(self._field_id, *numbers)

    @property
    def _numbers(self) -> tuple[NumberField, NumberField, NumberField]:
        return self.priority, self.breadth, self.deep
