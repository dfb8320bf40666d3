"""Third parties' licences: texts copied out of the packages, our own additions, one overview."""

import re
import shutil
from pathlib import Path
from typing import Final

from installers.parts import Part, distributions, locked_packages, parts_by_hand
from installers.release import ROOT

OVERVIEW: Final = "TREDJEPART.txt"
_TEXTS: Final = ROOT / "resources" / "licenser"
_LICENCE_FILE: Final = re.compile(r"licen[cs]e|copying|notice|authors", re.IGNORECASE)
_HEAD: Final = (
    "Dele fra andre i Kompasskive\n\n"
    "Kompasskive bygger på de dele, der er nævnt her. De fulde licenstekster ligger i mapperne ved "
    "siden af. Qt, PySide6 og Shiboken6 bruges under LGPL-3.0; se KILDEKODE.txt.\n"
)


def lay_out_licences(folder: Path, platform: str, site: Path) -> None:
    """Put every licence text, the source offer and the overview in `folder`/licenser."""
    target = folder / "licenser"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    packages = shipped_packages(site)
    for name, info in packages.items():
        _copy_texts(info, target / name)
    for text in sorted(_TEXTS.iterdir()):
        (target / text.name).write_text(_with_versions(text.read_text("utf-8")), "utf-8")
    fonts = target / "source-sans-3"
    fonts.mkdir()
    shutil.copy(ROOT / "resources" / "skrifter" / "OFL.txt", fonts)
    overview = overview_text(packages, parts_by_hand(platform))
    (target / OVERVIEW).write_text(overview, "utf-8")


def shipped_packages(site: Path) -> dict[str, Path]:
    """The locked run-time packages found in a site-packages folder, by name."""
    found = distributions(site)
    return {name: found[name] for name in sorted(locked_packages("runtime")) if name in found}


def overview_text(packages: dict[str, Path], parts: tuple[Part, ...]) -> str:
    """One line per part: name, version and licence."""
    rows = [f"{name} {_version(info)}: {licence_of(info)}" for name, info in packages.items()]
    rows += [f"{part.name} {part.version}: {part.licence} ({part.supplier})" for part in parts]
    return "\n".join((_HEAD, *rows, ""))


def licence_of(info: Path) -> str:
    """The licence a package's metadata names, in as few words as it does."""
    head = (info / "METADATA").read_text("utf-8").split("\n\n", 1)[0]
    for pattern in (
        r"^License-Expression: (.+)$",
        r"^License: (?!see )(.{2,120})$",
        r"^Classifier: License :: OSI Approved :: (.+)$",
    ):
        if found := re.search(pattern, head, re.MULTILINE):
            return found[1]
    return "se licensteksten"


def _copy_texts(info: Path, target: Path) -> None:
    texts = [path for path in info.rglob("*") if path.is_file() and _is_licence(info, path)]
    for text in texts:
        place = target / text.relative_to(info)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(text, place)


def _is_licence(info: Path, path: Path) -> bool:
    return "licenses" in path.relative_to(info).parts or bool(_LICENCE_FILE.search(path.name))


def _version(info: Path) -> str:
    return info.name.removesuffix(".dist-info").split("-")[1]


def _with_versions(text: str) -> str:
    return text.replace("@PYSIDE@", locked_packages("runtime")["pyside6-essentials"])
