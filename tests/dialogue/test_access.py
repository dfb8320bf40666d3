"""A request for access stands until it is answered, and goes with the person."""

from datetime import date, timedelta

import pytest

from kompasskive.dialogue import access, roster
from kompasskive.dialogue.example import example_workbook
from kompasskive.dialogue.model import Workbook
from kompasskive.framework.catalogue import bundled

DAY = date(2026, 11, 25)


@pytest.fixture
def workbook() -> Workbook:
    return example_workbook(bundled(), 3, 1, DAY)


def test_it_stands_from_the_first_time_until_it_is_answered(workbook: Workbook) -> None:
    first, second, _ = (p.id for p in workbook.people)
    asked = access.ask(access.ask(workbook, first, DAY), second, DAY)
    again = access.ask(asked, first, DAY + timedelta(days=3))
    assert again == asked
    request = access.request_of(asked, first)
    assert request is not None
    assert request.asked_on == DAY
    answered = access.answer(asked, first)
    assert access.request_of(answered, first) is None
    assert access.request_of(answered, second) is not None
    assert access.answer(answered, second) == workbook


def test_nobody_unknown_asks(workbook: Workbook) -> None:
    with pytest.raises(KeyError):
        access.ask(workbook, "ingen", DAY)


def test_it_goes_with_the_person(workbook: Workbook) -> None:
    person = workbook.people[0]
    asked = access.ask(workbook, person.id, DAY)
    assert roster.without(asked, {person.id}).access_requests == ()
