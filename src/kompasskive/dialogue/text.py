"""The one door text comes in through: what is stored can be shown, printed and compared."""

import re
import unicodedata
from dataclasses import dataclass

from kompasskive.dialogue.model import NAME_MAX, NOTE_MAX

_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f"
_BIDI_AND_MARKS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"
_SURROGATES = "\ud800-\udfff"
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
)
UNSEEN = f"{_CONTROLS}{_BIDI_AND_MARKS}"
"""Ranges of what is not seen where it stands, and may turn the writing round."""

_UNWANTED = re.compile(f"[{UNSEEN}{_SURROGATES}{_NONCHARACTERS}]")


def clean(text: str, limit: int, lines: bool) -> "Cleaned":
    """`text` in NFC without what cannot be shown, at most `limit` characters.

    Control characters, lone surrogates, noncharacters and bidi overrides are removed. Newlines and
    tabs stay when `lines` is true, else they become spaces. Nothing is trimmed, so that typing a
    space shows a space.
    """
    broken = _BREAKS.sub("\n", text)
    laid_out = broken if lines else broken.replace("\n", " ").replace("\t", " ")
    kept, removed = _UNWANTED.subn("", laid_out)
    whole = unicodedata.normalize("NFC", kept)
    return Cleaned(whole[:limit], removed > 0 or len(whole) > limit)


def note(text: str) -> str:
    """Free text with its line breaks, at most `NOTE_MAX` characters."""
    return clean(text, NOTE_MAX, lines=True).text


def line(text: str) -> str:
    """Free text on one line, at most `NOTE_MAX` characters."""
    return clean(text, NOTE_MAX, lines=False).text


def name(text: str) -> str:
    """A name with single spaces and none at the ends, at most `NAME_MAX` characters."""
    return " ".join(line(text).split())[:NAME_MAX].rstrip()


def visible(text: str) -> str:
    """A name that somebody else chose, such as a file's, with what cannot be shown as �."""
    return _UNWANTED.sub("\ufffd", text)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Text that may be stored; `lost` says whether characters were removed or cut off."""

    text: str
    lost: bool
