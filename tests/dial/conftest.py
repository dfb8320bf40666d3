from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from kompasskive.dial.options import DialWords, words_of
from kompasskive.dialogue.example import example_workbook
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Dimension
from kompasskive.profile.comparison import previous_dialogue
from kompasskive.profile.model import Profile
from kompasskive.profile.profile import empty_profile, make_profile


@pytest.fixture(scope="session")
def jens() -> Profile:
    workbook = example_workbook(bundled(), 1, 1, date(2026, 11, 23))
    talk = workbook.dialogues_of(workbook.people[0].id)[-1]
    return make_profile(bundled(), talk, "Jens Jensen", previous_dialogue(workbook, talk))


@pytest.fixture(scope="session")
def untouched() -> Profile:
    return empty_profile(bundled(), "Ida Lund")


@pytest.fixture(scope="session")
def words() -> DialWords:
    return words_of(bundled())


@pytest.fixture(scope="session")
def with_cell(jens: Profile) -> Callable[..., Profile]:
    """Jens' profile with one cell of the first field changed."""

    def change(dimension: Dimension = Dimension.PRACTICAL, **values: object) -> Profile:
        first = jens.fields[0]
        cells = tuple(
            replace(c, **values) if c.dimension is dimension else c  # type: ignore[arg-type]
            for c in first.cells
        )
        return replace(jens, fields=(replace(first, cells=cells), *jens.fields[1:]))

    return change


@pytest.fixture(scope="session")
def with_fields(jens: Profile) -> Callable[[int], Profile]:
    """Jens' profile cut or stretched to a number of fields."""

    def change(count: int) -> Profile:
        repeated = (*jens.fields, *jens.fields)[:count]
        fields = tuple(replace(f, number=i + 1) for i, f in enumerate(repeated))
        return replace(jens, fields=fields, needle=0)

    return change
