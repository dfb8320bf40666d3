"""The Danish words a framework file uses for levels, dimensions, arenas, marks and kinds."""

from kompasskive.framework.model import Arena, Dimension, Level, Mark, PromptKind, Provenance

DIMENSIONS = {
    "praktisk": Dimension.PRACTICAL,
    "refleksiv": Dimension.REFLEXIVE,
    "relationel": Dimension.RELATIONAL,
}
ARENAS = {
    "individuelt": Arena.INDIVIDUAL,
    "borger-og-virksomhed": Arena.CITIZEN_AND_BUSINESS,
    "organisatorisk": Arena.ORGANISATIONAL,
}
LEVELS = {"grundlaeggende": Level.BASIC, "specialiseret": Level.SPECIALISED}
MARKS = {
    "nyt": Mark.NEW,
    "paa-vej": Mark.UNDER_WAY,
    "sikker": Mark.CONFIDENT,
    "deler": Mark.SHARES,
}
PROVENANCES = {
    "kilde": Provenance.SOURCE,
    "aendret": Provenance.CHANGED,
    "tilfoejet": Provenance.ADDED,
}
FIELD_PROMPTS = {
    "felt": PromptKind.FIELD,
    "dimension": PromptKind.DIMENSION,
    "dybde": PromptKind.DEPTH,
}
READING_IDS = (
    "faelles-styrkeposition",
    "faelles-udviklingsomraade",
    "individuelt-laeringsbehov",
    "organisatorisk-laeringspotentiale",
)
