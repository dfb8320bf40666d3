"""The invented people of the example workbook and when they last talked."""

from collections.abc import Callable
from dataclasses import dataclass

VIRKSOMHED = "Team Virksomhed"
BORGER = "Team Borger"


def role(index: int, draw: Callable[[str, int], int]) -> "Role":
    """The role of person number `index`, from 0; `draw(key, n)` gives a number below n."""
    if index < len(CAST):
        return CAST[index]
    talked_days_ago = 5 + draw("talked", 420)
    return Role(
        name=f"{_FIRST[draw('first', len(_FIRST))]} {_LAST[draw('last', len(_LAST))]}",
        job_functions=(_FUNCTIONS[draw("function", len(_FUNCTIONS))],),
        team=(VIRKSOMHED, BORGER)[draw("team", 2)],
        talked_days_ago=None if draw("none", 6) == 0 else talked_days_ago,
        approved=talked_days_ago > 20,
        follow_up_in_days=5 + draw("follow-up", 180),
    )


@dataclass(frozen=True, slots=True)
class Role:
    """Who someone is, and how many days ago the latest talk was; None when there was none."""

    name: str
    job_functions: tuple[str, ...]
    team: str
    talked_days_ago: int | None = None
    approved: bool = False
    follow_up_in_days: int = 0


CAST = (
    Role("Jens Jensen", ("Virksomhedskonsulent",), VIRKSOMHED, 0, False, 53),
    Role("Amina Yusuf", ("Sagsbehandler", "Mentor"), BORGER, 256, True, 10),
    Role("Birgit Sørensen", ("Sagsbehandler",), BORGER, 6, False, 15),
    Role("Christian Møller", ("Virksomhedskonsulent",), VIRKSOMHED, 400, True, 23),
    Role("Ditte Kjær", ("Uddannelsesvejleder",), BORGER, 174, True, 52),
    Role("Esben Østergaard", ("Sagsbehandler", "Jobformidler"), BORGER, 75, True, 59),
    Role("Fatima Demir", ("Virksomhedskonsulent",), VIRKSOMHED, 26, True, 71),
    Role("Hanne Ærø Holm", ("Sagsbehandler",), BORGER, 390, True, 80),
    Role("Lars Aagaard", ("Mentor",), BORGER, 54, True, 101),
    Role("Ida Lund", ("Jobformidler",), VIRKSOMHED),
)
_FUNCTIONS = (
    "Sagsbehandler",
    "Virksomhedskonsulent",
    "Jobformidler",
    "Mentor",
    "Uddannelsesvejleder",
    "Fastholdelseskonsulent",
)
_FIRST = (
    "Anders",
    "Anne",
    "Bo",
    "Camilla",
    "Emil",
    "Freja",
    "Gitte",
    "Henrik",
    "Inger",
    "Jonas",
    "Karen",
    "Lise",
    "Mehmet",
    "Mikkel",
    "Naja",
    "Ole",
    "Pia",
    "Rasmus",
    "Samira",
    "Søren",
    "Thomas",
    "Ulla",
    "Åse",
)
_LAST = (
    "Andersen",
    "Bach",
    "Bruun",
    "Christensen",
    "Dahl",
    "Eriksen",
    "Frandsen",
    "Hansen",
    "Iversen",
    "Kjeldsen",
    "Larsen",
    "Madsen",
    "Nguyen",
    "Nielsen",
    "Olsen",
    "Petersen",
    "Rahman",
    "Schmidt",
    "Thomsen",
    "Vestergaard",
    "Ågaard",
)
