"""Follow-up days as a calendar file (iCalendar, RFC 5545) that says nothing about anyone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from kompasskive.dialogue.model import Agreement, AgreementStatus, Workbook
from kompasskive.dialogue.overview import standings, team_standings

if TYPE_CHECKING:
    from icalendar import Event

TITLE: Final = "Opfølgning"
_OPEN: Final = (AgreementStatus.OPEN, AgreementStatus.IN_PROGRESS)
_PROGRAM: Final = "-//Kompasskive//Kompasskive//DA"


def agreed_days(agreements: Iterable[Agreement]) -> tuple["AgreedDay", ...]:
    """The days of agreements that are not done, earliest first; one per agreement and day."""
    days = {
        AgreedDay(day, agreement.id)
        for agreement in agreements
        if agreement.status in _OPEN
        for day in (agreement.follow_up_on, agreement.due_on)
        if day is not None
    }
    return tuple(sorted(days, key=lambda d: (d.day, d.agreement_id)))


def all_days(workbook: Workbook) -> tuple["AgreedDay", ...]:
    """The days of everyone's and every team's latest plan; those archived are left out."""
    rows = (*standings(workbook), *team_standings(workbook))
    plans = (row.plan for row in rows)
    return agreed_days(a for plan in plans if plan is not None for a in plan.agreements)


def calendar(days: Iterable["AgreedDay"], made_at: datetime) -> bytes:
    """A file with a whole-day event per day; made again it replaces what it made before.

    `made_at` carries its offset.
    """
    from icalendar import Calendar

    made = Calendar()
    for name, value in (("prodid", _PROGRAM), ("version", "2.0"), ("calscale", "GREGORIAN")):
        made.add(name, value)
    for day in days:
        made.add_component(_event(day, made_at.astimezone(UTC)))
    content: bytes = made.to_ical()
    return content


def _event(agreed: "AgreedDay", stamp: datetime) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", f"{agreed.agreement_id}-{agreed.day:%Y%m%d}")
    event.add("dtstamp", stamp)
    event.add("dtstart", agreed.day)
    event.add("dtend", agreed.day + timedelta(days=1))
    event.add("summary", TITLE)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    return event


@dataclass(frozen=True, slots=True)
class AgreedDay:
    """A day an agreement is followed up or due."""

    day: date
    agreement_id: str
