"""The page with a file's recovery code: what it is, where to keep it, and how it is used."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from kompasskive import danish
from kompasskive.reports.flow import paginate
from kompasskive.reports.fonts import SEMIBOLD
from kompasskive.reports.pages import BOX, RUNNING_HEAD, Frame, bound
from kompasskive.reports.prose import line, paragraphs
from kompasskive.reports.styles import WIDTH, Styles, styles

KICKER: Final = "GENDANNELSESKODE TIL EN KOMPASSKIVE-FIL"
AUDIENCE: Final = "Nøglen til filen – opbevares låst inde, ikke sammen med filen"
SAID: Final = (
    (
        "Hvad koden er",
        (
            "Koden er filens nøgle, skrevet ud. Den åbner filen uden adgangskoden. Den, der har"
            " både koden og filen, kan læse alt, hvad der står i den."
        ),
    ),
    (
        "Hvor arket skal ligge",
        (
            "Et sted, der kan låses, og ikke ved computeren eller i samme mappe som filen. Er"
            " adgangskoden glemt, og er arket væk, kan ingen åbne filen mere – heller ikke vi."
        ),
    ),
    (
        "Sådan bruges den",
        (
            "Åbn filen i Kompasskive, og vælg »Jeg har en gendannelseskode«. Skriv de fire linjer."
            " Små bogstaver og mellemrum er uden betydning. Vælg en ny adgangskode bagefter."
        ),
    ),
    (
        "Hvor længe den gælder",
        (
            "Til adgangskoden skiftes eller fjernes. Skriv så et nyt ark ud, og makulér dette: Det"
            " åbner stadig kopier af filen fra før."
        ),
    ),
)


def render(code: Sequence[str], file_name: str, at: datetime) -> bytes:
    """One page as a PDF with the lines of a code, for the file of that name."""
    look = styles(grey=False)
    when = f"{danish.long_date(at)} {danish.clock(at)}"
    room = BOX - RUNNING_HEAD
    pages = paginate([*_story(code, file_name, when, look)], WIDTH, (BOX, room))
    frame = Frame(
        document_title="Gendannelseskode",
        subject="Gendannelseskode",
        running="Gendannelseskode",
        source="Gendannelseskode",
        printed=f" – lavet {when}",
        audience=AUDIENCE,
    )
    return bound(pages, frame, look)


def _story(code: Sequence[str], file_name: str, when: str, look: Styles) -> Iterator[Flowable]:
    yield line(KICKER, look.kicker)
    yield line(f"Nøglen til »{file_name}«", look.title, role="H1")
    yield line(f"Lavet {when}", look.meta)
    shown = _code_style(look)
    for at, signs in enumerate(code):
        yield line(signs.replace(" ", "\u00a0" * 3), shown if at else _first(shown))
    head = ParagraphStyle("asked", parent=look.body, spaceBefore=14, fontSize=11, leading=15)
    told = ParagraphStyle("told", parent=look.body, fontSize=11, leading=15.5)
    for title, text in SAID:
        yield line(title, head, bold=True, role="H2")
        yield from paragraphs(text, told)


def _code_style(look: Styles) -> ParagraphStyle:
    return ParagraphStyle(
        "code", parent=look.title, fontName=SEMIBOLD, fontSize=24, leading=36, spaceAfter=0
    )


def _first(style: ParagraphStyle) -> ParagraphStyle:
    return ParagraphStyle("first_code", parent=style, spaceBefore=22)
