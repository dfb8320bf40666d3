"""A calendar file tells days and nothing about anyone."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from kompasskive.dialogue.example import example_workbook
from kompasskive.dialogue.model import Agreement, AgreementStatus
from kompasskive.framework.catalogue import bundled
from kompasskive.reports.calendar import TITLE, agreed_days, all_days, calendar

NOW = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
DAY = date(2027, 2, 28)

maybe = st.none() | st.dates(date(2020, 1, 1), date(2099, 12, 30))
agreements = st.lists(
    st.builds(
        Agreement,
        id=st.uuids().map(lambda u: u.hex),
        what=st.text(max_size=20),
        who=st.text(max_size=20),
        due_on=maybe,
        follow_up_on=maybe,
        status=st.sampled_from(AgreementStatus),
    ),
    max_size=5,
    unique_by=lambda a: a.id,
)


@given(agreements)
def test_every_open_day_is_an_event_of_its_own(made: list[Agreement]) -> None:
    days = agreed_days(made)
    lines = calendar(days, NOW).decode().split("\r\n")
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == len(days)
    assert len({line for line in lines if line.startswith("UID:")}) == len(days)
    assert all(len(line.encode()) <= 75 for line in lines)
    waiting = (AgreementStatus.OPEN, AgreementStatus.IN_PROGRESS)
    expected = {d for a in made if a.status in waiting for d in (a.due_on, a.follow_up_on) if d}
    assert {d.day for d in days} == expected


def test_an_event_lasts_the_whole_day_and_has_a_neutral_title() -> None:
    agreement = Agreement("a1", "Jens øver sig", who="Jens", follow_up_on=DAY)
    text = calendar(agreed_days([agreement]), NOW).decode()
    lines = text.split("\r\n")
    assert "DTSTART;VALUE=DATE:20270228" in lines
    assert "DTEND;VALUE=DATE:20270301" in lines
    assert "CLASS:PRIVATE" in lines
    assert f"SUMMARY:{TITLE}\r\n" in text
    assert "DTSTAMP:20261123T140500Z" in text
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert text.endswith("END:VCALENDAR\r\n")
    assert "Jens" not in text


def test_no_name_of_the_workbook_is_in_the_file() -> None:
    workbook = example_workbook(bundled(), 12, 1, NOW.date())
    days = all_days(workbook)
    text = calendar(days, NOW).decode()
    assert days
    assert not any(person.first_name in text for person in workbook.people)
