"""Bringing files together: making a contribution, the organisation's key, reading some in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject

from kompasskive.desktop.background import Background
from kompasskive.desktop.context import Context
from kompasskive.desktop.pages.organisation.contribution_dialogs import (
    ContributionDialog,
    KeyDialog,
)
from kompasskive.desktop.pages.organisation.figures import (
    countable,
    counted_in,
    framework_of,
)
from kompasskive.desktop.pages.report_messages import Messages
from kompasskive.desktop.settings import documents_folder
from kompasskive.desktop.widgets.working import Working
from kompasskive.dialogue.model import Workbook
from kompasskive.dialogue.organisation import Contribution, SentContribution
from kompasskive.errors import ExpectedError, FileError
from kompasskive.profile.periods import Period
from kompasskive.telling import WHOLE, Tell, quietly, share

FILTER: Final = "Bidrag (*.kompasbidrag)"
MAKING: Final = "Bidraget laves …"
READING: Final = "Bidragene læses …"
NOTHING: Final = "Der er ingen godkendte samtaler at bidrage med i perioden. Intet er skrevet."
MAKE_KEY: Final = (
    "Organisationens nøgle laves én gang og bliver i denne fil. Det kan ikke fortrydes, for ellers "
    "kunne bidragene ikke læses igen."
)
HALF: Final = WHOLE // 2


@dataclass(frozen=True, slots=True)
class ReadIn:
    """What came of reading files: the contributions to keep, and a sentence per file."""

    contributions: tuple[Contribution, ...]
    told: tuple[str, ...]
    refused: tuple[str, ...]


class Contributions(QObject):
    """Every step of the way; long ones tell how far they are and can be stopped."""

    def __init__(
        self, context: Context, background: Background, messages: Messages, working: Working
    ) -> None:
        super().__init__()
        self._context, self._background = context, background
        self._messages, self._working = messages, working
        self._folder: Path | None = None

    def make(self, period: Period) -> None:
        """Ask for the key and the place, and write this file's contribution."""
        dialog = ContributionDialog(self._context.theme, period.name)
        if not self._context.questions.run(dialog):
            return
        public = dialog.public
        path = self._ask_path(period)
        if path is None:
            return
        workbook, new_id = self._context.document.value, self._context.new_id()
        place = countable(self._context.document)
        tell = self._working.begin(MAKING)
        self._background.start(
            lambda: write_contribution(workbook, period, public, new_id, path, place, tell),
            lambda sent: self._made(path, sent),
            self._fail,
        )

    def show_key(self) -> None:
        """Show the organisation's key, made the first time."""
        from kompasskive.handover.sealing import new_key

        value, questions = self._context.document.value, self._context.questions
        if not value.organisation_keys:
            if not questions.confirm("Organisationens nøgle", MAKE_KEY, "Lav nøglen"):
                return
            made = new_key(self._context.now())
            self._context.document.settle(replace(value, organisation_keys=(made,)))
        keys = self._context.document.value.organisation_keys
        if keys:
            questions.run(KeyDialog(self._context.theme, keys[-1].public))

    def read_in(self) -> None:
        """Ask for contributions and take them in; one that is sent again replaces."""
        paths = self._context.questions.open_paths(
            "Læs bidrag ind", self._folder or documents_folder(), FILTER
        )
        if not paths:
            return
        self._folder = paths[0].parent
        workbook, now = self._context.document.value, self._context.now()
        tell = self._working.begin(READING)
        self._background.start(
            lambda: read_contributions(workbook, paths, now, tell), self._read, self._fail
        )

    def remove(self, contribution_id: str) -> None:
        """Take a contribution out again; it can be undone."""
        from kompasskive.handover.merge import without

        self._context.document.edit(
            "Bidrag fjernet", without(self._context.document.value, contribution_id)
        )

    def _ask_path(self, period: Period) -> Path | None:
        from kompasskive.handover.payload import SUFFIX

        suggestion = (self._folder or documents_folder()) / f"Bidrag_{period.key}{SUFFIX}"
        path = self._context.questions.save_path("Gem bidraget", suggestion, FILTER)
        if path is None or path.suffix == SUFFIX:
            return path
        return path.with_name(f"{path.name}{SUFFIX}")

    def _made(self, path: Path, sent: tuple[SentContribution, ...]) -> None:
        self._working.end()
        self._folder = path.parent
        document = self._context.document
        document.settle(replace(document.value, sent_contributions=sent))
        self._messages.tell(
            f"Bidraget er gemt som »{path.name}« i mappen »{path.parent.name}«. Send det til HR."
        )

    def _read(self, outcome: ReadIn) -> None:
        self._working.end()
        document = self._context.document
        kept = replace(document.value, contributions=outcome.contributions)
        count = len(outcome.told)
        document.edit(f"{count} bidrag læst ind", kept)
        if outcome.refused:
            self._messages.warn("\n".join((*outcome.refused, *outcome.told)))
        else:
            self._messages.tell("\n".join(outcome.told))

    def _fail(self, error: ExpectedError) -> None:
        self._working.end()
        self._messages.warn(str(error))


def write_contribution(
    workbook: Workbook,
    period: Period,
    public: str,
    new_id: str,
    path: Path,
    counted_at: Path | None = None,
    tell: Tell = quietly,
) -> tuple[SentContribution, ...]:
    """Seal the period's full counts to a key and write them; what the file is to remember."""
    from kompasskive.handover.payload import contribution
    from kompasskive.reports.output import write

    framework = framework_of(workbook)
    own = replace(workbook, contributions=())
    agreed, screening = (
        counted_in(own, framework, period, screening=kind, path=counted_at, tell=half)
        for kind, half in ((False, share(tell, 0, HALF)), (True, share(tell, HALF, WHOLE)))
    )
    if not agreed.histograms.people and not screening.histograms.people:
        raise FileError(NOTHING)
    after, content = contribution(workbook, framework, period, agreed, screening, public, new_id)
    write(path, content)
    return after.sent_contributions


def read_contributions(
    workbook: Workbook, paths: Sequence[Path], now: datetime, tell: Tell
) -> ReadIn:
    """Take each file in that can be; the others are told of and change nothing."""
    from kompasskive.handover.merge import OUTCOME_WORDS, merge
    from kompasskive.handover.payload import received

    told, refused = [], []
    for number, path in enumerate(paths):
        tell(number, len(paths))
        try:
            found = received(_content(path), workbook, now, path.stem)
        except ExpectedError as error:
            refused.append(f"{path.name}: {error}")
            continue
        workbook, outcome = merge(workbook, found)
        told.append(f"{path.name}: {OUTCOME_WORDS[outcome]} ({found.people} samtaler)")
    return ReadIn(workbook.contributions, tuple(told), tuple(refused))


def _content(path: Path) -> bytes:
    from kompasskive.handover.failures import refused
    from kompasskive.handover.sealing import LARGEST

    try:
        if path.stat().st_size > 2 * LARGEST:
            raise refused("det er større end 1 MB")
        return path.read_bytes()
    except OSError as error:
        raise refused("filen kan ikke åbnes") from error
