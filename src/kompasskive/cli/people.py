"""Finding the person and the talk that a command is about."""

from argparse import Namespace
from collections.abc import Iterable, Sequence
from typing import Final

from kompasskive.danish import sort_key
from kompasskive.dialogue.model import Dialogue, DialogueKind, Employee, Team, Workbook
from kompasskive.dialogue.overview import STATE_WORDS, screenings_of, talks_of
from kompasskive.errors import NotFoundError

_KINDS: Final = {
    "reflection": (DialogueKind.SELF_REFLECTION,),
    "screening": (DialogueKind.SCREENING,),
    "profile": (DialogueKind.DIALOGUE,),
    "notes": (DialogueKind.DIALOGUE,),
}
TALKS: Final = tuple(kind for kind in DialogueKind if kind is not DialogueKind.SCREENING)


def find_person(workbook: Workbook, wanted: str) -> Employee:
    """The person with exactly that id or name; NotFoundError lists ids when names repeat."""
    by_id = [p for p in workbook.people if p.id == wanted]
    found = by_id or [p for p in workbook.people if p.name == wanted]
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFoundError(f"Der er ingen medarbejder, der hedder »{wanted}«, i filen.")
    ids = ", ".join(p.id for p in found)
    raise NotFoundError(f"Flere medarbejdere hedder »{wanted}«. Vælg en af dem med id: {ids}.")


def find_team(workbook: Workbook, wanted: str) -> Team:
    """The team with exactly that id or name; NotFoundError when there is none or several."""
    by_id = [t for t in workbook.teams if t.id == wanted]
    found = by_id or [t for t in workbook.teams if t.name == wanted]
    if len(found) == 1:
        return found[0]
    several = f"Flere teams hedder »{wanted}«. Skriv id i stedet."
    raise NotFoundError(several if found else f"Intet team i filen hedder »{wanted}«.")


def find_talk(
    workbook: Workbook,
    person: Employee,
    approved: bool,
    kinds: Iterable[DialogueKind] = TALKS,
) -> Dialogue:
    """The person's latest talk, or the latest approved one; NotFoundError when there is none.

    A screening is found only where `kinds` asks for it.
    """
    talks = [t for t in workbook.dialogues_of(person.id) if t.kind in kinds]
    return _latest(talks, approved, person.name)


def find_team_talk(workbook: Workbook, team: Team, approved: bool) -> Dialogue:
    """The team's latest talk, or the latest approved one; NotFoundError when there is none."""
    return _latest(workbook.team_talks(team.id), approved, team.name)


def find_asked(workbook: Workbook, options: Namespace) -> Dialogue:
    """The talk that `--kind`, `--person` and `--team` ask for; NotFoundError tells what lacks."""
    if options.kind == "team":
        if not options.team:
            raise NotFoundError("Skriv --team NAVN for at få et teams profil. Intet er skrevet.")
        return find_team_talk(workbook, find_team(workbook, options.team), options.approved)
    if not options.person:
        raise NotFoundError("Skriv --person NAVN for at sige, hvem det gælder. Intet er skrevet.")
    person = find_person(workbook, options.person)
    return find_talk(workbook, person, options.approved, _KINDS.get(options.kind, TALKS))


def draft_note(talk: Dialogue) -> str:
    """What is said of a draft or a screening after it was written; "" for an approved talk."""
    told = ["SCREENING"] if talk.kind is DialogueKind.SCREENING else []
    told += ["KLADDE: samtalen er ikke godkendt"] if talk.is_draft else []
    return f" ({', '.join(told)})" if told else ""


def find_one_talk(workbook: Workbook, people: Sequence[Employee], wanted: str) -> Dialogue:
    """The talk of that id, or the one these people had on that day (ÅÅÅÅ-MM-DD).

    NotFoundError lists the ids when several talks were held on the day.
    """
    owners = {person.id for person in people}
    own = [d for d in workbook.dialogues if not owners or d.employee_id in owners]
    found = [d for d in own if wanted == d.id or (owners and wanted == d.held_on.isoformat())]
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFoundError(f"Der er ingen samtale »{wanted}« i filen. Intet er ændret.")
    ids = ", ".join(d.id for d in found)
    raise NotFoundError(f"Der er flere samtaler {wanted}. Vælg en af dem med id: {ids}.")


def _latest(talks: Sequence[Dialogue], approved: bool, name: str) -> Dialogue:
    found = [t for t in talks if not (approved and t.is_draft)]
    if not found:
        kind = "godkendt samtale" if approved else "samtale"
        raise NotFoundError(f"Der er endnu ingen {kind} med {name} i filen.")
    return found[-1]


def team_lines(workbook: Workbook) -> list[str]:
    """The teams that hold talks as a whole, each with the state of the latest."""
    told = []
    for team in sorted(workbook.teams, key=lambda t: sort_key(t.name)):
        talks = workbook.team_talks(team.id)
        if talks:
            draft = "  KLADDE" if talks[-1].is_draft else ""
            state = STATE_WORDS[talks[-1].state]
            told.append(f"{team.id}  {team.name}  (teamsamtale){draft}  {state}")
    return told


def people_rows(workbook: Workbook) -> list[dict[str, object]]:
    """Everyone in the file in Danish name order, as plain values."""
    teams = {t.id: t.name for t in workbook.teams}
    functions = {f.id: f.name for f in workbook.job_functions}
    rows: list[dict[str, object]] = []
    for person in sorted(workbook.people, key=lambda p: sort_key(p.name)):
        talks, screenings = talks_of(workbook, person.id), screenings_of(workbook, person.id)
        latest = talks[-1] if talks else None
        rows.append(
            {
                "id": person.id,
                "name": person.name,
                "team": teams.get(person.team_id or ""),
                "job_functions": [functions[f] for f in person.job_function_ids if f in functions],
                "archived": person.archived,
                "talks": len(talks),
                "latest_talk": latest.held_on.isoformat() if latest else None,
                "latest_state": latest.state.value if latest else None,
                "latest_state_word": STATE_WORDS[latest.state] if latest else None,
                "latest_approved_at": _approved_at(latest),
                "latest_amendments": len(latest.amendments) if latest else None,
                "draft": latest.is_draft if latest else None,
                "screenings": len(screenings),
                "latest_screening": screenings[-1].held_on.isoformat() if screenings else None,
            }
        )
    return rows


def _approved_at(talk: Dialogue | None) -> str | None:
    return talk.approval.approved_at.isoformat() if talk and talk.approval else None
