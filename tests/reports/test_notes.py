import re
from dataclasses import fields, replace
from datetime import date

import pytest
from tests.reports.sample import NOW, Sample

from kompasskive.dialogue.model import (
    About,
    Agreement,
    AgreementStatus,
    AgreementStep,
    Amendment,
    Case,
    DialogueKind,
    DialogueState,
    ExtraItem,
    ItemAnswer,
    Note,
    NoteScope,
    ParkedTopic,
    Placement,
    PlacementState,
    Statement,
    Team,
    Viewpoint,
)
from kompasskive.framework.model import Arena, Dimension, Level, Mark
from kompasskive.reports.model import Included, Point
from kompasskive.reports.said import AGREED, DIFFERING

NOTHING = Included(**{f.name: False for f in fields(Included)})


def test_the_head_of_the_example_is_the_one_in_the_design(sample: Sample) -> None:
    report = sample.report(file_name="fil.pdf")
    assert report.kicker == "BESKÆFTIGELSESFAGLIG PROFIL"
    assert report.title == "KOMPETENCEPROFIL FOR: JENS JENSEN"
    parts = [part.strip() for part in report.meta.split("·")]
    assert parts == [
        "Samtale 23. november 2026",
        "Leder: Mette Holm",
        "Jobcenter Eksempelby, Team Virksomhed",
    ]
    assert report.printed == "udskrevet 23.11.2026 kl. 14.05"
    assert report.file_name == "fil.pdf"


def test_empty_parts_leave_no_separators(empty: Sample) -> None:
    bare = replace(empty.workbook, organisation="", leader="", teams=())
    assert replace(empty, workbook=bare).report().meta == "Samtale 23. november 2026"


def test_the_document_title_names_nobody(sample: Sample) -> None:
    assert sample.report().document_title == "Kompetenceprofil – samtale 23. november 2026"


def test_statements_lead_with_what_they_are_about(sample: Sample) -> None:
    field = sample.workbook.frameworks[0].fields[2]
    about = (
        About(field.id),
        About(None, Dimension.PRACTICAL),
        About(field.id, Dimension.REFLEXIVE),
        About(),
    )
    said = tuple(Statement(str(i), each, "tekst") for i, each in enumerate(about))
    leads = [p.lead for p in sample.changed(strengths=said).report().strengths]
    assert leads == ["IT & Digital:", "Praktiske kompetencer:", "IT & Digital, refleksiv:", ""]


def test_a_direction_without_words_has_no_colon(sample: Sample) -> None:
    field = sample.workbook.frameworks[0].fields[1]
    report = sample.changed(directions=(Statement("r", About(field.id), ""),)).report()
    assert report.directions == (Point("Lov & Myndighed", ""),)


def test_an_agreement_becomes_its_row(sample: Sample) -> None:
    agreement = Agreement(
        id="a",
        what="To casedrøftelser",
        field_id=sample.workbook.frameworks[0].fields[1].id,
        dimensions=(Dimension.PRACTICAL, Dimension.REFLEXIVE),
        learning_forms=("Case-analyse", "Rollespil", "CRM-kursus"),
        who="Jens",
        due_on=date(2027, 3, 31),
        follow_up="Kort status",
        follow_up_on=date(2027, 1, 15),
        status=AgreementStatus.DROPPED,
        status_reason="flyttet",
        steps=(
            AgreementStep(date(2027, 2, 3), AgreementStatus.IN_PROGRESS),
            AgreementStep(date(2027, 5, 4), AgreementStatus.DROPPED, "flyttet"),
        ),
        management="Finder tid",
    )
    report = sample.changed(agreements=(agreement,), management="").report()
    (row,) = report.agreements
    assert row.about == "Lov & Myndighed · praktisk + refleksiv"
    assert row.learning == "Case-analyse, rollespil, CRM-kursus"
    assert (row.what, row.who, row.due) == ("To casedrøftelser", "Jens", "31.3.2027")
    assert row.follow_up == ("Kort status 15.1.2027\nI gang 3.2.2027\nFrafaldet 4.5.2027: flyttet")
    assert report.management == ("Finder tid (To casedrøftelser)",)


def test_how_last_times_agreements_went_is_told_with_since_last(sample: Sample) -> None:
    (kept,) = sample.report().kept
    assert kept.lead == "Aftalen »Prøver CRM-systemet af i tre virksomheder«:"
    assert re.fullmatch(r"I gang [\d.]+, Gennemført [\d.]+", kept.text)
    assert sample.report(Included(since_last=False)).kept == ()


def test_a_specialised_level_is_never_a_zero(sample: Sample) -> None:
    words = sample.report().words
    assert words is not None
    assert [row.specialised for row in words.rows] == ["1 af 5", "–", "4 af 5", "–", "2 af 5", "–"]
    assert [row.basic for row in words.rows][:2] == ["5 af 6", "1 af 5"]


def test_undiscussed_items_are_counted_beside_the_basic_level(sample: Sample) -> None:
    item = sample.workbook.frameworks[0].fields[0].items[0]
    items = {k: v for k, v in sample.talk.items.items() if k[1] != item.id}
    words = sample.changed(items=items).report().words
    assert words is not None
    assert words.rows[0].basic_note == "1 ikke drøftet"
    assert words.rows[1].basic_note == ""


def test_reasons_are_printed_for_basic_items_only(sample: Sample) -> None:
    field = sample.workbook.frameworks[0].fields[0]
    basic, special = field.at(Level.BASIC)[0], field.at(Level.SPECIALISED)[0]
    answer = ItemAnswer(not_relevant=True, reason="løses af et andet team")
    items = {(Viewpoint.AGREED, each.id): answer for each in (basic, special)}
    (point,) = sample.changed(items=items).report().not_relevant
    assert point == Point(f"{field.name}:", f"{basic.text} – løses af et andet team")


def test_only_ticked_notes_come_in_field_order_and_say_what_they_are_about(sample: Sample) -> None:
    first, second = sample.workbook.frameworks[0].fields[:2]
    item = first.items[0]
    notes = (
        Note("1", NoteScope.TALK, "", "om samtalen", None, True),
        Note("2", NoteScope.FIELD, second.id, "om feltet", None, True),
        Note("3", NoteScope.ITEM, item.id, "om punktet", Arena.INDIVIDUAL, True),
        Note("4", NoteScope.FIELD, first.id, "HEMMELIG", None, False),
        Note("5", NoteScope.TALK, "", "   ", None, True),
    )
    report = sample.changed(notes=notes).report()
    assert [note.text for note in report.notes] == ["om punktet", "om feltet", "om samtalen"]
    assert report.notes[0].lead.startswith(f"{first.name} – {item.text.rstrip('.')}, individuel")
    assert [note.lead for note in report.notes[1:]] == [f"{second.name}.", ""]
    assert not any("HEMMELIG" in text for text in report.texts())


def test_closed_topics_are_left_out(sample: Sample) -> None:
    field = sample.workbook.frameworks[0].fields[4]
    parked = (
        ParkedTopic("1", "Balancen", field.id),
        ParkedTopic("2", "Ferien"),
        ParkedTopic("3", "Lukket", None, True),
    )
    shown = sample.changed(parked=parked).report().parked
    assert shown == (f"Balancen (parkeret under {field.name})", "Ferien")


def test_own_items_carry_their_mark(sample: Sample) -> None:
    field = sample.workbook.frameworks[0].fields[0]
    extras = (ExtraItem("x", field.id, "Tysk"), ExtraItem("y", field.id, "Polsk"))
    items = {(Viewpoint.AGREED, "x"): ItemAnswer(Mark.SHARES)}
    report = sample.changed(extras=extras, items=items).report()
    lead = f"{field.name}:"
    assert report.extras == (Point(lead, "Tysk (Deler)"), Point(lead, "Polsk"))


def test_since_last_tells_what_moved_and_nothing_else(sample: Sample) -> None:
    told = sample.report().since_last
    assert Point("IT & Digital, refleksiv:", "Mestrer →\u00a0Specialist") in told
    assert all(before != after for before, after in (p.text.split(" →\u00a0") for p in told))
    assert replace(sample, previous=None).report().since_last == ()


def test_the_agreement_sentence_waits_for_the_approval(sample: Sample) -> None:
    for state in DialogueState:
        report = sample.changed(state=state, approval=None).report()
        assert report.closing == ((AGREED,) if state is DialogueState.APPROVED else ())
        assert report.draft is (state is not DialogueState.APPROVED)


def test_a_differing_view_stands_instead_of_the_agreement(sample: Sample) -> None:
    assert sample.approved("Jeg ser IT anderledes.").report().closing == (
        DIFFERING,
        "Jeg ser IT anderledes.",
    )


def test_starting_points_that_are_not_revealed_are_not_in_the_report(sample: Sample) -> None:
    field = sample.workbook.frameworks[0].fields[0]
    sealed = {
        (Viewpoint.EMPLOYEE, field.id, Dimension.PRACTICAL): Placement(PlacementState.PLACED, 6),
        (Viewpoint.AGREED, field.id, Dimension.PRACTICAL): Placement(PlacementState.LET_STAND),
    }
    report = sample.changed(placements=sealed, sealed=frozenset({Viewpoint.EMPLOYEE})).report()
    assert report.dial is not None
    assert report.dial.profile.fields[0].cells[0].employee is None
    assert "Ressourceperson" not in {c.word for c in report.dial.profile.fields[0].cells}


@pytest.mark.parametrize("choice", [f.name for f in fields(Included)])
def test_each_choice_brings_something_and_nothing_else_does(sample: Sample, choice: str) -> None:
    full = sample.changed(case=Case("En borger mødte ikke op"))
    bare = full.report(NOTHING)
    assert full.report(replace(NOTHING, **{choice: True})) != bare
    assert bare.dial is None
    assert bare.words is None
    assert bare.remark is None
    assert not any((bare.strengths, bare.agreements, bare.notes, bare.parked, bare.since_last))


def test_every_choice_has_a_danish_label() -> None:
    labels = Included.labels()
    assert [name for name, _ in labels] == [f.name for f in fields(Included)]
    assert ("case", "En sag, hvor skønnet talte") in labels


def test_amendments_are_dated(sample: Sample) -> None:
    report = sample.changed(amendments=(Amendment("æ", NOW, "Rettet frist"),)).report()
    assert report.amendments == (Point("23.11.2026:", "Rettet frist"),)


def test_a_reflection_is_nobody_elses(sample: Sample) -> None:
    report = sample.changed(kind=DialogueKind.SELF_REFLECTION).report()
    assert report.signatures == ()
    assert "Mette" not in report.meta + report.audience
    assert "personale" not in report.confidentiality + report.copies


def test_a_teams_talk_is_named_after_the_team(sample: Sample) -> None:
    teams = (Team("t", "Team Nord"),)
    workbook = replace(sample.workbook, teams=teams)
    own = replace(sample, workbook=workbook)
    report = own.changed(kind=DialogueKind.TEAM, employee_id=None, team_id="t").report()
    assert report.title == "TEAMPROFIL FOR: TEAM NORD"
    assert report.signatures == ()


def test_who_may_read_it_is_said(sample: Sample) -> None:
    audience = sample.report().audience
    assert "Jens Jensen, Mette Holm og personaleafdelingen" in audience
