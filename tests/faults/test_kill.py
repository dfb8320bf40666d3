"""What was acknowledged is in the file, and the file is sound, wherever the process is killed."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from random import Random
from time import perf_counter

from kompasskive.dialogue.example import example_workbook
from kompasskive.dialogue.model import Workbook
from kompasskive.framework.catalogue import bundled
from kompasskive.storage.workbook import check, create, read

CHILD = Path(__file__).with_name("mark_until_killed.py")
KILLS = 15
COMMIT = 0.005
"""Seconds: about two commits, so that kills fall everywhere in them."""
ITEMS = 61
"""Items of the framework: step N answers item N mod 61."""


def blank() -> Workbook:
    workbook = example_workbook(bundled(), 1, 1, date(2026, 11, 23))
    (talk, *_) = workbook.dialogues
    return Workbook(
        id=workbook.id,
        people=workbook.people,
        teams=workbook.teams,
        job_functions=workbook.job_functions,
        dialogues=(type(talk)("t", talk.framework_key, talk.employee_id, talk.held_on),),
        frameworks=workbook.frameworks,
    )


def killed_after(path: Path, first: int, acknowledgements: int, into: float) -> int:
    """The last step a process heard of, killed `into` seconds after so many answers."""
    command = [sys.executable, str(CHILD), str(path), str(first)]
    env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        heard = [child.stdout.readline() for _ in range(acknowledgements)]
        moment = perf_counter() + into
        while perf_counter() < moment:
            pass
        child.kill()
        heard += child.stdout.readlines()
    whole = [line.split() for line in heard if line.endswith("\n")]
    assert {word for word, _ in whole} == {"acknowledged"}
    steps = [int(step) for _, step in whole]
    assert steps == list(range(first, first + len(steps)))
    return steps[-1]


def test_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    path, moment = tmp_path / "dræbt.kompas", Random(2)
    create(path, blank()).close()
    first = 0
    for _ in range(KILLS):
        acknowledged = killed_after(path, first, moment.randint(1, 60), moment.uniform(0, COMMIT))
        assert check(path) == ()
        answers = read(path).dialogues[0].items.values()
        steps = {int(answer.reason) for answer in answers}
        last = max(steps)
        assert last >= acknowledged
        assert steps == set(range(max(0, last - ITEMS + 1), last + 1))
        first = last + 1
