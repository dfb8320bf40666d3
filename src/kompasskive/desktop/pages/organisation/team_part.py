"""Teamoverblik at work: worked out off the window's thread, and opened from."""

from PySide6.QtWidgets import QWidget

from kompasskive.desktop.background import Background
from kompasskive.desktop.context import Context
from kompasskive.desktop.latest import Latest
from kompasskive.desktop.pages.organisation.edits import OrganisationEdits
from kompasskive.desktop.pages.organisation.figures import framework_of
from kompasskive.desktop.pages.organisation.team import TeamView
from kompasskive.desktop.pages.report_messages import Messages
from kompasskive.desktop.widgets.layouts import column
from kompasskive.desktop.widgets.working import Working
from kompasskive.errors import ExpectedError
from kompasskive.framework.model import Framework
from kompasskive.profile.team_model import TeamOverview
from kompasskive.profile.team_overview import team_overview

WORKING = "Overblikket samles …"


class TeamPart(QWidget):
    """Choosing somebody opens their profile."""

    def __init__(
        self, context: Context, background: Background, messages: Messages, working: Working
    ) -> None:
        super().__init__()
        self._context, self._messages, self._working = context, messages, working
        self.edits = OrganisationEdits(context)
        self.job = Latest(background)
        self.job.ready.connect(self._show)
        self.job.failed.connect(self._fail)
        self.view = TeamView(context.theme, context.turns)
        self.view.person_chosen.connect(self._open)
        self.view.named.connect(self.edits.name)
        self.setLayout(column(self.view, gap=0))

    def render_part(self) -> None:
        """Ask for the overview of the workbook as it is."""
        workbook, today = self._context.document.value, self._context.now().date()
        framework = framework_of(workbook)
        wish = workbook, today
        if self.job.is_wanted(wish):
            return
        tell = self._working.begin(WORKING)
        self.job.start(
            wish, lambda: (framework, team_overview(workbook, framework, today, tell=tell))
        )

    def _show(self, made: tuple[Framework, TeamOverview]) -> None:
        self._working.end()
        self.view.show_overview(*made, writable=not self._context.document.read_only_reason)

    def _fail(self, error: ExpectedError) -> None:
        self._working.end()
        self._messages.warn(str(error))

    def _open(self, person_id: str) -> None:
        self._context.position.open_person(person_id)
        self._context.position.go("profile")
