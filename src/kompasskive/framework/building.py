"""Builds a whole framework from the root table of its file, noting every fault on the way."""

import re
from collections.abc import Callable, Hashable, Mapping
from typing import TypeVar

from kompasskive.framework import sections, words
from kompasskive.framework.fields import competence_fields
from kompasskive.framework.model import PLACEMENT_LEVELS, Framework, Prompt
from kompasskive.framework.table import Table

GENERAL_PROMPTS_MIN = 2
_VERSION = re.compile(r"[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*")
_CELLS = {
    f"{row}, {column}": (words.DIMENSIONS[row], words.ARENAS[column])
    for row in words.DIMENSIONS
    for column in words.ARENAS
}
_LEVELS = {f"trin {level}": level for level in PLACEMENT_LEVELS}
_READINGS = {name: name for name in words.READING_IDS}
K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


def build(root: Table) -> Framework:
    """The framework of a whole file; trust it only when `root.faults` found nothing."""
    framework = Framework(
        id=root.identifier("ramme"),
        version=_version(root),
        name=root.text("navn"),
        language=root.text("sprog"),
        source=sections.source(root.table("kilde")),
        legal_basis=root.texts("lovgrundlag"),
        judgement=sections.judgement(root.table("doemmekraft")),
        fields=competence_fields(root),
        dimensions=_each_once(root, "dimension", words.DIMENSIONS, sections.dimension),
        arenas=_each_once(root, "arena", words.ARENAS, sections.arena),
        expressions=_each_once(root, "udtryk", _CELLS, sections.expression),
        learning_forms=tuple(map(sections.learning_form, root.tables("laeringsform"))),
        marks=_each_once(root, "markering", words.MARKS, sections.mark),
        placements=_each_once(root, "placering", _LEVELS, sections.placement),
        readings=_each_once(root, "laesning", _READINGS, sections.reading),
        prompts=_general_prompts(root),
    )
    root.close()
    return framework


def _version(root: Table) -> str:
    version = root.text("version")
    if version and not _VERSION.fullmatch(version):
        root.faults.add(root.at("version"), f"version »{version}« skal ligne »1.0«")
    return version


def _general_prompts(root: Table) -> tuple[Prompt, ...]:
    tables = root.tables("spoergsmaal")
    if tables and len(tables) < GENERAL_PROMPTS_MIN:
        root.faults.add(
            root.at("spoergsmaal"),
            f"der skal være mindst {GENERAL_PROMPTS_MIN} generelle spørgsmål, [[spoergsmaal]]",
        )
    return tuple(map(sections.general_prompt, tables))


def _each_once(
    root: Table,
    section: str,
    expected: Mapping[str, K],
    make: Callable[[Table], tuple[K, T] | None],
) -> tuple[T, ...]:
    """What `make` gives for each table of a section, in the order of `expected`."""
    words_of = {key: word for word, key in expected.items()}
    made: dict[K, T] = {}
    found = {}
    tables = root.tables(section)
    for table in tables:
        if row := make(table):
            made[row[0]], found[table.path] = row[1], words_of[row[0]]
        table.close()
    if tables:
        root.faults.exactly_once(section, root.at(section), expected, found)
    return tuple(made[key] for key in words_of if key in made)
