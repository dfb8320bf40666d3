"""Connections to a file: the one driver, and the settings its safety rests on, read back."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool
from sqlcipher3 import dbapi2

from kompasskive.storage import encryption, failures, schema
from kompasskive.storage.encryption import KNOWN, Key

BUSY_SECONDS = 10
"""How long another program may hold the file before we say so."""

_SETTINGS: dict[str, tuple[str, str | int]] = {
    "journal_mode": ("DELETE", "delete"),
    "synchronous": ("EXTRA", 3),
    "secure_delete": ("ON", 1),
    "foreign_keys": ("ON", 1),
    "trusted_schema": ("OFF", 0),
    "cell_size_check": ("ON", 1),
    "mmap_size": ("0", 0),
    "temp_store": ("MEMORY", 2),
    "locking_mode": ("NORMAL", "normal"),
}


_ANY_KEY = f"PRAGMA key = \"x'{'00' * encryption.KEY_BYTES}'\""
"""Without some key SQLCipher does not look at the salt."""


def connect(path: Path, *, writable: bool) -> Connection:
    """A connection to a workbook file; FileError when it is no workbook or a newer one.

    Raises what `failures.TROUBLE` names when the file cannot be reached or read.
    """
    refuse_unknown(path)
    return _engine(path, writable=writable).connect()


def connect_new(path: Path, key: Key | None = None) -> Connection:
    """A writable connection to an empty file that is to become a workbook, encrypted by a key."""
    return _engine(path, writable=True, key=key).connect()


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """One transaction: all or nothing; a connection for writing takes the write lock at once."""
    with connection.begin():
        yield


def execute_alone(connection: Connection, statement: str, *values: str) -> None:
    """Execute what SQLite takes only outside a transaction, such as VACUUM."""
    driver: Any = connection.connection.driver_connection
    driver.execute(statement, values)


def raw(path: Path, mode: str, key: Key | None = None) -> dbapi2.Connection:
    """A bare driver connection, `mode` "ro" or "rw", that leaves transactions to the caller.

    LockedError when the file is encrypted and neither `key` nor a known one is its key; a file
    that does not open with its own key is damaged, which is a FileError.
    """
    key = key or key_of(path)
    connection = _bare(path, mode)
    if key is None:
        return connection
    try:
        connection.execute(f'PRAGMA key = "{key.literal}"')
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException as error:
        connection.close()
        if failures.driver_code(error) == failures.NO_DATABASE:
            raise failures.damaged(path) from error
        raise
    return connection


def key_of(path: Path) -> Key | None:
    """The key of a file; None for one that is not encrypted, LockedError when it is not known."""
    salt = head(path)
    if not encryption.is_marked(salt):
        return None
    key = KNOWN.get(salt)
    if key is None:
        raise failures.locked(path)
    return key


def head(path: Path) -> bytes:
    """The 16 bytes a file begins with, fewer when it is shorter.

    Read by SQLite itself: opening and closing a database file any other way drops the locks this
    process holds on it.
    """
    if path.stat().st_size < encryption.SALT_BYTES:
        return b""
    connection = _bare(path, "ro")
    try:
        connection.execute(_ANY_KEY)
        answer = connection.execute("PRAGMA cipher_salt").fetchone()
    finally:
        connection.close()
    return bytes.fromhex(answer[0]) if answer else b""


class _DriverConnection(dbapi2.Connection):  # type: ignore[misc]
    """Ends a transaction whose commit failed; SQLAlchemy takes it for ended and would leave it."""

    def commit(self) -> None:
        try:
            super().commit()
        except dbapi2.Error:
            self.rollback()
            raise


def _bare(path: Path, mode: str) -> dbapi2.Connection:
    connection = dbapi2.connect(
        uri(path.absolute(), mode),
        factory=_DriverConnection,
        uri=True,
        isolation_level=None,
        timeout=BUSY_SECONDS,
        check_same_thread=False,
    )
    connection.execute("PRAGMA cipher_log_level = NONE")
    return connection


def uri(path: PurePath, mode: str) -> str:
    """SQLite's name of an absolute path; a Windows share keeps its server as part of the path."""
    place = path.as_posix()
    root = "" if place.startswith("/") else "/"
    return f"file://{root}{quote(place, safe='/:')}?mode={mode}"


def settled(connection: dbapi2.Connection, path: Path) -> dbapi2.Connection:
    """The connection with every setting made; FileError when one of them did not take."""
    for name, (wanted, expected) in _SETTINGS.items():
        connection.execute(f"PRAGMA {name} = {wanted}").fetchall()
        if connection.execute(f"PRAGMA {name}").fetchall() != [(expected,)]:
            connection.close()
            raise failures.unsafe(path)
    return connection


def _engine(path: Path, *, writable: bool, key: Key | None = None) -> Engine:
    engine = create_engine(
        "sqlite://",
        creator=lambda: _prepared(path, key, writable=writable),
        module=dbapi2,
        poolclass=NullPool,
        hide_parameters=True,
    )
    begin = "BEGIN IMMEDIATE" if writable else "BEGIN"
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def _prepared(path: Path, key: Key | None, *, writable: bool) -> dbapi2.Connection:
    connection = settled(raw(path, "rw", key), path)
    if not writable:
        connection.execute("PRAGMA query_only = ON")
    return connection


def refuse_unknown(path: Path) -> None:
    """FileError when the file is no workbook or one of a newer schema.

    FileNotFoundError when there is none. Looks without being able to write, so what is refused
    stays byte for byte as it was.
    """
    if not path.exists():
        raise FileNotFoundError(path.name)
    try:
        application, version = _identity(path, "ro")
    except dbapi2.Error as error:
        if failures.driver_code(error) != failures.READ_ONLY:
            raise
        application, version = _identity(path, "rw")
    if application != schema.APPLICATION_ID:
        raise failures.foreign(path)
    if version > schema.SCHEMA_VERSION:
        raise failures.newer(path)


def _identity(path: Path, mode: str) -> tuple[int, int]:
    connection = raw(path, mode)
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    finally:
        connection.close()
    return application, version
