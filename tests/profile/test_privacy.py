"""Refusals with their reason, thresholds, complementary suppression, and two periods in a row."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from kompasskive.dialogue.example import example_workbook
from kompasskive.dialogue.model import Dialogue, Workbook
from kompasskive.dialogue.organisation import Goal, Snapshot
from kompasskive.errors import FileError
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Dimension, Level
from kompasskive.profile.contributions import Counted
from kompasskive.profile.freezing import (
    counted_here,
    freeze,
    frozen_profile,
    preview,
    snapshot_of,
    thresholds_of,
    with_threshold,
)
from kompasskive.profile.frozen import from_json, to_json
from kompasskive.profile.goals import Verdict, by_importance, goal_lines
from kompasskive.profile.histograms import CellHistogram, GroupCount, Histograms, empty
from kompasskive.profile.members import Difference, differ
from kompasskive.profile.organisation import Count, OrganisationProfile, Shown
from kompasskive.profile.periods import PeriodError, half_of, parse_period, recent_periods
from kompasskive.profile.privacy import (
    Earlier,
    PrivacyError,
    Thresholds,
    publish,
    require_comparison,
)
from kompasskive.profile.protecting import complementary, groups

FRAMEWORK = bundled()
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
PERIOD = half_of(TODAY)


def of_people(people: int) -> Histograms:
    return replace(empty(FRAMEWORK), people=people)


def workbook_of(people: int) -> Workbook:
    """People with one approved talk each."""
    workbook = example_workbook(FRAMEWORK, 60, 3, TODAY)
    counted = {t.employee_id: t for t in _approved(workbook)}
    chosen = [p for p in workbook.people if p.id in counted][:people]
    ids = {p.id for p in chosen}
    talks = tuple(counted[p.id] for p in chosen)
    assert len(ids) == people
    return replace(workbook, people=tuple(chosen), dialogues=talks)


def _approved(workbook: Workbook) -> list[Dialogue]:
    return [t for t in workbook.dialogues if not t.is_draft and t.employee_id]


def frozen(workbook: Workbook, snapshot_id: str = "s1") -> Workbook:
    counted = counted_here(workbook, FRAMEWORK, PERIOD)
    return freeze(workbook, FRAMEWORK, counted, PERIOD, snapshot_id, NOW)


@pytest.mark.parametrize("people", [0, 1, 4])
def test_fewer_than_five_people_are_refused_with_the_reason(people: int) -> None:
    with pytest.raises(PrivacyError, match="kræver mindst 5"):
        publish(FRAMEWORK, of_people(people), "2026")


def test_the_threshold_is_a_setting_but_never_below_three() -> None:
    workbook = workbook_of(4)
    assert thresholds_of(workbook).cell == 5
    lower = with_threshold(workbook, 3)
    assert thresholds_of(lower).cell == 3
    assert frozen(lower).snapshots
    with pytest.raises(PrivacyError, match="lavere end 3"):
        with_threshold(workbook, 2)
    with pytest.raises(PrivacyError):
        Thresholds(cell=0)


def test_a_comparison_needs_six() -> None:
    with pytest.raises(PrivacyError, match="kræver mindst 6"):
        require_comparison(publish(FRAMEWORK, of_people(5), "2026"))
    require_comparison(publish(FRAMEWORK, of_people(6), "2026"))


@pytest.mark.parametrize("people", [1, 2, 4])
def test_new_numbers_of_a_period_are_refused_when_one_to_four_differ(people: int) -> None:
    old = publish(FRAMEWORK, of_people(9), "2026")
    earlier = Earlier(old, Difference(people, people, people, 9 - people))
    with pytest.raises(PrivacyError, match=r"mindst 5.*De frosne tal gælder stadig"):
        publish(FRAMEWORK, of_people(9), "2026", earlier=[earlier])


def test_new_numbers_are_refused_when_nearly_all_who_differ_have_left() -> None:
    old = publish(FRAMEWORK, of_people(12), "2026")
    earlier = Earlier(old, Difference(joined=1, left=6, people=7, shared=6))
    with pytest.raises(PrivacyError, match="røber dem, der gik"):
        publish(FRAMEWORK, of_people(7), "2026", earlier=[earlier])


def test_freezing_twice_changes_nothing_and_after_one_left_is_refused() -> None:
    once = frozen(workbook_of(12))
    assert frozen(once, "s2") is once
    one_left = replace(once, people=once.people[1:])
    with pytest.raises(PrivacyError, match="Kun én person"):
        frozen(one_left, "s2")
    assert frozen_profile(one_left, PERIOD) == from_json(once.snapshots[0].content)


def test_six_new_people_make_new_numbers_that_replace_and_keep_the_old() -> None:
    large = workbook_of(16)
    small = replace(large, people=large.people[:10], dialogues=large.dialogues[:10])
    first = frozen(small)
    later = replace(first, people=large.people, dialogues=large.dialogues)
    counted = counted_here(later, FRAMEWORK, PERIOD)
    after = freeze(later, FRAMEWORK, counted, PERIOD, "s2", NOW.replace(hour=15))
    assert [s.id for s in after.snapshots] == ["s1", "s2"]
    latest = snapshot_of(after, PERIOD)
    assert latest is not None
    assert latest.id == "s2"
    profile = from_json(latest.content)
    assert {c.median for c in profile.cells} == {None}


def test_a_period_that_shares_nobody_with_the_last_is_told_in_full() -> None:
    everyone = workbook_of(24)
    first = replace(everyone, people=everyone.people[:12])
    second = replace(frozen(first), people=everyone.people[12:])
    profile = from_json(frozen(second, "s2").snapshots[1].content)
    assert any(c.median is not None for c in profile.cells)


def test_frozen_numbers_come_back_exactly_and_hold_no_names_or_dates() -> None:
    workbook = frozen(workbook_of(14))
    content = workbook.snapshots[0].content
    assert to_json(from_json(content)) == content
    for person in workbook.people:
        assert person.name not in content
        assert person.id not in content
        assert person.id not in "".join(workbook.snapshots[0].members)
    for talk in workbook.dialogues:
        assert talk.held_on.isoformat() not in content
    with pytest.raises(FileError):
        from_json("{}")


def test_who_differs_is_counted_in_people() -> None:
    before = ["a/1", "b/1", "c/1"]
    assert differ(before, before) == Difference(0, 0, 0, 3)
    assert differ(before, ["a/1", "b/2", "d/1"]) == Difference(joined=2, left=2, people=3, shared=1)


def test_no_withheld_part_follows_from_the_total() -> None:
    assert complementary([12, 3, 20, 11], 10) == (False, True, False, True)
    assert complementary([12, 6, 7], 10) == (False, True, True)
    assert complementary([12, 20], 10) == (False, False)
    assert complementary([4], 10) == (True,)
    assert complementary([12, 0, 4, 4], 10) == (True, False, True, True)


def test_the_division_of_labour_hides_small_functions_and_one_more() -> None:
    rows = tuple(
        GroupCount(name, "it", people, 6) for name, people in (("A", 14), ("B", 30), ("C", 8))
    )
    told = {
        g.name: g.shown
        for g in groups(FRAMEWORK, replace(of_people(52), groups=rows), Thresholds())
    }
    assert told == {"A": Shown.HIDDEN, "B": Shown.EXACT, "C": Shown.HIDDEN}


def profile_with(levels: tuple[int, ...]) -> OrganisationProfile:
    cells = tuple(CellHistogram(f.id, d, levels) for f in FRAMEWORK.fields for d in Dimension)
    return publish(FRAMEWORK, replace(of_people(sum(levels)), cells=cells), "2026")


def test_goals_make_gaps_and_surpluses_and_no_goal_makes_only_numbers() -> None:
    profile = profile_with((2, 2, 3, 2, 3, 1, 1))
    ids = [f.id for f in FRAMEWORK.fields]
    wanted = (
        Goal(ids[0], priority=2),
        Goal(ids[1], priority=1, breadth=3, depth=8),
        Goal(ids[2], breadth=3),
    )
    lines = goal_lines(FRAMEWORK, profile, wanted)
    assert [line.word for line in lines[:4]] == [
        "Kompetencehul",
        "Kompetencehul",
        "Overrepræsentation",
        "",
    ]
    assert lines[0].words == ("Bredde: 7 af ønskede 14",)
    assert lines[1].words == ("Dybde: 5 af ønskede 8",)
    assert lines[2].words == ("Bredde: 7, ønsket 3",)
    assert lines[3].words == ("Bredde: 7", "Dybde: 5")
    assert [line.field_id for line in by_importance(lines)] == [ids[1], ids[0], ids[2]]


def test_a_range_gives_a_verdict_only_when_all_of_it_does() -> None:
    profile = profile_with((14, 0, 0, 0, 0, 0, 0))
    ids = [f.id for f in FRAMEWORK.fields]
    lines = goal_lines(FRAMEWORK, profile, (Goal(ids[0], depth=2), Goal(ids[1], depth=3)))
    assert [line.depth.verdict for line in lines[:2]] == [Verdict.NONE, Verdict.GAP]
    assert lines[0].depth.has == Count(0, 2, 14)


@pytest.mark.parametrize(
    ("written", "key", "name", "first", "last"),
    [
        ("2026", "2026", "2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026H2", "2026H2", "2. halvår 2026", date(2026, 7, 1), date(2026, 12, 31)),
        ("2026-1", "2026H1", "1. halvår 2026", date(2026, 1, 1), date(2026, 6, 30)),
        (" 2026k1 ", "2026K1", "1. kvartal 2026", date(2026, 1, 1), date(2026, 3, 31)),
    ],
)
def test_a_period_is_a_year_a_half_or_a_quarter(
    written: str, key: str, name: str, first: date, last: date
) -> None:
    period = parse_period(written)
    assert (period.key, period.name, period.first, period.last) == (key, name, first, last)
    assert parse_period(period.key) == period


@pytest.mark.parametrize("written", ["", "26", "2026H3", "2026-5", "0000", "2026K", "i år"])
def test_anything_else_is_refused_with_examples(written: str) -> None:
    with pytest.raises(PeriodError, match="2026H1"):
        parse_period(written)


def test_recent_periods_have_begun() -> None:
    assert [p.key for p in recent_periods(date(2026, 3, 1))] == [
        "2026",
        "2026H1",
        "2025",
        "2025H2",
        "2025H1",
    ]


def test_levels_without_people_say_that_nothing_is_discussed() -> None:
    profile = publish(FRAMEWORK, of_people(9), "2026")
    assert not profile.placed
    assert not profile.discussed
    assert profile.cell("it", Dimension.PRACTICAL).words == "ikke placeret"
    assert profile.level("it", Level.BASIC).words == "ikke drøftet"


def test_counted_keeps_members_apart_from_names() -> None:
    counted = counted_here(workbook_of(6), FRAMEWORK, PERIOD)
    assert isinstance(counted, Counted)
    assert len(set(counted.members)) == 6


def test_a_third_snapshot_that_shares_talks_with_two_is_refused_while_few_are_in_one() -> None:
    book = workbook_of(12)
    counted = counted_here(book, FRAMEWORK, PERIOD)
    content = to_json(preview(book, FRAMEWORK, counted, PERIOD))

    def frozen(at: int, members: tuple[str, ...]) -> Snapshot:
        return Snapshot(str(at), "2025", NOW, content, False, members)

    strangers = tuple(f"{n:016x}/{n:016x}" for n in range(20))
    chain = (frozen(1, strangers[:6]), frozen(2, (*strangers[5:12], *counted.members[:3])))
    both = replace(book, snapshots=chain)
    with pytest.raises(PrivacyError, match="Tre billeder, der deler samtaler"):
        preview(both, FRAMEWORK, counted, PERIOD)
    for some in (chain[:1], chain[1:], (frozen(1, strangers), *chain[1:])):
        assert preview(replace(book, snapshots=some), FRAMEWORK, counted, PERIOD).people == 12
