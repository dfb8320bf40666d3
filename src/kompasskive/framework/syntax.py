"""Parses TOML text and says in Danish where it stopped making sense."""

import re
import tomllib

_PLACE = re.compile(r"(.*) \(at line (\d+), column (\d+)\)", re.DOTALL)
_END = re.compile(r"(.*) \(at end of document\)", re.DOTALL)
_MEANINGS = (
    ("Cannot overwrite a value", "nøglen står to gange i samme afsnit"),
    ("Duplicate inline table key", "nøglen står to gange i samme afsnit"),
    ("Cannot declare", "afsnittet står to gange"),
    ("Cannot mutate", "nøglen er allerede brugt til noget andet"),
    ("Cannot redefine", "nøglen er allerede brugt til noget andet"),
    ("Expected '='", "der mangler et lighedstegn efter nøglen"),
    ("Expected ']", "afsnittets navn mangler ] til sidst"),
    ("Expected newline", "der står mere på linjen, end der må"),
    ("Unclosed array", "listen mangler et komma eller et ] til sidst"),
    ("Unclosed inline table", "tabellen mangler et komma eller et } til sidst"),
    ("Unterminated string", "teksten mangler et anførselstegn til sidst"),
    ("Expected '\"'", "teksten mangler et anførselstegn til sidst"),
    ('Expected "\'"', "teksten mangler et anførselstegn til sidst"),
    ("Illegal character '\\n'", "teksten mangler et anførselstegn til sidst"),
    ("Illegal character", "der står et tegn, som ikke må stå her"),
    ("Found invalid character", "der står et tegn, som ikke må stå her"),
    ("Unescaped '\\'", "en omvendt skråstreg skal skrives to gange"),
    ("Invalid initial character", "nøglen begynder med et tegn, den ikke må"),
    ("Invalid date", "datoen findes ikke"),
    ("Invalid value", "her mangler en værdi, anførselstegn om den eller et ] før den"),
)


def parse(text: str) -> dict[str, object]:
    """The tables of a TOML text; ValueError with one Danish one-liner when it is not TOML.

    RecursionError when it nests too deeply.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(_explained(str(error), text)) from None
    except ValueError:
        raise ValueError("linje 1: filen er ikke gyldig TOML: et tal er alt for langt") from None


def _explained(message: str, text: str) -> str:
    if place := _PLACE.fullmatch(message):
        said, line = place[1], int(place[2])
    else:
        end = _END.fullmatch(message)
        said, line = end[1] if end else message, text.rstrip("\n").count("\n") + 1
    meaning = next((danish for english, danish in _MEANINGS if said.startswith(english)), "")
    return f"linje {line}: filen er ikke gyldig TOML" + (f": {meaning}" if meaning else "")
