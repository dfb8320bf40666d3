"""What a password has to be, and the one thing worth saying about one that is easy to guess."""

from typing import Final

from kompasskive.storage.encryption import composed

SHORTEST: Final = 12
TOO_SHORT: Final = "Adgangskoden skal have mindst {least} tegn; den har {length}."
GUESSABLE: Final = "Den er let at gætte. Fire tilfældige ord er bedre – men I vælger selv."
_FEW: Final = 4
_RUNS: Final = (
    "abcdefghijklmnopqrstuvwxyzæøå",
    "01234567890123456789",
    "qwertyuiopåasdfghjklæøzxcvbnm",
)
_KNOWN_WORDS: Final = (
    "adgangskode",
    "kodeord",
    "password",
    "kompasskive",
    "kompas",
    "jobcenter",
    "kommune",
    "velkommen",
    "sommer",
    "vinter",
    "forår",
    "efterår",
    "hemmelig",
)


def too_short(password: str) -> str:
    """Why a password cannot be used, in Danish; "" when it can."""
    length = len(composed(password))
    return "" if length >= SHORTEST else TOO_SHORT.format(least=SHORTEST, length=length)


def advice(password: str) -> str:
    """The one thing to say of a password that is long enough but obvious; "" otherwise.

    No rules about which signs it holds: length does more than they do.
    """
    return GUESSABLE if not too_short(password) and _is_obvious(password.casefold()) else ""


def _is_obvious(password: str) -> bool:
    return len(set(password)) <= _FEW or _is_repeated(password) or len(_rest(password)) < _FEW


def _is_repeated(password: str) -> bool:
    return password in (password + password)[1:-1]


def _rest(password: str) -> str:
    """What is left without well-known words and rows of keys, and the figures round them."""
    for word in _KNOWN_WORDS:
        password = password.replace(word, "")
    for row in (*_RUNS, *(run[::-1] for run in _RUNS)):
        for length in range(len(row), _FEW - 1, -1):
            for start in range(len(row) - length + 1):
                password = password.replace(row[start : start + length], "")
    return "".join(sign for sign in password if sign.isalpha())
