"""The other print-outs of a talk: the profile on one page, and the notes that are deleted."""

from dataclasses import replace
from datetime import datetime

from kompasskive import danish
from kompasskive.dialogue.model import Dialogue, Workbook
from kompasskive.dialogue.overview import occasion
from kompasskive.reports.model import Point, ProfileReport
from kompasskive.reports.said import kept_back, parked
from kompasskive.reports.who import headings, meta, notes_audience, person_name, signatures

NOTES = "Samtalenoter"
NOT_ON_ONE_PAGE = ("directions", "words", "since_last", "notes", "parked", "case", "remark")
"""What of `Included` the short profile has no room for; the directions are on its dial."""
SHORTENED = "KORT UDGAVE – UDEN PROFILEN I ORD OG NOTER"
DELETED = "Slettes, når profilen er godkendt – hører ikke til i personalesagen"
DELETED_BY_OWNERS = "Arbejdspapir – slettes, når det ikke bruges mere"
_NOT_FILED = "Noter, der ikke hører til i personalesagen"
_NOT_INCLUDED = "Noter, der ikke kommer med i profilen"
_NO_NOTES = "Der er ingen noter ud over dem, der hører til i profilen."


def one_page(report: ProfileReport) -> ProfileReport:
    """The dial, the plan and the signatures; it says what was left out."""
    return replace(
        report,
        compact=True,
        kicker=SHORTENED,
        directions=(),
        words=None,
        not_relevant=(),
        extras=(),
        since_last=(),
        kept=(),
        notes=(),
        parked=(),
        case=(),
        remark=None,
    )


def talk_notes(
    workbook: Workbook, dialogue: Dialogue, printed_at: datetime, file_name: str
) -> ProfileReport:
    """The notes that were not ticked "Til personalesagen", for the two alone until they delete it.

    KeyError when the workbook lacks its person or framework.
    """
    framework = workbook.framework_of(dialogue)
    name = person_name(workbook, dialogue)
    when = occasion(dialogue)
    return ProfileReport(
        document_title=f"{NOTES} – {when}",
        subject=NOTES,
        kicker="ARBEJDSPAPIR – SLETTES",
        title=f"{NOTES}: {name}".upper(),
        meta=meta(workbook, dialogue, when),
        file_name=file_name,
        printed=f"udskrevet {danish.short_date(printed_at.date())} {danish.clock(printed_at)}",
        confidentiality=DELETED if signatures(dialogue) else DELETED_BY_OWNERS,
        audience=notes_audience(workbook, dialogue, name),
        draft=dialogue.is_draft,
        notes=kept_back(framework, dialogue) or (Point("", _NO_NOTES),),
        parked=parked(framework, dialogue),
        headings=replace(
            headings(dialogue), notes=_NOT_FILED if signatures(dialogue) else _NOT_INCLUDED
        ),
    )
