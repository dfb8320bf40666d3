"""The bill of materials (CycloneDX 1.6, JSON) of a package: `python -m installers.sbom PLATFORM`.

`cyclonedx-py` reads an environment that holds only what the program needs; parts that no Python
package names are added by hand. The result is dist/kompasskive-<version>-<platform>.cdx.json.
"""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

from installers.parts import PLATFORMS, Part, locked_packages, normalised, parts_by_hand
from installers.release import DIST, ROOT, reproducible, version, write_checksums
from installers.toolchain import environment


def write_sbom(platform: str) -> Path:
    """Write one platform's bill of materials to dist/."""
    DIST.mkdir(exist_ok=True)
    path = DIST / f"kompasskive-{version()}-{platform}.cdx.json"
    path.write_text(as_text(platform), "utf-8")
    write_checksums([path])
    return path


def add_to_licences(folder: Path, platform: str) -> None:
    """Put the bill of materials where the program's "Om" finds it."""
    (folder / "licenser" / "stykliste.cdx.json").write_text(as_text(platform), "utf-8")


def as_text(platform: str) -> str:
    """The bill of materials for one platform, the same text every time."""
    document = _of_environment()
    locked = locked_packages("windows" if platform == "windows" else "runtime")
    shipped = [part for part in document["components"] if normalised(part["name"]) in locked]
    document["components"] = shipped + [by_hand(part) for part in parts_by_hand(platform)]
    _keep_known_dependencies(document)
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def by_hand(part: Part) -> dict[str, Any]:
    """One component in CycloneDX's words."""
    return {
        "bom-ref": f"{part.name}@{part.version} ({part.note})",
        "type": "library",
        "name": part.name,
        "version": part.version,
        "supplier": {"name": part.supplier},
        "description": part.note,
        "licenses": [{"expression": part.licence}],
    }


def _of_environment() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(_environment_text())
    document["metadata"]["component"]["version"] = version()
    return document


@cache
def _environment_text() -> str:
    tool = environment("sbom", "sbom").parent / "cyclonedx-py"
    runtime = environment("runtime", "runtime")
    words = ["environment", "--output-reproducible", "--spec-version", "1.6", "--of", "JSON"]
    project = ["--pyproject", str(ROOT / "pyproject.toml"), "--mc-type", "application"]
    command = [str(tool), *words, *project, str(runtime)]
    return subprocess.check_output(command, env=reproducible(), text=True)


def _keep_known_dependencies(document: dict[str, Any]) -> None:
    known = {part["bom-ref"] for part in document["components"]}
    known.add(document["metadata"]["component"]["bom-ref"])
    rows = [row for row in document.get("dependencies", []) if row["ref"] in known]
    for row in rows:
        row["dependsOn"] = [ref for ref in row.get("dependsOn", []) if ref in known]
    document["dependencies"] = rows


def main(arguments: list[str]) -> int:
    """Write one, or all when none is named."""
    for platform in arguments or PLATFORMS:
        print(write_sbom(platform).name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
