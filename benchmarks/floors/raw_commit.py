"""The floor for a mark on disk: one changed row in a bare sqlcipher3 commit, as safe as ours.

`python benchmarks/floors/raw_commit.py FOLDER` prints the median milliseconds of many commits.
"""

import statistics
import sys
import time
from pathlib import Path

from sqlcipher3 import dbapi2

COMMITS = 200
ROWS = 2000
SETTINGS = {
    "journal_mode": "DELETE",
    "synchronous": "EXTRA",
    "secure_delete": "ON",
    "foreign_keys": "ON",
    "trusted_schema": "OFF",
    "cell_size_check": "ON",
    "mmap_size": "0",
    "temp_store": "MEMORY",
    "locking_mode": "NORMAL",
}


def opened(path: Path) -> dbapi2.Connection:
    """A file with a table of marks, and a connection with the program's settings."""
    db = dbapi2.connect(str(path), isolation_level=None)
    for name, value in SETTINGS.items():
        db.execute(f"PRAGMA {name} = {value}").fetchall()
    db.execute("CREATE TABLE marks (item TEXT PRIMARY KEY, mark TEXT) STRICT, WITHOUT ROWID")
    db.execute("BEGIN")
    db.executemany("INSERT INTO marks VALUES (?, 'new')", [(str(n),) for n in range(ROWS)])
    db.execute("COMMIT")
    return db


def milliseconds(db: dbapi2.Connection, number: int) -> float:
    """How long one commit of one row takes."""
    started = time.perf_counter()
    db.execute("BEGIN IMMEDIATE")
    db.execute("UPDATE marks SET mark = ? WHERE item = ?", (str(number), str(number)))
    db.execute("COMMIT")
    return (time.perf_counter() - started) * 1000


def main(folder: Path) -> None:
    """Print the median."""
    db = opened(folder / "raw.db")
    print(statistics.median(milliseconds(db, number) for number in range(COMMITS)))
    db.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
