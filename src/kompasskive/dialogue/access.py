"""Access requests: somebody asks to see what is held on them, and nothing of it goes meanwhile."""

from dataclasses import replace
from datetime import date

from kompasskive.dialogue.model import AccessRequest, Workbook


def ask(workbook: Workbook, person_id: str, asked_on: date) -> Workbook:
    """Notes that a person has asked; KeyError when there is no such person.

    A request that stands already keeps its day.
    """
    person = workbook.person(person_id)
    if request_of(workbook, person.id) is not None:
        return workbook
    request = AccessRequest(person.id, asked_on)
    return replace(workbook, access_requests=(*workbook.access_requests, request))


def answer(workbook: Workbook, person_id: str) -> Workbook:
    """Notes that the person has seen what is held on them; the request is not kept."""
    left = tuple(r for r in workbook.access_requests if r.person_id != person_id)
    return replace(workbook, access_requests=left)


def request_of(workbook: Workbook, person_id: str) -> AccessRequest | None:
    """The request that a person has standing."""
    own = (r for r in workbook.access_requests if r.person_id == person_id)
    return next(own, None)
