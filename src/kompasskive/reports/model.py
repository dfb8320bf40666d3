"""What a Kompetenceprofil says, as immutable values; nothing here knows paper, fonts or colours."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields

from kompasskive.dial.options import DialWords
from kompasskive.profile.model import Profile
from kompasskive.reports.texts import texts_in

_NOT_SAID = ("document_title", "subject", "headings")


@dataclass(frozen=True, slots=True)
class Included:
    """What the user ticked on the Rapport page; `labels` gives the Danish words, in order."""

    dial: bool = field(default=True, metadata={"label": "Kompasskiven"})
    statements: bool = field(
        default=True, metadata={"label": "Styrkepositioner og udviklingspotentialer"}
    )
    agreements: bool = field(default=True, metadata={"label": "Aftaler"})
    directions: bool = field(default=True, metadata={"label": "Kursen"})
    words: bool = field(default=True, metadata={"label": "Profilen i ord"})
    since_last: bool = field(default=True, metadata={"label": "Siden sidst"})
    notes: bool = field(default=True, metadata={"label": "Noter"})
    parked: bool = field(default=True, metadata={"label": "Det vender vi tilbage til"})
    case: bool = field(default=False, metadata={"label": "En sag, hvor skønnet talte"})
    remark: bool = field(default=True, metadata={"label": "Medarbejderens bemærkninger"})

    @classmethod
    def labels(cls) -> tuple[tuple[str, str], ...]:
        """(attribute name, Danish label) for every choice, in the order they are printed."""
        return tuple((f.name, f.metadata["label"]) for f in fields(cls))


@dataclass(frozen=True, slots=True)
class Point:
    """One paragraph; `lead` is printed bold before the text and may be empty."""

    lead: str
    text: str


@dataclass(frozen=True, slots=True)
class DialPart:
    """What the dial shows, and the words of its legend."""

    profile: Profile
    words: DialWords


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """One agreement as its table row; `about` is its field and dimensions, small below `what`."""

    what: str
    about: str
    learning: str
    who: str
    due: str
    follow_up: str


@dataclass(frozen=True, slots=True)
class WordsRow:
    """One field in words; `basic_note` stands small under the basic count."""

    number: str
    name: str
    placements: tuple[str, ...]
    basic: str
    basic_note: str
    specialised: str


@dataclass(frozen=True, slots=True)
class WordsTable:
    """ "Profilen i ord": as many words in `head` as a row has columns."""

    head: tuple[str, ...]
    rows: tuple[WordsRow, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """The employee's own words; without any there are lines to write on."""

    text: str


@dataclass(frozen=True, slots=True)
class Headings:
    """What the parts of a report are called."""

    dial: str = "Kompasskiven"
    strengths: str = "Styrkepositioner"
    potentials: str = "Udviklingspotentialer"
    agreements: str = "Det har vi aftalt"
    directions: str = "Kursen"
    management: str = "Hvad skal ledelsen gøre?"
    words: str = "Profilen i ord"
    words_about: str = (
        "Samme oplysninger som i kompasskiven. Drøftet i fællesskab – ikke en karakter."
    )
    not_relevant: str = "Grundlæggende punkter, der ikke er relevante"
    extras: str = "Andet, der hører til her"
    since_last: str = "Siden sidst"
    notes: str = "Noter fra samtalen"
    case: str = "En sag, hvor skønnet talte"
    parked: str = "Det vender vi tilbage til"
    amendments: str = "Ændringer efter godkendelsen"
    remark: str = "Medarbejderens bemærkninger"


@dataclass(frozen=True, slots=True)
class ProfileReport:
    """A whole report. What is empty or None is left out of the page.

    With `compact` the dial stands beside what is said of it, to leave room on the page.
    `since_last` is what moved and `kept` how last time's agreements went, under one heading.
    `document_title` and `subject` go into the file's metadata and therefore name nobody.
    """

    document_title: str
    subject: str
    kicker: str
    title: str
    meta: str
    file_name: str
    printed: str
    confidentiality: str
    audience: str
    draft: bool
    dial: DialPart | None = None
    strengths: tuple[Point, ...] = ()
    potentials: tuple[Point, ...] = ()
    agreements: tuple[AgreementRow, ...] = ()
    directions: tuple[Point, ...] = ()
    management: tuple[str, ...] = ()
    words: WordsTable | None = None
    not_relevant: tuple[Point, ...] = ()
    extras: tuple[Point, ...] = ()
    since_last: tuple[Point, ...] = ()
    kept: tuple[Point, ...] = ()
    notes: tuple[Point, ...] = ()
    parked: tuple[str, ...] = ()
    case: tuple[Point, ...] = ()
    amendments: tuple[Point, ...] = ()
    remark: Remark | None = None
    closing: tuple[str, ...] = ()
    signatures: tuple[str, ...] = ()
    copies: str = ""
    compact: bool = False
    headings: Headings = Headings()

    def texts(self) -> Iterator[str]:
        """Every piece of text that the report says of its own, in order."""
        return texts_in(self, _NOT_SAID)
