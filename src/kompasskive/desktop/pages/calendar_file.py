"""Follow-up days out of the window, into the leader's own calendar."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from kompasskive.desktop.context import Context
from kompasskive.desktop.settings import documents_folder
from kompasskive.errors import OutputError

if TYPE_CHECKING:
    from kompasskive.reports.calendar import AgreedDay

SAVE: Final = "Gem opfølgninger til kalenderen …"
_TITLE: Final = "Gem til kalenderen"
_NONE: Final = (
    "Ingen aftaler har en dato, der venter. "
    "Skriv »Senest« eller »Dato for opfølgning« i udviklingsplanen."
)
_ENDING: Final = ".ics"


def save_days(context: Context, days: Sequence["AgreedDay"]) -> None:
    """Ask where, and write the days; says what happened, also when there is nothing to write."""
    if not days:
        context.questions.tell(_TITLE, _NONE)
        return
    suggestion = documents_folder() / f"Opfølgninger{_ENDING}"
    path = context.questions.save_path(_TITLE, suggestion, f"Kalender (*{_ENDING})")
    if path is None:
        return
    target = path if path.suffix.lower() == _ENDING else path.with_name(path.name + _ENDING)
    from kompasskive.reports.calendar import calendar
    from kompasskive.reports.output import write

    try:
        write(target, calendar(days, context.now()))
    except OutputError as error:
        context.questions.tell(_TITLE, str(error))
        return
    count = "1 dag" if len(days) == 1 else f"{len(days)} dage"
    told = f"{count} er gemt som »{target.name}«. Åbn filen for at lægge dem i kalenderen."
    context.questions.tell(_TITLE, f"{told} Der står kun »Opfølgning« – ingen navne.")
