"""The commands' names, apart from what they load: without one of them the window opens."""

from typing import Final

NAMES: Final = (
    "example",
    "people",
    "report",
    "sheet",
    "dial",
    "export",
    "check",
    "backups",
    "password",
    "delete",
    "framework",
    "organisation",
    "compare",
    "contribution",
    "walkthrough",
)
