"""The only module that knows where `resources/` lies, in a checkout and in an installed wheel."""

from pathlib import Path

_INSTALLED = Path(__file__).parent / "resources"
_CHECKOUT = Path(__file__).parents[2] / "resources"
ROOT = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT

FONT_FILES = {
    "regular": "SourceSans3-Regular.ttf",
    "semibold": "SourceSans3-SemiBold.ttf",
    "bold": "SourceSans3-Bold.ttf",
}


def font_path(weight: str) -> Path:
    """Path of a bundled Source Sans 3 file; `weight` is "regular", "semibold" or "bold"."""
    return ROOT / "skrifter" / FONT_FILES[weight]


def framework_path(name: str = "beskaeftigelsesfaglighed") -> Path:
    """Path of a bundled framework file, by its stem."""
    return ROOT / "rammer" / f"{name}.toml"


def icon_path(name: str) -> Path:
    """Path of an SVG icon, by its stem."""
    return ROOT / "ikoner" / f"{name}.svg"


def colour_profile_path() -> Path:
    """Path of the sRGB profile that tells what the colours of a PDF are."""
    return ROOT / "farver" / "sRGB.icc"


def schema_path(name: str) -> Path:
    """Path of a JSON Schema, by its stem."""
    return ROOT / "skema" / f"{name}.schema.json"


def licence_folder() -> Path:
    """Where the licences of everything inside lie: beside the installed program, or our own few."""
    program = _INSTALLED.parent.parent.parent
    prefix = program.parent.parent
    places = (
        program / "licenser",
        program / "Resources" / "licenser",
        prefix / "share" / "doc" / "kompasskive" / "licenser",
    )
    return next((place for place in places if place.is_dir()), ROOT / "licenser")
