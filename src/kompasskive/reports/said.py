"""What the two said and agreed, as paragraphs and rows; only agreed answers, never sealed ones."""

from collections.abc import Iterable, Iterator

from kompasskive import danish
from kompasskive.dialogue.keeping import STATUS_WORDS, story
from kompasskive.dialogue.model import (
    About,
    Agreement,
    Dialogue,
    DialogueKind,
    DialogueState,
    ExtraItem,
    Note,
    NoteScope,
    ParkedTopic,
    Statement,
)
from kompasskive.framework.model import Dimension, Framework, Item, Level
from kompasskive.reports.model import AgreementRow, Point, Remark

AGREED = "Vi har læst profilen igennem sammen og er enige om, at den gengiver samtalen."
DIFFERING = "Vi har læst profilen igennem sammen. Vi ser forskelligt på dette:"
_COMPETENCES = {
    Dimension.PRACTICAL: "Praktiske kompetencer",
    Dimension.REFLEXIVE: "Refleksive kompetencer",
    Dimension.RELATIONAL: "Relationelle kompetencer",
}


def statements(framework: Framework, said: Iterable[Statement]) -> tuple[Point, ...]:
    """ "**IT & Digital:** text", "**Praktiske kompetencer:** text" (source p. 29)."""
    return tuple(_pointed(about_words(framework, s.about), s.text) for s in said)


def directions(framework: Framework, dialogue: Dialogue) -> tuple[Point, ...]:
    """Where the course is set, the first direction first."""
    return statements(framework, dialogue.directions)


def about_words(framework: Framework, about: About) -> str:
    """ "IT & Digital", "Praktiske kompetencer", "IT & Digital, refleksiv" or ""."""
    field = _field_name(framework, about.field_id)
    if about.dimension is None:
        return field
    if not field:
        return _COMPETENCES[about.dimension]
    return f"{field}, {framework.dimension(about.dimension).name.lower()}"


def agreement_rows(framework: Framework, dialogue: Dialogue) -> tuple[AgreementRow, ...]:
    """One row per agreement, in the pair's order."""
    return tuple(_agreement_row(framework, each) for each in dialogue.agreements)


def kept(previous: Dialogue | None) -> tuple[Point, ...]:
    """How each agreement of the talk before went, day by day."""
    agreements = previous.agreements if previous else ()
    return tuple(
        Point(f"Aftalen »{agreement.what.strip()}«:", ", ".join(_went(agreement)))
        for agreement in agreements
        if agreement.what.strip()
    )


def management(dialogue: Dialogue) -> tuple[str, ...]:
    """What management shall do: for the talk as a whole, then for each agreement."""
    whole = (dialogue.management,) if dialogue.management.strip() else ()
    parts = (
        f"{a.management} ({a.what})" if a.what.strip() else a.management
        for a in dialogue.agreements
        if a.management.strip()
    )
    return (*whole, *parts)


def not_relevant(framework: Framework, dialogue: Dialogue) -> tuple[Point, ...]:
    """Basic items said to be "Ikke relevant", with the reason that was given."""
    return tuple(
        Point(f"{field.name}:", f"{item.text} {_reason(dialogue, item)}".strip())
        for field in framework.fields
        for item in field.at(Level.BASIC)
        if dialogue.answer(item.id).not_relevant
    )


def extras(framework: Framework, dialogue: Dialogue) -> tuple[Point, ...]:
    """The pair's own items, each with its mark when it has one."""
    return tuple(
        Point(f"{_field_name(framework, extra.field_id)}:", _marked(framework, dialogue, extra))
        for extra in dialogue.extras
    )


def noted(framework: Framework, dialogue: Dialogue) -> tuple[Point, ...]:
    """The notes ticked "Til personalesagen", in framework order, those on the talk last."""
    return _notes(framework, dialogue, to_file=True)


def kept_back(framework: Framework, dialogue: Dialogue) -> tuple[Point, ...]:
    """The notes that are not ticked, in the same order."""
    return _notes(framework, dialogue, to_file=False)


def parked(framework: Framework, dialogue: Dialogue) -> tuple[str, ...]:
    """Topics the two come back to, with the field they came up in."""
    return tuple(_topic(framework, t) for t in dialogue.parked if not t.closed)


def amendments(dialogue: Dialogue) -> tuple[Point, ...]:
    """The dated changes made after an approval."""
    return tuple(
        Point(f"{danish.short_date(a.made_at.date())}:", a.reason) for a in dialogue.amendments
    )


def remark(dialogue: Dialogue) -> Remark:
    """The employee's recorded remark; empty where there shall be lines to write on."""
    return Remark(dialogue.remark.strip())


def closing(dialogue: Dialogue) -> tuple[str, ...]:
    """What the two sign; nothing before the talk is approved, or where there is only one."""
    unsigned = (DialogueKind.SELF_REFLECTION, DialogueKind.SCREENING)
    if dialogue.kind in unsigned or dialogue.state is not DialogueState.APPROVED:
        return ()
    view = dialogue.approval.differing_view.strip() if dialogue.approval else ""
    return (DIFFERING, view) if view else (AGREED,)


def _pointed(lead: str, text: str) -> Point:
    return Point(f"{lead}:" if lead and text.strip() else lead, text)


def _field_name(framework: Framework, field_id: str | None) -> str:
    return next((f.name for f in framework.fields if f.id == field_id), "")


def _agreement_row(framework: Framework, agreement: Agreement) -> AgreementRow:
    dimensions = [framework.dimension(d).name.lower() for d in agreement.dimensions]
    about = (_field_name(framework, agreement.field_id), " + ".join(dimensions))
    return AgreementRow(
        what=agreement.what,
        about=_capital(" · ".join(part for part in about if part)),
        learning=_listed(framework, agreement.learning_forms),
        who=agreement.who,
        due=danish.short_date(agreement.due_on) if agreement.due_on else "",
        follow_up="\n".join(_follow_up(agreement)),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _listed(framework: Framework, forms: tuple[str, ...]) -> str:
    """ "Rollespil, kollegial sparring": the framework's own names are small after the first."""
    known = {form.name for form in framework.learning_forms}
    others = (f[:1].lower() + f[1:] if f in known else f for f in forms[1:])
    return ", ".join((*forms[:1], *others))


def _follow_up(agreement: Agreement) -> Iterator[str]:
    day = danish.short_date(agreement.follow_up_on) if agreement.follow_up_on else ""
    told = " ".join(part for part in (agreement.follow_up, day) if part)
    return (part for part in (told, *story(agreement)) if part)


def _went(agreement: Agreement) -> tuple[str, ...]:
    return story(agreement) or (STATUS_WORDS[agreement.status],)


def _reason(dialogue: Dialogue, item: Item) -> str:
    reason = dialogue.answer(item.id).reason.strip()
    return f"– {reason}" if reason else ""


def _marked(framework: Framework, dialogue: Dialogue, extra: ExtraItem) -> str:
    mark = dialogue.answer(extra.id).mark
    return f"{extra.text} ({framework.mark_word(mark)})" if mark else extra.text


def _targets(framework: Framework, dialogue: Dialogue) -> dict[str, str]:
    """What a note may be about, in reading order, and what it is then called."""
    names: dict[str, str] = {}
    for field in framework.fields:
        names[field.id] = field.name
        own = [e for e in dialogue.extras if e.field_id == field.id]
        said: list[Item | ExtraItem] = [*field.items, *own]
        names |= {each.id: f"{field.name} – {each.text}" for each in said}
    return names


def _notes(framework: Framework, dialogue: Dialogue, to_file: bool) -> tuple[Point, ...]:
    names = _targets(framework, dialogue)
    chosen = [n for n in dialogue.notes if n.to_file is to_file and n.text.strip()]
    order = {target: index for index, target in enumerate(names)}
    chosen.sort(key=lambda n: order.get(n.target_id, len(order)))
    return tuple(_note(framework, n, names) for n in chosen)


def _note(framework: Framework, note: Note, names: dict[str, str]) -> Point:
    about = "" if note.scope is NoteScope.TALK else names.get(note.target_id, "")
    arena = next((a.name for a in framework.arenas if a.arena is note.arena), "")
    lead = ", ".join(part for part in (about.rstrip("."), arena.lower()) if part)
    return Point(f"{_capital(lead)}." if lead else "", note.text)


def _topic(framework: Framework, topic: ParkedTopic) -> str:
    field = _field_name(framework, topic.field_id)
    return f"{topic.text} (parkeret under {field})" if field else topic.text
