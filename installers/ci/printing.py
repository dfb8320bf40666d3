"""The print stage of CI: a real CUPS queue of its own on loopback, and the tests that use it.

`python3 -m installers.ci.printing` as root, from a clone that has its environment
(`installers/dev.py`). Nothing of the machine's own printing is touched.
"""

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from installers.release import ROOT, run
from installers.toolchain import debian

QUEUE: Final = "Kompasskive"
SERVER: Final = "localhost:16310"
PPD: Final = "/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd"
SECONDS: Final = 30
TESTS: Final = ("tests/reports/test_poppler.py", "tests/desktop/test_cups.py")
_CUPSD: Final = """Listen {server}
Browsing No
WebInterface No
DefaultAuthType None
MaxLogSize 0
LogLevel info
<Location />
Order allow,deny
Allow localhost
</Location>
<Policy default>
<Limit All>
Order deny,allow
</Limit>
</Policy>
"""
_FILES: Final = """ServerRoot {folder}
CacheDir {folder}/cache
StateDir {folder}/state
RequestRoot {folder}/spool
TempDir {folder}/spool/tmp
ErrorLog {folder}/error.log
AccessLog {folder}/access.log
PageLog {folder}/page.log
"""


def main() -> None:
    """Install what is missing, start the queue, and run the tests marked `print`."""
    debian("poppler-utils", "cups", "printer-driver-cups-pdf")
    python = ROOT / ".venv" / "bin" / "python"
    with tempfile.TemporaryDirectory(prefix="kompas-cups-") as name, _server(Path(name)):
        place = {"CUPS_SERVER": SERVER, "KOMPAS_QUEUE": QUEUE, "QT_QPA_PLATFORM": "offscreen"}
        run(python, "-m", "pytest", "-m", "print", *TESTS, extra=place)


@contextmanager
def _server(folder: Path) -> Iterator[None]:
    """A CUPS server with one queue that prints to PDF, stopped again."""
    folder.chmod(0o755)
    for each in ("cache", "state", "spool", "spool/tmp", "ppd"):
        (folder / each).mkdir(mode=0o755)
    (folder / "cupsd.conf").write_text(_CUPSD.format(server=SERVER))
    (folder / "cups-files.conf").write_text(_FILES.format(folder=folder))
    settings = ["-c", str(folder / "cupsd.conf"), "-s", str(folder / "cups-files.conf")]
    server = subprocess.Popen(["/usr/sbin/cupsd", "-f", *settings])
    try:
        _wait_for_server(server)
        queue = ["-p", QUEUE, "-E", "-v", "cups-pdf:/", "-P", PPD]
        run("/usr/sbin/lpadmin", "-h", SERVER, *queue, "-o", "PageSize=A4")
        yield
    finally:
        server.terminate()
        server.wait()


def _wait_for_server(server: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + SECONDS
    asked = ["lpstat", "-h", SERVER, "-r"]
    while (
        "not running" in subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    ):
        if server.poll() is not None or time.monotonic() > until:
            raise SystemExit("cupsd did not start")
        os.sched_yield()


if __name__ == "__main__":
    main()
