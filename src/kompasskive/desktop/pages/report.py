"""Rapport: what comes with it on the left, the very page on the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompasskive import danish
from kompasskive.desktop.background import Background
from kompasskive.desktop.context import Context
from kompasskive.desktop.pages.report_choices import WIDTH, ReportChoices
from kompasskive.desktop.pages.report_job import Paper, PaperJob, Wish
from kompasskive.desktop.pages.report_messages import Messages
from kompasskive.desktop.pages.report_output import OutputTools
from kompasskive.desktop.pages.report_preview import Preview
from kompasskive.desktop.pages.report_tools import PreviewTools
from kompasskive.desktop.pages.result_page import ResultPage
from kompasskive.desktop.widgets.focus_order import follow_layout
from kompasskive.desktop.widgets.layouts import column, frame, row
from kompasskive.desktop.widgets.split import Split
from kompasskive.dialogue.model import Dialogue, DialogueKind
from kompasskive.errors import ExpectedError
from kompasskive.profile.comparison import previous_dialogue
from kompasskive.reports.file_names import suggested
from kompasskive.reports.variants import NOTES
from kompasskive.reports.who import subject

LEAST_HEIGHT = 420


class ReportPage(ResultPage):
    """The bytes that are shown are the bytes that are saved and printed."""

    name = "report"
    title = "Rapport"
    icon_name = "report"
    number = 9
    keys = "Ctrl+P Udskriv   ·   PageUp/PageDown Blad   ·   F1 Hjælp"
    invitation = (
        "En side, der er værd at gemme",
        "Når I har talt sammen, bliver skiven, jeres ord og aftalerne til to sider papir.",
        "Her vælger I, hvad der kommer med, og ser siden, før den skrives ud.",
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._background = Background()
        self.job = PaperJob(self._background)
        self.job.ready.connect(self._show_paper)
        self.job.failed.connect(self._fail)
        self.tools = PreviewTools(context.theme)
        self.tools.setParent(self)
        self.tools.hide()
        for keys, act in (
            ("Ctrl+P", self._print),
            ("PgUp", lambda: self._scroll(-1)),
            ("PgDown", lambda: self._scroll(1)),
            ("Ctrl++", lambda: self.tools.zoom(1)),
            ("Ctrl+-", lambda: self.tools.zoom(-1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def build(self) -> QWidget:
        context = self.context
        self.messages = Messages(context.theme)
        self.output = OutputTools(context, self.messages, self._background)
        self.choices = ReportChoices(context.theme, context.settings, self.output)
        self.preview = Preview(context.theme, self._background)
        self.choices.changed.connect(self.render_talk)
        self.tools.stepped.connect(self.preview.step)
        self.tools.fit_chosen.connect(self.preview.set_whole_page)
        self.tools.zoom_chosen.connect(self.preview.set_zoom)
        self.preview.page_changed.connect(self.tools.show_page)
        self._tool_row = row(None, margins=(12, 8, 12, 0))
        self._tool_strip = QWidget()
        self._tool_strip.setLayout(self._tool_row)
        self.sheet = frame("well", column(self._tool_strip, self.preview, gap=0))
        self.split = Split(
            context.theme,
            self.sheet,
            self.choices,
            WIDTH,
            least=1000,
            side_first=True,
        )
        self.split.reflowed.connect(self._reflow)
        self.split.resized.connect(self._size_preview)
        body = QWidget()
        layout: QVBoxLayout = column(self.messages, gap=0)
        layout.addWidget(self.split, 1)
        body.setLayout(layout)
        self._reflow(self.split.stacked)
        return body

    def context_line(self) -> str:
        dialogue = self.context.position.dialogue
        if dialogue is None or dialogue.approval is None or dialogue.is_draft:
            return super().context_line()
        day = danish.long_date(dialogue.approval.approved_at.date())
        differing = dialogue.approval.differing_view
        both = dialogue.kind is DialogueKind.DIALOGUE and not differing
        return f"{self.title}  ·  godkendt {'af begge ' if both else ''}{day}"

    def render_page(self) -> None:
        self.tools.setVisible(self.talk.exists)
        super().render_page()
        self.lock.hide()

    def render_talk(self) -> None:
        dialogue = self.talk.dialogue
        before = previous_dialogue(self.context.document.value, dialogue)
        self.choices.show_talk(self.context.document.value, dialogue, before)
        name = self._file_name(dialogue)
        self.output.suggest(name)
        self.output.offer_plan(not self.choices.notes)
        wish = Wish(
            self.context.document.value,
            dialogue.id,
            before,
            self.choices.included,
            self.choices.grey,
            name,
            self.choices.notes,
            self.choices.one_page,
        )
        if self.job.request(wish, self.context.now()):
            self.preview.wait()
            self.output.show_paper(None)
            self.tools.set_busy()

    def panes(self) -> tuple[QWidget, ...]:
        return (self.choices, self.preview) if self.talk.exists and self.built else (self,)

    def leave(self) -> None:
        self.job.forget()

    def finish(self) -> None:
        self._background.wait()

    def _file_name(self, dialogue: Dialogue) -> str:
        return suggested(
            self.talk.name,
            dialogue.held_on,
            with_name=self.context.settings.name_in_file,
            kind=NOTES if self.choices.notes else subject(dialogue),
        )

    def _show_paper(self, paper: Paper) -> None:
        self.preview.show_paper(paper)
        self.output.show_paper(paper)
        self.messages.tell_replaced(paper.replaced)

    def _fail(self, error: ExpectedError) -> None:
        self.messages.warn(str(error))

    def _print(self) -> None:
        if self.talk.exists and self.built:
            self.output.print_paper()

    def _scroll(self, step: int) -> None:
        if self.talk.exists and self.built:
            self.preview.roll(step)

    def _reflow(self, stacked: bool) -> None:
        if stacked:
            self._tool_row.insertWidget(0, self.tools)
        else:
            self.header.insert_tool(0, self.tools)
        self._tool_strip.setVisible(stacked)
        follow_layout(self)
        self._size_preview()

    def _size_preview(self) -> None:
        """The preview scrolls by itself and fills the window's height."""
        if self.built:
            height = max(LEAST_HEIGHT, self.split.viewport().height())
            self.sheet.setFixedHeight(height)
