"""The organisation's numbers from large files and many contributions, beside bare SQL.

`python benchmarks/organisation.py [rounds]`; aims: <= 3x a bare SQL aggregate of the same rows,
<= 20 KB of memory for each profile, and the same cost per profile at every size.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kompasskive.dialogue.model import Workbook

HERE = Path(__file__).resolve().parent
SIZES = (100, 1_000, 10_000, 20_000)
CONTRIBUTIONS = 1_000
AIM, MEMORY_AIM = 3, 20.0
LAST = date(2026, 12, 31)
NOW = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
PLACED = """SELECT field_id, dimension, state, level, count(*) FROM placements
WHERE viewpoint = 'agreed' GROUP BY field_id, dimension, state, level"""
MARKED = """SELECT item_id, mark, not_relevant, count(*) FROM item_answers
WHERE viewpoint = 'agreed' GROUP BY item_id, mark, not_relevant"""
_SENT = """SELECT json_extract(c.value, '$.field_id'), json_extract(c.value, '$.dimension'),
sum(json_extract(c.value, '$.levels[0]')), sum(json_extract(c.value, '$.levels[1]')),
sum(json_extract(c.value, '$.levels[2]')), sum(json_extract(c.value, '$.levels[3]')),
sum(json_extract(c.value, '$.levels[4]')), sum(json_extract(c.value, '$.levels[5]')),
sum(json_extract(c.value, '$.levels[6]'))
FROM contributions, json_each(content, '$.agreed.histograms.cells') c GROUP BY 1, 2"""
_ITEMS_SENT = """SELECT json_extract(i.value, '$.item_id'),
sum(json_extract(i.value, '$.marks[0]')),
sum(json_extract(i.value, '$.marks[1]')), sum(json_extract(i.value, '$.marks[2]')),
sum(json_extract(i.value, '$.marks[3]'))
FROM contributions, json_each(content, '$.agreed.histograms.items') i GROUP BY 1"""


def made(path: Path, people: int) -> None:
    """A file of people with one approved talk each, every cell placed and every item marked."""
    from sqlalchemy import insert, select, update

    from kompasskive.dialogue.model import Workbook
    from kompasskive.framework.catalogue import bundled
    from kompasskive.storage import schema
    from kompasskive.storage.connection import connect
    from kompasskive.storage.digest import moved
    from kompasskive.storage.rows import RowChange
    from kompasskive.storage.workbook import create

    create(path, Workbook("org", frameworks=(bundled(),))).close()
    with connect(path, writable=True) as db, db.begin():
        digest = db.execute(select(schema.META.c.digest)).scalar_one()
        for name, rows in _rows(people):
            table = schema.METADATA.tables[name]
            db.execute(insert(table), rows)
            plain = (tuple(row[column.name] for column in table.columns) for row in rows)
            digest = moved(digest, (RowChange(name, None, row) for row in plain))
        db.execute(update(schema.META).values(digest=digest))


def _rows(people: int) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    for start in range(0, people, 500):
        batch = range(start, min(start + 500, people))
        yield "people", [_person(i) for i in batch]
        yield "dialogues", [_talk(i) for i in batch]
        yield "placements", [row for i in batch for row in _placements(i)]
        yield "item_answers", [row for i in batch for row in _answers(i)]


def _person(i: int) -> dict[str, Any]:
    empty = {"team_id": None, "target_group": "", "started_on": None, "left_on": None}
    flags = {"archived": 0, "may_be_named": 0}
    return {"id": f"p{i}", "position": i, "name": f"Person {i}", **empty, **flags}


def _talk(i: int) -> dict[str, Any]:
    from kompasskive.framework.catalogue import bundled

    said = {"leader": "", "minutes": 60, "revealed": 1, "management": "", "remark": ""}
    approved = {"approved_at": NOW.isoformat(), "differing_view": ""}
    return {
        "id": f"t{i}",
        "position": i,
        "framework_key": bundled().key,
        "employee_id": f"p{i}",
        "held_on": "2026-09-01",
        "kind": "dialogue",
        "state": "approved",
        "team_id": None,
        **said,
        **approved,
    }


def _placements(i: int) -> Iterator[dict[str, Any]]:
    from kompasskive.framework.catalogue import bundled
    from kompasskive.framework.model import Dimension

    for f, field in enumerate(bundled().fields):
        for d, dimension in enumerate(Dimension):
            place = {"dialogue_id": f"t{i}", "viewpoint": "agreed", "field_id": field.id}
            said = {"state": "placed", "level": (i * i + f * i + d) % 7, "example": ""}
            yield {**place, "dimension": dimension.value, **said}


def _answers(i: int) -> Iterator[dict[str, Any]]:
    from kompasskive.framework.catalogue import bundled
    from kompasskive.framework.model import Mark

    marks = [mark.value for mark in Mark]
    for number, item in enumerate(x for f in bundled().fields for x in f.items):
        said = {"mark": marks[(i + number) % 4], "not_relevant": 0, "reason": "", "wish": 0}
        yield {"dialogue_id": f"t{i}", "viewpoint": "agreed", "item_id": item.id, **said}


def bare(path: Path, queries: tuple[str, ...]) -> None:
    """The floor: the rows added up by SQL on a connection of its own."""
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(str(path))
    for query in queries:
        connection.execute(query).fetchall()
    connection.close()


def ours(path: Path, workbook: "Workbook") -> None:
    """What the page does when it opens in a workbook: counted, protected, beside goals.

    The file is opened for it, as the floor opens it.
    """
    from kompasskive.desktop.pages.organisation.figures import counted_in
    from kompasskive.framework.catalogue import bundled
    from kompasskive.profile.goals import goal_lines
    from kompasskive.profile.periods import parse_period
    from kompasskive.profile.privacy import publish

    framework, period = bundled(), parse_period("2026")
    counted = counted_in(workbook, framework, period, screening=False, path=path)
    goal_lines(framework, publish(framework, counted.histograms, period.key), workbook.goals)


def seconds(step: Callable[[], None]) -> float:
    """How long one run takes."""
    started = time.perf_counter()
    step()
    return time.perf_counter() - started


def measured(path: Path, queries: tuple[str, ...], rounds: int) -> tuple[float, float, float]:
    """Seconds of the floor and of ours, in turn, and KB that the first of ours took.

    What the program's modules take is spent on a small file before.
    """
    from kompasskive.storage.aggregates import organisation_part

    small = path.with_name("lille.kompas")
    made(small, 10)
    ours(small, organisation_part(small))
    bare(path, queries)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    workbook = organisation_part(path)
    ours(path, workbook)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    pairs = [
        (seconds(lambda: bare(path, queries)), seconds(lambda: ours(path, workbook)))
        for _ in range(rounds)
    ]
    floor, own = (min(column) for column in zip(*pairs, strict=True))
    return floor, own, float(grown)


def with_contributions(path: Path) -> None:
    """A file of contributions only, each of the counts of twenty people."""
    from kompasskive.dialogue.model import DialogueKind, Workbook
    from kompasskive.dialogue.organisation import Contribution
    from kompasskive.framework.catalogue import bundled
    from kompasskive.profile.contributions import Content, Counted, prints, to_json
    from kompasskive.profile.histograms import empty
    from kompasskive.storage.aggregates import histograms
    from kompasskive.storage.workbook import create

    framework, one = bundled(), path.with_name("en.kompas")
    made(one, 20)
    counts = Counted(histograms(one, framework, DialogueKind.DIALOGUE, LAST))
    nobody = Counted(empty(framework))
    content = to_json(Content(counts, nobody, prints(framework)))
    sent = Contribution("0", "2026", 1, NOW, 20, content)
    all_sent = tuple(replace(sent, id=str(i)) for i in range(CONTRIBUTIONS))
    create(path, Workbook("hr", frameworks=(framework,), contributions=all_sent)).close()


def child(what: str, rounds: int) -> None:
    """One size in a process of its own, as JSON."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "org.kompas"
        if what == "contributions":
            with_contributions(path)
            queries: tuple[str, ...] = (_SENT, _ITEMS_SENT)
        else:
            subprocess.run(
                [sys.executable, __file__, "make", what, str(path)], check=True, env=os.environ
            )
            queries = (PLACED, MARKED)
        print(json.dumps(measured(path, queries, rounds)))


def main() -> None:
    """Print seconds, ratios, memory and cost per profile at every size."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    environment = {**os.environ, "PYTHONPATH": str(HERE.parent / "src")}
    costs = []
    for what in (*map(str, SIZES), "contributions"):
        command = [sys.executable, __file__, "child", what, str(rounds)]
        found = json.loads(subprocess.check_output(command, text=True, env=environment))
        floor, own, grown = found
        profiles = CONTRIBUTIONS if what == "contributions" else int(what)
        costs += [own / profiles] if what != "contributions" else []
        print(
            f"{what}: SQL {floor * 1000:.0f} ms, ours {own * 1000:.0f} ms: "
            f"{own / floor:.2f}x (<= {AIM}); {grown / profiles:.2f} KB each (<= {MEMORY_AIM:.0f})"
        )
    told = ", ".join(f"{cost * 1e6:.0f}" for cost in costs)
    print(f"µs per profile: {told}; from 1,000 up {costs[-1] / statistics.median(costs[1:]):.2f}x")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["child", what, rounds]:
            child(what, int(rounds))
        case ["make", people, path]:
            made(Path(path), int(people))
        case _:
            main()
