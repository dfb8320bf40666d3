"""Udviklingsplan: the pair's own words first, suggestions after, agreements and the course."""

from PySide6.QtWidgets import QBoxLayout, QWidget

from kompasskive.desktop.context import Context
from kompasskive.desktop.pages.calendar_file import SAVE, save_days
from kompasskive.desktop.pages.plan_agreements import AgreementTable
from kompasskive.desktop.pages.plan_course import WIDTH, Course
from kompasskive.desktop.pages.plan_parked import ParkedTopics
from kompasskive.desktop.pages.plan_statements import StatementList
from kompasskive.desktop.pages.plan_suggestions import Suggestions
from kompasskive.desktop.pages.profile_of import profile_of
from kompasskive.desktop.pages.result_page import ResultPage
from kompasskive.desktop.widgets.buttons import Button, IconButton
from kompasskive.desktop.widgets.layouts import column, frame
from kompasskive.desktop.widgets.split import Split
from kompasskive.dialogue.plan import StatementKind
from kompasskive.dialogue.suggestions import SuggestionKind


class PlanPage(ResultPage):
    """Everything typed here is stored at once; one undo step per typing."""

    name = "plan"
    title = "Udviklingsplan"
    icon_name = "plan"
    number = 6
    invitation = (
        "Planen er jeres egne ord",
        "Her samler I styrkepositioner, udviklingspotentialer og aftaler, mens I taler.",
        "Programmet kan foreslå og siger altid hvorfor. I tager, retter eller lader ligge.",
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.paper = Button(
            context.theme,
            "Se den på papir",
            "",
            "report",
            on_click=lambda: context.position.go("report"),
        )
        self.to_calendar = IconButton(context.theme, "calendar", SAVE, self._save_days)
        self.header.add_tool(self.to_calendar)
        self.header.add_tool(self.paper)

    def build(self) -> QWidget:
        talk = self.talk
        self.parked = ParkedTopics(talk)
        self.strengths = StatementList(talk, StatementKind.STRENGTH)
        self.potentials = StatementList(talk, StatementKind.POTENTIAL)
        self.suggestions = Suggestions(talk, self._rewrite)
        self.agreements = AgreementTable(talk)
        self.course = Course(talk)
        self._lists = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lists.setSpacing(40)
        self._lists.addWidget(self.strengths, 1)
        self._lists.addWidget(self.potentials, 1)
        parts = (self.parked, self._lists, self.suggestions, 8, self.agreements, None)
        self.sheet = frame("sheet", column(*parts, gap=16, margins=(32, 24, 32, 20)))
        self.split = Split(talk.theme, self.sheet, self.course, WIDTH)
        self.split.reflowed.connect(self._reflow)
        self.split.resized.connect(lambda: self.agreements.set_cards(self.split.narrow))
        self._reflow(self.split.stacked)
        return self.split

    def render_page(self) -> None:
        self.paper.setVisible(self.talk.exists)
        self.to_calendar.setVisible(self.talk.exists)
        super().render_page()

    def fill(self) -> None:
        self.render_talk()

    def render_talk(self) -> None:
        self.parked.render_parked()
        self.strengths.render_list()
        self.potentials.render_list()
        self.suggestions.render_suggestions()
        self.agreements.render_table()
        self.course.render_course(profile_of(self.talk))

    def panes(self) -> tuple[QWidget, ...]:
        return (self.sheet, self.course) if self.talk.exists and self.built else (self,)

    def leave(self) -> None:
        if self.built:
            self.strengths.leave()
            self.potentials.leave()
            self.agreements.leave()
            self.course.leave()

    def _save_days(self) -> None:
        from kompasskive.reports.calendar import agreed_days

        self.leave()
        save_days(self.context, agreed_days(self.talk.dialogue.agreements))

    def _rewrite(self, kind: SuggestionKind, new_id: str) -> None:
        owners: dict[SuggestionKind, StatementList | AgreementTable] = {
            SuggestionKind.STRENGTH: self.strengths,
            SuggestionKind.POTENTIAL: self.potentials,
            SuggestionKind.AGREEMENT: self.agreements,
        }
        owners[kind].edit(new_id)

    def _reflow(self, stacked: bool) -> None:
        direction = QBoxLayout.Direction
        self._lists.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
