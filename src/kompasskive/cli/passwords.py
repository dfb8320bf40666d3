"""Passwords on the command line: asked for on a terminal or read from standard input, never told.

A password is never an argument: those are seen by everybody on the machine.
"""

import sys
from argparse import Namespace
from datetime import datetime
from getpass import getpass
from pathlib import Path
from typing import Final

from kompasskive.errors import FileError, LockedError, PasswordError

NO_WAY: Final = (
    "»{name}« har en adgangskode, og her er ingen at spørge – indholdet er ikke ændret; giv den"
    " med --password-stdin."
)
NOTHING_CAME: Final = "Der kom ingen adgangskode ind – intet er ændret; skriv den på en linje."
DIFFERENT: Final = "De to adgangskoder er ikke ens – intet er ændret; prøv igen."
NONE_NOW: Final = "»{name}« har ingen adgangskode."


def unlock_first(options: Namespace) -> None:
    """Have the command's files open, those that have a password; LockedError.

    A damaged one stops every command but the one that fetches a backup.
    """
    if "password_stdin" not in options:
        return
    for path in filter(Path.exists, (options.file, *getattr(options, "more", ()))):
        try:
            unlock_file(options, path)
        except LockedError:
            raise
        except FileError:
            if "restore" not in options:
                raise


def unlock_file(options: Namespace, path: Path) -> None:
    """Have a file, or a backup, open if it has a password; LockedError."""
    from kompasskive.storage.places import backups_folder
    from kompasskive.storage.unlocking import is_encrypted, unlock

    if is_encrypted(path):
        typed = _typed(options, f"Adgangskode til {path.name}: ", path)
        unlock(path, typed, backups_folder())


def password(options: Namespace) -> None:
    """Set, change or remove a file's password, or show its recovery code."""
    from kompasskive.storage.connection import key_of
    from kompasskive.storage.unlocking import is_encrypted

    path: Path = options.file
    if not path.exists() or not is_encrypted(path):
        _without(options, path)
        return
    key = key_of(path)
    if options.code and key is not None:
        from kompasskive.storage.recovery_code import code_of

        print("\n".join(code_of(key.secret)))
    elif options.remove:
        _rekey(path, "")
    else:
        _rekey(path, _chosen(options, path))


def _without(options: Namespace, path: Path) -> None:
    from kompasskive.storage.workbook import read

    read(path)
    if options.code or options.remove:
        print(NONE_NOW.format(name=path.name))
    else:
        _rekey(path, _chosen(options, path))


def _rekey(path: Path, chosen: str) -> None:
    from kompasskive.storage.encryption import new_key
    from kompasskive.storage.places import backups_folder
    from kompasskive.storage.rekeying import rekey

    key = new_key(chosen) if chosen else None
    print(rekey(path, key, backups_folder(), datetime.now().astimezone()).text)


def _chosen(options: Namespace, path: Path) -> str:
    """A new password, asked for twice on a terminal; PasswordError when it is no good."""
    from kompasskive.storage.password_rules import advice, too_short

    chosen = _typed(options, "Ny adgangskode: ", path)
    fault = too_short(chosen)
    if fault:
        raise PasswordError(f"{fault} Intet er ændret.")
    if not options.password_stdin and _asked("Gentag den nye adgangskode: ") != chosen:
        raise PasswordError(DIFFERENT)
    if advice(chosen):
        print(advice(chosen), file=sys.stderr)
    return chosen


def _typed(options: Namespace, prompt: str, path: Path) -> str:
    if options.password_stdin:
        return _line()
    if not _somebody_types():
        raise LockedError(NO_WAY.format(name=path.name))
    return _asked(prompt)


def _somebody_types() -> bool:
    """Whether standard input is a terminal; Windows takes its NUL for one, where nobody types."""
    if not sys.stdin.isatty():
        return False
    if sys.platform != "win32":
        return True
    import ctypes
    import msvcrt

    handle = ctypes.c_void_p(msvcrt.get_osfhandle(sys.stdin.fileno()))
    mode = ctypes.c_ulong()
    return bool(ctypes.windll.kernel32.GetConsoleMode(handle, ctypes.byref(mode)))


def _asked(prompt: str) -> str:
    try:
        return getpass(prompt)
    except EOFError as nothing:
        raise LockedError(NOTHING_CAME) from nothing


def _line() -> str:
    """The next line of standard input, as UTF-8 whatever the terminal speaks."""
    binary = getattr(sys.stdin, "buffer", None)
    line = binary.readline().decode("utf-8", "replace") if binary else sys.stdin.readline()
    if not line:
        raise LockedError(NOTHING_CAME)
    return str(line).rstrip("\r\n")
