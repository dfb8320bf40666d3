from dataclasses import dataclass, replace
from datetime import date, datetime

import pypdfium2
import pytest

from kompasskive.dialogue.model import (
    About,
    Agreement,
    Approval,
    Dialogue,
    DialogueState,
    Employee,
    ItemAnswer,
    ItemKey,
    Note,
    NoteScope,
    ParkedTopic,
    Placement,
    PlacementKey,
    PlacementState,
    Statement,
    Team,
    Viewpoint,
    Workbook,
)
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Dimension, Framework, Mark
from kompasskive.reports.model import Included, ProfileReport
from kompasskive.reports.notes import compose

MARKS = (Mark.NEW, Mark.UNDER_WAY, Mark.CONFIDENT, Mark.SHARES)
BASIC = ("223212", "21110", "3223", "221221", "32222", "222110")
SPECIALISED = ("21000", "00000", "32321", "10000", "22110", "0000")
LEVELS = ("432", "211", "653", "321", "542", "321")
BEFORE = ("332", "111", "533", "321", "432", "221")
FIELDS = range(6)


def _placements(framework: Framework, levels: tuple[str, ...]) -> dict[PlacementKey, Placement]:
    return {
        (Viewpoint.AGREED, field.id, dimension): Placement(PlacementState.PLACED, int(level))
        for field, row in zip(framework.fields, levels, strict=True)
        for dimension, level in zip(Dimension, row, strict=True)
    }


def _items(framework: Framework) -> dict[ItemKey, ItemAnswer]:
    marks = [b + s for b, s in zip(BASIC, SPECIALISED, strict=True)]
    return {
        (Viewpoint.AGREED, item.id): ItemAnswer(MARKS[int(mark)])
        for field, row in zip(framework.fields, marks, strict=True)
        for item, mark in zip(field.items, row, strict=True)
    }


def _talk(framework: Framework) -> Dialogue:
    ids = [field.id for field in framework.fields]
    return Dialogue(
        id="d2",
        framework_key=framework.key,
        employee_id="p1",
        held_on=date(2026, 11, 23),
        leader="Mette Holm",
        items=_items(framework),
        placements=_placements(framework, LEVELS),
        notes=(
            Note(
                "n1", NoteScope.FIELD, ids[1], "Jens er tryg ved de daglige afgørelser.", None, True
            ),
            Note("n2", NoteScope.FIELD, ids[5], "Mødeledelse på tværs er nyt.", None, True),
            Note("n3", NoteScope.TALK, "", "KUN-TIL-SAMTALEN", None, False),
        ),
        parked=(ParkedTopic("k1", "Balancen mellem opsøgende arbejde og dokumentation", ids[4]),),
        strengths=(
            Statement("s1", About(ids[4]), "Har et godt kendskab til arbejdet med substitution."),
            Statement("s2", About(ids[2]), "Besidder viden og kompetencer på specialistniveau."),
            Statement("s3", About(None, Dimension.PRACTICAL), "Har bred viden i flere felter."),
        ),
        potentials=(
            Statement("u1", About(ids[1]), "Kan med fordel deltage i målrettede e-læringsmoduler."),
            Statement("u2", About(None, Dimension.RELATIONAL), "Kan med fordel træne rollespil."),
        ),
        directions=(Statement("r1", About(ids[1]), ""), Statement("r2", About(ids[5]), "")),
        agreements=(
            Agreement(
                "a1",
                "E-læring om forvaltningsret og to casedrøftelser med Lov-teamet",
                None,
                (Dimension.PRACTICAL, Dimension.REFLEXIVE),
                (),
                "Mette finder tid",
                "Jens",
                date(2027, 3, 31),
                "Kort status",
                date(2027, 1, 15),
            ),
            Agreement(
                "a2",
                "Rollespil og kollegial sparring om den svære samtale",
                None,
                (Dimension.RELATIONAL,),
                ("Rollespil", "Kollegial sparring"),
                "",
                "Jens + Amina",
                date(2027, 4, 30),
                "Team-møde i marts",
            ),
            Agreement("a3", "Jens deler sin CRM-opskrift med teamet", who="Jens"),
        ),
    )


@dataclass(frozen=True)
class Sample:
    """A workbook with one person, two talks, and what is needed to make a report of it."""

    workbook: Workbook
    talk: Dialogue
    previous: Dialogue | None

    def changed(self, **changes: object) -> "Sample":
        return replace(self, talk=replace(self.talk, **changes))  # type: ignore[arg-type]

    def named(self, name: str) -> "Sample":
        person = replace(self.workbook.people[0], name=name)
        return replace(self, workbook=replace(self.workbook, people=(person,)))

    def approved(self, differing_view: str = "") -> "Sample":
        approval = Approval(datetime(2026, 11, 23, 15, 0), differing_view)
        return self.changed(state=DialogueState.APPROVED, approval=approval)

    def report(
        self, included: Included | None = None, file_name: str = "Profil.pdf"
    ) -> ProfileReport:
        return compose(
            self.workbook,
            self.talk,
            self.previous,
            included or Included(),
            datetime(2026, 11, 23, 14, 5),
            file_name,
        )


@pytest.fixture(scope="session")
def sample() -> Sample:
    framework = bundled()
    before = Dialogue(
        id="d1",
        framework_key=framework.key,
        employee_id="p1",
        held_on=date(2025, 11, 20),
        state=DialogueState.APPROVED,
        placements=_placements(framework, BEFORE),
    )
    talk = _talk(framework)
    workbook = Workbook(
        id="w",
        organisation="Jobcenter Eksempelby",
        leader="Mette Holm",
        teams=(Team("t1", "Team Virksomhed"),),
        people=(Employee("p1", "Jens Jensen", "t1"),),
        dialogues=(before, talk),
        frameworks=(framework,),
    )
    return Sample(workbook, talk, before)


@pytest.fixture(scope="session")
def empty(sample: Sample) -> Sample:
    talk = Dialogue("d0", sample.talk.framework_key, "p1", date(2026, 11, 23))
    return Sample(sample.workbook, talk, None)


def page_texts(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
