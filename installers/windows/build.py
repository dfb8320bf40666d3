"""Build the Windows EXE and MSI on Debian: `python3 -m installers.windows.build [--fast] ...`.

--fast            light compression, for CI; what is installed is the same
--python-zip ZIP  take the official python-3.11.9-embed-amd64.zip from disk
--exe-only        leave the MSI out
--packed-only     pack build/windows/stage as it lies there, after signing what is in it
Nothing is signed: installers/IT-VEJLEDNING.md says how. Results lie in dist/.
"""

import argparse
import sys
from pathlib import Path

from installers.frozen.freeze import draw_icons
from installers.release import BUILD, DIST, report, size_of, write_checksums
from installers.toolchain import debian, environment
from installers.windows.exe import build_exe
from installers.windows.msi import build_msi
from installers.windows.stage import STAGE, lay_out


def main(arguments: list[str]) -> int:
    """Build what is asked for."""
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--fast", action="store_true")
    parser.add_argument("--exe-only", action="store_true")
    parser.add_argument("--packed-only", action="store_true")
    parser.add_argument("--python-zip", type=Path)
    options = parser.parse_args(arguments)
    debian("gcc-mingw-w64-x86-64-win32", "nsis", "wixl")
    icons = BUILD / "icons"
    if not options.packed_only:
        python = environment("runtime", "runtime")
        lay_out(python, draw_icons(python), options.python_zip)
    print(f"installed size {size_of(STAGE) / 1e6:.0f} MB", flush=True)
    DIST.mkdir(exist_ok=True)
    built = [build_exe(STAGE, icons, options.fast)]
    built += [] if options.exe_only else [build_msi(STAGE, icons)]
    write_checksums(built)
    report(built)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
