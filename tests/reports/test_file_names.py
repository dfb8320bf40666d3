from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompasskive.reports.file_names import STEM_MAX, safe, suggested

DAY = date(2026, 11, 23)
FORBIDDEN = set('<>:"/\\|?*')
RESERVED = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"com{i}" for i in range(10)),
    *(f"lpt{i}" for i in range(10)),
}


def test_the_suggested_name_is_the_one_in_the_design() -> None:
    assert suggested("Jens Jensen", DAY) == "Kompetenceprofil_Jens_Jensen_2026-11-23.pdf"


def test_the_name_of_the_person_can_be_left_out() -> None:
    assert suggested("Jens Jensen", DAY, with_name=False) == "Kompetenceprofil_2026-11-23.pdf"


@pytest.mark.parametrize("name", ["", "   ", "...", "\x00", "///"])
def test_a_name_of_nothing_leaves_no_trace(name: str) -> None:
    assert suggested(name, DAY) == "Kompetenceprofil_2026-11-23.pdf"


def test_danish_letters_stay() -> None:
    assert suggested("Søren Ægir Åse", DAY) == "Kompetenceprofil_Søren_Ægir_Åse_2026-11-23.pdf"


@given(st.text())
def test_every_name_is_safe_on_windows(name: str) -> None:
    made = suggested(name, DAY)
    assert len(made) <= STEM_MAX + len(".pdf")
    assert not FORBIDDEN & set(made)
    assert all(char.isprintable() and not char.isspace() for char in made)


@given(st.text() | st.sampled_from(["CON", "nul.txt", "com1", "LPT9", "aux.", "con "]))
def test_a_part_of_a_name_is_never_reserved_and_has_clean_ends(text: str) -> None:
    part = safe(text)
    assert part.split(".")[0].casefold() not in RESERVED
    assert not part.endswith((".", " "))
