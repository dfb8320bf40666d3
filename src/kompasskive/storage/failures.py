"""What can go wrong with a file, as Danish sentences: what happened, is it safe, what now."""

import errno
from enum import StrEnum
from pathlib import Path

from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlcipher3 import dbapi2

from kompasskive.dialogue.text import visible
from kompasskive.errors import DamagedError, FileError, LockedError, TakenOverError

TROUBLE = (SQLAlchemyError, dbapi2.Error, OSError, MemoryError, ValueError)
"""Everything the driver, the disk or a damaged file throws; anything else is a fault of ours."""

READ_ONLY = 8
"""SQLITE_READONLY: from a file opened for reading it means a crash left a hot journal."""

NO_DATABASE = 26
"""SQLITE_NOTADB: of an encrypted file it means that its first page and the key do not fit."""


class Doing(StrEnum):
    """What was being done, as the part of the sentence that says whether the data is safe."""

    OPENING = "indholdet er ikke ændret"
    WRITING = "ændringen er ikke gemt endnu, men står stadig på skærmen"
    CREATING = "der er ikke lavet nogen fil"


_DAMAGED = "»{name}« er beskadiget og kan ikke læses – {safe}; hent en sikkerhedskopi af filen."
_IN_THE_WAY = "Filen »{name}« kan ikke nås lige nu – {safe}; se efter drevet, og prøv igen."
_NO_ACCESS = "I har ikke lov til at skrive, hvor »{name}« ligger – {safe}; vælg et andet sted."
_BUSY = "»{name}« er optaget af et andet program – {safe}; prøv igen om lidt."
_FULL = "Der er ikke mere plads, hvor »{name}« ligger – {safe}; frigør plads, og prøv igen."
_RULES = (
    "»{name}« kan ikke rumme det, der blev skrevet – {safe}; fortryd det seneste, og prøv igen."
)
_FOREIGN = (
    "»{name}« er ikke en Kompasskive-fil, eller den er beskadiget – {safe}; vælg en anden fil,"
    " eller hent en sikkerhedskopi."
)
_MISSING = "Filen »{name}« findes ikke – {safe}; se efter, om den er flyttet eller omdøbt."
_ABSENT = "Filen »{name}« findes ikke; se efter, om den er flyttet eller omdøbt."
_NO_FOLDER = "Mappen til »{name}« findes ikke – {safe}; vælg en anden mappe."
_EXISTS = "Der ligger allerede en fil, der hedder »{name}« – den er ikke rørt; vælg et andet navn."
_NEWER = (
    "»{name}« er gemt med en nyere udgave af Kompasskive – {safe}; opdatér programmet for at"
    " åbne filen."
)
_REPLACED = (
    "»{name}« er flyttet, slettet eller ændret uden om dette vindue – {safe}; gem en kopi, og åbn"
    " filen igen."
)
_TAKEN_OVER = (
    "»{name}« er overtaget af et andet vindue, som nu skriver i den – {safe}; gem en kopi, og åbn"
    " filen igen."
)
_REBUILT = "»{name}« er bygget om af et andet program – {safe}; hent en sikkerhedskopi af filen."
_OLDER = "Filen er fra en ældre udgave af Kompasskive; her kan den læses, men ikke ændres, for"
_UNSAFE = "»{name}« kan ikke åbnes på en sikker måde her – {safe}; flyt filen til et andet drev."
_LOCKED = "»{name}« har en adgangskode – {safe}; skriv adgangskoden for at åbne filen."
_WRONG = "Adgangskoden passer ikke til »{name}« – {safe}; prøv igen, eller brug gendannelseskoden."
_WRONG_OR_DAMAGED = (
    "Adgangskoden passer ikke til »{name}«, eller filen er beskadiget – {safe}; prøv igen, brug"
    " gendannelseskoden, eller hent en sikkerhedskopi."
)

_BY_CODE = {
    3: _NO_ACCESS,
    5: _BUSY,
    6: _BUSY,
    7: _DAMAGED,
    8: _NO_ACCESS,
    10: _IN_THE_WAY,
    11: _DAMAGED,
    13: _FULL,
    14: _NO_ACCESS,
    19: _RULES,
    20: _RULES,
    23: _NO_ACCESS,
    26: _FOREIGN,
}
_ONLY_BACKUPS_HELP = (_DAMAGED, _FOREIGN, _REBUILT, _ABSENT)
_NOT_THERE = {Doing.OPENING: _ABSENT, Doing.WRITING: _MISSING, Doing.CREATING: _NO_FOLDER}
_BY_ERRNO = {
    errno.EACCES: _NO_ACCESS,
    errno.EROFS: _NO_ACCESS,
    errno.ENOSPC: _FULL,
}
_BY_EXCEPTION = {
    FileExistsError: _EXISTS,
    NotADirectoryError: _NO_FOLDER,
    IsADirectoryError: _FOREIGN,
    PermissionError: _NO_ACCESS,
    OSError: _IN_THE_WAY,
    MemoryError: _DAMAGED,
    UnicodeDecodeError: _DAMAGED,
    ValueError: _RULES,
    SQLAlchemyError: _DAMAGED,
}


def explained(error: BaseException, path: Path, doing: Doing) -> FileError:
    """The failure as a `FileError` whose text is one Danish sentence; itself when it is one."""
    if isinstance(error, FileError):
        return error
    if isinstance(error, FileNotFoundError):
        return _said(_NOT_THERE[doing], path, doing)
    return _said(_sentence(error), path, doing)


def _sentence(error: BaseException) -> str:
    code = driver_code(error)
    if code is not None:
        return _BY_CODE.get(code, _DAMAGED)
    if isinstance(error, OSError) and error.errno in _BY_ERRNO:
        return _BY_ERRNO[error.errno]
    return next(text for kind, text in _BY_EXCEPTION.items() if isinstance(error, kind))


def driver_code(error: BaseException) -> int | None:
    """SQLite's primary result code; None when the error is not the driver's."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    code: int | None = getattr(cause, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


def is_unwritable(error: BaseException) -> bool:
    """Whether the file could not be written because of rights, drive or folder."""
    code = driver_code(error)
    return code is not None and _BY_CODE.get(code) == _NO_ACCESS


def is_damage(error: BaseException) -> bool:
    """Whether a file cannot be read now or ever, rather than just now."""
    return isinstance(error, FileError) or _sentence(error) in (_DAMAGED, _FOREIGN)


def _said(sentence: str, path: Path, doing: Doing) -> FileError:
    kind = DamagedError if sentence in _ONLY_BACKUPS_HELP else FileError
    return kind(sentence.format(name=visible(path.name), safe=doing.value))


def foreign(path: Path) -> FileError:
    """The file is some other program's, or not a database at all."""
    return _said(_FOREIGN, path, Doing.OPENING)


def locked(path: Path) -> LockedError:
    """The file is encrypted, and its key is not known."""
    return LockedError(_LOCKED.format(name=visible(path.name), safe=Doing.OPENING.value))


def wrong_password(path: Path) -> LockedError:
    """What was typed is not the key of an open file; the same sentence whatever it was."""
    return LockedError(_WRONG.format(name=visible(path.name), safe=Doing.OPENING.value))


def wrong_or_damaged(path: Path) -> LockedError:
    """What was typed does not open the file, whose first page may be damaged just as well."""
    return LockedError(_WRONG_OR_DAMAGED.format(name=visible(path.name), safe=Doing.OPENING.value))


def newer(path: Path) -> FileError:
    """The file's schema is one this program does not know."""
    return _said(_NEWER, path, Doing.OPENING)


def damaged(path: Path) -> FileError:
    """The content does not match its digest, or cannot be understood."""
    return _said(_DAMAGED, path, Doing.OPENING)


def replaced(path: Path) -> FileError:
    """The file is no longer the one that was opened, or somebody else wrote to it."""
    return _said(_REPLACED, path, Doing.WRITING)


def taken_over(path: Path) -> TakenOverError:
    """Somebody else took the file's lock, believing that this window was gone."""
    return TakenOverError(_TAKEN_OVER.format(name=visible(path.name), safe=Doing.WRITING.value))


def rebuilt(path: Path) -> FileError:
    """Tables, triggers or views are not those of the schema."""
    return _said(_REBUILT, path, Doing.OPENING)


def cannot_write() -> str:
    """Why a file opens for reading when its folder, drive or rights allow no more."""
    return "Filen ligger, hvor der ikke kan skrives; her kan den læses, men ikke ændres."


def no_backup_first(reason: str) -> FileError:
    """An older file could not be backed up before its upgrade, so it opens for reading."""
    return FileError(f"{_OLDER} der kunne ikke laves en sikkerhedskopi først: {reason}.")


def no_upgrade(reason: FileError) -> FileError:
    """An older file could not be upgraded and is as it was, so it opens for reading."""
    return FileError(f"{_OLDER} den kunne ikke opgraderes: {reason}")


def unsafe(path: Path) -> FileError:
    """A setting the file's safety rests on did not take."""
    return _said(_UNSAFE, path, Doing.OPENING)
