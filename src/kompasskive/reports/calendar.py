"""Follow-up days as a calendar file (iCalendar, RFC 5545) that says nothing about anyone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from kompasskive.dialogue.model import Agreement, AgreementStatus, Workbook
from kompasskive.dialogue.overview import standings

TITLE: Final = "Opfølgning"
_OPEN: Final = (AgreementStatus.OPEN, AgreementStatus.IN_PROGRESS)
_HEAD: Final = (
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Kompasskive//Kompasskive//DA",
    "CALSCALE:GREGORIAN",
)


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
    """The days of everyone's latest plan; archived people are left out."""
    plans = (row.plan for row in standings(workbook))
    return agreed_days(a for plan in plans if plan is not None for a in plan.agreements)


def calendar(days: Iterable["AgreedDay"], made_at: datetime) -> bytes:
    """A file with a whole-day event per day; made again it replaces what it made before.

    `made_at` carries its offset.
    """
    stamp = f"{made_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    events = (line for day in days for line in _event(day, stamp))
    return "".join(f"{line}\r\n" for line in (*_HEAD, *events, "END:VCALENDAR")).encode()


def _event(agreed: "AgreedDay", stamp: str) -> tuple[str, ...]:
    after = agreed.day + timedelta(days=1)
    return (
        "BEGIN:VEVENT",
        f"UID:{agreed.agreement_id}-{agreed.day:%Y%m%d}",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{agreed.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{after:%Y%m%d}",
        f"SUMMARY:{TITLE}",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    )


@dataclass(frozen=True, slots=True)
class AgreedDay:
    """A day an agreement is followed up or due."""

    day: date
    agreement_id: str
