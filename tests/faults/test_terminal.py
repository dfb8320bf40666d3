"""A password typed on a real terminal: asked for twice, not echoed, and letters come through."""

import os
import pty
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from tests.faults.nursery import ROOT

from kompasskive.storage.connection import head
from kompasskive.storage.encryption import PLAIN

pytestmark = pytest.mark.faults

PASSWORD = "rød cykel på Æbelø"


def test_on_a_terminal_it_is_asked_for_and_not_shown(path: Path, tmp_path: Path) -> None:
    here = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "kompasskive", "password", str(path)]
    main_end, its_end = pty.openpty()
    child = subprocess.Popen(
        command,
        stdin=its_end,
        stdout=its_end,
        stderr=its_end,
        env=os.environ | here,
        start_new_session=True,
        preexec_fn=lambda: os.close(os.open(os.ttyname(its_end), os.O_RDWR)),
    )
    os.close(its_end)
    shown = b""
    for asked in (b"Ny adgangskode: ", b"Gentag den nye adgangskode: "):
        while not shown.endswith(asked):
            shown += os.read(main_end, 1000)
        os.write(main_end, f"{PASSWORD}\n".encode())
    with suppress(OSError):  # EIO: the other end is closed
        while said := os.read(main_end, 1000):
            shown += said
    os.close(main_end)
    assert child.wait() == 0
    assert "krypteret" in shown.decode()
    assert PASSWORD not in shown.decode()
    assert head(path) != PLAIN
