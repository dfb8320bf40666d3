"""Build the Debian package and the .tar.gz: `python3 -m installers.linux.build [--fast]`.

`--fast` compresses lightly, for CI; the contents are the same. Results lie in dist/.
"""

import gzip
import shutil
import sys
import tarfile
from pathlib import Path

from installers.linux.tree import HERE, filled, lay_out
from installers.release import (
    BUILD,
    DIST,
    files_below,
    report,
    run,
    size_of,
    source_epoch,
    stamp,
    version,
    write_checksums,
)


def build_deb(root: Path, fast: bool) -> Path:
    """The .deb from a folder holding usr/."""
    control = root / "DEBIAN"
    control.mkdir(exist_ok=True)
    kilobytes = str(-(-size_of(root / "usr") // 1024))
    (control / "control").write_text(filled(HERE / "control", KILOBYTES=kilobytes), "utf-8")
    stamp(control)
    package = DIST / f"kompasskive_{version()}_amd64.deb"
    pressing = ("-Zgzip", "-z1") if fast else ("-Zxz", "-z6")
    run("dpkg-deb", "--root-owner-group", *pressing, "--build", root, package)
    return package


def build_tar(prefix: Path, fast: bool) -> Path:
    """The .tar.gz with install.sh, for every distribution and for users without root."""
    name = f"kompasskive-{version()}-linux-x86_64"
    archive = DIST / f"{name}.tar.gz"
    with (
        archive.open("wb") as raw,
        gzip.GzipFile("", "wb", 1 if fast else 9, raw, source_epoch()) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as tar,
    ):
        tar.add(HERE / "install.sh", f"{name}/install.sh", filter=_anonymous)
        for path in files_below(prefix):
            tar.add(path, f"{name}/{path.relative_to(prefix)}", filter=_anonymous)
    return archive


def _anonymous(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    entry.mtime = source_epoch()
    entry.mode = 0o755 if entry.mode & 0o100 else 0o644
    return entry


def main(arguments: list[str]) -> int:
    """Build both."""
    fast = "--fast" in arguments
    root = BUILD / "linux"
    DIST.mkdir(exist_ok=True)
    shutil.rmtree(root, ignore_errors=True)
    lay_out(root / "usr")
    built = [build_deb(root, fast), build_tar(root / "usr", fast)]
    write_checksums(built)
    report(built)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
