"""What a Kompetenceprofil says: from a talk to the immutable report, without paper or clock."""

from datetime import datetime

from kompasskive import danish
from kompasskive.dial.options import words_of
from kompasskive.dialogue.model import Case, Dialogue, Workbook
from kompasskive.dialogue.overview import occasion
from kompasskive.dialogue.screening import as_told
from kompasskive.framework.model import Framework, Mark
from kompasskive.profile import words
from kompasskive.profile.comparison import Change, compare
from kompasskive.profile.model import Counts, Profile
from kompasskive.profile.profile import make_profile
from kompasskive.reports.model import DialPart, Included, Point, ProfileReport, WordsRow, WordsTable
from kompasskive.reports.said import (
    agreement_rows,
    amendments,
    closing,
    directions,
    extras,
    kept,
    management,
    not_relevant,
    noted,
    parked,
    remark,
    statements,
)
from kompasskive.reports.who import (
    KICKERS,
    audience,
    confidentiality,
    copies,
    headings,
    meta,
    person_name,
    report_title,
    signatures,
    subject,
)

__all__ = ["Included", "ProfileReport", "compose"]

KICKER = "BESKÆFTIGELSESFAGLIG PROFIL"
_CASE_LEADS = ("Situation", "Muligheder", "Konsekvenser", "Valg", "Virkning")


def compose(
    workbook: Workbook,
    dialogue: Dialogue,
    previous: Dialogue | None,
    included: Included,
    printed_at: datetime,
    file_name: str,
) -> ProfileReport:
    """The report on one talk; KeyError when the workbook lacks its person or framework.

    `previous` is the talk "Siden sidst" compares with. What is not in `included` is not in the
    report at all, and only notes ticked "Til personalesagen" are.
    """
    framework, talk = workbook.framework_of(dialogue), dialogue
    dialogue = as_told(talk)
    name = person_name(workbook, dialogue)
    profile = _profile(workbook, framework, dialogue, previous, name)
    when = occasion(dialogue)
    return ProfileReport(
        document_title=f"{subject(dialogue)} – {when}",
        subject=subject(dialogue),
        kicker=KICKERS.get(dialogue.kind, KICKER),
        title=report_title(dialogue, name),
        meta=meta(workbook, talk, when),
        file_name=file_name,
        printed=f"udskrevet {danish.short_date(printed_at.date())} {danish.clock(printed_at)}",
        confidentiality=confidentiality(dialogue),
        audience=audience(workbook, dialogue, name),
        draft=dialogue.is_draft,
        dial=DialPart(profile, words_of(framework)) if included.dial else None,
        strengths=statements(framework, dialogue.strengths) if included.statements else (),
        potentials=statements(framework, dialogue.potentials) if included.statements else (),
        agreements=agreement_rows(framework, dialogue) if included.agreements else (),
        directions=directions(framework, dialogue) if included.directions else (),
        management=management(dialogue) if included.agreements else (),
        words=_words(framework, profile) if included.words else None,
        not_relevant=not_relevant(framework, dialogue) if included.words else (),
        extras=extras(framework, dialogue) if included.words else (),
        since_last=_since_last(workbook, dialogue, previous) if included.since_last else (),
        kept=kept(previous) if included.since_last else (),
        notes=noted(framework, dialogue) if included.notes else (),
        parked=parked(framework, dialogue) if included.parked else (),
        case=_case(dialogue.case) if included.case else (),
        amendments=amendments(dialogue),
        remark=remark(dialogue) if included.remark else None,
        closing=closing(dialogue),
        signatures=signatures(dialogue),
        copies=copies(dialogue),
        headings=headings(talk),
    )


def _profile(
    workbook: Workbook,
    framework: Framework,
    dialogue: Dialogue,
    previous: Dialogue | None,
    name: str,
) -> Profile:
    before = workbook.framework_of(previous) if previous else None
    return make_profile(framework, dialogue, name, previous, before)


def _words(framework: Framework, profile: Profile) -> WordsTable:
    table = words.table(profile)
    sure = framework.mark_word(Mark.CONFIDENT).lower()
    head = ("", *table.header[:-2], f"Grundl.: {sure}\u00a0i", f"Special.: {sure}\u00a0i")
    rows = (
        WordsRow(
            number=str(row.number),
            name=row.field,
            placements=row.placements,
            basic=_capital(row.basic),
            basic_note=_undiscussed(field.basic_counts),
            specialised=_capital(row.specialised),
        )
        for row, field in zip(table.rows, profile.fields, strict=True)
    )
    return WordsTable(head, tuple(rows))


def _undiscussed(counts: Counts) -> str:
    some = 0 < counts.undiscussed < counts.relevant
    return f"{counts.undiscussed} ikke drøftet" if some else ""


def _since_last(
    workbook: Workbook, dialogue: Dialogue, previous: Dialogue | None
) -> tuple[Point, ...]:
    if previous is None:
        return ()
    framework, before = workbook.framework_of(dialogue), workbook.framework_of(previous)
    comparison = compare(framework, dialogue, previous, before)
    return tuple(
        Point(f"{row.field}, {row.dimension_name.lower()}:", f"{row.before} →\u00a0{row.after}")
        for row in comparison.rows
        if row.change is not Change.UNCHANGED
    )


def _case(case: Case) -> tuple[Point, ...]:
    told = (case.situation, case.options, case.consequences, case.choice, case.effect)
    pairs = zip(_CASE_LEADS, told, strict=True)
    return tuple(Point(f"{lead}:", text) for lead, text in pairs if text.strip())


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
