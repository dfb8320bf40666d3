"""Whatever a workbook holds comes back exactly, also after edits through the writer's diff."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.strategies import organisation_parts

from kompasskive.dialogue.example import example_workbook
from kompasskive.dialogue.model import (
    About,
    AccessRequest,
    Agreement,
    AgreementStatus,
    Amendment,
    Approval,
    Case,
    Dialogue,
    DialogueKind,
    DialogueState,
    Employee,
    ExtraItem,
    ItemAnswer,
    JobFunction,
    Note,
    NoteScope,
    ParkedTopic,
    Placement,
    PlacementState,
    Statement,
    Team,
    Viewpoint,
    Workbook,
)
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Arena, Dimension, Framework, Mark
from kompasskive.storage import committing, connection, loading, rows
from kompasskive.storage.workbook import create, read

T = TypeVar("T")
AT = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
FRAMEWORKS = (bundled(), replace(bundled(), version="2", name="Vores egen"))

IDS = st.text("abcæøå123-", min_size=1, max_size=6)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
DAYS = st.none() | st.dates()
MOMENTS = st.datetimes(timezones=st.sampled_from([UTC]))
DIMENSIONS = st.sampled_from(Dimension)
ABOUTS = st.builds(About, st.none() | IDS, st.none() | DIMENSIONS)


def unique(values: st.SearchStrategy[T], most: int = 3) -> st.SearchStrategy[tuple[T, ...]]:
    def own_id(value: Any) -> str:
        return str(value.id)

    return st.lists(values, max_size=most, unique_by=own_id).map(tuple)


ANSWERS = st.builds(
    ItemAnswer, st.none() | st.sampled_from(Mark), st.just(False), TEXTS, st.booleans()
) | st.builds(ItemAnswer, st.none(), st.just(True), TEXTS, st.booleans())
PLACEMENTS = st.builds(
    Placement, st.just(PlacementState.PLACED), st.integers(0, 6), TEXTS
) | st.builds(
    Placement,
    st.sampled_from([PlacementState.NOT_RELEVANT, PlacementState.LET_STAND]),
    st.none(),
    TEXTS,
)
AGREEMENTS = st.builds(
    Agreement,
    IDS,
    TEXTS,
    st.none() | IDS,
    st.lists(DIMENSIONS, max_size=3).map(tuple),
    st.lists(TEXTS, max_size=3).map(tuple),
    TEXTS,
    TEXTS,
    DAYS,
    TEXTS,
    DAYS,
    st.sampled_from(AgreementStatus),
    TEXTS,
)
STATEMENTS = unique(st.builds(Statement, IDS, ABOUTS, TEXTS))


def a_dialogue(people: list[str], teams: list[str]) -> st.SearchStrategy[Dialogue]:
    return st.builds(
        Dialogue,
        id=IDS,
        framework_key=st.sampled_from([f.key for f in FRAMEWORKS]),
        employee_id=st.sampled_from([None, *people]),
        held_on=st.dates(),
        kind=st.sampled_from(DialogueKind),
        state=st.sampled_from(DialogueState),
        team_id=st.sampled_from([None, *teams]),
        leader=TEXTS,
        minutes=st.none() | st.integers(0, 600),
        depth_field_ids=st.lists(IDS, max_size=3).map(tuple),
        items=st.dictionaries(st.tuples(st.sampled_from(Viewpoint), IDS), ANSWERS, max_size=4),
        placements=st.dictionaries(
            st.tuples(st.sampled_from(Viewpoint), IDS, DIMENSIONS), PLACEMENTS, max_size=4
        ),
        sealed=st.frozensets(st.sampled_from(Viewpoint)),
        revealed=st.booleans(),
        notes=unique(
            st.builds(
                Note,
                IDS,
                st.sampled_from(NoteScope),
                TEXTS,
                TEXTS,
                st.none() | st.sampled_from(Arena),
                st.booleans(),
            )
        ),
        extras=unique(st.builds(ExtraItem, IDS, IDS, TEXTS)),
        parked=unique(st.builds(ParkedTopic, IDS, TEXTS, st.none() | IDS, st.booleans())),
        case=st.builds(Case, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS),
        strengths=STATEMENTS,
        potentials=STATEMENTS,
        directions=STATEMENTS,
        agreements=unique(AGREEMENTS),
        management=TEXTS,
        remark=TEXTS,
        approval=st.none() | st.builds(Approval, MOMENTS, TEXTS),
        amendments=unique(st.builds(Amendment, IDS, MOMENTS, TEXTS)),
    )


def an_employee(functions: list[str], teams: list[str]) -> st.SearchStrategy[Employee]:
    return st.builds(
        Employee,
        IDS,
        TEXTS,
        st.sampled_from([None, *teams]),
        st.lists(st.sampled_from(functions), max_size=2).map(tuple) if functions else st.just(()),
        TEXTS,
        DAYS,
        DAYS,
        st.booleans(),
        st.booleans(),
    )


@st.composite
def workbooks(draw: st.DrawFn) -> Workbook:
    """Any workbook whose references resolve; always the same file id."""
    teams = draw(unique(st.builds(Team, IDS, TEXTS, st.booleans())))
    functions = draw(unique(st.builds(JobFunction, IDS, TEXTS)))
    team_ids = [t.id for t in teams]
    people = draw(unique(an_employee([f.id for f in functions], team_ids)))
    dialogues = draw(unique(a_dialogue([p.id for p in people], team_ids)))
    frameworks: tuple[Framework, ...] = draw(st.permutations(FRAMEWORKS).map(tuple))
    asking = draw(st.permutations([p.id for p in people]))[: draw(st.integers(0, 3))]
    return Workbook(
        id="fil-1",
        organisation=draw(TEXTS),
        leader=draw(TEXTS),
        teams=teams,
        job_functions=functions,
        people=people,
        dialogues=dialogues,
        frameworks=frameworks,
        access_requests=tuple(AccessRequest(p, draw(st.dates())) for p in asking),
        **draw(organisation_parts(IDS)),
    )


PIECES = ("notes", "parked", "strengths", "agreements", "depth_field_ids", "case", "sealed")


@st.composite
def edited(draw: st.DrawFn) -> tuple[Workbook, Workbook]:
    """A workbook and one made from it by edits: most of it is the very same objects."""
    first, other = draw(workbooks()), draw(workbooks())
    talks = list(draw(st.permutations(first.dialogues)))[: draw(st.integers(0, 3))]
    if talks and other.dialogues:
        mine, theirs = talks[0], other.dialogues[0]
        pieces = draw(st.sets(st.sampled_from(PIECES)))
        changed = {name: getattr(theirs, name) for name in pieces}
        kept = mine.notes[1:] + mine.notes[:1]
        changed |= {"notes": kept} if "notes" not in pieces else {}
        talks[0] = replace(mine, items={**mine.items, **theirs.items}, **changed)
    return first, replace(first, leader=other.leader, dialogues=tuple(talks))


@contextmanager
def empty_file() -> Iterator[Path]:
    """A path for a new file, gone again afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "prøve.kompas"
        path.touch()
        yield path


QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


PAIRS = st.tuples(workbooks(), workbooks()) | edited()


@QUICK
@given(PAIRS)
def test_two_workbooks_in_a_row_come_back_exactly(pair: tuple[Workbook, Workbook]) -> None:
    first, second = pair
    with empty_file() as path, connection.connect_new(path) as db:
        meta = committing.found(db, first, AT)
        with db.begin():
            assert loading.load(db, path).workbook == first
        changed = rows.changes(first, second)
        meta = committing.commit(db, path, meta, changed, AT)
        with db.begin():
            content = loading.load(db, path)
        assert content.workbook == second
        assert content.meta == meta
        assert meta.revision == 2


@QUICK
@given(PAIRS)
def test_the_difference_is_exactly_the_rows_that_differ(pair: tuple[Workbook, Workbook]) -> None:
    first, second = pair
    before, after = rows.rows(first), rows.rows(second)
    for change in rows.changes(first, second):
        table = before.setdefault(change.table, {})
        if change.before is not None:
            gone = [key for key, row in table.items() if row == change.before]
            assert len(gone) == 1
            del table[gone[0]]
        if change.after is not None:
            table[("new", *change.after)] = change.after
        assert change.before != change.after
    for name in before | after:
        now = sorted(map(repr, before.get(name, {}).values()))
        assert now == sorted(map(repr, after.get(name, {}).values()))


@QUICK
@given(workbooks())
def test_nothing_differs_from_itself(workbook: Workbook) -> None:
    assert rows.changes(workbook, replace(workbook)) == ()


def test_what_is_equal_is_one_object_however_many_say_it(tmp_path: Path) -> None:
    path = tmp_path / "a.kompas"
    create(path, example_workbook(bundled(), 30, 1, date(2026, 11, 23))).close()
    talks = read(path).dialogues
    answers = [(k, a) for talk in talks for k, a in talk.items.items()]
    placements = [(k, p) for talk in talks for k, p in talk.placements.items()]
    for pairs in (answers, placements):
        objects = {id(part) for pair in pairs for part in pair}
        assert len(objects) == len({part for pair in pairs for part in pair})
