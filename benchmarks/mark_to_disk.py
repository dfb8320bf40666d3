"""A mark from the click's new value until it is acknowledged, in turn with a bare commit.

`python benchmarks/mark_to_disk.py [rounds] [folder]`; aim <= 2x. The folder says which disk.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
AIM = 2
OURS = """
import statistics, sys, time
from dataclasses import replace
from datetime import date
from pathlib import Path
from queue import Queue
from kompasskive.dialogue.example import example_workbook
from kompasskive.dialogue.model import ItemAnswer, Viewpoint
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Mark
from kompasskive.storage.workbook import create
import raw_commit

workbook = example_workbook(bundled(), 30, 1, date(2026, 11, 23))
items = [item for field in bundled().fields for item in field.items]
file = create(Path(sys.argv[1]) / "mark.kompas", workbook)
answers = Queue()
bare = raw_commit.opened(Path(sys.argv[1]) / "raw.db")

def milliseconds(step):
    global workbook
    talk = workbook.dialogues[0]
    key = (Viewpoint.AGREED, items[step % len(items)].id)
    marked = replace(talk, items={**talk.items, key: ItemAnswer(Mark.SHARES, reason=str(step))})
    after = replace(workbook, dialogues=(marked, *workbook.dialogues[1:]))
    started = time.perf_counter()
    file.submit(workbook, after, answers.put)
    saved = answers.get()
    took = (time.perf_counter() - started) * 1000
    assert saved.revision == step + 2, saved
    workbook = after
    return took

took = [(raw_commit.milliseconds(bare, step), milliseconds(step)) for step in range(200)]
print(*map(statistics.median, zip(*took)))
file.close()
bare.close()
"""


def medians(place: str) -> tuple[float, float]:
    """Milliseconds of a bare commit and of a mark, from one process in a folder of its own."""
    paths = (HERE.parent / "src", HERE / "floors")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, paths))}
    with tempfile.TemporaryDirectory(dir=place or None) as folder:
        command = [sys.executable, "-c", OURS, folder]
        floor, own = subprocess.check_output(command, text=True, env=environment).split()
    return float(floor), float(own)


def main() -> None:
    """Print the medians and their ratio."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    place = sys.argv[2] if len(sys.argv) > 2 else ""
    runs = [medians(place) for _ in range(rounds)]
    floor, own = (statistics.median(column) for column in zip(*runs, strict=True))
    print(f"raw commit {floor:.2f} ms, mark {own:.2f} ms: {own / floor:.2f}x (<= {AIM})")


if __name__ == "__main__":
    main()
