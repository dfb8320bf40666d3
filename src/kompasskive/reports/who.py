"""Whose profile it is, who took part, who may read it and who signs."""

from kompasskive import danish
from kompasskive.dialogue.model import Dialogue, DialogueKind, Viewpoint, Workbook
from kompasskive.dialogue.roster import subject_name
from kompasskive.dialogue.screening import filled_by
from kompasskive.reports.model import Headings

_SEPARATOR = "\u00a0 ·  "
_EMPLOYEE, _LEADER = "Dato og underskrift, medarbejder", "Dato og underskrift, leder"
_TITLES = {
    DialogueKind.SCREENING: "Screening for",
    DialogueKind.SELF_REFLECTION: "Min profil",
    DialogueKind.TEAM: "Teamprofil for",
}
_SUBJECTS = {
    DialogueKind.SCREENING: "Screening",
    DialogueKind.SELF_REFLECTION: "Egen refleksion",
    DialogueKind.TEAM: "Teamprofil",
}
_NOT_SIGNED = (DialogueKind.SELF_REFLECTION, DialogueKind.TEAM, DialogueKind.SCREENING)
KICKERS = {
    DialogueKind.SCREENING: "SCREENING – IKKE EN AFTALT PROFIL",
    DialogueKind.TEAM: "BESKÆFTIGELSESFAGLIG PROFIL FOR ET TEAM",
}
_COPIES = (
    "Medarbejderen får en kopi. Originalen lægges i personalesagen og slettes efter kommunens "
    "regler."
)


def person_name(workbook: Workbook, dialogue: Dialogue) -> str:
    """The employee's name, or the team's when it is a team's talk."""
    return subject_name(workbook, dialogue)


def report_title(dialogue: Dialogue, name: str) -> str:
    """The report's title, in capitals as in the source."""
    return f"{_TITLES.get(dialogue.kind, 'Kompetenceprofil for')}: {name}".upper()


def subject(dialogue: Dialogue) -> str:
    """What the report is, without saying whose; also the beginning of its file name."""
    return _SUBJECTS.get(dialogue.kind, "Kompetenceprofil")


def headings(dialogue: Dialogue) -> Headings:
    """What its parts are called: "jeg" in a reflection that is nobody else's."""
    if dialogue.kind is DialogueKind.SELF_REFLECTION:
        return Headings(
            agreements="Det har jeg sat mig for",
            management="Det har jeg brug for fra min leder",
            words_about="Samme oplysninger som i kompasskiven. Mine egne ord – ikke en karakter.",
            notes="Mine noter",
            parked="Det vender jeg tilbage til",
            remark="Mine bemærkninger",
        )
    if dialogue.kind is DialogueKind.TEAM:
        return Headings(remark="Teamets bemærkninger")
    if dialogue.kind is DialogueKind.SCREENING:
        how = _filled(dialogue).lower()
        same = "Samme oplysninger som i kompasskiven."
        return Headings(words_about=f"{same} En screening, {how} – ikke en karakter.")
    return Headings()


def meta(workbook: Workbook, dialogue: Dialogue, occasion: str) -> str:
    """ "Samtale 23. november 2026 · Leder: Mette Holm · Jobcenter Eksempelby, Team Virksomhed"."""
    leader = _leader(workbook, dialogue)
    parts = (
        occasion[:1].upper() + occasion[1:],
        _filled(dialogue),
        f"Leder: {leader}" if leader else "",
        _unit(workbook, dialogue),
    )
    return _SEPARATOR.join(part for part in parts if part)


def audience(workbook: Workbook, dialogue: Dialogue, name: str) -> str:
    """Who may read the print-out, as one sentence."""
    if dialogue.kind is DialogueKind.SELF_REFLECTION:
        return f"Hvem må læse dette? {name} bestemmer selv, hvad der deles."
    if dialogue.kind is DialogueKind.TEAM:
        return "Hvem må læse dette? Teamet og dets leder."
    leader = _leader(workbook, dialogue) or "lederen"
    if dialogue.kind is DialogueKind.SCREENING:
        return f"Hvem må læse dette? Kun {name} og {leader}. Fortroligt."
    return f"Hvem må læse dette? {danish.join((name, leader, 'personaleafdelingen'))}. Fortroligt."


def notes_audience(workbook: Workbook, dialogue: Dialogue, name: str) -> str:
    """Who may read the notes that are deleted, as one sentence or two."""
    if dialogue.kind in (DialogueKind.SELF_REFLECTION, DialogueKind.TEAM):
        return f"{audience(workbook, dialogue, name)} Slettes, når den ikke bruges mere."
    leader = _leader(workbook, dialogue) or "lederen"
    return f"Hvem må læse dette? Kun {name} og {leader}. Slettes, når profilen er godkendt."


def confidentiality(dialogue: Dialogue) -> str:
    """What stands at the foot of every page."""
    if dialogue.kind is DialogueKind.SELF_REFLECTION:
        return "Privat – du bestemmer, hvad du deler"
    if dialogue.kind is DialogueKind.TEAM:
        return "Til teamets eget brug"
    if dialogue.kind is DialogueKind.SCREENING:
        return "Fortroligt – en screening, ikke en aftalt profil"
    return "Fortroligt – hører til i personalesagen"


def copies(dialogue: Dialogue) -> str:
    """Where the copies go, when there is more than one who keeps them."""
    return _COPIES if signatures(dialogue) else ""


def signatures(dialogue: Dialogue) -> tuple[str, ...]:
    """Labels of the lines to sign on: none for a reflection that is nobody else's."""
    if dialogue.kind in _NOT_SIGNED:
        return ()
    return _EMPLOYEE, _LEADER


def _filled(dialogue: Dialogue) -> str:
    """How a screening was filled; "" for every other talk."""
    if dialogue.kind is not DialogueKind.SCREENING:
        return ""
    alone = filled_by(dialogue) is Viewpoint.EMPLOYEE
    return "Udfyldt alene" if alone else "Udfyldt sammen"


def _leader(workbook: Workbook, dialogue: Dialogue) -> str:
    if dialogue.kind is DialogueKind.SELF_REFLECTION:
        return ""
    return dialogue.leader or workbook.leader


def _unit(workbook: Workbook, dialogue: Dialogue) -> str:
    own = dialogue.employee_id and workbook.person(dialogue.employee_id).team_id
    team = _team_name(workbook, dialogue.team_id or own) if dialogue.employee_id else ""
    return ", ".join(part for part in (workbook.organisation, team) if part)


def _team_name(workbook: Workbook, team_id: str | None) -> str:
    return next((team.name for team in workbook.teams if team.id == team_id), "")
