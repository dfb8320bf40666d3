"""The parts of others that the packages ship: locked Python packages, and those named by hand."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from installers.release import ROOT

PLATFORMS: Final = ("windows", "linux", "macos")
_BY_HAND: Final = ROOT / "installers" / "components.toml"


@dataclass(frozen=True)
class Part:
    """Something by others inside a package."""

    name: str
    version: str
    licence: str
    supplier: str
    note: str


def locked_packages(lock: str) -> dict[str, str]:
    """Name to version of every package in requirements/<lock>.txt; for 3.11 where they differ."""
    text = (ROOT / "requirements" / f"{lock}.txt").read_text("utf-8")
    rows = re.findall(r"^([a-z0-9-]+)==([^ ;\\]+)(?: ; ([^\\\n]+))?", text, re.MULTILINE)
    return {name: version for name, version, marker in rows if ">= '3.12'" not in marker}


def parts_by_hand(platform: str) -> tuple[Part, ...]:
    """The parts no package's metadata tells of, for "windows", "linux" or "macos"."""
    qt = locked_packages("runtime")["pyside6-essentials"]
    rows = tomllib.loads(_BY_HAND.read_text("utf-8"))["part"]
    return tuple(
        Part(
            row["name"],
            row["version"].replace("@qt@", qt),
            row["licence"],
            row["supplier"],
            row["note"],
        )
        for row in rows
        if platform in row["platforms"]
    )


def distributions(site: Path) -> dict[str, Path]:
    """Normalised name to .dist-info folder of everything installed in a site-packages folder."""
    folders = sorted(site.glob("*.dist-info"))
    return {normalised(folder.name.split("-")[0]): folder for folder in folders}


def normalised(name: str) -> str:
    """A package's name as locks write it."""
    return re.sub(r"[-_.]+", "-", name.lower())
