"""Til uddannelsesudbydere: the very sheet that is saved and printed, from the frozen numbers."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kompasskive.desktop.background import Background
from kompasskive.desktop.context import Context
from kompasskive.desktop.latest import Latest
from kompasskive.desktop.pages.organisation.figures import Figures
from kompasskive.desktop.pages.organisation.outputs import DRAWING, PROVIDERS, Outputs
from kompasskive.desktop.pages.organisation.papers import provider_pdf
from kompasskive.desktop.pages.organisation.profile_part import ProfilePart
from kompasskive.desktop.pages.report_job import Pages, texts_of
from kompasskive.desktop.pages.report_preview import Preview
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.flow import Flow
from kompasskive.desktop.widgets.layouts import column, frame
from kompasskive.desktop.widgets.text import flowing, set_text
from kompasskive.desktop.widgets.working import Working
from kompasskive.errors import ExpectedError

ABOUT = (
    "Arket har det fælles sprog, jeres prioriteter, læringsbehov med antal, spørgsmål og plads til "
    "aftaler. Det bygger på det frosne øjebliksbillede for {period}."
)
WAY = "Gå til Organisationsprofil"


class ProvidersPart(QWidget):
    """Shows the period that is chosen on Organisationsprofil, or why not and the way there.

    `profile_wanted` says that the way was taken.
    """

    profile_wanted = Signal()

    def __init__(
        self,
        context: Context,
        background: Background,
        working: Working,
        profile: ProfilePart,
        outputs: Outputs,
    ) -> None:
        super().__init__()
        self._context, self._working, self._profile = context, working, profile
        self._outputs = outputs
        self._figures: Figures | None = None
        self._pages: Pages | None = None
        self.job = Latest(background)
        self.job.ready.connect(self._show)
        self.job.failed.connect(self._refuse)
        self.about = flowing("", "body", "ink2")
        theme = context.theme
        self.print_button = Button(theme, "Udskriv …", "primary", "print", self.print_out)
        self.save_button = Button(theme, PROVIDERS.text, "", "save", self._save)
        self.way = Button(theme, WAY, on_click=self.profile_wanted.emit)
        tools = Flow(gap=8)
        for tool in (self.print_button, self.save_button, self.way):
            tools.addWidget(tool)
        self.preview = Preview(theme, background)
        self.sheet = frame("well", column(self.preview, gap=0))
        layout = column(self.about, tools, gap=12, margins=(12, 0, 16, 0))
        layout.addWidget(self.sheet, 1)
        layout.addStretch(0)
        self.setLayout(layout)
        profile.shown.connect(self._follow)
        self.way.hide()
        self._enable()

    def render_part(self) -> None:
        """Have the chosen period's figures worked out, and the sheet after them."""
        self._profile.render_part()
        if self._profile.figures is not None:
            self._follow(self._profile.figures)

    def print_out(self) -> None:
        """Print the pages that are shown."""
        if self._pages is not None and self._figures is not None:
            name = self._outputs.occasion(self._figures, PROVIDERS).file_name
            self._outputs.print_pages(self._pages.pdf, name.removesuffix(".pdf"))

    def _follow(self, figures: Figures) -> None:
        self._figures = figures
        if not self.isVisible():
            return
        set_text(self.about, ABOUT.format(period=figures.wish.period.name))
        occasion = self._outputs.occasion(figures, PROVIDERS)

        def work() -> Pages:
            content = provider_pdf(occasion)
            return Pages(grey=False, pdf=content, texts=texts_of(content))

        if not self.job.is_wanted(figures):
            self._working.begin(DRAWING)
            self.job.start(figures, work)

    def _show(self, pages: Pages) -> None:
        self._working.end()
        self._pages = pages
        self.way.hide()
        self.sheet.show()
        self.preview.show_paper(pages)
        self._enable()

    def _refuse(self, error: ExpectedError) -> None:
        self._working.end()
        self._pages = None
        self.sheet.hide()
        self.way.show()
        set_text(self.about, str(error).removesuffix(" Intet er skrevet."))
        self._enable()

    def _save(self) -> None:
        if self._figures is not None:
            self._outputs.save(self._figures, PROVIDERS)

    def _enable(self) -> None:
        for button in (self.print_button, self.save_button):
            button.setVisible(self._pages is not None)
