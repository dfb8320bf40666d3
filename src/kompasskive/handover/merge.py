"""Taking a contribution in: the same one again replaces, an older one never does."""

from dataclasses import replace
from enum import StrEnum

from kompasskive.dialogue.model import Workbook
from kompasskive.dialogue.organisation import Contribution


class Outcome(StrEnum):
    """What taking a contribution in did."""

    NEW = "new"
    REPLACED = "replaced"
    NOTHING_NEW = "nothing_new"
    OLDER = "older"


OUTCOME_WORDS = {
    Outcome.NEW: "Nyt bidrag",
    Outcome.REPLACED: "Erstattede det tidligere bidrag",
    Outcome.NOTHING_NEW: "Intet nyt",
    Outcome.OLDER: "Ældre end det, der allerede er modtaget, og derfor ikke brugt",
}


def merge(workbook: Workbook, contribution: Contribution) -> tuple[Workbook, Outcome]:
    """The workbook with the contribution, and what happened; merging twice changes nothing."""
    before = next((c for c in workbook.contributions if c.id == contribution.id), None)
    if before is None:
        added = (*workbook.contributions, contribution)
        return replace(workbook, contributions=added), Outcome.NEW
    if contribution.sequence < before.sequence:
        return workbook, Outcome.OLDER
    if contribution.sequence == before.sequence:
        return workbook, Outcome.NOTHING_NEW
    kept = replace(contribution, label=contribution.label or before.label)
    after = tuple(kept if c is before else c for c in workbook.contributions)
    return replace(workbook, contributions=after), Outcome.REPLACED


def without(workbook: Workbook, contribution_id: str) -> Workbook:
    """The workbook without one contribution."""
    kept = tuple(c for c in workbook.contributions if c.id != contribution_id)
    return replace(workbook, contributions=kept)
