"""Writing a finished file so that the old one is whole until the new one is in place."""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from kompasskive.errors import OutputError

_REASONS = {
    errno.ENOENT: "Mappen findes ikke. Vælg en anden mappe.",
    errno.ENOTDIR: "Mappen findes ikke. Vælg en anden mappe.",
    errno.EACCES: "Der er ikke adgang til at skrive der. Vælg en anden mappe.",
    errno.EPERM: "Der er ikke adgang til at skrive der. Vælg en anden mappe.",
    errno.EROFS: "Drevet er skrivebeskyttet. Vælg en anden mappe.",
    errno.ENOSPC: "Disken er fuld. Gør plads, eller vælg et andet drev.",
    errno.EDQUOT: "Disken er fuld. Gør plads, eller vælg et andet drev.",
    errno.EFBIG: "Disken har ikke plads til filen. Vælg et andet drev.",
    errno.EISDIR: "Navnet er allerede en mappe. Vælg et andet navn.",
    errno.ENAMETOOLONG: "Navnet er for langt. Vælg et kortere navn.",
    **dict.fromkeys(
        (errno.EIO, errno.ESTALE, errno.ENOTCONN, errno.EHOSTUNREACH, errno.ENETUNREACH),
        "Drevet svarer ikke. Prøv igen, eller vælg en mappe på et andet drev.",
    ),
}
_OTHER = "Prøv igen, eller vælg en anden mappe."
_READ_ONLY = "Filen er skrivebeskyttet eller åben i et andet program. Vælg et andet navn."


def write(path: Path, content: bytes) -> None:
    """Put `content` at `path` through a temporary file beside it.

    Raises OutputError with one Danish sentence; a file that was there is then untouched.
    """
    try:
        _refuse_read_only(path)
        _replace(path, content)
    except (OSError, ValueError) as error:
        raise OutputError(_sentence(path, error)) from error


def _refuse_read_only(path: Path) -> None:
    with suppress(FileNotFoundError):
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, "", str(path))
        if not mode & stat.S_IWUSR:
            raise PermissionError(errno.EACCES, "", str(path))


def _replace(path: Path, content: bytes) -> None:
    beside = path.with_name(f".kompasskive-{uuid4().hex}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            beside.chmod(stat.S_IMODE(path.stat().st_mode))
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def _sentence(path: Path, error: OSError | ValueError) -> str:
    number = error.errno if isinstance(error, OSError) else None
    reason = _REASONS.get(number or 0, _OTHER)
    if isinstance(error, PermissionError) and path.is_file():
        reason = _READ_ONLY
    return f"»{path.name}« blev ikke gemt, og en ældre udgave er urørt. {reason}"
