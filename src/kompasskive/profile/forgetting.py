"""What stays once people or talks are deleted for good: nothing that leads back to them."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from typing import Any

from kompasskive.dialogue import roster
from kompasskive.dialogue.model import Dialogue, Workbook
from kompasskive.dialogue.organisation import Snapshot
from kompasskive.profile.members import loosened, token_of


@dataclass(frozen=True, slots=True)
class Mentions:
    """Where the names of those who go stand besides: `answerable` somewhere, or in other texts.

    The first are taken out with them. The others are what people wrote about others, and stay.
    """

    people: int = 0
    answerable: int = 0
    texts: int = 0

    @property
    def before(self) -> str:
        """What is said when it is asked, in Danish; "" when they stand nowhere."""
        return self._told("står", "tages ud", "også")

    @property
    def after(self) -> str:
        """What the receipt says, in Danish; "" when they stood nowhere."""
        return self._told("stod", "er taget ud", "stadig")

    def _told(self, stands: str, goes: str, still: str) -> str:
        name = "Navnet" if self.people == 1 else "Navnene"
        told = []
        if self.answerable:
            places = "ét sted" if self.answerable == 1 else f"{self.answerable} steder"
            told.append(f"{name} {stands} også som ansvarlig {places} og {goes} dér.")
        if self.texts:
            one = "én anden tekst, fx en note om en anden; den"
            texts = (
                one if self.texts == 1 else f"{self.texts} andre tekster, fx noter om andre; dem"
            )
            told.append(f"{name} står {still} i {texts} må I selv rette.")
        return " ".join(told)


NOWHERE = Mentions()


def forgotten(workbook: Workbook, ids: Collection[str], names: Collection[str] = ()) -> Workbook:
    """The workbook without those people, all their talks, and those talks.

    Their job functions go when nobody else has them. As owner of a priority and as who does what
    in an agreement nobody stands any more where they stood, by the name they have or one of
    `names`, unless somebody who stays has it too. In frozen periods their tokens become random
    ones, which still count as theirs and lead nowhere.
    """
    left = roster.without(workbook, ids)
    gone = _plain_names(workbook, ids, names)
    used = {each for person in left.people for each in person.job_function_ids}
    had = {each for p in workbook.people if p.id in ids for each in p.job_function_ids}
    return replace(
        left,
        job_functions=tuple(f for f in left.job_functions if f.id in used or f.id not in had),
        priorities=tuple(
            replace(p, owner="") if _plain(p.owner) in gone else p for p in left.priorities
        ),
        dialogues=tuple(_unanswered(d, gone) for d in left.dialogues),
        snapshots=_loosened(left.snapshots, workbook, left, ids),
    )


def mentions(workbook: Workbook, ids: Collection[str]) -> Mentions:
    """Where the names of people stand besides what goes with them."""
    gone = _plain_names(workbook, ids, ())
    if not gone:
        return NOWHERE
    named = "|".join(re.escape(name) for name in gone)
    found = re.compile(rf"(?<!\w)(?:{named})(?!\w)", re.IGNORECASE)
    texts = sum(bool(found.search(text)) for text in _written(forgotten(workbook, ids)))
    people = sum(p.id in ids for p in workbook.people)
    return Mentions(people, _answering(roster.without(workbook, ids), gone), texts)


def _plain_names(
    workbook: Workbook, ids: Collection[str], names: Collection[str]
) -> frozenset[str]:
    going = {_plain(p.name) for p in workbook.people if p.id in ids}
    staying = {_plain(p.name) for p in workbook.people if p.id not in ids}
    return frozenset((going | set(map(_plain, names))) - staying - {""})


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _answering(workbook: Workbook, gone: frozenset[str]) -> int:
    who = [a.who for d in workbook.dialogues for a in d.agreements]
    owners = [p.owner for p in workbook.priorities]
    return sum(_plain(name) in gone for name in (*who, *owners))


def _unanswered(talk: Dialogue, gone: frozenset[str]) -> Dialogue:
    if not any(_plain(a.who) in gone for a in talk.agreements):
        return talk
    return replace(
        talk,
        agreements=tuple(
            replace(a, who="") if _plain(a.who) in gone else a for a in talk.agreements
        ),
    )


def _loosened(
    snapshots: tuple[Snapshot, ...], workbook: Workbook, left: Workbook, ids: Collection[str]
) -> tuple[Snapshot, ...]:
    lost = {d.employee_id for d in workbook.dialogues if d.id in ids}
    kept = {p.id: _tokens(left, p.id) for p in left.people if p.id in lost}
    loose = loosened((s.members for s in snapshots), ids, kept)
    return tuple(replace(s, members=own) for s, own in zip(snapshots, loose, strict=True))


def _tokens(workbook: Workbook, person_id: str) -> frozenset[str]:
    person = workbook.person(person_id)
    return frozenset(token_of(person, talk) for talk in workbook.dialogues_of(person_id))


def _written(workbook: Workbook) -> Iterator[str]:
    """Every text in a workbook but for people's names and the frameworks."""
    bare = replace(workbook, people=(), frameworks=())
    return _texts(bare)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str) and not isinstance(value, Enum):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, tuple | frozenset):
        for each in value:
            yield from _texts(each)
    elif is_dataclass(value):
        for part in fields(value):
            yield from _texts(getattr(value, part.name))
