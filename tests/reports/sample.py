"""A talk to put on paper, changed as a test needs it, and the text of what was printed."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import pypdfium2

from kompasskive.dialogue.model import Approval, Dialogue, DialogueState, Workbook
from kompasskive.reports.model import Included, ProfileReport
from kompasskive.reports.notes import compose

NOW = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)


@dataclass(frozen=True)
class Sample:
    """A workbook, one of its talks, and the talk before it."""

    workbook: Workbook
    talk: Dialogue
    previous: Dialogue | None

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:
        """Hypothesis tells what failed; all of a workbook would hide it."""
        printer.text("Sample(...)")

    def changed(self, **changes: Any) -> "Sample":
        return replace(self, talk=replace(self.talk, **changes))

    def approved(self, differing_view: str = "") -> "Sample":
        return self.changed(state=DialogueState.APPROVED, approval=Approval(NOW, differing_view))

    def named(self, name: str) -> "Sample":
        people = tuple(
            replace(p, name=name) if p.id == self.talk.employee_id else p
            for p in self.workbook.people
        )
        return replace(self, workbook=replace(self.workbook, people=people))

    def report(
        self, included: Included | None = None, file_name: str = "Profil.pdf"
    ) -> ProfileReport:
        chosen = included or Included()
        return compose(self.workbook, self.talk, self.previous, chosen, NOW, file_name)


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page, in reading order."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def squeezed(text: str) -> str:
    """The text without any white space, which line breaks change."""
    return "".join(text.split())
