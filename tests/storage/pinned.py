"""The statements each schema is made of: `python -m tests.storage.pinned` renews the present one.

With it the JSON Schema of an export. Schemas of released versions are never renewed: files in the
field have them.
"""

import tempfile
from pathlib import Path

from sqlalchemy import text

from kompasskive import assets
from kompasskive.dialogue.model import Workbook
from kompasskive.storage import connection
from kompasskive.storage.export import schema_json
from kompasskive.storage.schema import SCHEMA_VERSION
from kompasskive.storage.workbook import create

DATA = Path(__file__).parents[1] / "data"


def golden(version: int) -> Path:
    """Where the statements of a schema are kept."""
    return DATA / f"skema_{version}.sql"


def written(path: Path) -> str:
    """Every statement a file was made with, as SQLite keeps them."""
    query = text("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
    with connection.connect(path, writable=False) as db, db.begin():
        statements = db.execute(query).scalars().all()
    lines = "\n\n".join(f"{sql.strip()};" for sql in statements).splitlines()
    return "\n".join(line.rstrip() for line in lines) + "\n"


def main() -> None:
    """Write the statements of a new file, and what an export looks like."""
    assets.schema_path("eksport").write_bytes(schema_json())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ny.kompas"
        create(path, Workbook("fil")).close()
        golden(SCHEMA_VERSION).write_text(written(path), encoding="utf-8")


if __name__ == "__main__":
    main()
