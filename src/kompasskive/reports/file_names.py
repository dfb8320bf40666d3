"""The suggested name of a report, safe on Windows, macOS and Linux."""

import re
import unicodedata
from datetime import date

STEM_MAX = 100
_UNSAFE = re.compile(r'[\s<>:"/\\|?*_]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\.|$)", re.IGNORECASE)


def suggested(
    person_name: str, held_on: date, *, with_name: bool = True, kind: str = "Kompetenceprofil"
) -> str:
    """ "Kompetenceprofil_Jens_Jensen_2026-11-23.pdf"; without the name when that is wished."""
    person, first = safe(person_name) if with_name else "", safe(kind)
    room = STEM_MAX - len(first) - len(held_on.isoformat()) - 2
    parts = (first, person[:room].rstrip("._ "), held_on.isoformat())
    return "_".join(part for part in parts if part) + ".pdf"


def safe(text: str) -> str:
    """The text as part of a file name: letters kept, unsafe characters as "_", none at the ends.

    The result may be empty.
    """
    visible = "".join(
        " " if unicodedata.category(char)[0] == "C" else char
        for char in unicodedata.normalize("NFC", text)
    )
    name = _UNSAFE.sub("_", visible).strip("._ ")
    return f"_{name}" if _RESERVED.match(name) else name
