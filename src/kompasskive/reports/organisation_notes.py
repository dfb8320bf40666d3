"""What the organisation's page says: from a published profile to immutable parts of a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from kompasskive import danish
from kompasskive.dial.options import words_of
from kompasskive.dialogue.organisation import LEVER_WORDS, STATUS_WORDS, Priority
from kompasskive.framework.model import Dimension, Framework, Level
from kompasskive.profile.goals import GoalLine, Verdict, by_importance
from kompasskive.profile.organisation import (
    NOT_DISCUSSED_YET,
    NOT_PLACED_YET,
    TOO_FEW,
    OrganisationCell,
    OrganisationProfile,
    Shown,
    Side,
)
from kompasskive.profile.overlay import organisation_alone
from kompasskive.reports.heat_notes import heat_of
from kompasskive.reports.model import Point
from kompasskive.reports.needs_words import need_rows
from kompasskive.reports.printed import (
    DialBeside,
    Grid,
    NewPage,
    Part,
    Printed,
    Said,
)

NEED_SHARES = (0.31, 0.13, 0.24, 0.21, 0.11)
KICKER = "ORGANISATIONENS KOMPETENCEPROFIL"
AUDIENCE = "Kan deles: tallene er uden navne, noter og samtaledatoer"
_STRONG = 4.0


@dataclass(frozen=True, slots=True)
class Occasion:
    """Where and when a page is made; `cell` is the threshold in force."""

    organisation: str
    period_name: str
    printed_at: datetime
    file_name: str
    cell: int = 5

    @property
    def printed(self) -> str:
        """ "udskrevet 23.11.2026 kl. 14.05"."""
        at = self.printed_at
        return f"udskrevet {danish.short_date(at.date())} {danish.clock(at)}"


def compose(
    framework: Framework,
    profile: OrganisationProfile,
    lines: Sequence[GoalLine],
    priorities: Sequence[Priority],
    earlier: Sequence[tuple[str, OrganisationProfile]],
    occasion: Occasion,
) -> Printed:
    """The organisation's page: dial and heat map first, then breadth and depth and what follows.

    `earlier` are the profiles of periods before, by name, the oldest first.
    """
    series = "Screening" if profile.screening else "Organisationens profil"
    return Printed(
        document_title=f"{series} – {occasion.period_name}",
        subject="Organisationens kompetenceprofil",
        kicker=KICKER,
        title=occasion.organisation or series,
        meta=" · ".join([*_series(profile), occasion.period_name, _people(profile.people)]),
        source=occasion.file_name,
        printed=occasion.printed,
        audience=AUDIENCE,
        parts=tuple(_parts(framework, profile, lines, priorities, earlier, occasion)),
    )


def _series(profile: OrganisationProfile) -> list[str]:
    return ["Screening"] if profile.screening else []


def _people(people: int) -> str:
    return f"{people} medarbejdere"


def _parts(
    framework: Framework,
    profile: OrganisationProfile,
    lines: Sequence[GoalLine],
    priorities: Sequence[Priority],
    earlier: Sequence[tuple[str, OrganisationProfile]],
    occasion: Occasion,
) -> Iterator[Part]:
    if profile.placed:
        yield _dial(framework, profile, lines)
        yield heat_of(framework, profile, occasion.cell)
    else:
        yield Said("Kompasskiven", (Point("", f"{NOT_PLACED_YET}."),))
        yield Said("Mål og det, I har", _goal_points(lines))
    yield NewPage()
    yield _levels(framework, profile)
    yield Said("Styrkepositioner", tuple(strengths(framework, profile)), bulleted=True)
    yield Said("Det næste, en ny kollega kan bringe med", tuple(recruiting(lines)), bulleted=True)
    yield _priorities(framework, priorities)
    yield Grid(
        "Læringsbehov",
        ("Felt", "Dimension", "Læringsform", "Kommer fra", "Personer"),
        need_rows(framework, profile),
        NEED_SHARES,
        note=f"Behov, som mindst {occasion.cell} personer har.",
    )
    yield _labour(framework, profile)
    yield _development(framework, profile, earlier, occasion.period_name)


def _dial(
    framework: Framework, profile: OrganisationProfile, lines: Sequence[GoalLine]
) -> DialBeside:
    told = _goal_points(lines) or (Point("", "Der er ikke sat mål. Derfor vises kun tallene."),)
    return DialBeside(
        profile=organisation_alone(framework, profile),
        words=words_of(framework),
        beside=(Said("Mål og det, I har", told),),
        description=describe(framework, profile),
    )


def describe(framework: Framework, profile: OrganisationProfile) -> str:
    """Every cell in words, a line per field."""
    return "\n".join(
        f"{framework.number(f.id)} {f.name}. "
        + " ".join(
            f"{framework.dimension(d).name}: {profile.cell(f.id, d).words}." for d in Dimension
        )
        for f in framework.fields
    )


def _goal_points(lines: Sequence[GoalLine]) -> tuple[Point, ...]:
    return tuple(
        Point(f"{line.number} {line.field}", f"– {line.word}. {line.told}")
        for line in by_importance(lines)
    )


def _levels(framework: Framework, profile: OrganisationProfile) -> Part:
    if not profile.discussed:
        return Said("Bredde og dybde", (Point("", f"{NOT_DISCUSSED_YET}."),))
    return Grid(
        "Bredde og dybde",
        ("", "Felt", "Alle grundlæggende punkter er fast praksis", "Mindst ét specialiseret er"),
        tuple(
            (
                str(framework.number(f.id)),
                f.name,
                *(profile.level(f.id, level).words for level in Level),
            )
            for f in framework.fields
        ),
        (0.04, 0.4, 0.3, 0.26),
        row_head=1,
    )


def strengths(framework: Framework, profile: OrganisationProfile) -> Iterator[Point]:
    """Fields with dimensions whose median is 4 or more (or most are at 3, where it is coarse)."""
    for field in framework.fields:
        strong = [d for d in Dimension if _is_strong(profile.cell(field.id, d))]
        if strong:
            names = danish.join(framework.dimension(d).name.lower() for d in strong)
            depth = [c.depth for d in strong if (c := profile.cell(field.id, d)).depth]
            best = max(depth, key=lambda count: count.low, default=None)
            asked = f" – {best.of_words} har dybde og kan spørges" if best else ""
            yield Point(f"{field.name}:", f"{names}{asked}.")


def _is_strong(cell: OrganisationCell) -> bool:
    if cell.median is not None:
        return cell.median >= _STRONG
    return cell.shown is Shown.COARSE and cell.side is Side.ABOVE


def recruiting(lines: Sequence[GoalLine]) -> Iterator[Point]:
    """What the next person hired should bring: the gaps, by local priority."""
    for line in by_importance(lines):
        if line.verdict is Verdict.GAP:
            lacks = [
                word
                for word, wanted in (("bredde", line.breadth), ("dybde", line.depth))
                if wanted.verdict is Verdict.GAP
            ]
            yield Point(f"{line.field}:", f"{danish.join(lacks)}.")


def _priorities(framework: Framework, priorities: Sequence[Priority]) -> Grid:
    names = {f.id: f.name for f in framework.fields}
    return Grid(
        "Prioriteringer",
        ("Hvad", "Felt", "Greb", "Ejer", "Frist", "Status"),
        tuple(
            (
                p.what,
                names.get(p.field_id or "", "–"),
                LEVER_WORDS[p.lever],
                p.owner or "–",
                danish.short_date(p.due_on) if p.due_on else "–",
                STATUS_WORDS[p.status],
            )
            for p in priorities
        ),
        (0.3, 0.22, 0.14, 0.14, 0.1, 0.1),
    )


def _labour(framework: Framework, profile: OrganisationProfile) -> Grid:
    names = list(dict.fromkeys(g.name for g in profile.groups))
    told = {(g.name, g.field_id): g.words for g in profile.groups}
    shares = 0.78 / max(len(framework.fields), 1)
    anything = any(g.deep for g in profile.groups)
    return Grid(
        "Arbejdsdeling: personer med dybde efter jobfunktion",
        ("Jobfunktion", *(f"{framework.number(f.id)}" for f in framework.fields)),
        tuple(
            (name, *(told.get((name, f.id), "–") for f in framework.fields))
            for name in names
            if anything
        ),
        (0.22, *[shares] * len(framework.fields)),
        note="Tallene i hovedet er felternes numre.",
    )


def _development(
    framework: Framework,
    profile: OrganisationProfile,
    earlier: Sequence[tuple[str, OrganisationProfile]],
    now: str,
) -> Grid:
    periods = [*earlier[-3:], (now, profile)] if earlier else []
    return Grid(
        "Udvikling over perioder",
        ("Felt", "Dimension", *(name for name, _ in periods)),
        tuple(
            (
                f.name,
                framework.dimension(d).name,
                *(_brief(period, f.id, d) for _, period in periods),
            )
            for f in framework.fields
            for d in Dimension
            if periods
        ),
        (0.34, 0.12, *[0.54 / max(len(periods), 1)] * len(periods)),
    )


def _brief(profile: OrganisationProfile, field_id: str, dimension: Dimension) -> str:
    known = [c for c in profile.cells if (c.field_id, c.dimension) == (field_id, dimension)]
    return known[0].words if known else TOO_FEW
