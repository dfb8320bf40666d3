"""What SQL counts is what the pure model counts, for any workbook."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests import strategies
from tests.storage.pinned import DATA

from kompasskive.dialogue.example import example_workbook
from kompasskive.dialogue.model import DialogueKind, DialogueState, Workbook
from kompasskive.errors import ExpectedError, FileError
from kompasskive.framework.catalogue import bundled
from kompasskive.profile.counting import count
from kompasskive.profile.freezing import counted_here
from kompasskive.profile.periods import half_of
from kompasskive.storage import aggregates, committing, connection
from kompasskive.storage.workbook import create, read
from kompasskive.telling import EVERY, WHOLE

FRAMEWORK = bundled()
IT = FRAMEWORK.field("it")
OTHER = replace(
    FRAMEWORK,
    version="2",
    fields=tuple(
        replace(f, items=(replace(f.items[0], text="Andet"), *f.items[1:])) if f.id == "it" else f
        for f in FRAMEWORK.fields
        if f.id != "lov"
    ),
)
AT = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)


@st.composite
def organisations(draw: st.DrawFn) -> Workbook:
    """People with talks of both frameworks, most of them approved."""
    book = draw(strategies.workbooks(FRAMEWORK, most_people=4))
    approved = [
        replace(
            talk,
            id=f"{place}-{talk.id}",
            state=draw(st.sampled_from((DialogueState.APPROVED, talk.state))),
            kind=draw(st.sampled_from((DialogueKind.DIALOGUE, DialogueKind.SCREENING))),
            framework_key=draw(st.sampled_from((FRAMEWORK.key, OTHER.key))),
            held_on=draw(st.sampled_from((talk.held_on, date(2026, 5, 1)))),
        )
        for place, talk in enumerate(book.dialogues)
    ]
    people = tuple(replace(p, archived=p.archived and draw(st.booleans())) for p in book.people)
    return replace(book, people=people, dialogues=tuple(approved), frameworks=(FRAMEWORK, OTHER))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    organisations(),
    st.booleans(),
    st.sampled_from((DialogueKind.DIALOGUE, DialogueKind.SCREENING)),
    strategies.days | st.just(date(2026, 12, 31)),
)
def test_sql_counts_what_the_model_counts(
    book: Workbook, newer: bool, kind: DialogueKind, last: date
) -> None:
    framework = OTHER if newer else FRAMEWORK
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "org.kompas"
        path.touch()
        with connection.connect_new(path) as db:
            committing.found(db, book, AT)
        assert aggregates.histograms(path, framework, kind, last) == count(
            book, framework, kind, last
        )


def test_an_example_file_is_counted_with_its_tokens(tmp_path: Path) -> None:
    book = example_workbook(FRAMEWORK, 40, 2, date(2026, 11, 23))
    path = tmp_path / "org.kompas"
    create(path, book).close()
    period = half_of(date(2026, 11, 23))
    found = aggregates.counted(path, FRAMEWORK, DialogueKind.DIALOGUE, period.last)
    own = counted_here(book, FRAMEWORK, period)
    assert found.histograms == own.histograms
    assert sorted(found.members) == sorted(own.members)


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "noget.kompas"
    path.write_bytes(b"intet")
    with pytest.raises(FileError):
        aggregates.histograms(path, FRAMEWORK, DialogueKind.DIALOGUE, date(2026, 12, 31))


def test_a_file_of_schema_1_is_counted_too() -> None:
    path = DATA / "skema_1.kompas"
    part = aggregates.organisation_part(path)
    assert [f.key for f in part.frameworks] == [FRAMEWORK.key]
    assert part.goals == ()
    last = date(2026, 12, 31)
    found = aggregates.histograms(path, FRAMEWORK, DialogueKind.DIALOGUE, last)
    assert found == count(read(path), FRAMEWORK, DialogueKind.DIALOGUE, last)
    assert found.people == 2


def test_counting_tells_how_far_it_is_and_can_be_stopped_on_the_way(tmp_path: Path) -> None:
    path, told = tmp_path / "org.kompas", list[int]()
    book = example_workbook(FRAMEWORK, 3 * EVERY, 1, AT.date())
    create(path, book).close()

    def stop_at(most: int) -> Callable[[int, int], None]:
        def tell(done: int, whole: int) -> None:
            told.append(done)
            if done > most:
                raise StoppedError("Stop")

        return tell

    ask = partial(aggregates.counted, path, FRAMEWORK, DialogueKind.DIALOGUE, AT.date())
    whole = ask(stop_at(WHOLE))
    assert told == sorted(told)
    assert len(set(told)) > 4
    for most in (0, 600, 800):
        with pytest.raises(StoppedError):
            ask(stop_at(most))
    assert ask() == whole
    assert read(path) == book


class StoppedError(ExpectedError):
    """What the one who waits raises."""
