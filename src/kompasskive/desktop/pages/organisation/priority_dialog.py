"""Writing one priority: what, by which lever, whose, until when, and how it went."""

from dataclasses import replace
from datetime import date
from typing import Final

from kompasskive import danish
from kompasskive.desktop.pages.about_editor import field_options
from kompasskive.desktop.pages.people_dialogs import date_fault
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.choice import Choice
from kompasskive.desktop.widgets.form import Form
from kompasskive.dialogue import text as texts
from kompasskive.dialogue.model import NAME_MAX
from kompasskive.dialogue.organisation import (
    LEVER_WORDS,
    STATUS_WORDS,
    Lever,
    Priority,
    PriorityStatus,
)
from kompasskive.framework.model import Framework

NOTHING: Final = "Skriv, hvad prioriteten er."
LENGTH: Final = 400


class PriorityDialog(Form):
    """A priority's words; `priority` is the one that is written anew, or a blank one."""

    def __init__(self, theme: Theme, framework: Framework, priority: Priority) -> None:
        title = "Ret prioritet" if priority.what else "Ny prioritet"
        super().__init__(theme, title, "Gem")
        self._priority = priority
        self.what = self.line("Hvad vil I?", priority.what, LENGTH, "Skriv om organisationen")
        self.field = Choice("Felt", field_options(framework))
        self.field.show_value(priority.field_id)
        self.add("Felt", self.field)
        self.lever = Choice("Greb", LEVER_WORDS.items())
        self.lever.show_value(priority.lever)
        self.add("Greb", self.lever)
        self.owner = self.line("Ansvarlig", priority.owner, NAME_MAX, "En funktion, fx teamleder")
        due = danish.short_date(priority.due_on) if priority.due_on else ""
        self.due = self.line("Senest", due, 40, "Fx 31.3.2027")
        self.status = Choice("Status", STATUS_WORDS.items())
        self.status.show_value(priority.status)
        self.add("Status", self.status)

    @property
    def priority(self) -> Priority:
        """The priority as it was written."""
        field_id = self.field.value
        return replace(
            self._priority,
            what=texts.line(self.what.text()).strip(),
            field_id=field_id if isinstance(field_id, str) else None,
            lever=Lever(str(self.lever.value)),
            owner=texts.name(self.owner.text()),
            due_on=self._due_on,
            status=PriorityStatus(str(self.status.value)),
        )

    @property
    def _due_on(self) -> date | None:
        return danish.parse_date(self.due.text())

    def fault(self) -> str:
        return date_fault(self.due.text()) if self.what.text().strip() else NOTHING
