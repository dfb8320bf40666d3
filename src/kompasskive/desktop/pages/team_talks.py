"""Teamsamtale: a team places one dial together, without anyone's data."""

from datetime import date
from typing import Final

from kompasskive import danish
from kompasskive.desktop.context import Context
from kompasskive.desktop.pages.opening import opening_page
from kompasskive.desktop.pages.people_dialogs import date_fault, team_choice
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.form import Form
from kompasskive.dialogue import roster
from kompasskive.dialogue import text as texts
from kompasskive.dialogue.model import NAME_MAX, Workbook
from kompasskive.framework.catalogue import bundled

TEAM_TALK: Final = "Teamsamtale …"
INTRO: Final = (
    "Teamet placerer én skive sammen. Samtalen handler om teamet som helhed og gemmer intet "
    "om den enkelte."
)
NO_TEAM: Final = "Vælg et team, eller skriv navnet på et nyt."


class TeamDialog(Form):
    """Which team, when, and who leads the talk."""

    def __init__(self, theme: Theme, workbook: Workbook, today: date, team_id: str) -> None:
        super().__init__(theme, "Teamsamtale", "Begynd teamsamtalen", INTRO)
        self.team_box = team_choice(workbook, team_id or None)
        self.add("Team", self.team_box, "Vælg et team, eller skriv et nyt.")
        self._day = self.line("Dato", danish.short_date(today), 40)
        self._leader = self.line("Leder (kan stå tomt)", workbook.leader, NAME_MAX)

    @property
    def team(self) -> str:
        """The team's name."""
        return texts.name(self.team_box.currentText())

    @property
    def held_on(self) -> date:
        """The day; ValueError before the dialog was accepted."""
        day = danish.parse_date(self._day.text())
        if day is None:
            raise ValueError(self._day.text())
        return day

    @property
    def leader(self) -> str:
        """The leader's name, perhaps empty."""
        return texts.name(self._leader.text())

    def fault(self) -> str:
        if not self.team:
            return NO_TEAM
        return date_fault(self._day.text()) if self._day.text().strip() else "Skriv en dato."


class TeamTalks:
    """Begins and opens the talks a team holds as a whole."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def ask(self) -> None:
        """Ask which team, then begin."""
        self.begin("")

    def begin(self, team_id: str) -> None:
        """Ask for the team, the day and the leader, then open a new talk."""
        context = self._context
        value, today = context.document.value, context.now().date()
        dialog = TeamDialog(context.theme, value, today, team_id)
        if not context.questions.run(dialog):
            return
        workbook, chosen = roster.ensure_team(value, dialog.team, context.new_id())
        talk_id = context.new_id()
        made = roster.new_team_talk(
            workbook, chosen or "", talk_id, bundled(), dialog.held_on, dialog.leader
        )
        context.document.edit(f"Ny teamsamtale med {dialog.team}", made)
        talk = made.dialogue(talk_id)
        context.position.open_dialogue(talk)
        context.position.go(opening_page(made, talk))

    def open(self, team_id: str) -> None:
        """Open the latest talk, or begin the first one."""
        if self._context.document.value.team_talks(team_id):
            self._context.position.open_team(team_id)
            self._context.position.go("talk")
        else:
            self.begin(team_id)
