"""The Forberedelsesark: a blank dial to shade, four questions, and every item with its circles."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from kompasskive.dial.drawing import draw
from kompasskive.dial.geometry import placed
from kompasskive.dial.legend import draw_legend
from kompasskive.dial.options import DialOptions, words_of
from kompasskive.dial.picture import Picture
from kompasskive.dialogue.model import Dialogue, Placement, PlacementState, Viewpoint
from kompasskive.framework.model import Dimension, Framework
from kompasskive.profile.profile import make_profile
from kompasskive.reports.flow import fill, paginate
from kompasskive.reports.flowables import DialBlock, WritingLines
from kompasskive.reports.layout import LABEL_SIZE, LEGEND_AIR, LEGEND_SIZE, PRINTED_PIXEL
from kompasskive.reports.pages import BOX, RUNNING_HEAD, Frame, bound
from kompasskive.reports.prose import line, paragraphs
from kompasskive.reports.sheet_tables import field_part
from kompasskive.reports.stacks import Rule, Section
from kompasskive.reports.styles import WIDTH, Styles, styles

TITLE = "Hvor står jeg – og hvor vil jeg hen?"
KICKER = "FORBEREDELSE TIL KOMPETENCESAMTALEN"
AUDIENCE = "Privat arbejdspapir – du bestemmer, hvad du deler"
DIAL_HEIGHT = 330.0
QUESTIONS = (
    "En situation, hvor min faglighed gjorde en forskel:",
    "Her vil jeg gerne blive stærkere – og derfor:",
    "Det har jeg brug for fra min leder og mine kolleger:",
    "Det må vi ikke glemme at tale om:",
)
_NAME_LINE = f"Navn: {'_' * 38}   Samtale den: {'_' * 12}  kl. {'_' * 8}"
_HOW = "Sådan gør du:"
_DO = (
    "Skravér indefra og ud, så langt du synes, det passer. Spring over, hvis du er i tvivl. "
    "Tegn en pil der, hvor du har lyst til at udvikle dig."
)
YOURS = "Papiret er dit – du bestemmer, hvad du deler."
_CODES = (
    "Sæt kryds i én cirkel på hver linje, eller lad linjen stå tom. Koden er felt og plads; "
    "rækkefølgen er som i Kompasskive, så et udfyldt ark hurtigt kan tastes ind. "
    "Det er ikke en udtømmende liste."
)
_WRITING_LINES = 2


def render(framework: Framework) -> bytes:
    """The sheet for a framework as a PDF, in greys that stand being copied."""
    look = styles(grey=True)
    front, rest = fill(_front(framework, look), WIDTH, BOX)
    room = BOX - RUNNING_HEAD
    pages = [front, *paginate([*rest, *_fields(framework, look)], WIDTH, (room, room))]
    frame = Frame(
        document_title=f"Forberedelsesark – {framework.name} {framework.version}",
        subject="Forberedelsesark",
        running=TITLE,
        source=f"Forberedelse – {framework.name} {framework.version}",
        printed="",
        audience=AUDIENCE,
    )
    return bound(pages, frame, look)


def _front(framework: Framework, look: Styles) -> list[Flowable]:
    return [
        line(KICKER, look.kicker),
        line(TITLE, look.title, role="H1"),
        *paragraphs(_NAME_LINE, look.meta),
        DialBlock(_blank_dial(framework), _paper(look)),
        *paragraphs(_DO, _spaced(look.body, 6), lead=_HOW),
        line(YOURS, look.body, bold=True),
        *_questions(look),
    ]


def _questions(look: Styles) -> Iterator[Flowable]:
    for question in QUESTIONS:
        lead = line(question, _spaced(look.body, 7), bold=True, role="H2")
        yield Section(lead, [WritingLines(_WRITING_LINES, Rule(look.rule, 0.4))])


def _fields(framework: Framework, look: Styles) -> list[Flowable]:
    parts = (field_part(framework, field, look) for field in framework.fields)
    return [*paragraphs(_CODES, look.body), *(each for part in parts for each in part)]


def _spaced(style: ParagraphStyle, before: float) -> ParagraphStyle:
    return ParagraphStyle(f"{style.name}_{before}", parent=style, spaceBefore=before)


def _paper(look: Styles) -> dict[str, str]:
    """White steps with lines that stand being copied."""
    clear = {"track": "paper", "track_specialised": "paper", "disc": "paper", "hairline": "bezel"}
    return {**look.palette, **{token: look.palette[shown] for token, shown in clear.items()}}


def _blank_dial(framework: Framework) -> Picture:
    options = DialOptions(label_size=LABEL_SIZE, pixel=PRINTED_PIXEL, beads=False, shades=False)
    profile = make_profile(framework, _open_everywhere(framework), "", None)
    dial = draw(profile, WIDTH, DIAL_HEIGHT, options)
    small = replace(options, label_size=LEGEND_SIZE, names_in_legend=dial.names_beside)
    legend, legend_height = draw_legend(profile, words_of(framework), small, WIDTH)
    top = DIAL_HEIGHT + LEGEND_AIR
    names = ", ".join(f"{framework.number(f.id)} {f.name}" for f in framework.fields)
    return replace(
        dial,
        height=top + legend_height,
        shapes=(*dial.shapes, *(placed(shape, 0, top, 1) for shape in legend)),
        title="Tom kompasskive til at skravere",
        description=f"Seks trin indefra og ud i hvert felt og hver dimension. Felterne: {names}.",
    )


def _open_everywhere(framework: Framework) -> Dialogue:
    """A talk whose cells show their steps and nothing on them."""
    empty = Placement(PlacementState.LET_STAND)
    cells = {
        (Viewpoint.AGREED, field.id, dimension): empty
        for field in framework.fields
        for dimension in Dimension
    }
    return Dialogue("blank", framework.key, None, date.min, placements=cells)
