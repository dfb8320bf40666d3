"""The processes, the disk between them and the real one, and a workbook with one empty talk.

`python -m pytest -m faults --fault-runs 10` makes every random run ten times as long.
"""

import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.faults.nursery import Nursery
from tests.faults.tasks import ONE

from kompasskive.dialogue.example import example_workbook
from kompasskive.dialogue.model import Dialogue, Workbook
from kompasskive.framework.catalogue import bundled
from kompasskive.storage.encryption import KNOWN
from kompasskive.storage.workbook import create

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="session")
def scale(pytestconfig: pytest.Config) -> int:
    """How many times longer than in CI."""
    return int(pytestconfig.getoption("--fault-runs"))


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """Processes on the real disk."""
    parent = Nursery()
    yield parent
    parent.close()


@pytest.fixture(scope="session")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nursery]:
    """Processes whose every write goes through `disk.c`."""
    library = tmp_path_factory.mktemp("disk") / "disk.so"
    source = Path(__file__).with_name("disk.c")
    subprocess.check_call(
        ["cc", "-O1", "-Wall", "-Werror", "-shared", "-fPIC", "-o", library, source, "-ldl"]
    )
    parent = Nursery(library)
    yield parent
    parent.close()


@pytest.fixture(scope="session")
def blank_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with one person and one talk nobody has said anything in; copy it."""
    path = tmp_path_factory.mktemp("tom") / "tom.kompas"
    workbook = example_workbook(bundled(), 1, 1, TODAY)
    talk, *_ = workbook.dialogues
    create(
        path, _only(workbook, Dialogue("t", talk.framework_key, talk.employee_id, TODAY))
    ).close()
    return path


@pytest.fixture
def path(blank_file: Path, tmp_path: Path) -> Path:
    """A copy of the blank file in a folder of its own."""
    folder = tmp_path / "mappe"
    folder.mkdir()
    return Path(shutil.copy(blank_file, folder / "dræbt.kompas"))


@pytest.fixture
def secret(nursery: Nursery, path: Path) -> Iterator[Path]:
    """The same copy with the key `ONE`, which the judge knows."""
    KNOWN.keep(ONE)
    assert "krypteret" in nursery.start("set_password", path, path.parent / "kopier").lines()[0]
    yield path
    KNOWN.forget(ONE.salt)


@pytest.fixture(params=["plain", "encrypted"])
def either(request: pytest.FixtureRequest) -> Path:
    """A blank file without a password, and one with the key `ONE`."""
    wanted = "path" if request.param == "plain" else "secret"
    chosen: Path = request.getfixturevalue(wanted)
    return chosen


def _only(workbook: Workbook, talk: Dialogue) -> Workbook:
    return Workbook(
        id=workbook.id,
        people=workbook.people,
        teams=workbook.teams,
        job_functions=workbook.job_functions,
        dialogues=(talk,),
        frameworks=workbook.frameworks,
    )
