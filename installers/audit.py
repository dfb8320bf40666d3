"""Audit what the program is made of: `python3 -m installers.audit`; 1 when something is wrong.

Locks, the installed packages file by file, licences and bills of materials are judged here and
offline. Known vulnerabilities are asked for with pip-audit; where its database cannot be reached
that is said, and `--advisories` makes it a fault.
"""

import base64
import csv
import hashlib
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from installers.licences import licence_of
from installers.parts import PLATFORMS, distributions, locked_packages, normalised, parts_by_hand
from installers.release import DIST, ROOT, version
from installers.toolchain import LOCKS, environment

ALLOWED: Final = frozenset(
    {
        *("MIT", "MIT-0", "MIT-CMU", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Zlib", "CC0-1.0"),
        *("Apache-2.0", "PSF-2.0", "OFL-1.1", "LGPL-3.0-only", "blessing", "Unicode-3.0", "FTL"),
        *("libpng-2.0", "IJG", "ZPL-2.1", "GPL-2.0-or-later WITH Bootloader-exception"),
        *("LicenseRef-public-domain", "LicenseRef-Microsoft-Distributable-Code"),
    }
)
"""What may be shipped beside our own code, by SPDX id."""

TEXT_BY_HAND: Final = {"pyside6-essentials": "LGPL-3.0.txt", "shiboken6": "LGPL-3.0.txt"}
"""Packages that bring no licence text: the one of resources/licenser that is shipped for them."""

READ_BY_US: Final = {
    "colorama": "BSD License",
    "pypdfium2": "BSD-3-Clause, Apache-2.0, dependency licenses",
    "pyrage": "se licensteksten",
    "reportlab": "BSD license (see license.txt for details), Copyright (c) 2000-2025, "
    "ReportLab Inc.",
    "sqlcipher3": "se licensteksten",
}
"""Packages whose metadata names no SPDX id: what it says, and that the text was read (BSD, MIT,
Zlib). Another word there means that the text must be read again."""

_ROW: Final = re.compile(
    r"^([a-z0-9-]+)==([^ ;\\]+)(?: ; [^\\\n]+)?((?: \\\n)?.*(?:\n    .+)*)", re.MULTILINE
)
_HASH: Final = re.compile(r"--hash=sha256:[0-9a-f]{64}")
TEXTS: Final = ROOT / "resources" / "licenser"
_OURS: Final = frozenset({"kompasskive", "pip", "setuptools", "wheel"})


def lock_faults() -> Iterator[str]:
    """Rows of requirements/ without version or hash, and dependencies no lock names."""
    for path in sorted(LOCKS.glob("*.txt")):
        text = path.read_text("utf-8")
        rows = [line for line in text.splitlines() if line and line[0] not in " #"]
        found = list(_ROW.finditer(text))
        if len(found) != len(rows) or "://" in text:
            yield f"requirements/{path.name}: a row is not name==version"
        yield from (
            f"requirements/{path.name}: {row[1]} has no hash"
            for row in found
            if not _HASH.search(row[3])
        )
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    yield from _unlocked("runtime", project["dependencies"])
    yield from _unlocked("dev", project["optional-dependencies"]["dev"])


def _unlocked(lock: str, wanted: list[str]) -> Iterator[str]:
    locked = locked_packages(lock)
    for requirement in wanted:
        name = normalised(re.split(r"[\[<>=!~; ]", requirement, maxsplit=1)[0])
        if name not in locked:
            yield f"requirements/{lock}.txt: {name} of pyproject.toml is not locked"


def installed_faults() -> Iterator[str]:
    """Packages of the environment that are not the locked ones, or not as they were made."""
    locked = locked_packages("dev")
    for name, info in distributions(_site()).items():
        here = info.name.removesuffix(".dist-info").split("-")[1]
        if name in _OURS:
            continue
        if locked.get(name) != here:
            yield f"{name} {here} is installed, the lock says {locked.get(name, 'nothing')}"
        yield from (f"{name}: {file} is not as it was made" for file in changed_files(info))


def changed_files(info: Path) -> Iterator[str]:
    """Files of a package that are missing or differ from its own list, compiled ones left out."""
    rows = csv.reader((info / "RECORD").read_text("utf-8").splitlines())
    for file, digest, *_ in rows:
        path = info.parent / file
        if not digest or file.endswith(".pyc"):
            continue
        kind, _, wanted = digest.partition("=")
        found = hashlib.new(kind, path.read_bytes()).digest() if path.is_file() else b""
        if base64.urlsafe_b64encode(found).rstrip(b"=").decode() != wanted:
            yield file


def licence_faults() -> Iterator[str]:
    """Shipped parts whose licence is unknown, or not one of those we ship with."""
    found = distributions(_site())
    for name in sorted(set(locked_packages("runtime")) & set(found)):
        licence = licence_of(found[name])
        if READ_BY_US.get(name) != licence and not is_allowed(licence):
            yield f"{name}: {licence}"
        by_hand = TEXTS / TEXT_BY_HAND.get(name, "-")
        if not by_hand.is_file() and not any(_texts(found[name])):
            yield f"{name}: no licence text"
    for platform in PLATFORMS:
        yield from (
            f"{part.name} ({platform}): {part.licence}"
            for part in parts_by_hand(platform)
            if not is_allowed(part.licence)
        )


def is_allowed(expression: str) -> bool:
    """Whether an SPDX expression can be kept with what is allowed."""
    offers = expression.replace("(", "").replace(")", "").split(" OR ")
    return any(all(part.strip() in ALLOWED for part in offer.split(" AND ")) for offer in offers)


def _texts(info: Path) -> Iterator[Path]:
    words = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)
    yield from (path for path in info.rglob("*") if words.search(path.name))


def bill_faults() -> Iterator[str]:
    """Bills of materials in dist/ that name more or less than locks and components.toml do."""
    for platform in PLATFORMS:
        path = bill_of(platform)
        if not path.is_file():
            continue
        components = json.loads(path.read_text("utf-8"))["components"]
        named = {(normalised(part["name"]), part["version"]) for part in components}
        shipped = _shipped(platform)
        for name, number in sorted(named - shipped):
            yield f"{path.name}: {name} {number} is not in the lock"
        for name, number in sorted(shipped - named):
            yield f"{path.name}: {name} {number} is missing"


def _shipped(platform: str) -> set[tuple[str, str]]:
    """Name and version of everything others made that a platform's packages hold."""
    locked = locked_packages("windows" if platform == "windows" else "runtime")
    by_hand = {(normalised(part.name), part.version) for part in parts_by_hand(platform)}
    return {*locked.items(), *by_hand}


def bill_of(platform: str) -> Path:
    """Where `python3 -m installers.sbom PLATFORM` leaves a bill of materials."""
    return DIST / f"kompasskive-{version()}-{platform}.cdx.json"


def advisory_faults(lock: str) -> Iterator[str]:
    """Known vulnerabilities in a lock; ConnectionError when the database cannot be asked.

    A package the database does not know has not been asked about, whatever pip-audit concludes.
    """
    try:
        tool = environment("audit", "audit").parent / "pip-audit"
    except (subprocess.CalledProcessError, OSError) as error:
        raise ConnectionError("pip-audit cannot be installed here") from error
    words = ["--disable-pip", "--require-hashes", "--progress-spinner", "off", "-f", "json"]
    command = [str(tool), *words, "-r", str(LOCKS / f"{lock}.txt")]
    told = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    try:
        packages = json.loads(told.stdout)["dependencies"]
    except ValueError as error:
        raise ConnectionError("its database cannot be reached") from error
    unknown = [package["name"] for package in packages if "skip_reason" in package]
    if unknown or not packages:
        raise ConnectionError(f"its database does not answer for {len(unknown)} packages")
    for package in packages:
        for known in package.get("vulns", []):
            yield f"{package['name']} {package['version']}: {known['id']}"


def _site() -> Path:
    (site,) = (
        *ROOT.glob(".venv/lib/python3*/site-packages"),
        *ROOT.glob(".venv/Lib/site-packages"),
    )
    return site


CHECKS: Final[dict[str, Callable[[], Iterator[str]]]] = {
    "every lock is whole and hashed": lock_faults,
    "what is installed is what is locked, file by file": installed_faults,
    "every licence is known, allowed and there to read": licence_faults,
    "every bill of materials here agrees with the locks": bill_faults,
}


def main(arguments: list[str]) -> int:
    """Run every check and say what each found."""
    faults = 0
    absent = [platform for platform in PLATFORMS if not bill_of(platform).is_file()]
    if absent:
        print(
            f"--  no bill of materials here yet for {', '.join(absent)}: installers.sbom makes them"
        )
    for name, check in CHECKS.items():
        found = list(check())
        faults += len(found)
        print(f"{'ok ' if not found else 'NO '} {name}")
        print("".join(f"   {fault}\n" for fault in found), end="")
    return 1 if faults + _advisories("--advisories" in arguments) else 0


def _advisories(required: bool) -> int:
    name = "no shipped package has a known vulnerability"
    try:
        found = list(advisory_faults("runtime"))
    except ConnectionError as reason:
        print(f"{'NO ' if required else '-- '} {name}: not asked, {reason}")
        return int(required)
    print("\n".join((f"{'NO ' if found else 'ok '} {name}", *(f"   {fault}" for fault in found))))
    return len(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
