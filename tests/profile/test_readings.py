"""Employee against organisation: every case of the source's page 30, in the product's words."""

from dataclasses import replace

import pytest

from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Dimension
from kompasskive.profile.histograms import CellHistogram, empty
from kompasskive.profile.model import CellState, Profile
from kompasskive.profile.organisation import OrganisationCell, OrganisationProfile, Shown
from kompasskive.profile.privacy import publish
from kompasskive.profile.profile import empty_profile
from kompasskive.profile.protecting import cell
from kompasskive.profile.readings import (
    CLOSE,
    Kind,
    compare_with,
    difference,
    grouped,
    kind_of,
)

FRAMEWORK = bundled()
FIELD = FRAMEWORK.fields[0]
LETTERS = {
    "S": Kind.SHARED_STRENGTH,
    "U": Kind.SHARED_DEVELOPMENT,
    "I": Kind.INDIVIDUAL_NEED,
    "O": Kind.ORGANISATIONS_POTENTIAL,
    "t": Kind.CLOSE,
}
# Rows: the employee's placement 0-6. Columns: the organisation's median 0, 0.5, 1, ... 6.
# A following "+" is the second sentence: same side, two steps or more apart.
TABLE = """
U U U U U+ U+ I I I I I I I
U U U U U U I I I I I I I
U+ U U U U U I I I I I I I
O O O O O t S S S S S+ S+ S+
O O O O O O S S S S S S S+
O O O O O O S+ S S S S S S
O O O O O O S+ S+ S+ S S S S
"""
ROWS = [line.split() for line in TABLE.strip().splitlines()]
CASES = [
    (employee, half / 2, said) for employee, row in enumerate(ROWS) for half, said in enumerate(row)
]
ACTIONS = {
    Kind.SHARED_STRENGTH: "Del erfaringer – hvem kan være mentor?",
    Kind.SHARED_DEVELOPMENT: "Her kan flere lære sammen.",
    Kind.INDIVIDUAL_NEED: "Sidemandsoplæring, efteruddannelse eller tættere sparring?",
    Kind.ORGANISATIONS_POTENTIAL: "Hvordan får andre glæde af det?",
    Kind.CLOSE: "",
}
POINTS_AT = {
    Kind.SHARED_STRENGTH: "Kan pege på fælles styrkeposition",
    Kind.SHARED_DEVELOPMENT: "Kan pege på fælles udviklingsområde",
    Kind.INDIVIDUAL_NEED: "Kan pege på individuelt læringsbehov",
    Kind.ORGANISATIONS_POTENTIAL: "Kan pege på organisatorisk læringspotentiale",
    Kind.CLOSE: "Tæt på hinanden – drøft",
}


def _person(level: int | None) -> Profile:
    profile = empty_profile(FRAMEWORK, "Jens Jensen")
    first = profile.fields[0]
    state = CellState.NOT_DISCUSSED if level is None else CellState.PLACED
    placed = replace(first.cells[0], state=state, level=level)
    field = replace(first, cells=(placed, *first.cells[1:]))
    return replace(profile, fields=(field, *profile.fields[1:]))


def _organisation(only: OrganisationCell) -> OrganisationProfile:
    profile = publish(FRAMEWORK, replace(empty(FRAMEWORK), people=12), "2026")
    return replace(profile, cells=(only, *profile.cells[1:]))


def _cell(median: float) -> OrganisationCell:
    return OrganisationCell(FIELD.id, Dimension.PRACTICAL, Shown.EXACT, 12, median)


def test_the_table_has_all_seven_placements_against_all_thirteen_medians() -> None:
    assert [len(row) for row in ROWS] == [13] * 7


@pytest.mark.parametrize(("employee", "median", "said"), CASES)
def test_every_case_reads_as_the_source_says(employee: int, median: float, said: str) -> None:
    kind = LETTERS[said[0]]
    assert kind_of(employee, median) is kind
    assert bool(difference(employee, median, "deres")) is said.endswith("+")


@pytest.mark.parametrize(("employee", "median", "said"), CASES)
def test_every_reading_has_its_action_and_only_points_at_something(
    employee: int, median: float, said: str
) -> None:
    reading = compare_with(FRAMEWORK, _person(employee), _organisation(_cell(median)))[0]
    kind = LETTERS[said[0]]
    assert reading.kind is kind
    assert reading.action == ACTIONS[kind]
    assert reading.points_at == POINTS_AT[kind]
    assert ("to trin højere" in reading.second) is (said.endswith("+") and employee > median)
    assert ("to trin lavere" in reading.second) is (said.endswith("+") and employee < median)


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ((3, 2, 0, 0, 0, 0, 0), "UUUtOOO"),
        ((0, 0, 0, 2, 2, 1, 0), "IIISSSS"),
        ((0, 3, 0, 3, 0, 0, 0), "ttttttt"),
    ],
)
def test_a_coarse_cell_is_read_by_its_side_only(levels: tuple[int, ...], expected: str) -> None:
    coarse = cell(CellHistogram(FIELD.id, Dimension.PRACTICAL, levels))
    assert coarse.shown is Shown.COARSE
    read = [compare_with(FRAMEWORK, _person(level), _organisation(coarse))[0] for level in range(7)]
    assert [r.kind for r in read] == [LETTERS[letter] for letter in expected]
    assert {r.organisation for r in read} == {None}
    assert {r.second for r in read} == {""}


def test_what_cannot_be_read_says_why() -> None:
    hidden = cell(CellHistogram(FIELD.id, Dimension.PRACTICAL, (4, 0, 0, 0, 0, 0, 0)))
    nobody = cell(CellHistogram(FIELD.id, Dimension.PRACTICAL))
    reasons = [
        compare_with(FRAMEWORK, _person(level), _organisation(theirs))[0]
        for level, theirs in ((None, _cell(3)), (3, hidden), (3, nobody))
    ]
    assert [r.kind for r in reasons] == [None] * 3
    assert [r.reason for r in reasons] == [
        "Medarbejderen er ikke placeret her.",
        "Organisationens tal vises ikke: for få.",
        "Organisationen er ikke placeret her.",
    ]


def test_readings_are_grouped_in_the_frameworks_order_and_the_close_ones_last() -> None:
    person = _person(3)
    readings = compare_with(FRAMEWORK, person, _organisation(_cell(2.5)))
    assert [g.name for g in grouped(FRAMEWORK, readings)] == [CLOSE]
    more = (*readings, *compare_with(FRAMEWORK, _person(1), _organisation(_cell(4))))
    assert [g.kind for g in grouped(FRAMEWORK, more)] == [Kind.INDIVIDUAL_NEED, Kind.CLOSE]
