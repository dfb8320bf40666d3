"""Organisationsprofil at work: what is chosen, what is worked out for it, and freezing it."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kompasskive import danish
from kompasskive.desktop.background import Background
from kompasskive.desktop.context import Context
from kompasskive.desktop.latest import Latest
from kompasskive.desktop.pages.organisation.edits import OrganisationEdits
from kompasskive.desktop.pages.organisation.figures import (
    Figures,
    Wish,
    countable,
    counted_in,
    framework_of,
    work_out,
)
from kompasskive.desktop.pages.organisation.included import Included
from kompasskive.desktop.pages.organisation.priorities import PriorityList
from kompasskive.desktop.pages.organisation.profile_tools import ProfileTools
from kompasskive.desktop.pages.organisation.profile_view import ProfileView
from kompasskive.desktop.pages.organisation.section import Section
from kompasskive.desktop.pages.report_messages import Messages
from kompasskive.desktop.widgets.layouts import column
from kompasskive.desktop.widgets.text import set_text
from kompasskive.desktop.widgets.working import Working
from kompasskive.dialogue.model import Employee, Workbook
from kompasskive.dialogue.organisation import Priority
from kompasskive.errors import ExpectedError
from kompasskive.profile.freezing import freeze
from kompasskive.profile.periods import Period, half_of, parse_period, recent_periods
from kompasskive.profile.team_dial import team_talks

PEOPLE_MOST: Final = 200
WORKING: Final = "Tallene lægges sammen …"
FREEZE_TITLE: Final = "Frys øjebliksbillede"
FREEZE_TEXT: Final = (
    "Tallene for {period} bliver stående, som de er nu, og kan deles. Det kan ikke fortrydes. "
    "Et nyt billede af perioden kræver, at ingen eller mindst {least} personer er anderledes."
)
FROZEN: Final = "Frosset {day}"
NOT_FROZEN: Final = "Ikke frosset endnu"


class ProfilePart(QWidget):
    """`shown` carries the figures whenever they have come."""

    shown = Signal(object)

    def __init__(
        self, context: Context, background: Background, messages: Messages, working: Working
    ) -> None:
        super().__init__()
        self._context, self._background = context, background
        self._messages, self._working = messages, working
        self.edits = OrganisationEdits(context)
        self.figures: Figures | None = None
        self.job = Latest(background)
        self.job.ready.connect(self._show)
        self.job.failed.connect(self._fail)
        self.tools = ProfileTools(context.theme)
        self.view = ProfileView(context.theme)
        self.priorities = PriorityList(
            context.theme, self._write_priority, self.edits.remove_priority
        )
        self.included = Included(context.theme)
        self.view.add_part(Section("Prioriteter", self.priorities))
        self.counted = Section("Det, der er talt med", self.included)
        self.view.add_part(self.counted)
        self.tools.changed.connect(self.render_part)
        self.tools.freezing.connect(self._ask_freeze)
        self.view.goals_wanted.connect(
            lambda: self.edits.ask_goals(framework_of(self._context.document.value))
        )
        self._above = column(gap=0)
        layout = column(gap=0)
        layout.addLayout(self._above)
        layout.addWidget(self.view, 1)
        self.setLayout(layout)
        self.view.split.reflowed.connect(self._place_tools)
        self._place_tools(self.view.split.stacked)

    @property
    def period(self) -> Period:
        """The chosen period, this half-year until another is chosen."""
        key = self.tools.period_key
        return parse_period(key) if key else half_of(self._context.now().date())

    def render_part(self) -> None:
        """Ask for the figures of what is chosen, unless they are the ones on show."""
        self._offer()
        workbook = self._context.document.value
        wish = Wish(
            workbook,
            self.period,
            self.tools.screening,
            self.tools.person_id,
            self._context.now().date(),
            countable(self._context.document),
            self.tools.team_id,
        )
        if not self.job.is_wanted(wish):
            tell = self._working.begin(WORKING)
            self.job.start(wish, lambda: work_out(wish, tell))

    def _place_tools(self, stacked: bool) -> None:
        """Where everything is one column they scroll away with it."""
        if stacked:
            self.view.put_on_top(self.tools)
        else:
            self._above.addWidget(self.tools)

    def _offer(self) -> None:
        workbook, today = self._context.document.value, self._context.now().date()
        person = self._person(workbook)
        people = [p for p in workbook.people if not p.archived][:PEOPLE_MOST]
        if person is not None and person not in people:
            people.append(person)
        people.sort(key=lambda p: danish.sort_key(p.name))
        periods = {p.key: p for p in recent_periods(today)}
        periods |= {s.period: parse_period(s.period) for s in workbook.snapshots}
        first = self.tools.period.value is None
        self.tools.offer(
            [(p.id, p.name) for p in people],
            [(team.id, team.name) for team, _ in team_talks(workbook)],
            [(p.key, p.name) for p in periods.values()],
        )
        if first:
            self.tools.period.show_value(half_of(today).key)
        if person is not None:
            self.tools.show_person(person.id, person.first_name)

    def _person(self, workbook: Workbook) -> Employee | None:
        """Who was chosen here, or whose talk is open."""
        chosen = self.tools.person_id or self._context.position.person_id
        return next((p for p in workbook.people if p.id == chosen), None)

    def _show(self, figures: Figures) -> None:
        self._working.end()
        self.figures = figures
        workbook = self._context.document.value
        writable = not self._context.document.read_only_reason
        self.view.show_figures(figures, writable)
        own = [p for p in workbook.priorities if p.period == figures.wish.period.key]
        self.priorities.show_priorities(figures.framework, own, writable)
        sent = [c for c in workbook.contributions if c.period == figures.wish.period.key]
        people = figures.profile.people if figures.profile else None
        self.included.show_included(people, sent, writable)
        self.counted.setVisible(bool(people or sent))
        frozen = figures.snapshot
        state = FROZEN.format(day=danish.short_date(frozen.made_at.date())) if frozen else ""
        set_text(self.tools.state, state or NOT_FROZEN)
        self.tools.freeze_button.setEnabled(writable)
        self.shown.emit(figures)

    def _fail(self, error: ExpectedError) -> None:
        self._working.end()
        self._messages.warn(str(error))

    def _write_priority(self, priority: Priority | None) -> None:
        framework = framework_of(self._context.document.value)
        self.edits.ask_priority(framework, self.period, priority)

    def _ask_freeze(self) -> None:
        least = self.figures.least if self.figures else 5
        text = FREEZE_TEXT.format(period=self.period.name, least=least)
        if self._context.questions.confirm(FREEZE_TITLE, text, "Frys"):
            self.freeze()

    def freeze(self) -> None:
        """Freeze the chosen period's numbers; the user was asked first."""
        workbook, period, screening = (
            self._context.document.value,
            self.period,
            self.tools.screening,
        )
        new_id, now = self._context.new_id(), self._context.now()
        path = countable(self._context.document)

        def work() -> Workbook:
            framework = framework_of(workbook)
            counted = counted_in(
                workbook, framework, period, screening=screening, path=path, tell=tell
            )
            return freeze(workbook, framework, counted, period, new_id, now, screening=screening)

        tell = self._working.begin(WORKING)
        self._background.start(work, lambda new: self._frozen(workbook, new), self._fail)

    def _frozen(self, before: Workbook, after: Workbook) -> None:
        self._working.end()
        if after.snapshots == before.snapshots:
            self._messages.tell(
                "Ingen er anderledes, siden perioden blev frosset. Tallene gælder stadig."
            )
            return
        self.edits.keep_snapshots(after.snapshots)
        self._messages.tell(f"Tallene for {self.period.name} er frosset.")
