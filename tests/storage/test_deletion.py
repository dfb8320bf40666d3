"""Whoever is deleted is in no table, page or backup: all of theirs says a word nothing else has."""

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column, Text
from sqlcipher3 import dbapi2

from kompasskive.dialogue.model import (
    About,
    Agreement,
    AgreementStatus,
    AgreementStep,
    Amendment,
    Approval,
    Case,
    CodeWord,
    Dialogue,
    DialogueState,
    ExtraItem,
    ItemAnswer,
    JobFunction,
    Note,
    NoteScope,
    ParkedTopic,
    Placement,
    PlacementState,
    Reopening,
    Statement,
    Viewpoint,
    Workbook,
)
from kompasskive.dialogue.organisation import Lever, Priority, Snapshot
from kompasskive.errors import FileError
from kompasskive.framework.model import Arena, Dimension, Mark
from kompasskive.profile.members import token_of
from kompasskive.storage import schema
from kompasskive.storage.backups import backups_of
from kompasskive.storage.deletion import delete
from kompasskive.storage.encryption import KNOWN, MARK, Key
from kompasskive.storage.restoring import restore
from kompasskive.storage.rows import rows
from kompasskive.storage.workbook import check, create, open_workbook, read

AT = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
DAY = date(2026, 11, 23)
BIRD = "Kanariefugl Æblegrød"
LONG = f"{BIRD} " * 700
"""Longer than a page, so that it lies in overflow pages too."""
PAGE, USED = 4096, 4096 - 80
"""A page, and what of an encrypted one is neither IV nor check."""
OWNED = {"people", "dialogues", "access_requests"}
KEY = Key(bytes(range(32)), MARK + b"canarybirds!")
REFERS = {"framework_key", "field_id", "item_id", "target_id", "id", "agreement_id"}


@pytest.fixture(params=[None, KEY], ids=["plain", "encrypted"])
def key(request: pytest.FixtureRequest) -> Iterator[Key | None]:
    """The file's key, or none."""
    chosen: Key | None = request.param
    if chosen is not None and not shutil.which("openssl"):
        pytest.skip("openssl deciphers the pages")
    yield chosen
    KNOWN.forget(KEY.salt)


def bird_talk(framework_key: str, item: str, field: str) -> Dialogue:
    """A talk in which everything is said that can be, in the canary's word."""
    own = Viewpoint.EMPLOYEE
    answers = {(own, item): ItemAnswer(Mark.SHARES, reason=LONG)}
    placements = {(own, field, Dimension.PRACTICAL): Placement(PlacementState.PLACED, 3, BIRD)}
    step = AgreementStep(DAY, AgreementStatus.DROPPED, BIRD)
    agreement = Agreement(
        f"a{BIRD}", BIRD, field, (Dimension.PRACTICAL,), (BIRD,), BIRD, BIRD, DAY, BIRD, DAY,
        AgreementStatus.DROPPED, BIRD, (step,),
    )  # fmt: skip
    return Dialogue(
        "fuglens-samtale",
        framework_key,
        "fuglen",
        DAY,
        state=DialogueState.AMENDED,
        leader=BIRD,
        depth_field_ids=(field,),
        items=answers,
        placements=placements,
        sealed=frozenset({own}),
        code_words=(CodeWord(own, BIRD),),
        reopenings=(Reopening(f"r{BIRD}", own, AT),),
        notes=(Note(f"n{BIRD}", NoteScope.TALK, BIRD, LONG, Arena.INDIVIDUAL, True),),
        extras=(ExtraItem(f"e{BIRD}", field, BIRD),),
        parked=(ParkedTopic(f"p{BIRD}", BIRD, field),),
        case=Case(BIRD, BIRD, BIRD, BIRD, BIRD),
        strengths=(Statement(f"s{BIRD}", About(field), BIRD),),
        potentials=(Statement(f"q{BIRD}", About(field), BIRD),),
        directions=(Statement(f"d{BIRD}", About(field), BIRD),),
        agreements=(agreement,),
        management=BIRD,
        remark=LONG,
        approval=Approval(AT, BIRD),
        amendments=(Amendment(f"m{BIRD}", AT, BIRD),),
    )


@pytest.fixture
def birds(workbook: Workbook) -> Workbook:
    """Among others the canary, named wherever the program itself puts a name or an id."""
    framework = workbook.frameworks[0]
    field = framework.fields[0]
    talk = bird_talk(framework.key, field.items[0].id, field.id)
    person = replace(
        workbook.people[0], id="fuglen", name=BIRD, target_group=BIRD, job_function_ids=("fugl",)
    )
    other = replace(
        workbook.dialogues[0], agreements=(Agreement("x", "Sammen med en anden", who=BIRD),)
    )
    members = (token_of(person, talk), "0" * 16 + "/" + "1" * 16)
    return replace(
        workbook,
        people=(*workbook.people, person),
        job_functions=(*workbook.job_functions, JobFunction("fugl", f"Passer {BIRD}")),
        dialogues=(other, *workbook.dialogues[1:], talk),
        priorities=(Priority("p", "2026", "Et greb", Lever.LEARNING, owner=BIRD),),
        snapshots=(Snapshot("s", "2026", AT, "{}", False, members),),
    )


def traces(birds: Workbook) -> list[bytes]:
    """What may not be found: the word in every coding, and the tokens of frozen periods."""
    tokens = [part.encode() for part in birds.snapshots[0].members[0].split("/")]
    codings = ("utf-8", "utf-16-le", "utf-16-be", "latin-1", "unicode_escape")
    return [*tokens, *(BIRD.encode(coding) for coding in codings), b"Kanariefugl"]


def owned_columns() -> set[tuple[str, str]]:
    """Every column with text of its own in the tables that hold what belongs to a person."""
    return {
        (table.name, column.name)
        for table in schema.CONTENT
        if table.name in OWNED or _belongs_to_a_talk(table.columns.values())
        for column in table.columns
        if isinstance(column.type, Text) and _free(column)
    }


def _belongs_to_a_talk(columns: list[Column[Any]]) -> bool:
    return any(link.ondelete == "CASCADE" for c in columns for link in c.foreign_keys)


def _free(column: Column[Any]) -> bool:
    return not (column.foreign_keys or schema.reader(column) or column.name in REFERS)


def test_the_canary_is_in_every_text_a_person_can_leave(birds: Workbook) -> None:
    found = {
        (table, column.name)
        for table, of in rows(birds).items()
        for row in of.values()
        for column, value in zip(schema.METADATA.tables[table].columns, row, strict=True)
        if isinstance(value, str) and BIRD in value
    }
    assert owned_columns() - found == set()


def content_of(place: Path) -> dict[str, bytes]:
    """Every file under a place as it lies, and the pages of encrypted ones decrypted."""
    files = {str(p): p.read_bytes() for p in place.rglob("*") if p.is_file()}
    locked = [name for name, held in files.items() if held.startswith(KEY.salt)]
    return files | {f"{name} i klartekst": decrypted(files[name]) for name in locked}


def decrypted(content: bytes) -> bytes:
    """Every page, used or not, as SQLite has it: AES-256 in CBC, each page's IV near its end.

    The blocks are deciphered in one go, and each then mixed with the one before it.
    """
    first = content[:PAGE].replace(KEY.salt, bytes(16), 1)
    pages = [first, *(content[at : at + PAGE] for at in range(PAGE, len(content), PAGE))]
    starts = (16, *(0 for _ in pages[1:]))
    secret = [page[start:USED] for page, start in zip(pages, starts, strict=True)]
    before = [page[USED : USED + 16] + own[:-16] for page, own in zip(pages, secret, strict=True)]
    command = ["openssl", "enc", "-d", "-aes-256-ecb", "-nopad", "-K", KEY.secret.hex()]
    joined, mixed = b"".join(secret), b"".join(before)
    blocks = subprocess.run(command, input=joined, capture_output=True, check=True).stdout
    plain = int.from_bytes(blocks, "big") ^ int.from_bytes(mixed, "big")
    return plain.to_bytes(len(blocks), "big")


def seen(place: Path, birds: Workbook) -> set[str]:
    """Files in which something is found."""
    words = traces(birds)
    return {name for name, held in content_of(place).items() if any(w in held for w in words)}


def worked_in(path: Path, birds: Workbook, folder: Path, key: Key | None) -> None:
    """The file after three sessions, with as many backups."""
    create(path, birds, backups=folder, key=key, clock=lambda: AT).close()
    for hour in range(1, 4):
        session(path, folder, AT + timedelta(hours=hour))


def session(path: Path, folder: Path, now: datetime) -> None:
    """Open, change one thing, close."""
    opened = open_workbook(path, clock=lambda: now, backups=folder)
    changed = replace(opened.workbook, leader=f"Leder {now.hour}")
    opened.submit(opened.workbook, changed, lambda _: None)
    assert opened.close() == 0


def test_nothing_of_who_is_deleted_is_left_anywhere(
    tmp_path: Path, path: Path, birds: Workbook, key: Key | None
) -> None:
    folder = tmp_path / "kopier"
    worked_in(path, birds, folder, key)
    old = backups_of(folder, birds.id)[-1]
    elsewhere = old.path.read_bytes()
    assert len(seen(tmp_path, birds)) == 4
    receipt = delete(path, ["fuglen"], (), folder, AT)
    assert seen(tmp_path, birds) == set()
    assert {p.name for p in tmp_path.iterdir()} == {"kopier", path.name}
    assert {p.suffix for p in folder.rglob("*") if p.is_file()} == {".kompas", ".txt"}
    assert "ansvarlig 2 steder" in receipt.text
    assert BIRD not in receipt.text
    assert check(path) == ()
    left = read(path)
    assert {p.id for p in left.people} == {p.id for p in birds.people} - {"fuglen"}
    assert len(left.snapshots[0].members) == 2
    old.path.write_bytes(elsewhere)
    restore(path, old, folder, AT)
    old.path.unlink()
    assert seen(tmp_path, birds) == set()


def test_the_file_is_backed_up_before_and_the_backup_is_without_them(
    tmp_path: Path, path: Path, birds: Workbook
) -> None:
    folder = tmp_path / "kopier"
    create(path, birds).close()
    receipt = delete(path, ["fuglen"], (), folder, AT)
    (backup,) = backups_of(folder, birds.id)
    assert "i 1 sikkerhedskopi" in receipt.text
    assert read(backup.path) == replace(read(path), snapshots=read(backup.path).snapshots)
    assert seen(tmp_path, birds) == set()


def test_nothing_is_deleted_when_there_is_no_room_for_a_backup(
    tmp_path: Path, path: Path, birds: Workbook
) -> None:
    create(path, birds).close()
    before = path.read_bytes()
    (tmp_path / "kopier").write_text("i vejen")
    with pytest.raises(FileError, match="så intet er slettet"):
        delete(path, ["fuglen"], (), tmp_path / "kopier", AT)
    assert path.read_bytes() == before


def test_nothing_of_a_talk_that_is_deleted_is_left_anywhere(
    tmp_path: Path, path: Path, birds: Workbook
) -> None:
    folder = tmp_path / "kopier"
    named = replace(birds.people[-1], name="Pia", target_group="", job_function_ids=())
    birds = replace(
        birds,
        people=(*birds.people[:-1], named),
        job_functions=birds.job_functions[:-1],
        dialogues=birds.dialogues[1:],
        priorities=(),
        snapshots=(),
    )
    worked_in(path, birds, folder, None)
    delete(path, (), ["fuglens-samtale"], folder, AT)
    held = content_of(tmp_path)
    assert not [name for name, content in held.items() if b"Kanariefugl" in content]
    assert named in read(path).people


def test_the_pages_are_looked_through_as_they_lie(
    tmp_path: Path, path: Path, birds: Workbook
) -> None:
    """The control: taken out with settings less careful than ours, the word is found again."""
    create(path, birds).close()
    plain = dbapi2.connect(str(path), isolation_level=None)
    plain.execute("PRAGMA secure_delete = OFF")
    plain.execute("PRAGMA foreign_keys = ON")
    plain.execute("DELETE FROM dialogues WHERE id = 'fuglens-samtale'")
    plain.execute("DELETE FROM people WHERE id = 'fuglen'")
    plain.close()
    assert b"Kanariefugl" in path.read_bytes()
