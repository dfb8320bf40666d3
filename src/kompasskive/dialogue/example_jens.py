"""Jens Jensen, the source's example (p. 29): his talk a year ago and the one in progress."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from kompasskive import danish
from kompasskive.dialogue.model import (
    About,
    Agreement,
    AgreementStatus,
    AgreementStep,
    Approval,
    Dialogue,
    DialogueState,
    Note,
    NoteScope,
    ParkedTopic,
    Statement,
)
from kompasskive.dialogue.shorthand import Line, read_items, read_placements
from kompasskive.framework.model import Arena, Dimension, Framework

_THEN = {
    "arbejdsmarked": Line("332", "212212", "10..."),
    "lov": Line("111", "11010", "0...."),
    "it": Line("533", "3222", "22210"),
    "borger": Line("321", "221220", "0...."),
    "virksomhed": Line("432", "22221", "2110."),
    "netvaerk": Line("221", "221100", "...."),
}
_NOW = {
    "arbejdsmarked": Line("432", "223212", "21000"),
    "lov": Line("211", "21110", "00000"),
    "it": Line("653", "3223", "32321"),
    "borger": Line("321", "221221", "10000"),
    "virksomhed": Line("542", "32222", "22110"),
    "netvaerk": Line("321", "222110", "0000"),
}
_WISHES = ("lov-g2", "lov-g3")
_STRENGTHS = (
    (About("virksomhed"), "Har et godt kendskab til arbejdet med substitution."),
    (
        About("it"),
        "Besidder viden og kompetencer på specialistniveau og kan fungere som ressourceperson.",
    ),
    (
        About(None, Dimension.PRACTICAL),
        (
            "Har bred viden indenfor flere kompetence- og vidensfelter, særligt IT & Digital og "
            "Virksomhedsvendte metoder & virkning."
        ),
    ),
)
_POTENTIALS = (
    (
        About("lov"),
        (
            "Kan med fordel deltage i målrettede e-læringsmoduler og faglige workshops med cases, "
            "der forbinder lovgivning med konkrete arbejdsopgaver."
        ),
    ),
    (
        About(None, Dimension.RELATIONAL),
        (
            "Kan med fordel deltage i træning gennem rollespil, faglig kritisk refleksion, "
            "kollegial sparring og borgerdialogøvelser."
        ),
    ),
)
_DIRECTIONS = (
    (About("lov", Dimension.REFLEXIVE), "Skønnet i sager på tværs"),
    (About("netvaerk", Dimension.RELATIONAL), "Mødeledelse med en makker"),
)
_BEFORE = timedelta(days=364)


def jens_then(
    framework: Framework, talk: Dialogue, new_id: Callable[[str], str], today: date
) -> Dialogue:
    """The approved talk 52 weeks before `today`; `talk` says who and with which framework."""
    held_on = today - _BEFORE
    return replace(
        talk,
        id=new_id("then"),
        held_on=held_on,
        state=DialogueState.APPROVED,
        items=read_items(framework, _THEN),
        placements=read_placements(_THEN),
        strengths=_statements(new_id, "then-strength", _STRENGTHS[:1]),
        potentials=_statements(new_id, "then-potential", _POTENTIALS[:1]),
        directions=_statements(new_id, "then-direction", ((About("it"), "Data i samtalen"),)),
        agreements=(_agreement_then(new_id, held_on),),
        approval=Approval(datetime.combine(held_on, time(14, 5), UTC)),
    )


def jens_now(
    framework: Framework, talk: Dialogue, new_id: Callable[[str], str], today: date
) -> Dialogue:
    """The talk in progress on `today`; `talk` says who and with which framework."""
    return replace(
        talk,
        id=new_id("now"),
        held_on=today,
        minutes=90,
        items=read_items(framework, _NOW, _WISHES),
        placements=read_placements(_NOW),
        notes=_notes(new_id),
        parked=(
            ParkedTopic(
                new_id("parked"),
                "Balancen mellem opsøgende arbejde og dokumentation",
                "virksomhed",
            ),
        ),
        strengths=_statements(new_id, "strength", _STRENGTHS),
        potentials=_statements(new_id, "potential", _POTENTIALS),
        directions=_statements(new_id, "direction", _DIRECTIONS),
        agreements=_agreements_now(new_id, today),
        management="Mette finder to timer om måneden og spørger Lov-teamet om plads ved to "
        "casedrøftelser.",
    )


def _statements(
    new_id: Callable[[str], str], kind: str, told: tuple[tuple[About, str], ...]
) -> tuple[Statement, ...]:
    return tuple(
        Statement(new_id(f"{kind}-{number}"), about, text)
        for number, (about, text) in enumerate(told)
    )


def _notes(new_id: Callable[[str], str]) -> tuple[Note, ...]:
    return (
        Note(
            new_id("note-item"),
            NoteScope.ITEM,
            "lov-g2",
            "Begrundelserne er klare på skrift. Mundtligt vil Jens gerne øve sig: Amina lytter "
            "med på to samtaler.",
            Arena.CITIZEN_AND_BUSINESS,
        ),
        Note(
            new_id("note-lov"),
            NoteScope.FIELD,
            "lov",
            "Jens er tryg ved de daglige afgørelser og vil gerne stå stærkere i de sager, der går "
            "på tværs. Casedrøftelser giver mere end kurser.",
            to_file=True,
        ),
        Note(
            new_id("note-netvaerk"),
            NoteScope.FIELD,
            "netvaerk",
            "Mødeledelse på tværs er nyt; Jens vil gerne prøve det af med en makker.",
            to_file=True,
        ),
    )


def _agreement_then(new_id: Callable[[str], str], held_on: date) -> Agreement:
    return Agreement(
        id=new_id("then-agreement"),
        what="Prøver CRM-systemet af i tre virksomheder",
        field_id="it",
        dimensions=(Dimension.PRACTICAL, Dimension.REFLEXIVE),
        learning_forms=("Sidemandsoplæring", "Reflekterende team"),
        who="Jens",
        due_on=held_on + timedelta(days=150),
        follow_up=_team_meeting(held_on + timedelta(days=160)),
        status=AgreementStatus.DONE,
        steps=(
            AgreementStep(held_on + timedelta(days=28), AgreementStatus.IN_PROGRESS),
            AgreementStep(held_on + timedelta(days=140), AgreementStatus.DONE),
        ),
    )


def _agreements_now(new_id: Callable[[str], str], today: date) -> tuple[Agreement, ...]:
    return (
        Agreement(
            id=new_id("agreement-1"),
            what="E-læring om forvaltningsret og to casedrøftelser med Lov-teamet",
            field_id="lov",
            dimensions=(Dimension.PRACTICAL, Dimension.REFLEXIVE),
            learning_forms=("E-læring", "Case-analyse"),
            who="Jens – Mette finder tid",
            due_on=today + timedelta(days=128),
            follow_up="Kort status",
            follow_up_on=today + timedelta(days=53),
        ),
        Agreement(
            id=new_id("agreement-2"),
            what="Øver den svære samtale i par",
            dimensions=(Dimension.RELATIONAL,),
            learning_forms=("Rollespil", "Kollegial sparring"),
            who="Jens og Amina",
            due_on=today + timedelta(days=158),
            follow_up=_team_meeting(today + timedelta(days=115)),
        ),
        Agreement(
            id=new_id("agreement-3"),
            what="Deler sin CRM-opskrift med teamet",
            field_id="it",
            dimensions=(Dimension.PRACTICAL,),
            learning_forms=("Videndeling",),
            who="Jens",
            due_on=today + timedelta(days=25),
            follow_up=_team_meeting(today + timedelta(days=53)),
            status=AgreementStatus.IN_PROGRESS,
            steps=(AgreementStep(today, AgreementStatus.IN_PROGRESS),),
        ),
    )


def _team_meeting(day: date) -> str:
    return f"Teammøde i {danish.MONTHS[day.month - 1]}"
