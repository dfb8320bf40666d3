"""Random talks and workbooks that keep the model's rules, for laws in any test."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from hypothesis import strategies as st

from kompasskive.dialogue import text
from kompasskive.dialogue.model import (
    DIRECTIONS_MAX,
    STATEMENTS_MAX,
    About,
    AccessRequest,
    Agreement,
    AgreementStatus,
    AgreementStep,
    Approval,
    Case,
    CodeWord,
    Dialogue,
    DialogueKind,
    DialogueState,
    Employee,
    ExtraItem,
    ItemAnswer,
    ItemKey,
    JobFunction,
    Note,
    NoteScope,
    ParkedTopic,
    Placement,
    PlacementKey,
    PlacementState,
    Reopening,
    Statement,
    Team,
    Viewpoint,
    Workbook,
)
from kompasskive.dialogue.organisation import (
    Contribution,
    Goal,
    Lever,
    OrganisationKey,
    Priority,
    PriorityStatus,
    PrivacySetting,
    SentContribution,
    Snapshot,
)
from kompasskive.dialogue.rows import Row
from kompasskive.framework.model import Arena, Dimension, Framework, Mark

_Row = TypeVar("_Row", bound=Row)

ids = st.integers(0, 2**63).map("id-{:016x}".format)
days = st.dates(date(2000, 1, 1), date(2099, 12, 31))
moments = st.datetimes(
    datetime(2000, 1, 1),  # noqa: DTZ001
    datetime(2099, 12, 31),  # noqa: DTZ001
    timezones=st.just(UTC),
)
notes_text = st.text(max_size=60).map(text.note)
line_text = st.text(max_size=60).map(text.line)
names = st.text(min_size=1, max_size=40).map(text.name).filter(bool)
maybe_days = st.none() | days
_sides = st.sampled_from((Viewpoint.EMPLOYEE, Viewpoint.LEADER))
_code_words = st.sets(_sides).map(
    lambda sides: tuple(CodeWord(v, f"hash-{v}") for v in Viewpoint if v in sides)
)
_steps = st.builds(AgreementStep, days, st.sampled_from(AgreementStatus), notes_text)


def answers() -> st.SearchStrategy[ItemAnswer]:
    """Answers that may be stored: never empty, a reason only when not relevant."""
    wishes = st.booleans()
    marked = st.builds(ItemAnswer, mark=st.sampled_from(Mark), wish=wishes)
    left_out = st.builds(ItemAnswer, not_relevant=st.just(True), reason=notes_text, wish=wishes)
    return marked | left_out | st.just(ItemAnswer(wish=True))


def placements() -> st.SearchStrategy[Placement]:
    """Placements in every state; a level only when placed."""
    placed = st.builds(
        Placement,
        state=st.just(PlacementState.PLACED),
        level=st.integers(0, 6),
        example=notes_text,
    )
    others = (PlacementState.NOT_RELEVANT, PlacementState.LET_STAND)
    return placed | st.builds(Placement, state=st.sampled_from(others))


def abouts(framework: Framework) -> st.SearchStrategy[About]:
    """A field, a dimension or both."""
    fields = st.sampled_from([field.id for field in framework.fields])
    dimensions = st.sampled_from(Dimension)
    return (
        st.builds(About, fields, dimensions)
        | st.builds(About, fields, st.none())
        | st.builds(About, st.none(), dimensions)
    )


def statements(framework: Framework, most: int) -> st.SearchStrategy[tuple[Statement, ...]]:
    """Up to `most` statements."""
    return _rows(st.builds(Statement, ids, abouts(framework), notes_text), most)


def agreements(framework: Framework) -> st.SearchStrategy[tuple[Agreement, ...]]:
    """Up to three agreements."""
    forms = st.sampled_from([form.name for form in framework.learning_forms])
    one = st.builds(
        Agreement,
        id=ids,
        what=notes_text,
        field_id=_maybe_field(framework),
        dimensions=st.sets(st.sampled_from(Dimension)).map(_in_order),
        learning_forms=st.lists(forms, max_size=2, unique=True).map(tuple),
        management=notes_text,
        who=line_text,
        due_on=maybe_days,
        follow_up=line_text,
        follow_up_on=maybe_days,
        status=st.sampled_from(AgreementStatus),
        status_reason=notes_text,
        steps=st.lists(_steps, max_size=3).map(tuple),
    )
    return _rows(one, 3)


def notes(framework: Framework) -> st.SearchStrategy[tuple[Note, ...]]:
    """Up to three notes on items, fields and the talk."""
    targets = (
        st.tuples(st.just(NoteScope.ITEM), st.sampled_from(_item_ids(framework)))
        | st.tuples(st.just(NoteScope.FIELD), st.sampled_from(_field_ids(framework)))
        | st.just((NoteScope.TALK, ""))
    )
    one = st.builds(
        lambda note_id, target, written, arena, to_file: Note(
            note_id, target[0], target[1], written, arena, to_file
        ),
        ids,
        targets,
        notes_text.filter(str.strip),
        st.none() | st.sampled_from(Arena),
        st.booleans(),
    )
    return _rows(one, 3)


def marked_dialogues(
    framework: Framework, states: Sequence[DialogueState] = tuple(DialogueState)
) -> st.SearchStrategy[Dialogue]:
    """A talk with marks and placements only: quick to draw."""
    return st.builds(
        Dialogue,
        id=ids,
        framework_key=st.just(framework.key),
        employee_id=st.just("person"),
        held_on=days,
        state=st.sampled_from(states),
        items=_item_answers(framework),
        placements=_cell_placements(framework),
        revealed=st.booleans(),
    )


@st.composite
def dialogues(
    draw: st.DrawFn,
    framework: Framework,
    employee_id: str | None = "person",
    kind: DialogueKind = DialogueKind.DIALOGUE,
) -> Dialogue:
    """A talk with anything a talk may hold, in any state; approved ones have an approval."""
    state = draw(st.sampled_from(DialogueState))
    return Dialogue(
        id=draw(ids),
        framework_key=framework.key,
        employee_id=employee_id,
        held_on=draw(days),
        kind=kind,
        state=state,
        leader=draw(names),
        minutes=draw(st.none() | st.integers(1, 600)),
        items=draw(_item_answers(framework)),
        placements=draw(_cell_placements(framework)),
        sealed=draw(st.frozensets(st.sampled_from((Viewpoint.EMPLOYEE, Viewpoint.LEADER)))),
        code_words=draw(_code_words),
        reopenings=draw(_rows(st.builds(Reopening, ids, _sides, moments), 2)),
        revealed=draw(st.booleans()),
        notes=draw(notes(framework)),
        extras=draw(_extras(framework)),
        parked=draw(_parked(framework)),
        case=draw(st.builds(Case, *[notes_text] * 5)),
        strengths=draw(statements(framework, STATEMENTS_MAX)),
        potentials=draw(statements(framework, STATEMENTS_MAX)),
        directions=draw(statements(framework, DIRECTIONS_MAX)),
        agreements=draw(agreements(framework)),
        management=draw(notes_text),
        remark=draw(notes_text),
        approval=draw(st.builds(Approval, moments, notes_text))
        if state is DialogueState.APPROVED
        else None,
    )


@st.composite
def workbooks(draw: st.DrawFn, framework: Framework, most_people: int = 3) -> Workbook:
    """A workbook with a few people and up to two talks each."""
    teams = draw(_rows(st.builds(Team, ids, names, st.booleans()), 2))
    functions = draw(_rows(st.builds(JobFunction, ids, names), 2))
    people = draw(_rows(_people(teams, functions), most_people))
    talks = [
        talk
        for person in people
        for talk in draw(_rows(dialogues(framework, employee_id=person.id), 2))
    ]
    return Workbook(
        id=draw(ids),
        organisation=draw(names),
        leader=draw(names),
        teams=teams,
        job_functions=functions,
        people=people,
        dialogues=tuple(talks),
        frameworks=(framework,) if talks else (),
        access_requests=draw(_access_requests(people)),
        **draw(organisation_parts(st.sampled_from(_field_ids(framework)))),
    )


def organisation_parts(field_ids: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, Any]]:
    """Everything a workbook holds about the organisation, by attribute."""
    written = st.text(max_size=12).map(text.line)
    periods = st.sampled_from(["2026", "2026H1", "2026K3"])
    small = st.none() | st.integers(0, 40)
    tokens = st.lists(st.integers(0, 2**63).map("{0:016x}/{0:016x}".format), max_size=4).map(tuple)
    return st.fixed_dictionaries(
        {
            "goals": _unique(
                st.builds(Goal, field_ids, st.none() | st.integers(1, 6), small, small),
                lambda goal: goal.field_id,
            ),
            "priorities": _unique(
                st.builds(
                    Priority,
                    ids,
                    periods,
                    written,
                    st.sampled_from(Lever),
                    st.none() | field_ids,
                    written,
                    maybe_days,
                    st.sampled_from(PriorityStatus),
                )
            ),
            "snapshots": _unique(
                st.builds(Snapshot, ids, periods, moments, written, st.booleans(), tokens)
            ),
            "contributions": _unique(
                st.builds(
                    Contribution,
                    ids,
                    periods,
                    st.integers(1, 9),
                    moments,
                    st.integers(0, 40),
                    written,
                    written,
                )
            ),
            "sent_contributions": _unique(
                st.builds(SentContribution, ids, periods, st.integers(1, 9))
            ),
            "organisation_keys": _unique(
                st.builds(OrganisationKey, ids, written, moments), lambda key: key.public
            ),
            "privacy_settings": st.lists(
                st.builds(PrivacySetting, st.integers(3, 9)), max_size=1
            ).map(tuple),
        }
    )


def _unique(
    values: st.SearchStrategy[Any], own_id: Callable[[Any], str] = lambda value: value.id
) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(values, max_size=2, unique_by=own_id).map(tuple)


def _access_requests(
    people: tuple[Employee, ...],
) -> st.SearchStrategy[tuple[AccessRequest, ...]]:
    requests = [st.builds(AccessRequest, st.just(person.id), days) for person in people]
    return st.tuples(*requests) | st.just(())


def _people(
    teams: tuple[Team, ...], functions: tuple[JobFunction, ...]
) -> st.SearchStrategy[Employee]:
    return st.builds(
        Employee,
        id=ids,
        name=names,
        team_id=st.sampled_from([None, *(team.id for team in teams)]),
        job_function_ids=st.just(tuple(function.id for function in functions)),
        target_group=line_text,
        started_on=maybe_days,
        left_on=maybe_days,
        archived=st.booleans(),
        may_be_named=st.booleans(),
    )


def _rows(row: st.SearchStrategy[_Row], most: int) -> st.SearchStrategy[tuple[_Row, ...]]:
    return st.lists(row, max_size=most, unique_by=lambda r: r.id).map(tuple)


def _in_order(chosen: set[Dimension]) -> tuple[Dimension, ...]:
    return tuple(d for d in Dimension if d in chosen)


def _field_ids(framework: Framework) -> list[str]:
    return [field.id for field in framework.fields]


def _item_ids(framework: Framework) -> list[str]:
    return [item.id for field in framework.fields for item in field.items]


def _maybe_field(framework: Framework) -> st.SearchStrategy[str | None]:
    return st.none() | st.sampled_from(_field_ids(framework))


def _item_answers(framework: Framework) -> st.SearchStrategy[dict[ItemKey, ItemAnswer]]:
    keys = st.tuples(st.sampled_from(Viewpoint), st.sampled_from(_item_ids(framework)))
    return st.dictionaries(keys, answers(), max_size=20)


def _cell_placements(framework: Framework) -> st.SearchStrategy[dict[PlacementKey, Placement]]:
    keys = st.tuples(
        st.sampled_from(Viewpoint),
        st.sampled_from(_field_ids(framework)),
        st.sampled_from(Dimension),
    )
    return st.dictionaries(keys, placements(), max_size=15)


def _extras(framework: Framework) -> st.SearchStrategy[tuple[ExtraItem, ...]]:
    one = st.builds(ExtraItem, ids, st.sampled_from(_field_ids(framework)), line_text)
    return _rows(one, 2)


def _parked(framework: Framework) -> st.SearchStrategy[tuple[ParkedTopic, ...]]:
    one = st.builds(ParkedTopic, ids, line_text, _maybe_field(framework), st.booleans())
    return _rows(one, 2)
