"""Schema 1 is what files in the field have: it may be followed by a schema 2, never changed."""

from pathlib import Path

from sqlalchemy import text

from kompasskive.dialogue.model import Workbook
from kompasskive.storage import connection
from kompasskive.storage.workbook import create

GOLDEN = Path(__file__).parents[1] / "data" / "skema_1.sql"


def written(path: Path) -> str:
    """Every statement a file was made with, as SQLite keeps them."""
    query = text("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
    with connection.connect(path, writable=False) as db, db.begin():
        statements = db.execute(query).scalars().all()
    lines = "\n\n".join(f"{sql.strip()};" for sql in statements).splitlines()
    return "\n".join(line.rstrip() for line in lines) + "\n"


def test_schema_1_is_as_it_was(path: Path, workbook: Workbook) -> None:
    create(path, workbook).close()
    assert written(path) == GOLDEN.read_text(encoding="utf-8")
