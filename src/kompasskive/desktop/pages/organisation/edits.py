"""What is changed on Organisation: each is one undoable step of the document."""

from collections.abc import Iterable
from dataclasses import replace

from kompasskive.desktop.context import Context
from kompasskive.desktop.pages.organisation.goals_dialog import GoalsDialog
from kompasskive.desktop.pages.organisation.priority_dialog import PriorityDialog
from kompasskive.desktop.pages.organisation.threshold_dialog import ThresholdDialog
from kompasskive.dialogue import roster, rows
from kompasskive.dialogue.model import Workbook
from kompasskive.dialogue.organisation import Goal, Lever, Priority, Snapshot
from kompasskive.framework.model import Framework
from kompasskive.profile.freezing import thresholds_of, with_threshold
from kompasskive.profile.periods import Period


class OrganisationEdits:
    """Goals, priorities, the threshold, who may be named, and frozen periods."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @property
    def workbook(self) -> Workbook:
        """The open workbook as it is now."""
        return self._context.document.value

    def name(self, person_id: str, on: bool) -> None:
        """Say whether a person may be named as one that others can ask."""
        person = replace(self.workbook.person(person_id), may_be_named=on)
        label = f"{person.name} {'må' if on else 'skal ikke'} nævnes"
        self._context.document.edit(label, roster.change_person(self.workbook, person))

    def ask_goals(self, framework: Framework) -> None:
        """Ask for the goals anew."""
        dialog = GoalsDialog(self._context.theme, framework, self.workbook.goals)
        if self._context.questions.run(dialog):
            self._set_goals(dialog.goals)

    def ask_threshold(self) -> None:
        """Ask how many people a number needs."""
        dialog = ThresholdDialog(self._context.theme, thresholds_of(self.workbook).cell)
        if self._context.questions.run(dialog):
            changed = with_threshold(self.workbook, dialog.number)
            self._context.document.edit(f"»For få« er nu under {dialog.number}", changed)

    def ask_priority(
        self, framework: Framework, period: Period, priority: Priority | None = None
    ) -> None:
        """Ask for a priority of the period, a new one unless it is given."""
        new = Priority(self._context.new_id(), period.key, "", Lever.LEARNING)
        dialog = PriorityDialog(self._context.theme, framework, priority or new)
        if self._context.questions.run(dialog):
            written = dialog.priority
            every = self.workbook.priorities
            changed = rows.changed(every, written) if priority else rows.added(every, written)
            label = "Prioritet rettet" if priority else "Prioritet tilføjet"
            self._put_priorities(label, changed)

    def remove_priority(self, priority_id: str) -> None:
        """Take a priority away."""
        self._put_priorities(
            "Prioritet fjernet", rows.without(self.workbook.priorities, priority_id)
        )

    def keep_snapshots(self, snapshots: tuple[Snapshot, ...]) -> None:
        """Keep frozen numbers for good; the user was asked first."""
        self._context.document.settle(replace(self.workbook, snapshots=snapshots))

    def _set_goals(self, goals: Iterable[Goal]) -> None:
        self._context.document.edit("Mål rettet", replace(self.workbook, goals=tuple(goals)))

    def _put_priorities(self, label: str, priorities: tuple[Priority, ...]) -> None:
        self._context.document.edit(label, replace(self.workbook, priorities=priorities))
