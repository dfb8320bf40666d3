"""One dimension across the fields, in Danish sentences."""

import pytest

from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Dimension
from kompasskive.profile.across import dimension_text
from kompasskive.profile.model import Cell, CellState

FRAMEWORK = bundled()
NAMES = [field.name for field in FRAMEWORK.fields]


def told(signs: str, before: str = "......") -> str:
    """The text for six cells: a digit is a level, "-" not relevant, "=" both stand."""
    states = {"-": CellState.NOT_RELEVANT, "=": CellState.LET_STAND, ".": CellState.NOT_DISCUSSED}
    cells = [
        Cell(
            Dimension.PRACTICAL,
            states.get(now, CellState.PLACED),
            "",
            int(now) if now.isdigit() else None,
            int(then) if then.isdigit() else None,
        )
        for now, then in zip(signs, before, strict=True)
    ]
    return dimension_text(FRAMEWORK, list(zip(NAMES, cells, strict=True)))


@pytest.mark.parametrize(
    ("signs", "text"),
    [
        ("......", "Ikke drøftet endnu."),
        ("333333", "Mestrer eller mere i alle seks felter."),
        ("444444", "Mestrer eller mere i alle seks felter, alle med dybde."),
        ("441111", "Mestrer eller mere i to felter, begge med dybde."),
        ("343111", "Mestrer eller mere i tre felter, og dybde i Lov & Myndighed."),
        (
            "335335",
            (
                "Mestrer eller mere i alle seks felter, og dybde i to. "
                "Specialist i IT & Digital og Netværk & Facilitering."
            ),
        ),
        ("336333", "Mestrer eller mere i alle seks felter. Ressourceperson i IT & Digital."),
        ("111211", "I gang eller godt i gang i alle seks felter."),
        ("000000", "Nyt område i alle seks felter."),
        (
            "1.....",
            "I gang i Arbejdsmarked & Uddannelse. Ikke drøftet i fem felter.",
        ),
        (
            "31....",
            (
                "Mestrer i Arbejdsmarked & Uddannelse, i gang i Lov & Myndighed. "
                "Ikke drøftet i fire felter."
            ),
        ),
        (
            "3012..",
            (
                "Mestrer i Arbejdsmarked & Uddannelse, nyt område, i gang eller godt i gang i tre "
                "andre. Ikke drøftet i Virksomhedsvendte Metoder & Virkning og Netværk & "
                "Facilitering."
            ),
        ),
        (
            "5-=...",
            (
                "Specialist i Arbejdsmarked & Uddannelse. Begge syn står i IT & Digital. "
                "Ikke relevant i Lov & Myndighed. Ikke drøftet i tre felter."
            ),
        ),
        ("------", "Ikke relevant i alle seks felter."),
    ],
)
def test_words(signs: str, text: str) -> None:
    assert told(signs) == text


def test_a_leap_is_told_and_a_step_is_not() -> None:
    assert told("335333", "333333").endswith("Er gået fra Mestrer til Specialist i IT & Digital.")
    assert told("335333", "334333").endswith("Specialist i IT & Digital.")
    assert "Er gået fra" not in told("335333", "334333")
