"""A whole talk played in the window opens not one internet socket, and leaves no names about."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.faults

ROOT = Path(__file__).resolve().parents[2]
INTERNET = re.compile(r"socket\(AF_INET6?\b|connect\([^)]*AF_INET6?\b")


def traced(home: Path, *arguments: str) -> str:
    """Every socket call of a process and its children, in a home and temp folder of its own."""
    log = home / "strace.log"
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT / "src"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONUTF8": "1",
    } | {name: str(home) for name in ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    strace = ["strace", "-f", "-e", "trace=socket,connect", "-o", str(log)]
    command = [*strace, sys.executable, *arguments]
    subprocess.run(command, env=environment, check=True, timeout=300, stdout=subprocess.DEVNULL)
    calls = log.read_text(errors="replace")
    log.unlink()
    return calls


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_a_talk_opens_no_internet_socket(tmp_path: Path) -> None:
    home, out = tmp_path / "hjem", tmp_path / "ud"
    home.mkdir()
    calls = traced(home, "-m", "kompasskive", "walkthrough", str(out))
    assert "exited with 0" in calls
    assert INTERNET.findall(calls) == []
    assert list(out.glob("*.kompas"))
    names = [b"Jens Jensen", "Jens Jensen".encode("utf-16-le"), b"Mette Holm"]
    left = [p for p in home.rglob("*") if p.is_file()]
    assert not [p for p in left if any(name in p.read_bytes() for name in names)]


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_a_socket_would_have_been_seen(tmp_path: Path) -> None:
    control = "import socket; socket.socket(socket.AF_INET).close()"
    assert INTERNET.findall(traced(tmp_path, "-c", control))
