from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from tests.reports.sample import NOW, Sample, page_texts, squeezed

from kompasskive.dialogue.edits import place
from kompasskive.dialogue.example import example_workbook
from kompasskive.dialogue.model import DialogueKind, Note, NoteScope, Team, Viewpoint
from kompasskive.dialogue.roster import new_dialogue, put_dialogue
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Dimension
from kompasskive.reports import pdf
from kompasskive.reports.notes import Included, compose
from kompasskive.reports.said import AGREED
from kompasskive.reports.variants import DELETED, SHORTENED, one_page, talk_notes


def _notes(sample: Sample) -> str:
    report = talk_notes(sample.workbook, sample.talk, NOW, "Noter.pdf")
    return "\n".join(page_texts(pdf.render(report)))


@pytest.mark.parametrize("grey", [False, True])
def test_the_short_profile_has_dial_plan_and_signatures_on_one_page(
    sample: Sample, grey: bool
) -> None:
    for each in (sample, sample.approved()):
        report = one_page(each.report())
        (only,) = page_texts(pdf.render(report, grey))
        assert SHORTENED in only
        assert squeezed(report.potentials[0].text) in squeezed(only)
        assert squeezed(report.agreements[-1].what) in squeezed(only)
        assert "Dato og underskrift, leder" in only
        assert "Hvem må læse dette?" in only
        assert "Arbejdsmarked & Uddannelse" in only
        assert "Profilen i ord" not in only.replace(SHORTENED, "")


def test_a_short_profile_with_much_to_say_flows_on(sample: Sample) -> None:
    said = tuple(replace(s, text="Noget at sige. " * 60) for s in sample.talk.strengths)
    pages = page_texts(pdf.render(one_page(sample.changed(strengths=said).report())))
    assert len(pages) > 1
    assert "".join(pages).count("Noget") == 180


def test_talk_notes_are_those_that_do_not_go_to_the_file(sample: Sample) -> None:
    notes = (
        Note("a", NoteScope.TALK, "", "KUN OS TO", None, False),
        Note("b", NoteScope.TALK, "", "TIL SAGEN", None, True),
    )
    said = _notes(sample.changed(notes=notes))
    assert "KUN OS TO" in said
    assert "TIL SAGEN" not in said
    assert "SAMTALENOTER: JENS JENSEN" in said
    assert "Kun Jens Jensen og Mette Holm. Slettes, når profilen er godkendt." in said
    assert said.count(DELETED) == 1
    assert "underskrift" not in said


def test_the_notes_of_one_alone_are_nobody_elses(sample: Sample) -> None:
    said = _notes(sample.changed(kind=DialogueKind.SELF_REFLECTION))
    assert "Egen refleksion 23. november 2026" in said
    assert "Det vender jeg tilbage til" in said
    assert "personalesagen" not in said


def test_no_talk_notes_are_said_to_be_none(sample: Sample) -> None:
    assert "Der er ingen noter" in _notes(sample.changed(notes=()))


def test_a_reflection_speaks_as_i_and_is_nobody_elses(sample: Sample) -> None:
    alone = sample.approved().changed(kind=DialogueKind.SELF_REFLECTION)
    said = "\n".join(page_texts(pdf.render(alone.report())))
    assert "MIN PROFIL: JENS JENSEN" in said
    assert "Egen refleksion 23. november 2026" in said
    assert "Det har jeg sat mig for" in said
    assert "Jens Jensen bestemmer selv, hvad der deles." in said
    assert "Privat – du bestemmer, hvad du deler" in said
    assert "underskrift" not in said
    assert AGREED not in said
    assert "Mette" not in said.split("Det har jeg sat mig for", maxsplit=1)[0]


def test_a_teams_profile_names_the_team_and_no_person(sample: Sample) -> None:
    team = Team("t", "Team Nord")
    workbook = replace(sample.workbook, teams=(team,))
    talk = sample.changed(
        kind=DialogueKind.TEAM,
        employee_id=None,
        team_id="t",
        agreements=(),
        notes=(),
        management="",
    )
    said = "\n".join(page_texts(pdf.render(replace(talk, workbook=workbook).report())))
    assert "TEAMPROFIL FOR: TEAM NORD" in said
    assert "Teamets bemærkninger" in said
    assert "Hvem må læse dette? Teamet og dets leder." in said
    assert "Jens" not in said


@pytest.mark.parametrize(
    ("viewpoint", "how"), [(Viewpoint.EMPLOYEE, "alene"), (Viewpoint.AGREED, "sammen")]
)
def test_a_screening_says_how_it_was_filled_and_is_not_signed(
    viewpoint: Viewpoint, how: str
) -> None:
    workbook = example_workbook(bundled(), 1, 1, date(2026, 11, 23))
    person = workbook.people[0].id
    kind = DialogueKind.SCREENING
    made = new_dialogue(workbook, person, "s", bundled(), date(2026, 11, 23), "Mette", kind)
    talk = place(made.dialogue("s"), "lov", Dimension.PRACTICAL, 4, viewpoint)
    at = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
    report = compose(put_dialogue(made, talk), talk, None, Included(), at, "s.pdf")
    assert f"udfyldt {how} – ikke en karakter" in report.headings.words_about
    assert f"Udfyldt {how}" in report.meta
    assert report.kicker == "SCREENING – IKKE EN AFTALT PROFIL"
    assert report.signatures == ()
    assert report.words is not None
    assert "Fordyber sig" in report.words.rows[1].placements
