"""Real processes that start quickly: one parent has imported everything, each task is a fork.

Run as a program it is that parent: a JSON line in is a task, its function in `tasks` and what to
put in the environment; lines out are "pid N", what the task says, and "ended STATUS".
"""

import json
import os
import subprocess
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from signal import SIGKILL
from threading import Timer
from typing import Any

HANG_SECONDS = 60.0
UNKNOWN = 1000
ROOT = Path(__file__).resolve().parents[2]


class Child:
    """A task under way, in a process of its own."""

    def __init__(self, pid: int, lines: Iterator[str], patience: float) -> None:
        self.pid, self._lines, self.status = pid, lines, UNKNOWN
        self.hung = False
        self._watch = Timer(patience, self._give_up)
        self._watch.daemon = True
        self._watch.start()

    def line(self) -> str:
        """The next thing it says; "" when it has ended and `status` is known."""
        if self.status != UNKNOWN:
            return ""
        word, _, rest = next(self._lines).rstrip("\n").partition(" ")
        if word != "ended":
            return f"{word} {rest}".rstrip()
        self._watch.cancel()
        self.status = int(rest)
        return ""

    def lines(self) -> list[str]:
        """Everything it still says until it has ended."""
        return list(iter(self.line, ""))

    def kill(self) -> None:
        """End it at once; it cannot know."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, SIGKILL)

    def _give_up(self) -> None:
        self.hung = True
        self.kill()


class Nursery:
    """The parent of tasks; a shared library may lie between them and the C library."""

    def __init__(self, preload: Path | None = None) -> None:
        paths = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
        environment = os.environ | {"PYTHONPATH": paths}
        if preload is not None:
            environment["LD_PRELOAD"] = str(preload)
        command = [sys.executable, "-m", "tests.faults.nursery"]
        pipe = subprocess.PIPE
        self._parent = subprocess.Popen(
            command, env=environment, stdin=pipe, stdout=pipe, text=True, cwd=ROOT
        )

    def start(
        self, task: str, *arguments: Any, patience: float = HANG_SECONDS, **environment: str
    ) -> Child:
        """Begin a task of `tasks` in a process of its own."""
        assert self._parent.stdin is not None
        assert self._parent.stdout is not None
        order = [task, [str(a) if isinstance(a, Path) else a for a in arguments], environment]
        self._parent.stdin.write(json.dumps(order) + "\n")
        self._parent.stdin.flush()
        lines = iter(self._parent.stdout.readline, "")
        return Child(int(next(lines).split()[1]), lines, patience)

    def close(self) -> None:
        """No more tasks."""
        assert self._parent.stdin is not None
        assert self._parent.stdout is not None
        self._parent.stdin.close()
        self._parent.wait()
        self._parent.stdout.close()


def _say_whole_lines() -> None:
    """A line is one write: half of one, cut off by a kill, would swallow the "ended" after it.

    With PYTHONUNBUFFERED each word of a `print` is a write of its own.
    """
    assert isinstance(sys.stdout, TextIOWrapper)
    sys.stdout.reconfigure(line_buffering=False, write_through=False)


def _fall(fault: threading.ExceptHookArgs) -> None:
    """What no thread catches ends the task, or nobody would see it."""
    traceback.print_exception(fault.exc_value)
    os._exit(1)


def _serve() -> None:
    from tests.faults import tasks

    from kompasskive.storage import locking

    for line in sys.stdin:
        name, arguments, environment = json.loads(line)
        pid = os.fork()
        if not pid:
            os.environ.update(environment)
            locking._RUN = f"fork {os.getpid()}"
            os.write(1, f"pid {os.getpid()}\n".encode())
            code = 1
            _say_whole_lines()
            threading.excepthook = _fall
            try:
                getattr(tasks, name)(*arguments)
                code = 0
            except BaseException:
                traceback.print_exc()
                raise
            finally:
                sys.stdout.flush()
                os._exit(code)
        _, status = os.waitpid(pid, 0)
        os.write(1, f"ended {os.waitstatus_to_exitcode(status)}\n".encode())


if __name__ == "__main__":
    _serve()
