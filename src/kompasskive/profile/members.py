"""Tokens that tell how many people differ between two sets of talks, and name nobody."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from hashlib import sha256
from secrets import token_hex

from kompasskive.dialogue.model import Dialogue, Employee

_LENGTH = 16


def token(
    person_id: str, dialogue_id: str, approved_at: datetime | str | None, functions: Iterable[str]
) -> str:
    """ "person/talk": two digests of random ids, so nobody can be found from them alone.

    A talk that is approved anew after a change, or that is counted under other job functions
    (ids), is another talk.
    """
    moment = approved_at.isoformat() if isinstance(approved_at, datetime) else approved_at or ""
    return f"{_digest(person_id)}/{_digest(dialogue_id, moment, *sorted(functions))}"


def token_of(person: Employee, talk: Dialogue) -> str:
    """The token of a person's talk as it is now."""
    approved_at = talk.approval.approved_at if talk.approval else None
    return token(person.id, talk.id, approved_at, person.job_function_ids)


def loosened(
    sets: Iterable[Iterable[str]], gone: Iterable[str], kept: Mapping[str, Collection[str]]
) -> tuple[tuple[str, ...], ...]:
    """The sets of tokens without anything that leads to people who are `gone`, or talks that are.

    Theirs become random ones, one for one and the same in every set, so that a later set differs
    from these by as many people as before, and they hang together as before (ADR 011). Of the
    people in `kept`, who lost a talk, only the tokens that are named stay. Each is sorted, so that
    the place of one tells nothing.
    """
    strangers = {_digest(person_id): _random() for person_id in gone}
    known = {_digest(person_id): own for person_id, own in kept.items()}

    @cache
    def loose(each: str) -> str:
        person, _, _talk = each.partition("/")
        if person in strangers:
            return f"{strangers[person]}/{_random()}"
        return each if each in known.get(person, (each,)) else f"{person}/{_random()}"

    return tuple(tuple(sorted(map(loose, tokens))) for tokens in sets)


def differ(earlier: Iterable[str], later: Iterable[str]) -> "Difference":
    """How two sets of tokens differ, counted in people."""
    before, after = _by_person(earlier), _by_person(later)
    left = {p for p, talks in before.items() if after.get(p) != talks}
    joined = {p for p, talks in after.items() if before.get(p) != talks}
    shared = len(before.keys() - left)
    return Difference(len(joined), len(left), len(joined | left), shared)


def linked(own: Iterable[str], earlier: Iterable[Iterable[str]]) -> tuple[frozenset[str], ...]:
    """The different sets of talks that hang together with `own` by shared talks; it is first."""
    found, rest = [frozenset(own)], {frozenset(each) for each in earlier}
    for each in found:
        near = [other for other in rest if other & each]
        rest.difference_update(near)
        found += [other for other in near if other not in found]
    return tuple(found)


def _by_person(tokens: Iterable[str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for each in tokens:
        person, _, talk = each.partition("/")
        found.setdefault(person, set()).add(talk)
    return {person: frozenset(talks) for person, talks in found.items()}


def _random() -> str:
    return token_hex(_LENGTH // 2)


def _digest(*parts: str) -> str:
    return sha256("\0".join(parts).encode()).hexdigest()[:_LENGTH]


@dataclass(frozen=True, slots=True)
class Difference:
    """People whose talk is only in the later set, only in the earlier, and in all.

    Someone with another talk than before is both `joined` and `left`, but one of `people`.
    `shared` have the same talk in both: without any, the two sets tell nothing together.
    """

    joined: int
    left: int
    people: int
    shared: int
