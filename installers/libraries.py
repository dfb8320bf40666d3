"""Does with each locked library what the program does with it, from whichever Python runs this.

`python installers/libraries.py [FOLDER]` takes the libraries from FOLDER when it is named. Needs
nothing but them, so that packages can be tried where they were installed, also under Wine.
"""

import sys
from datetime import datetime
from io import BytesIO
from zoneinfo import ZoneInfo

if len(sys.argv) > 1:
    sys.path.insert(0, sys.argv[1])

WORDS = "Åse Øst & »Ærø« <b>"


def passwords() -> None:
    """Argon2id makes the same key of the same words, and another of others."""
    from argon2.low_level import Type, hash_secret_raw

    def key(words: str) -> bytes:
        return hash_secret_raw(words.encode(), b"saltsaltsaltsalt", 2, 8192, 1, 32, Type.ID)

    assert key(WORDS) == key(WORDS) != key("andet")


def encrypted_file() -> None:
    """What age encrypted with a passphrase, only that passphrase opens."""
    from pyrage import DecryptError, passphrase

    sealed = passphrase.encrypt(WORDS.encode(), "kodeord")
    assert WORDS.encode() not in sealed
    assert passphrase.decrypt(sealed, "kodeord").decode() == WORDS
    try:
        passphrase.decrypt(sealed, "forkert")
    except DecryptError:
        return
    raise AssertionError("the wrong passphrase opened it")


def encrypted_database() -> None:
    """SQLCipher's driver is there, with its own cryptography."""
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(":memory:")
    connection.execute("PRAGMA key = 'kodeord'")
    assert connection.execute("PRAGMA cipher_version").fetchone()[0]
    assert connection.execute("SELECT ?", (WORDS,)).fetchone() == (WORDS,)
    connection.close()


def word_file() -> None:
    """A Word file is written and read again."""
    from docx import Document

    file = BytesIO()
    document = Document()
    document.add_paragraph(WORDS)
    document.save(file)
    assert [p.text for p in Document(BytesIO(file.getvalue())).paragraphs] == [WORDS]


def spreadsheet() -> None:
    """A spreadsheet is written."""
    from xlsxwriter import Workbook

    file = BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        book.add_worksheet("Ærø").write(0, 0, WORDS)
    assert file.getvalue().startswith(b"PK")


def calendar() -> None:
    """A meeting in Danish time is written and read again."""
    from icalendar import Calendar, Event

    moment = datetime(2026, 11, 23, 14, 5, tzinfo=ZoneInfo("Europe/Copenhagen"))
    event, file = Event(), Calendar()
    event.add("summary", WORDS)
    event.add("dtstart", moment)
    file.add_component(event)
    again = Calendar.from_ical(file.to_ical()).walk("VEVENT")[0]
    assert (again["summary"], again.decoded("dtstart")) == (WORDS, moment)


def main() -> int:
    """Try them all; the first that fails ends it."""
    for attempt in (
        passwords,
        encrypted_file,
        encrypted_database,
        word_file,
        spreadsheet,
        calendar,
    ):
        attempt()
        print(f"{attempt.__name__}: works", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
