"""The sheet for education providers: shared language, priorities, needs, room for agreements."""

from collections.abc import Sequence

from kompasskive.dialogue.organisation import LEVER_WORDS, Priority
from kompasskive.framework.model import Framework, Level
from kompasskive.profile.goals import GoalLine, Verdict, by_importance
from kompasskive.profile.organisation import OrganisationProfile
from kompasskive.reports.model import Point
from kompasskive.reports.needs_words import need_rows
from kompasskive.reports.organisation_notes import AUDIENCE, NEED_SHARES, Occasion
from kompasskive.reports.printed import Grid, Lines, NewPage, Printed, Said

KICKER = "TIL UDDANNELSESUDBYDERE"
QUESTIONS = (
    "Hvilke af behovene kan I dække med det, I allerede har?",
    "Hvordan kobler forløbet undervisning med praksis i jobcentret?",
    "Hvilke læringsformer bruger I til den refleksive og den relationelle dimension?",
    "Hvordan kan vi sammen se, om forløbet gør en forskel i praksis?",
)
_ROOM = 5


def compose(
    framework: Framework,
    profile: OrganisationProfile,
    lines: Sequence[GoalLine],
    priorities: Sequence[Priority],
    occasion: Occasion,
) -> Printed:
    """Needs and priorities first, the common language after them."""
    needs = need_rows(framework, profile)
    nothing = (Point("", f"Intet behov deles af mindst {occasion.cell} personer endnu."),)
    return Printed(
        document_title=f"Til uddannelsesudbydere – {occasion.period_name}",
        subject="Til uddannelsesudbydere",
        kicker=KICKER,
        title=occasion.organisation or "Vores læringsbehov",
        meta=f"{occasion.period_name} · {profile.people} medarbejdere",
        source=occasion.file_name,
        printed=occasion.printed,
        audience=AUDIENCE,
        parts=(
            Said("Det prioriterer vi", (*_priorities(priorities), *_gaps(lines)), bulleted=True),
            Grid(
                "Det vil vi gerne lære",
                ("Felt", "Dimension", "Læringsform", "Kommer fra", "Personer"),
                needs,
                NEED_SHARES,
            )
            if needs
            else Said("Det vil vi gerne lære", nothing),
            Said("Spørgsmål til jer", tuple(Point("", q) for q in QUESTIONS), bulleted=True),
            Lines("Det aftaler vi", _ROOM),
            NewPage(),
            Said("Tre dimensioner", _dimensions(framework)),
            *(_field(framework, index) for index in range(len(framework.fields))),
        ),
    )


def _priorities(priorities: Sequence[Priority]) -> list[Point]:
    return [Point(f"{LEVER_WORDS[p.lever]}:", p.what) for p in priorities]


def _gaps(lines: Sequence[GoalLine]) -> list[Point]:
    gaps = [line for line in by_importance(lines) if line.verdict is Verdict.GAP]
    return [Point(f"{line.field}:", line.told) for line in gaps]


def _dimensions(framework: Framework) -> tuple[Point, ...]:
    return tuple(Point(f"{d.name}:", d.meaning) for d in framework.dimensions)


def _field(framework: Framework, index: int) -> Said:
    field = framework.fields[index]
    return Said(
        f"{index + 1} {field.name}",
        (
            Point("", field.definition),
            *(
                Point(f"{word}:", " · ".join(i.text for i in field.at(level)))
                for level, word in (
                    (Level.BASIC, "Grundlæggende"),
                    (Level.SPECIALISED, "Specialiseret"),
                )
            ),
        ),
    )
